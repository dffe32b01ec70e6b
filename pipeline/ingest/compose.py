"""Lines and their joints → the clean text, its pages and its footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.ingest.lines import NOTE_CLOSE, NOTE_OPEN, Line
from pipeline.model import Footnote, Page

_MARK = re.compile(rf"[ ]?{NOTE_OPEN}(?P<mark>[^{NOTE_CLOSE}]*){NOTE_CLOSE}")


@dataclass(frozen=True, slots=True)
class Composition:
    """The clean text with its pages and footnotes."""

    text: str
    pages: tuple[Page, ...]
    footnotes: tuple[Footnote, ...]


def compose(lines: list[Line], joints: list[str], pages: int) -> Composition:
    """The text of `lines`, each set off from the one above by its joint."""
    parts: list[str] = []
    starts = [0] * (pages + 1)
    length = 0
    page = 1
    for line, joint in zip(lines, joints, strict=True):
        joint = joint if parts else ""
        text = _MARK.sub("", line.text)
        length += len(joint)
        while page < line.page:
            page += 1
            starts[page - 1] = length
        parts += (joint, text)
        length += len(text)
    while page < pages:
        page += 1
        starts[page - 1] = length
    starts[pages] = length
    spans = tuple(Page(number, starts[number - 1], starts[number]) for number in range(1, pages + 1))
    return Composition("".join(parts), spans, ())
