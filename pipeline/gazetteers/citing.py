"""The tables behind the citations: names of laws, documents of one kind, cues of relations, words of the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table
from pipeline.patterns import one_of


@dataclass(frozen=True, slots=True)
class Law:
    """A law, code or ordinance that texts cite by its name alone."""

    doc_type: str
    name: str


@dataclass(frozen=True, slots=True)
class RelationCue:
    """Words that govern a citation and the relation they state (folded spelling)."""

    cue: str
    relation: str


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document known by its name alone, with its issuer where that is settled."""

    doc_type: str
    name: str
    issuer: str | None


@dataclass(frozen=True, slots=True)
class CitingWord:
    """A word or phrase of the citation grammar; `role` says where it stands (see the module that reads it)."""

    role: str
    words: str


@cache
def laws() -> tuple[Law, ...]:
    """Names of laws, codes and ordinances, in force or not."""
    return read_table("laws", Law)


@cache
def relation_cues() -> tuple[RelationCue, ...]:
    """Cues of relations; the nearest one before a citation governs it."""
    return read_table("relation_cues", RelationCue)


@cache
def named_documents() -> tuple[NamedDocument, ...]:
    """Documents of which there is one: the Constitution, statutes."""
    return read_table("named_documents", NamedDocument)


@cache
def words_of(role: str) -> tuple[str, ...]:
    """The words of `role` in citing_words.csv (folded spelling); KeyError where it has none."""
    found = tuple(row.words for row in read_table("citing_words", CitingWord) if row.role == role)
    if not found:
        raise KeyError(f"citing_words.csv has no words of role {role!r}")
    return found


def any_of(role: str) -> str:
    """A pattern for any of the words of `role`."""
    return one_of(words_of(role))
