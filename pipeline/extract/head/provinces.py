"""Provinces as heads name them, spelled correctly even where a scan or an old habit is not: Hung Yên, Đăk Nông."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache

from pipeline.gazetteers import load
from pipeline.spelling import bare_letters, fold, unmarked

_LIKENESS = 0.85
"""A misread name agrees with the right one in so much of its letters."""
_OF_CITED = re.compile(r"\bngày [^,;.]{3,20} của [^,;.]*$")
_CITED_REACH = 80


def province_named(words: str) -> str | None:
    """The province whose name `words` are, or None.

    >>> province_named("HUNG YÊN"), province_named("Đăk Nông"), province_named("QUÁẢNG NGÃI"), province_named("Vinh")
    ('Hưng Yên', 'Đắk Nông', 'Quảng Ngãi', None)
    """
    key = bare_letters(words)
    names = _names()
    if key in names:
        return names[key]
    close = get_close_matches(key, names, n=1, cutoff=_LIKENESS) if 5 < len(key) < 25 else []
    return names[close[0]] if close else None


def province_in(words: str) -> str | None:
    """The first province named in `words`, a line of a head, whatever its marks and capitals.

    >>> province_in("TINH UY HUNG YEN"), province_in("SỞ TÀI CHÍNH")
    ('Hưng Yên', None)
    """
    found = _in_capitals().search(unmarked(fold(words)))
    return _names()[bare_letters(found[0])] if found else None


def province_cited(text: str, of_cited: bool = False) -> str | None:
    """The first `tỉnh X` or `thành phố X` in running text that is a province, or None.

    Those whose bodies issued a cited document count only where `of_cited`.

    >>> province_cited("theo Công văn ngày 5/6/2020 của UBND tỉnh Hà Nam"), province_cited("ở tỉnh Hà Nam")
    (None, 'Hà Nam')
    """
    for found in _in_text().finditer(text):
        if of_cited or not _OF_CITED.search(text, max(0, found.start() - _CITED_REACH), found.start()):
            return _names()[bare_letters(found["name"])]
    return None


def unit_of(province: str) -> str:
    """What the province is: `tỉnh` or `thành phố`."""
    return next((row.type for row in load.provinces() if row.name == province), "tỉnh")


@cache
def _names() -> dict[str, str]:
    return {bare_letters(alias): row.name for row in load.provinces() for alias in (*row.aliases, row.name)}


@cache
def _in_capitals() -> re.Pattern[str]:
    names = sorted({unmarked(fold(row.name)) for row in load.provinces()}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(name).replace(r"\ \-\ ", r"\s?-\s?") for name in names) + r")\b")


@cache
def _in_text() -> re.Pattern[str]:
    names = sorted({alias for row in load.provinces() for alias in (*row.aliases, row.name)}, key=len, reverse=True)
    names = [name for name in names if name[0].isupper() and not name.startswith(("Tỉnh", "Thành phố", "TP"))]
    return re.compile(rf"\b(?:[Tt]ỉnh|[Tt]hành phố|TP\.?)\s+(?P<name>{'|'.join(map(re.escape, names))})\b")
