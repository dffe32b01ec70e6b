"""What identifies a document that is cited by its name: a law, a congress, a plenum, a titled scheme.

`Luật Đất đai năm 2013` · `Nghị quyết Đại hội XIII của Đảng` · `Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII` ·
`Nghị quyết Trung ương 4 khóa XII` · `Đề án 06` · `Kế hoạch cải cách hành chính năm 2019`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteers import linking
from pipeline.link.ids import slug
from pipeline.link.words import is_national, plain_words, words
from pipeline.patterns import one_of
from pipeline.spelling import fold

NATIONAL_CONGRESS = "Đại hội Đảng"
CONSTITUTION = "hiến pháp"  # there is one: "Việt Nam" is no name of it
PLENUM = "Ban Chấp hành Trung ương"
_EDITION = re.compile(r"(?: sửa đổi)?(?: năm)? (?P<year>(?:19|20)\d\d)(?: sửa đổi)?$")


@dataclass(frozen=True, slots=True)
class Name:
    """`key` is a slug. `year` is that of a law's edition, `issuer` what the name itself tells, `national` its scope.

    `recurs`: other documents bear the same name later, as the editions of a law do.
    """

    key: str
    year: str | None = None
    issuer: str | None = None
    national: bool = False
    recurs: bool = False


@lru_cache(maxsize=1 << 16)
def parse_name(doc_type: str, name: str) -> Name:
    """The parts of the name behind the type word.

    >>> parse_name("luật", "Đất đai năm 2013").key, parse_name("luật", "Đất đai năm 2013").year
    ('dat-dai', '2013')
    >>> parse_name("nghị quyết", "Đại hội đại biểu toàn quốc lần thứ XIII").key
    'dai-hoi-13'
    >>> parse_name("nghị quyết", "Trung ương 4 khóa XII").key
    'trung-uong-4-khoa-12'
    """
    key = plain_words(name)
    issuer = _type_issuers().get(doc_type)
    if issuer is not None:
        return _law(doc_type, key, issuer)
    known = _national_documents().get((doc_type, key))
    if known is not None:
        return Name(slug(key), issuer=known, national=True)
    return _congress(key) or _plenum(key) or Name(slug(key), national=is_national(words(name)))


def _law(doc_type: str, key: str, issuer: str) -> Name:
    edition = _EDITION.search(f" {key}")
    stem = f" {key}"[: edition.start()].strip() if edition else key
    if doc_type == CONSTITUTION:
        stem = doc_type
    return Name(slug(stem or doc_type), edition["year"] if edition else None, issuer, national=True, recurs=True)


def _congress(key: str) -> Name | None:
    """By the ordinal and the Party organisation: `đại hội đảng bộ tỉnh lần thứ xix nhiệm kỳ 2020 2025`."""
    found = _congress_pattern().match(key)
    if found is None:
        return None
    number = f"dai-hoi-{_value(found['nth'] or found['bare'])}"
    if "đảng bộ" in found["whose"]:
        return Name(number, issuer=f"đại hội{found['whose']}")
    return Name(number, issuer=NATIONAL_CONGRESS, national=True)


def _plenum(key: str) -> Name | None:
    """By its number and the term: `hội nghị lần thứ sáu ban chấp hành trung ương khóa xii`."""
    meeting, term = _meeting_pattern().search(key), _term_pattern().search(key)
    if meeting is None or term is None or "trung ương" not in key:
        return None
    number = f"trung-uong-{_value(meeting['nth'])}-khoa-{_value(term['term'])}"
    return Name(number, issuer=PLENUM, national=True)


def _value(ordinal: str) -> str:
    return _ordinals().get(ordinal, ordinal)


@cache
def _ordinals() -> dict[str, str]:
    return {fold(row.printed): row.value for row in linking.ordinals()}


@cache
def _type_issuers() -> dict[str, str]:
    return {row.doc_type: row.issuer for row in linking.type_issuers()}


@cache
def _national_documents() -> dict[tuple[str, str], str]:
    rows = linking.national_documents()
    return {(row.doc_type, plain_words(row.name)): row.issuer for row in rows}


@cache
def _numerals() -> str:
    return rf"\d{{1,2}}|{one_of(_ordinals())}"


@cache
def _congress_pattern() -> re.Pattern[str]:
    # A numeral in words only behind "lần thứ": "năm" is also the year.
    return re.compile(
        rf"(?:của )?đại hội(?P<whose>(?: \w+){{0,12}}?) (?:lần thứ (?P<nth>{_numerals()})|(?P<bare>[ivx]+|\d\d?))(?!\w)"
    )


@cache
def _meeting_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:lần thứ|trung ương) (?P<nth>{_numerals()})(?!\w)")


@cache
def _term_pattern() -> re.Pattern[str]:
    return re.compile(r" khóa (?P<term>[ivx]+|\d\d?)$")
