from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.ingest.scan.slips import mended_slips
from tests.ingest.scan.make import row


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("tháng 0] năm 202];", "tháng 01 năm 2021;"),
        ("khoản ] Điều", "khoản 1 Điều"),
        ("xem [1] và 0]", "xem [1] và 0]"),  # a bracket is open
        ("a] b", "a] b"),
        ("Đại hội XIH, khóa VIH", "Đại hội XIII, khóa VIII"),
        ("Đại hội XIIH, khóa XVIHI", "Đại hội XIII, khóa XVIII"),
        ("KT-XH và IHA", "KT-XH và IHA"),
        ("ngày¡ 31 :_vụ .quy _dụng ~ “Về (nếu ./.", "ngày 31 vụ quy dụng ~ “Về (nếu ./."),
        ("©) Sở Nội vụ", "c) Sở Nội vụ"),
        ("© Sở Nội vụ", "© Sở Nội vụ"),
    ],
)
def test_signs_for_digits_and_letters(printed: str, mended: str) -> None:
    assert " ".join(word.text for word in mended_slips(row(*printed.split()))) == mended


@pytest.mark.parametrize(
    ("one", "two", "gap", "joined"),
    [
        ("1", "33/QĐ-TTg", 2.0, True),
        ("1", "33/QĐ-TTg", 18.0, False),  # a word apart
        ("N", "ghĩa", -1.0, True),
        ("N", "ghĩa", 9.0, False),
        ("là", "ghĩa", -1.0, False),  # a syllable of its own
        ("5", "xã", 0.0, False),
    ],
)
def test_what_was_cut_in_two(one: str, two: str, gap: float, joined: bool) -> None:
    first, second = row(one, two)
    shift = first.right + gap - second.left
    words = [first, replace(second, left=second.left + shift, right=second.right + shift)]
    assert [word.text for word in mended_slips(words)] == ([one + two] if joined else [one, two])
