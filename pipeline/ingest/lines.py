"""The common ground of all readers: printed lines with what is known of their place on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.ingest.places import Box
from pipeline.model import Issue

NOTE_OPEN, NOTE_CLOSE = "\ue000", "\ue001"
"""Set by the readers around the mark of a footnote; private-use characters of the input itself are dropped."""

WIDE_GAP = re.compile(r" {3,}")
"""In the text of a line: the white space between two columns."""

_STROKES = r"[\s\-–—_=*.~•·\u2500-\u257f]*"
_RULE = re.compile(rf"{_STROKES}(?:(?:o0o|oOo|0O0){_STROKES})?")


class Line(NamedTuple):
    """One printed line, or one paragraph where the source keeps paragraphs.

    `indent` and `end` are the left and right edge in average characters; `gap`: white space above; `alone`: known to
    be neither the continuation of the line above nor continued below; `turn`: the first line of a printed page;
    `small`: in the small type of footnotes; `box`: left, top, right and bottom on the page, where they are known;
    `sure`: the confidence of OCR.
    """

    text: str
    indent: float = 0.0
    end: float = 0.0
    page: int = 1
    gap: bool = False
    alone: bool = False
    turn: bool = False
    small: bool = False
    box: Box | None = None
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader hands over: lines in reading order, how many pages there are and what was wrong with them.

    `confidence`: how sure OCR is of its words, 0 to 1.
    `fullness`: how near a full line comes to the measure, 1 being exact; None where the source keeps paragraphs.
    """

    method: str
    lines: list[Line]
    pages: int = 1
    issues: tuple[Issue, ...] = ()
    fullness: float | None = 0.86
    confidence: float | None = None


def squeezed(line: Line, alone: bool | None = None) -> Line:
    """`line` with its words one space apart, and `alone` set where it is given."""
    text = " ".join(line.text.split()) if "  " in line.text else line.text.strip()
    if alone is None and text == line.text:
        return line
    return line._replace(text=text, alone=line.alone if alone is None else alone)


def plain_line(raw: str, page: int, gap: bool) -> Line:
    """A line of monospaced text: columns are characters."""
    text = raw.strip()
    indent = len(raw) - len(raw.lstrip())
    return Line(text, float(indent), float(indent + len(text)), page, gap)


def is_rule(text: str) -> bool:
    """A drawn line (`-----`, `_____`, `---o0o---`), or the lone star below the name of a Party body."""
    return (len(text) > 1 or text in "*_—") and not text[:1].isalnum() and _RULE.fullmatch(text) is not None
