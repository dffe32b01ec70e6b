from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.printed import Place, Places
from pipeline.tables.rectangles import rectangles
from tests.make import make_clause, make_document

PLACES = Places(
    (
        Place(0, 10, 1, 90, 100, 500, 114),
        Place(11, 20, 1, 85, 120, 510.25, 134),
        Place(21, 30, 2, 85, 60, 300, 74),
        Place(31, 40, 3, 85, 60, 300, 74),
    )
)


@pytest.mark.parametrize(
    ("start", "end", "box"),
    [
        (0, 10, "1:90.0,100.0,500.0,114.0"),
        (3, 4, "1:90.0,100.0,500.0,114.0"),
        (5, 15, "1:85.0,100.0,510.2,134.0"),
        (12, 40, "1:85.0,120.0,510.2,134.0"),  # only its first page
        (20, 30, "2:85.0,60.0,300.0,74.0"),
        (10, 11, None),  # a line end
        (40, 45, None),
    ],
)
def test_the_box_round_the_lines_of_a_record(start: int, end: int, box: str | None) -> None:
    document = replace(make_document("x" * 45), places=PLACES)
    assert rectangles(document)(replace(make_clause("1"), start=start, end=end)) == box


def test_no_places() -> None:
    assert rectangles(make_document("x" * 45))(make_clause("1")) is None
