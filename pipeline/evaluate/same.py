"""When what was found counts as what was wanted: all the forgiveness of the measure, in one place."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from pipeline import spelling
from pipeline.evaluate.answers import Row

_WRITTEN_OUT = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân", "mttq": "mặt trận tổ quốc"}
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_PLURAL = re.compile(r"^(?:các|những) ")
_CLAUSE_LETTERS = 24


def plain(value: object) -> str:
    """One spelling per meaning: case, tone marks, dashes, spaces, edge punctuation and three abbreviations aside.

    >>> plain(" Uỷ ban nhân dân  tỉnh.") == plain("UBND tỉnh")
    True
    """
    text = spelling.fold(unicodedata.normalize("NFC", "" if value is None else str(value)))
    words = " ".join(text.split()).strip(" .,;:()\"'“”*").split(" ")
    return " ".join(_WRITTEN_OUT.get(word, word) for word in words)


def plain_number(value: object) -> str:
    """A number without spaces and leading zeros: `08 /CT-UBND` is `8/CT-UBND`."""
    return _LEADING_ZEROS.sub("", plain(value).replace(" ", ""))


def plain_date(value: object) -> str:
    """The ISO day, without a time."""
    return plain(value)[:10]


def plain_body(value: object) -> str:
    """A body without its plural word: `các cơ quan có liên quan` is `cơ quan liên quan`."""
    return _PLURAL.sub("", re.sub(r"\bcó liên quan\b", "liên quan", plain(value)))


def alike(left: str, right: str) -> bool:
    """Two wordings of one name: one holds the other, or four fifths of their letters agree."""
    if not left or not right:
        return left == right
    return left in right or right in left or SequenceMatcher(None, left, right).ratio() >= 0.8


def same_clause(wanted: Row, found: Row) -> bool:
    """The same path and the same first letters, of which a scan may get a quarter wrong."""
    if (wanted["clause"] or "").strip() != (found["clause"] or "").strip():
        return False
    left, right = _beginning(wanted), _beginning(found)
    size = min(len(left), len(right))
    return left[:size] == right[:size] or SequenceMatcher(None, left[:size], right[:size]).ratio() >= 0.75


def same_document(wanted: Row, found: Row) -> bool:
    """Two citations of one document: type and number agree, or, where there is no number, type and name."""
    if plain(wanted["doc_type"]) != plain(found["doc_type"]):
        return False
    numbers = plain_number(wanted["number"]), plain_number(found["number"])
    return numbers[0] == numbers[1] if any(numbers) else alike(plain(wanted["name"]), plain(found["name"]))


def same_citation(wanted: Row, found: Row) -> bool:
    """Two citations of one document in one clause."""
    return (wanted["clause"] or "") == (found["clause"] or "") and same_document(wanted, found)


def _beginning(clause: Row) -> str:
    return plain(re.sub(r"[*#_]+", "", clause["text"] or ""))[:_CLAUSE_LETTERS]
