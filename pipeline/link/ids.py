"""The one identity of a document: an Akoma Ntoso FRBR work URI.

    /akn/vn/doc/nghi-quyet/chinh-phu/2021-07-15/76-nq-cp
         │      │          │         │          └ number and symbol, or the name where there is no number
         │      │          │         └ date, month or year; `_` where nothing tells it
         │      │          └ issuer, as the owner of the number series; `_` where nothing tells it
         │      └ type of document
         └ jurisdiction: `vn`, or `vn-` and the province

Naming convention: OASIS Akoma Ntoso 1.0, Naming Convention, section 4.4; the parts: Decree 30/2020/NĐ-CP, annex I.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

OPEN = "_"
_LONGEST = 120
_LETTERS = str.maketrans({"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"})
_GAP = re.compile(r"[^a-z0-9]+")
_DOT_IN_NUMBER = re.compile(r"(?<=[0-9])\.(?=[0-9])")
_SLUG = r"[a-z0-9]+(?:[.-][a-z0-9]+)*"
_URI = re.compile(
    rf"""
    /akn
    /(?P<jurisdiction> vn (?:-[a-z0-9]+)* )
    /doc
    /(?P<doc_type> {_SLUG} )
    /(?P<issuer>   {_SLUG} | {OPEN} )
    /(?P<date>     [0-9]{{4}} (?: -[0-9]{{2}} ){{0,2}} | {OPEN} )
    /(?P<number>   {_SLUG} )
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=1 << 16)
def slug(text: str) -> str:
    """`text` in ASCII letters, digits and hyphens, lower case; a dot survives only between two digits.

    A slug is its own slug. Text without any letter or digit gives `x`; one that is longer than any file system
    takes is cut and closed with eight digits of its SHA-256, so that two of them do not meet.

    >>> slug("Nghị quyết"), slug("Đắk Lắk"), slug("30c/NQ-CP"), slug("66.7/2025/NQ-CP"), slug("TT.HĐND")
    ('nghi-quyet', 'dak-lak', '30c-nq-cp', '66.7-2025-nq-cp', 'tt-hdnd')
    """
    bare = unicodedata.normalize("NFKD", text.translate(_LETTERS)).lower()
    plain = "".join(letter for letter in bare if not unicodedata.combining(letter))
    parts = _DOT_IN_NUMBER.split(plain)
    joined = ".".join(filter(None, (_GAP.sub("-", part).strip("-") for part in parts))) or "x"
    if len(joined) <= _LONGEST:
        return joined
    return f"{joined[: _LONGEST - 9].rstrip('.-')}-{sha256(joined.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class DocumentId:
    """The parts of the URI, each already a slug; `issuer` and `date` are None where nothing tells them."""

    jurisdiction: str
    doc_type: str
    issuer: str | None
    date: str | None
    number: str

    @classmethod
    def parse(cls, text: str) -> DocumentId:
        """The inverse of `format`. Raises ValueError for anything that is no such URI."""
        found = _URI.fullmatch(text)
        if found is None:
            raise ValueError(f"not the URI of a document: {text[:200]!r}")
        jurisdiction, doc_type, issuer, date, number = found.groups()
        return cls(jurisdiction, doc_type, None if issuer == OPEN else issuer, None if date == OPEN else date, number)

    def format(self) -> str:
        """The URI.

        >>> DocumentId("vn-lai-chau", "nghi-quyet", "tinh-uy", "2021-05-20", "08-nq-tu").format()
        '/akn/vn-lai-chau/doc/nghi-quyet/tinh-uy/2021-05-20/08-nq-tu'
        >>> DocumentId.parse("/akn/vn/doc/luat/quoc-hoi/_/dau-tu-cong").date is None
        True
        """
        return "/".join(
            (
                "/akn",
                self.jurisdiction,
                "doc",
                self.doc_type,
                self.issuer or OPEN,
                self.date or OPEN,
                self.number,
            )
        )
