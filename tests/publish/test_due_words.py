from __future__ import annotations

from datetime import date

import pytest

from pipeline.publish.due_words import due_cell

WORDS = [
    (None, None),
    ("2025-02-28", date(2025, 2, 28)),
    ("2025", "2025"),
    ("2025-02", "2/2025"),
    ("--06", "tháng 6"),
    ("--06-05", "5/6"),
    ("yearly", "hằng năm"),
    ("yearly:12-15", "hằng năm, ngày 15/12"),
    ("quarterly:15", "hằng quý, ngày 15"),
    ("weekly:1", "hằng tuần, thứ hai"),
    ("2-yearly", "2 năm một lần"),
    ("within:24h", "trong 24 giờ"),
]


@pytest.mark.parametrize(("due", "cell"), WORDS)
def test_due_times_in_words(due: str | None, cell: date | str | None) -> None:
    assert due_cell(due) == cell
