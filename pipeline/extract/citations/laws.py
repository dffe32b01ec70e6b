"""Laws, codes and ordinances cited by name, and the documents that need no number (the Constitution, Party Statute).

`Luật Đầu tư công` · `Bộ luật Hình sự năm 2015` · `luật Tố tụng hành chính` · `Hiến pháp năm 2013` · `Điều lệ Đảng` ·
`Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.extract.citations.mentions import Named
from pipeline.extract.dates import iso_date
from pipeline.gazetteers import citing
from pipeline.gazetteers.citing import any_of
from pipeline.patterns import DATE, YEAR, one_of
from pipeline.spelling import fold, unmarked_words

_TYPE = re.compile(r"\b(?P<type>bộ luật|luật|pháp lệnh)\s+(?=\w)")
# "pháp luật", "kỷ luật", "dự thảo Luật …" name no law.
_NOT_LAW = re.compile(rf"{any_of('not-law')}\s+$")
_AMENDING = re.compile(
    r"sửa đ[ổô]i(?:,? b[ổô] sung)?(?: một s[ốô])?(?: đi[ềê]u)? (?:của )?(?:các )?"
    r"(?=luật|bộ luật|pháp lệnh|\d{1,2} luật)"
)
# "… của các Luật có liên quan đến …", "… của 11 Luật liên quan đến …": laws that are named by their subject.
_RELATED = re.compile(r"(?:\d{1,2}\s)?luật\s(?:có\s)?liên\squan\sđến\s")
_BASED = re.compile(r"\bcăn cứ\s(?:vào\s)?$")
_AND_LAW = re.compile(r"(?:,| và|, và)\s+(?=luật\s|bộ luật\s|pháp lệnh\s)")
_YEAR = re.compile(rf"\s+(?:\(sửa đổi\)\s+)?(?:năm\s+)?{YEAR}\b(?!\s?[-–/])(?:\s*\(sửa đổi[^)]{{0,40}}\))?")
_DATED = re.compile(rf"\s*,?\s*ngày\s+(?P<date>{DATE})")
# Where the name of a law that is not in the catalogue must have ended.
_ENDS = re.compile(rf"[,;:.()\n“”\"/]|\s{any_of('law-ends')}\b")
_LONGEST = 90


def find_laws(text: str, folded: str, span: tuple[int, int], starts: Iterable[int]) -> Iterator[Named]:
    """Laws cited by name in `text[span]` at `starts`; the year belongs to the name (guidelines, section 5)."""
    end = span[0]
    for start in starts:
        found = _TYPE.match(folded, start, span[1])
        if found is None or start < end or _NOT_LAW.search(folded, max(span[0], found.start() - 12), found.start()):
            continue
        stop, rule = _name_end(text, folded, found.end(), span[1])
        if stop is None:
            continue
        year = _YEAR.match(folded, stop)
        end = year.end() if year else stop
        dated = _DATED.match(folded, end)
        date = iso_date(dated["date"]) if dated else None
        yield Named(found.start(), end, found["type"], text[found.end() : end], None, rule, date)


def find_fixed(text: str, folded: str, span: tuple[int, int], starts: Iterable[int]) -> Iterator[Named]:
    """`Hiến pháp năm 2013`, `Điều lệ Đảng`: documents of which there is one, known by name."""
    for start in starts:
        found = _fixed().match(folded, start, span[1])
        if found is not None:
            kind, issuer = _fixed_rows().get(found["words"], ("hiến pháp", None))
            name = text[start + len(kind) : found.end()].strip()
            yield Named(start, found.end(), kind, name or "Việt Nam", issuer, "fixed")


def _name_end(text: str, folded: str, begin: int, limit: int) -> tuple[int | None, str]:
    """Where the law's name that begins at `begin` ends, and the rule that says so; None when there is no name."""
    amending = _AMENDING.match(folded, begin)
    if amending is not None:
        return _amended_end(text, folded, amending.end(), limit), "amending-law"
    known = _known_names().match(folded, begin)
    if known is not None and (text[begin].isupper() or _capital_before(text, begin)):
        return known.end(), "law"
    if not text[begin].isupper():
        return _lower_end(text, folded, begin, limit), "law-form"
    worn = _known_plain().match(unmarked_words(folded[begin : min(limit, begin + _LONGEST)]))
    if worn is not None:
        return begin + worn.end(), "law"
    stop = _ENDS.search(folded, begin, min(limit, begin + _LONGEST))
    end = stop.start() if stop else min(limit, begin + _LONGEST)
    named = " " in text[begin:end].strip() and not text[begin:end].isupper()  # capitals are a heading
    return (end if named else None), "law-form"


def _lower_end(text: str, folded: str, begin: int, limit: int) -> int | None:
    """`Căn cứ Luật trồng rừng ven biển ngày …`: in a legal basis a name may begin in lower case."""
    kind = next((kind for kind in ("Luật", "Bộ luật", "Pháp lệnh") if text.endswith(f"{kind} ", 0, begin)), "")
    start = begin - len(kind) - 1
    if not kind or _ENDS.match(folded, begin - 1) or not _BASED.search(folded, max(0, start - 14), start):
        return None
    stop = _ENDS.search(folded, begin, min(limit, begin + _LONGEST))
    return stop.start() if stop and " " in text[begin : stop.start()] else None


def _amended_end(text: str, folded: str, begin: int, limit: int) -> int | None:
    """The end of the last law of `… của Luật A và Luật B`."""
    related = _RELATED.match(folded, begin)
    if related is not None:
        close = _ENDS.search(folded, related.end(), min(limit, related.end() + _LONGEST))
        return close.start() if close else None
    end = None
    while found := _TYPE.match(folded, begin):
        stop, _ = _name_end(text, folded, found.end(), limit)
        if stop is None:
            break
        end = stop
        more = _AND_LAW.match(folded, stop)
        if more is None:
            break
        begin = more.end()
    return end


def _capital_before(text: str, begin: int) -> bool:
    """Whether the type word before `begin` is capitalised: `Luật tố tụng hành chính`, `Bộ luật dân sự`."""
    words = text[max(0, begin - 10) : begin].split()
    return any(word[0].isupper() for word in words[-2:] if fold(word) in ("bộ", "luật", "pháp", "lệnh"))


@cache
def _known_names() -> re.Pattern[str]:
    return re.compile(rf"{one_of(fold(law.name) for law in citing.laws())}(?!\w)")


@cache
def _known_plain() -> re.Pattern[str]:
    """The known names without marks, for texts whose marks a scan has worn off."""
    return re.compile(rf"{one_of(unmarked_words(fold(law.name)) for law in citing.laws())}(?!\w)")


@cache
def _fixed_rows() -> dict[str, tuple[str, str | None]]:
    return {fold(f"{row.doc_type} {row.name}"): (row.doc_type, row.issuer) for row in citing.named_documents()}


@cache
def _fixed() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<words>{one_of([*_fixed_rows(), 'hiến pháp'])})(?:\s+năm\s+{YEAR})?(?!\w)")
