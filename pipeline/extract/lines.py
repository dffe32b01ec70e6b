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


def lines_of(text: str, span: tuple[int, int]) -> Iterator[Line]:
    """The lines of `text[span]` that hold anything, in order.

    >>> list(lines_of("Số: 5\\n\\nV/v", (0, 10)))
    [Line(start=0, end=5, text='Số: 5', folded='số: 5'), Line(start=7, end=10, text='V/v', folded='v/v')]
    """
    folded = fold(text)
    start, limit = span
    while start < limit:
        end = text.find("\n", start, limit)
        end = limit if end < 0 else end
        if end > start:
            yield Line(start, end, text[start:end], folded[start:end])
        start = end + 1
