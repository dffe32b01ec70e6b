"""The words by which the parts of a document are known, from `gazetteers/layout_cues.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table


@dataclass(frozen=True, slots=True)
class LayoutCue:
    """`cue` is folded text; `kind` says where it counts (`closing`: at the start of a closing paragraph)."""

    kind: str
    cue: str


@cache
def cues(kind: str) -> tuple[str, ...]:
    """The cues of one kind, in file order."""
    return tuple(row.cue for row in read_table("layout_cues", LayoutCue) if row.kind == kind)
