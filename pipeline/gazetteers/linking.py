"""The facts that only `link` needs: number series, terms of the Party, short forms, what is the nation's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table


@dataclass(frozen=True, slots=True)
class PartyTerm:
    """A term of the Party's committees, congress to congress; `level` is central or province."""

    level: str
    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class NumberSeries:
    """A body that shares one series of numbers with others of the same `slug`, and the offices that sign for it."""

    slug: str
    level: str
    codes: tuple[str, ...]
    body: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contraction:
    """Words of bodies' names that are printed in full or short; `normal` stands for both when names are compared."""

    printed: str
    normal: str


@dataclass(frozen=True, slots=True)
class NationalWord:
    """Words that mark a body or a titled programme as the nation's, anywhere in its name or only at its start."""

    words: str
    at_start: bool


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A Roman numeral or a numeral in words and the number it means."""

    printed: str
    value: str


@dataclass(frozen=True, slots=True)
class TypeIssuer:
    """The only body that issues documents of a type which are cited by name and come in editions."""

    doc_type: str
    issuer: str


@dataclass(frozen=True, slots=True)
class NationalDocument:
    """A document that all know by a short name (`Đề án 06`), and who issued it."""

    doc_type: str
    name: str
    issuer: str


@cache
def party_terms() -> tuple[PartyTerm, ...]:
    """Terms of the Central Committee (VI to XIV) and of the provincial committees: Party numbers restart in each."""
    return read_table("party_terms", PartyTerm)


@cache
def number_series() -> tuple[NumberSeries, ...]:
    """Bodies that number their documents in one series (Party Guidance 05-HD/VPTW: TW and TU cover several)."""
    return read_table("number_series", NumberSeries)


@cache
def contractions() -> tuple[Contraction, ...]:
    """Long and short forms inside bodies' names."""
    return read_table("contractions", Contraction)


@cache
def national_words() -> tuple[NationalWord, ...]:
    """Words that mark what is no province's own."""
    return read_table("national_words", NationalWord)


@cache
def ordinals() -> tuple[Ordinal, ...]:
    """Ordinals of congresses and plenums."""
    return read_table("ordinals", Ordinal)


@cache
def type_issuers() -> tuple[TypeIssuer, ...]:
    """Laws and their like (Law 64/2025/QH15 on promulgation, article 4)."""
    return read_table("type_issuers", TypeIssuer)


@cache
def national_documents() -> tuple[NationalDocument, ...]:
    """Documents of the nation known by a short name."""
    return read_table("national_documents", NationalDocument)
