"""The main part of a document and its annexes, as stretches of its text."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from pipeline.link.ids import slug
from pipeline.model import CLOSING, MAIN, PREAMBLE, Clause, Extraction


@dataclass(frozen=True, slots=True)
class Part:
    """`name` is `main` or `annex-1`, ...; `prefix` begins the eIds of an annex; parts share out the text."""

    name: str
    title: str
    prefix: str | None
    start: int
    end: int
    clauses: tuple[Clause, ...]

    @property
    def numbered(self) -> tuple[Clause, ...]:
        """The clauses with a marker."""
        return tuple(clause for clause in self.clauses if clause.kind not in (PREAMBLE, CLOSING))

    def unmarked(self, kind: str) -> Clause | None:
        """The preamble or the closing."""
        return next((clause for clause in self.clauses if clause.kind == kind), None)


def parts_of(extraction: Extraction) -> list[Part]:
    """The main part, then the annexes."""
    groups = {name: tuple(clauses) for name, clauses in groupby(extraction.clauses, lambda each: each.part)}
    names = [MAIN, *(name for name in groups if name != MAIN)]
    starts = [0, *(groups[name][0].start for name in names[1:])]
    ends = [*starts[1:], len(extraction.document.text)]
    titles = [slug(extraction.head.doc_type or "văn bản"), *("phu-luc" for _ in names[1:])]
    prefixes = [None, *(f"att_{number}" for number in range(1, len(names)))]
    clauses = [groups.get(name, ()) for name in names]
    return [Part(*each) for each in zip(names, titles, prefixes, starts, ends, clauses, strict=True)]
