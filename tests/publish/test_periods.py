from __future__ import annotations

import pyarrow as pa
import pytest

from pipeline.publish.periods import periods, timesets

FIELDS = ("first_date", "last_date", "valid_from", "valid_to", "date")


def row(**known: str) -> pa.Table:
    return pa.table({name: pa.array([known.get(name)], pa.string()) for name in FIELDS})


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"date": "2021-07-15"}, ("2021-07-15", None)),
        ({"date": "2025-02"}, ("2025-02-01", None)),
        ({"first_date": "2020", "last_date": "2024-02"}, ("2020-01-01", "2024-02-29")),
        ({"valid_to": "2025"}, (None, "2025-12-31")),
        ({"valid_from": "2025-03-01", "valid_to": "2025-06"}, ("2025-03-01", "2025-06-30")),
        ({"date": "2021-02-30"}, (None, None)),
        ({"date": "2021-13"}, (None, None)),
        ({"date": "hằng năm"}, (None, None)),
        ({}, (None, None)),
    ],
)
def test_first_and_last_day(attributes: dict[str, str], expected: tuple[str | None, str | None]) -> None:
    start, end = periods(row(**attributes))
    assert (start[0].as_py(), end[0].as_py()) == expected


def test_timesets_are_in_the_notation_of_gephi() -> None:
    assert timesets(*periods(row())).to_pylist() == [None]
    assert timesets(*periods(row(valid_to="2025-02-28"))).to_pylist() == ["<[-Infinity, 2025-02-28]>"]
    assert timesets(*periods(row(date="2021-07-15"))).to_pylist() == ["<[2021-07-15, Infinity]>"]
    assert timesets(*periods(row(first_date="2010", last_date="2011-02"))).to_pylist() == ["<[2010-01-01, 2011-02-28]>"]
