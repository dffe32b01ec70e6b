"""Tools for lines in two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.ingest.lines import WIDE_GAP, Line, is_rule, squeezed
from pipeline.ingest.places import Box


@dataclass(frozen=True, slots=True)
class Block:
    """`lines` replace the lines from `start` to `end` of the document."""

    start: int
    end: int
    lines: list[Line]


class Segment(NamedTuple):
    """A stretch of a line between wide gaps: its offsets in the text of the line, its left and right edge."""

    start: int
    stop: int
    left: float
    right: float
    text: str


def segments(line: Line) -> Iterator[Segment]:
    """The stretches of `line` between wide gaps."""
    start = 0
    for gap in WIDE_GAP.finditer(line.text):
        yield _segment(line, start, gap.start())
        start = gap.end()
    yield _segment(line, start, len(line.text))


def _segment(line: Line, start: int, stop: int) -> Segment:
    return Segment(start, stop, line.indent + start, line.indent + stop, line.text[start:stop])


def cut(line: Line, start: int, end: int) -> Line:
    """The stretch of `line` between two offsets of its text."""
    text = line.text[start:end]
    indent = line.indent + start + len(text) - len(text.lstrip())
    stop = indent + len(text.strip())
    return line._replace(text=text.strip(), indent=indent, end=stop, box=_cut_box(line, indent, stop))


def halves(line: Line, at: int) -> list[tuple[Line, bool]]:
    """The line cut at an offset of its text: each half with whether it stands to the right."""
    return [(cut(line, 0, at), False), (cut(line, at, len(line.text)), True)]


def _cut_box(line: Line, start: float, end: float) -> Box | None:
    """The part of the line's box between two edges, in characters."""
    if line.box is None:
        return None
    left, top, right, bottom = line.box
    step = (right - left) / max(1.0, line.end - line.indent)
    stops = (min(right, max(left, left + (edge - line.indent) * step)) for edge in (start, end))
    x0, x1 = (round(stop, 1) for stop in stops)
    return x0, top, x1, bottom


def columns(left: list[Line], right: list[Line]) -> list[Line]:
    """Left lines, then right lines, each squeezed and on its own; empty ones and drawn lines are dropped."""
    return [squeezed(line, alone=True) for line in left + right if line.text.strip() and not is_rule(line.text.strip())]
