from __future__ import annotations

import pytest

from pipeline.extract.assignments.due import due_date

MEANT = [
    ("ngày 05 tháng 3 năm 2026", "2026-03-05"),
    ("trước ngày 29/02/2024", "2024-02-29"),
    ("tháng 3/2026", "2026-03"),
    ("quý iv/2025", "2025-12"),
    ("năm học 2025 - 2026", "2026"),
    ("trong quý ii", "--06"),
    ("trong tháng 6", "--06"),
    ("trước ngày 30/6", "--06-30"),
    ("hằng tuần", "weekly"),
    ("định kỳ 5 năm", "5-yearly"),
    ("định kỳ hằng năm, hai năm một lần", "yearly"),
    ("trước ngày 20/12 hằng năm", "yearly:12-20"),
    ("trước ngày 32 hằng tháng", "monthly"),
    ("trước ngày 30/02 hằng năm", "yearly"),
    ("trước ngày 05 tháng đầu quý sau", "quarterly"),
    ("thứ hai hằng tuần", "weekly:1"),
    ("trong thời gian 02 tuần", "within:2w"),
    ("trong 06 tháng", "within:6m"),
]
NOTHING = ["trước ngày 45/13/2026", "ngày 29/02/2025", "tháng 13/2026", "sớm", "định kỳ", "trong năm", ""]


@pytest.mark.parametrize(("words", "meaning"), MEANT)
def test_what_due_times_mean(words: str, meaning: str) -> None:
    assert due_date(words) == meaning


@pytest.mark.parametrize("words", NOTHING)
def test_nothing_is_guessed(words: str) -> None:
    assert due_date(words) is None
