"""The only reader of the gazetteers. A row that breaks its schema fails loudly with file and line.

A table is a CSV file beside this module; its schema is a frozen dataclass whose fields are the columns, in any
order: `str` (required), `str | None` (an empty cell is None), `bool` (yes/no) or `tuple[str, ...]` (`|` separates).
"""

from __future__ import annotations

import csv
import unicodedata
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import TypeVar, get_type_hints

from pipeline.errors import GazetteerError
from pipeline.spelling import fold

FOLDER = Path(__file__).parent
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class DocumentType:
    """`abbreviations` stand in symbols (`NQ`), `forms` in running text; `side` is state, party or both.

    `titled`: texts also cite it by a proper name without number.
    """

    name: str
    abbreviations: tuple[str, ...]
    side: str
    forms: tuple[str, ...]
    titled: bool


@dataclass(frozen=True, slots=True)
class Issuer:
    """What the issuer part of a symbol stands for. `unique`: the code alone names one body."""

    code: str
    name: str
    level: str
    branch: str
    unique: bool
    body_id: str | None
    variants: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None


@dataclass(frozen=True, slots=True)
class Province:
    """A province as it was before 2025-07-01 and the one it became part of then.

    `type` and `type_2025` are `tỉnh` or `thành phố`; `city_since` is the day on which a tỉnh became a thành phố.
    """

    name: str
    type: str
    slug: str
    aliases: tuple[str, ...]
    name_2025: str
    type_2025: str
    city_since: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """A body or a collective of bodies. `name` is canonical; a provincial one is named without its province."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    branch: str
    level: str
    valid_from: str | None
    valid_to: str | None
    successors: tuple[str, ...]


def read_table(name: str, schema: type[Row], folder: Path = FOLDER) -> tuple[Row, ...]:
    """The rows of `name`.csv in file order, as instances of the dataclass `schema`.

    Raises GazetteerError (file and line) for a missing column, an empty required cell, a bad yes/no or text not NFC.
    """
    path = folder / f"{name}.csv"
    kinds = get_type_hints(schema)
    columns = [field.name for field in fields(schema)]  # type: ignore[arg-type]
    rows = []
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if sorted(reader.fieldnames or ()) != sorted(columns):
            raise GazetteerError(f"{path.name}:1: columns are {reader.fieldnames}, not {columns}")
        for row in reader:
            place = f"{path.name}:{reader.line_num}"
            rows.append(
                schema(**{column: _cell(row[column], kinds[column], f"{place}: {column}") for column in columns})
            )
    return tuple(rows)


def _cell(value: str | None, kind: object, place: str) -> object:
    if value is None:
        raise GazetteerError(f"{place}: the row is too short")
    if not unicodedata.is_normalized("NFC", value) or value != value.strip():
        raise GazetteerError(f"{place}: {value!r} is not NFC or has spaces at its ends")
    if kind is bool:
        if value not in ("yes", "no"):
            raise GazetteerError(f"{place}: {value!r} is neither yes nor no")
        return value == "yes"
    if kind is str and not value:
        raise GazetteerError(f"{place}: empty")
    if kind in (str, str | None):
        return value or None
    return tuple(part for part in value.split("|") if part)


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Types of documents of State and Party (Decree 30/2020/NĐ-CP, annex III; Party Regulation 399-QĐ/TW)."""
    return read_table("document_types", DocumentType)


@cache
def type_codes() -> frozenset[str]:
    """The abbreviations of all types of documents."""
    return frozenset(code for row in document_types() for code in row.abbreviations)


@cache
def issuers() -> tuple[Issuer, ...]:
    """Issuer codes of symbols."""
    return read_table("issuers", Issuer)


@cache
def issuers_by_code() -> dict[str, Issuer]:
    """The issuers by code and by its variants; the first row of a code counts."""
    return {code: row for row in reversed(issuers()) for code in (*row.variants, row.code)}


@cache
def provinces() -> tuple[Province, ...]:
    """The 63 provinces before 2025-07-01, each with its successor (Resolution 202/2025/QH15)."""
    return read_table("provinces", Province)


@cache
def province_spellings() -> dict[str, str]:
    """Name or alias of a province, folded → its settled name."""
    return {fold(alias): row.name for row in provinces() for alias in (row.name, *row.aliases)}


@cache
def bodies() -> tuple[Body, ...]:
    """The catalogue of bodies and collectives."""
    return read_table("bodies", Body)
