"""The words by which the parts of a document are known, from `gazetteers/layout_cues.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table
from pipeline.spelling import fold


@dataclass(frozen=True, slots=True)
class LayoutCue:
    """`cue` is folded text; `kind` says where it counts (`closing`: at the start of a closing paragraph)."""

    kind: str
    cue: str


@cache
def cues(kind: str) -> tuple[str, ...]:
    """The cues of one kind, in file order."""
    return tuple(row.cue for row in read_table("layout_cues", LayoutCue) if row.kind == kind)


@cache
def _whole(kind: str) -> tuple[str, ...]:
    return tuple(f"{cue} " for cue in cues(kind))


def opens_with(kind: str, words: str) -> bool:
    """Whether `words` begin with a cue of that kind, which ends with a word.

    >>> opens_with("agency", "SỞ Y TẾ"), opens_with("agency", "Sởi")
    (True, False)
    """
    return f"{fold(words)} ".startswith(_whole(kind))
