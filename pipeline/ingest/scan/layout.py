"""The words of a scanned page → printed lines, with their places on the page as it was scanned."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.ingest.glyphs import Word
from pipeline.ingest.lines import Line
from pipeline.ingest.places import POINTS, Frame
from pipeline.ingest.scan.head_blanks import blank_handwriting
from pipeline.ingest.scan.noise import without_noise
from pipeline.ingest.scan.slips import mended_slips
from pipeline.ingest.scan.words import ReadWord, ScannedPage, confidence
from pipeline.ingest.typeset import character_width, typeset
from pipeline.model import Issue
from pipeline.spelling import UPPER

_COMMA = re.compile(rf"(?P<number>\d{{1,2}}),(?=\s[{UPPER}])")
_DEEPER = 2.5  # characters by which the first line of a paragraph is set in, at least

LOW = 0.8
"""A page whose words Tesseract is less sure of, on average, should be compared with its picture."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """Lines of a page, how many words they hold, how sure Tesseract is of these, and what a person should look at."""

    lines: list[Line]
    words: int
    confidence: float
    issues: tuple[Issue, ...]


def lay_out(page: ScannedPage, number: int, unit: float | None = None) -> ReadPage:
    """The lines of page `number`, without noise; `unit` is the width of a character where other pages have set it."""
    words = mended_slips(page.words)
    words, issues = blank_handwriting(words, page.height) if number == 1 else (words, [])
    words = without_noise(words)
    sure = confidence(words)
    if words and sure < LOW:
        issues.append(Issue("low-confidence", f"page {number}: read with a confidence of {sure:.2f}; compare the scan"))
    placed = [_placed(word, page) for word in words]
    frame = Frame(page.width * POINTS / page.dpi, page.height * POINTS / page.dpi, page.angle, page.turns)
    lines = with_marks(typeset(placed, number, unit or character_width(placed), frame))
    return ReadPage(lines, len(words), sure, tuple(issues))


def with_marks(lines: list[Line]) -> list[Line]:
    """The lines with `5,` for `5.` where a paragraph opens with it."""
    return [
        line._replace(text=_COMMA.sub(r"\g<number>.", line.text, count=1))
        if _COMMA.match(line.text) and (line.gap or index == 0 or line.indent > lines[index - 1].indent + _DEEPER)
        else line
        for index, line in enumerate(lines)
    ]


def _placed(word: ReadWord, page: ScannedPage) -> Word:
    """The word in points, y upwards."""
    step = POINTS / page.dpi
    base = (page.height - word.base) * step
    return Word(word.text, word.left * step, word.right * step, base, word.height * step, word.sure)
