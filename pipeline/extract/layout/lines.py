"""The lines of a stretch of the clean text, with their offsets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.spelling import fold


class Line(NamedTuple):
    """One line without its line break; `text` is `document.text[start:end]`, `folded` the same in one spelling."""

    start: int
    end: int
    text: str
    folded: str


def raw_lines(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Start and end of the lines of `text[span]` that hold anything, in order."""
    start, limit = span
    while start < limit:
        end = text.find("\n", start, limit)
        end = limit if end < 0 else end
        if end > start:
            yield start, end
        start = end + 1


def lines_of(text: str, span: tuple[int, int]) -> Iterator[Line]:
    """The lines of `text[span]` that hold anything, in order.

    >>> list(lines_of("Số: 5\\n\\nV/v", (0, 10)))
    [Line(start=0, end=5, text='Số: 5', folded='số: 5'), Line(start=7, end=10, text='V/v', folded='v/v')]
    """
    first, folded = span[0], fold(text[span[0] : span[1]])
    for start, end in raw_lines(text, span):
        yield Line(start, end, text[start:end], folded[start - first : end - first])
