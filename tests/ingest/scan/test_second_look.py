"""A second look is told what to see: `look` stands for Tesseract."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.second_look import Look, second_look
from pipeline.ingest.scan.words import ReadWord
from tests.ingest.scan.make import PAPER, row

PAGE = PageImage(np.full(PAPER[::-1], 255, np.uint8), 200)


def sees(*words: ReadWord) -> tuple[Look, list[str]]:
    """A look that sees the same words wherever it looks, and the list of how it was asked to."""
    asked: list[str] = []

    def look(part: PageImage, how: str) -> tuple[ReadWord, ...]:
        asked.append(how)
        return words

    return look, asked


@pytest.mark.parametrize(
    ("first", "sure", "again", "confirmed"),
    [
        ("75/CT-UBND", 0.4, "75/CT-UBND", True),
        ("64/CT-UBND", 0.4, "61/CT-UBND", False),
        ("64/CT-UBND", 0.4, "bóng", False),
    ],
)
def test_a_doubtful_number_is_read_again(first: str, sure: float, again: str, confirmed: bool) -> None:
    look, asked = sees(*row("Số:", (again, 0.8)))
    words = second_look(row("Số:", (first, sure), base=300), PAGE, look)
    assert [word.text for word in words] == ["Số:", first]
    assert (words[1].sure >= 0.75) is confirmed
    assert asked == ["fast"]


@pytest.mark.parametrize(
    ("month", "sure", "again", "read"),
    [
        ("3", 0.86, "5", False),
        ("3", 0.86, "3", True),
        ("3", 0.86, "hè", True),
        ("3", 0.6, "3", True),
        ("3", 0.6, "5", False),
    ],
)
def test_a_doubtful_month_is_read_again(month: str, sure: float, again: str, read: bool) -> None:
    look, asked = sees(*row("tháng", (again, 0.9), "năm", "2021"))
    words = second_look(row("Huế,", "ngày", "tháng", (month, sure), "năm", "2021", base=300), PAGE, look)
    assert words[3].text == month
    assert (words[3].sure >= 0.75) is read
    assert asked == ["fast"]


def test_what_is_sure_is_not_read_again() -> None:
    look, asked = sees()
    words = row("Số:", "75/CT-UBND", base=300)
    assert second_look(words, PAGE, look) == words
    assert second_look([], PAGE, look) == []
    assert asked == []


def test_a_signature_that_was_taken_for_a_picture() -> None:
    look, asked = sees(*row("KT.", "CHỦ", "TỊCH", ("Ñ~", 0.2), base=50))
    words = second_look(
        [*row("Nơi", "nhận:", left=200, base=1500), *row("-", "Như", "trên;", left=200, base=1540)], PAGE, look
    )
    signature = words[5:]
    assert [word.text for word in signature] == ["KT.", "CHỦ", "TỊCH"]
    assert all(word.left > 400 and 1300 < word.base < 1600 for word in signature)
    assert asked == ["large"]


def test_a_signature_that_was_read_is_not_looked_for() -> None:
    look, asked = sees()
    words = [*row("Nơi", "nhận:", left=200, base=1500), *row("CHỦ", "TỊCH", left=1100, base=1500)]
    assert len(second_look(words, PAGE, look)) == 4
    right = row("Nơi", "nhận:", left=1200, base=1500)  # the list alone, on the right
    assert len(second_look(right, PAGE, look)) == 2
    assert asked == []


def test_lines_that_were_left_out_are_read() -> None:
    pixels = PAGE.pixels.copy()
    for left in range(600, 1000, 12):
        pixels[700:728, left : left + 5] = 0  # strokes, as of a line of print
    look, asked = sees(*row("Số", ("nhoè", 0.3), left=20, base=30))
    known = row("Sở", "Nội", "vụ", left=200, base=400)
    words = second_look(known, replace(PAGE, pixels=pixels), look)
    assert [word.text for word in words] == ["Sở", "Nội", "vụ", "Số"]
    assert 600 < words[3].left < 660 and 690 < words[3].base < 740
    assert asked == ["scattered"]
