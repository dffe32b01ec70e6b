"""Names of elements and control words in the file forms that are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table


@dataclass(frozen=True, slots=True)
class MarkupNames:
    """Names of one kind.

    HTML: elements (and roles) that hold no words of the document, elements within a line. RTF: groups that hold none;
    `rtf kept`: groups that old readers may skip, and that hold words (boxes, footnotes).
    """

    kind: str
    names: tuple[str, ...]


@cache
def markup_names(kind: str) -> frozenset[str]:
    """All names of that kind."""
    return frozenset(name for row in read_table("markup_names", MarkupNames) if row.kind == kind for name in row.names)
