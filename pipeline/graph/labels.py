"""What people read on nodes and edges."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteers.load import read_table
from pipeline.model import Head

ELLIPSIS = "…"
_LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class Label:
    """The Vietnamese words for the kind of an edge."""

    term: str
    label: str


@cache
def _labels() -> dict[str, str]:
    return {row.term: row.label for row in read_table("labels", Label)}


def kind_label(kind: str) -> str:
    """The words for the kind of an edge; a kind that is not in the gazetteer stands for itself.

    >>> kind_label("cites:based_on"), kind_label("assigns:lead"), kind_label("cites:quotes")
    ('căn cứ', 'chủ trì', 'cites:quotes')
    """
    return _labels().get(kind, kind)


def document_label(doc_type: str | None, name: str | None, issuer: str | None, date: str | None) -> str:
    """Type and number (or name) of a document with issuer and date, as far as they are known.

    >>> document_label("nghị quyết", "76/NQ-CP", "Chính phủ", "2021-07-15")
    'Nghị quyết 76/NQ-CP (Chính phủ, 15/7/2021)'
    >>> document_label("luật", "Đầu tư công", None, None)
    'Luật Đầu tư công'
    """
    kind = doc_type or "văn bản"
    words = f"{kind[:1].upper()}{kind[1:]} {shorten(name or ELLIPSIS)}"
    origin = ", ".join(part for part in (issuer, vietnamese_date(date)) if part)
    return f"{words} ({origin})" if origin else words


def document_name(number: str | None, symbol: str | None, title: str | None) -> str | None:
    """What a document of the corpus is called by; one whose number is blank goes by its symbol or its title.

    >>> document_name("76/NQ-CP", "NQ-CP", None), document_name(None, "NQ-CP", "Về việc số hóa")
    ('76/NQ-CP', '…/NQ-CP')
    """
    return number or (f"{ELLIPSIS}/{symbol}" if symbol else title)


def head_label(head: Head) -> str:
    """The label of a document of the corpus."""
    return document_label(head.doc_type, document_name(head.number, head.symbol, head.title), head.issuer, head.date)


@lru_cache(maxsize=1 << 14)
def vietnamese_date(date: str | None) -> str | None:
    """An ISO date, whole or partial, as it is written in Vietnam.

    >>> vietnamese_date("2021-07-05"), vietnamese_date("2025-02"), vietnamese_date("2021")
    ('5/7/2021', '2/2025', '2021')
    """
    return "/".join(part.lstrip("0") for part in reversed(date.split("-"))) if date else None


def shorten(text: str, longest: int = _LONGEST_TITLE) -> str:
    """`text`, cut at a word and closed with an ellipsis where it is longer than `longest`."""
    if len(text) <= longest:
        return text
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + ELLIPSIS
