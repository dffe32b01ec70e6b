"""Who issued a cited document: from the words beside the mention, else from its symbol.

A provincial issuer always carries its province; "UBND tỉnh" in a provincial document is that of the document.
Forms: `Chính phủ`, `Bộ trưởng Bộ Y tế`, `Chủ tịch UBND tỉnh`, `Ban Thường vụ Tỉnh ủy Lai Châu`, `Sở Tài chính`,
`Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII`, `Đoàn Kiểm tra cải cách hành chính tỉnh năm 2019`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.symbols import Symbol
from pipeline.gazetteers import load
from pipeline.model import Head
from pipeline.spelling import fold

_WORD = re.compile(r"\w+(?:[-&]\w+)*")
_AUTHORITY = re.compile(
    r"""
    (?P<office> (?:phó\s)?chủ\stịch\s | thường\strực\s | văn\sphòng\s )?
    (?P<body> ubnd | hđnd | ủy\sban\snhân\sdân | hội\sđồng\snhân\sdân )
    (?: \s (?P<unit> tỉnh | thành\sphố | tp\.? | huyện | quận | thị\sxã | thị\strấn | xã | phường | đặc\skhu ) \b )?
    """,
    re.VERBOSE,
)
_PARTY = re.compile(
    r"""
    (?P<organ> (?: ban\sthường\svụ | btv | ban\schấp\shành | bch | thường\strực ) \s )?
    (?P<committee> tỉnh\sủy | thành\sủy | huyện\sủy | quận\sủy | thị\sủy | đảng\sbộ\s(?P<unit> tỉnh | thành\sphố | huyện ) )
    \b
    """,
    re.VERBOSE,
)
_PLENUM = re.compile(r"(?:hội nghị (?:lần thứ [\w ]{1,12}?,? )?(?:của )?)?(?:ban chấp hành|bch) (?:trung ương|tw)(?: đảng)?\b")
_UNNAMED = re.compile(r"(?:đoàn|ban|tổ|hội đồng|ủy ban|trung tâm|công ty|đảng ủy|phòng|tổng công ty|tập đoàn|học viện)\s")
_TITLE_BEGINS = re.compile(
    r"\s(?:về|v/v|quy định|ban hành|phê duyệt|sửa đổi|hướng dẫn|triển khai|thực hiện|tại|và|là|thông báo|gửi|đã|được)\b"
    r"|[;:.,()\n“\"]|\s(?:ngày\s\d)"
)
_HEADS_OF = re.compile(r"(?:bộ trưởng|thống đốc|giám đốc|tổng thanh tra|chủ nhiệm|thủ trưởng|tổng giám đốc)\s")
_WORDS = {
    "ubnd": "Ủy ban nhân dân",
    "ủy ban nhân dân": "Ủy ban nhân dân",
    "hđnd": "Hội đồng nhân dân",
    "hội đồng nhân dân": "Hội đồng nhân dân",
    "btv": "Ban Thường vụ",
    "bch": "Ban Chấp hành",
    "tp": "thành phố",
    "tp.": "thành phố",
}
_PROVINCE_UNITS = ("tỉnh", "thành phố", "")


@dataclass(frozen=True, slots=True)
class IssuerMention:
    """An issuer's full name and the offset where its words end."""

    name: str
    end: int


def issuer_at(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    """The issuer whose words begin at `position` of `text` (`folded` is its folded form), or None.

    Known bodies by their catalogue names, authorities and Party committees by grammar, others (`Đoàn …`, `Ban …`)
    up to the words that open a title.
    """
    return (
        _authority(text, folded, position, head)
        or _committee(text, folded, position, head)
        or _plenum(folded, position)
        or _catalogued(text, folded, position, head)
        or _unnamed(text, folded, position, head)
    )


def issuer_of_symbol(symbol: Symbol, head: Head) -> str | None:
    """The issuer that the symbol settles: a code of one body, or a provincial code in a provincial document."""
    row = _codes().get(symbol.issuer_code or "")
    if row is None or row.code in ("TW", "TƯ"):
        return None
    name = re.sub(r"\s+khóa\s+[IVXLC]+$", "", row.name)
    if row.unique:
        return name
    if row.code == "TU":
        return f"{_party_committee(head.province)} {head.province}" if head.province else None
    if row.code in ("UBND", "UB", "HĐND"):
        return _bare_authority("Hội đồng nhân dân" if row.code == "HĐND" else "Ủy ban nhân dân", head)
    if row.level != "province" or head.province is None:
        return None
    return with_province(name, head.province)


def compatible(issuer: str, symbol: Symbol) -> bool:
    """Whether `issuer`, found somewhere before the mention, can have issued under the symbol's code.

    >>> # "Chủ tịch UBND tỉnh … tại Quyết định số 5/QĐ-UBND"
    """
    code = symbol.issuer_code or ""
    if code in ("UBND", "UB", "HĐND"):
        return ("Hội đồng nhân dân" if code == "HĐND" else "Ủy ban nhân dân") in issuer and "Văn phòng" not in issuer
    if code == "TU":
        return "Tỉnh ủy" in issuer or "Thành ủy" in issuer or "Đảng bộ" in issuer
    if code in ("TW", "TƯ"):
        return issuer in ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương")
    row = _codes().get(code)
    return row is not None and issuer.startswith(row.name)


def with_province(name: str, province: str) -> str:
    """`Sở Tài chính` → `Sở Tài chính tỉnh Lai Châu`; `Thanh tra tỉnh` → `Thanh tra tỉnh Lai Châu`."""
    if province in name:
        return name
    unit = province_type(province)
    name = re.sub(r"\s(?:tỉnh|thành phố)$", "", name)
    if re.search(r"\b(?:Tỉnh|Thành) ủy$", name):
        return f"{name} {province}"
    return f"{name} {unit} {province}"


@cache
def province_type(province: str) -> str:
    """`tỉnh` or `thành phố`; `tỉnh` for an unknown name."""
    return next((row.type for row in load.provinces() if row.name == province), "tỉnh")


def _authority(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    found = _AUTHORITY.match(folded, position)
    if found is None:
        return None
    office = (found["office"] or "").strip().capitalize()
    body = " ".join(filter(None, (office.replace("tịch", "tịch"), _WORDS[found["body"]])))
    if found["unit"] is None:
        return IssuerMention(_bare_authority(body, head) or body, found.end())
    unit = _WORDS.get(found["unit"], found["unit"])
    place = _place(text, folded, found.end())
    if place is not None:
        return IssuerMention(f"{body} {unit} {place.name}", place.end)
    if unit in _PROVINCE_UNITS and head.province:
        return IssuerMention(f"{body} {province_type(head.province)} {head.province}", found.end())
    return IssuerMention(f"{body} {unit}", found.end())


def _bare_authority(body: str, head: Head) -> str | None:
    """UBND without a level is that of the document's own issuer, else that of its province."""
    lower = re.search(r"(?:nhân dân|ủy) ((?:huyện|quận|thị xã|xã|phường|đặc khu) .+)", head.issuer or "")
    if lower:
        return f"{body} {lower[1]}"
    return f"{body} {province_type(head.province)} {head.province}" if head.province else None


def _committee(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    found = _PARTY.match(folded, position)
    if found is None:
        return None
    organ = (found["organ"] or "").strip()
    committee = found["committee"]
    name = "Đảng bộ " + found["unit"] if found["unit"] else committee.capitalize()
    words = " ".join(filter(None, (_WORDS.get(organ, organ.title().replace("Vụ", "vụ").replace("Hành", "hành")), name)))
    place = _place(text, folded, found.end())
    if place is not None:
        return IssuerMention(f"{words} {place.name}", place.end)
    provincial = committee in ("tỉnh ủy", "thành ủy") or found["unit"] in _PROVINCE_UNITS
    return IssuerMention(f"{words} {head.province}" if provincial and head.province else words, found.end())


def _plenum(folded: str, position: int) -> IssuerMention | None:
    found = _PLENUM.match(folded, position)
    return IssuerMention("Ban Chấp hành Trung ương", found.end()) if found else None


def _catalogued(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    office = _HEADS_OF.match(folded, position)
    begin = office.end() if office else position
    ends = [word.end() for word in _WORD.finditer(folded, begin, begin + 90)][:14]
    for end in reversed(ends):
        body = _catalogue().get(folded[begin:end])
        if body is not None:
            return _catalogue_mention(text, folded, (position, begin, end), body, head)
    return None


def _catalogue_mention(
    text: str, folded: str, span: tuple[int, int, int], body: load.Body, head: Head
) -> IssuerMention:
    position, begin, end = span
    # A minister signs for himself (Law on Promulgation, article 4); a director signs for the department.
    office = text[position:begin] if body.level == "central" else ""
    if body.level == "central":
        return IssuerMention(office[:1].upper() + office[1:] + body.name, end)
    place = _place(text, folded, end)
    if place is not None:
        return IssuerMention(with_province(body.name, place.name), place.end)
    return IssuerMention(with_province(body.name, head.province) if head.province else body.name, end)


def _unnamed(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    if not _UNNAMED.match(folded, position) or not text[position].isupper():
        return None
    stop = _TITLE_BEGINS.search(folded, position, position + 90)
    if stop is None:
        return None
    name = text[position : stop.start()].strip()
    if head.province and head.province not in name:
        name = re.sub(r"\btỉnh\b(?! [A-ZĐ])", f"tỉnh {head.province}", name, count=1)
    return IssuerMention(name, stop.start())


def _place(text: str, folded: str, position: int) -> IssuerMention | None:
    """A province's name (in its catalogue spelling) or any capitalised name right behind `position`."""
    rest = re.compile(r"\s+(?:(?:tỉnh|thành phố|tp\.?)\s+)?").match(folded, position)
    if rest is None:
        return None
    for alias, name in _province_names():
        if folded.startswith(alias, rest.end()) and not folded[rest.end() + len(alias) : rest.end() + len(alias) + 1].isalpha():
            return IssuerMention(name, rest.end() + len(alias))
    named = re.compile(r"[A-ZĐÀ-ỸĂƠƯ]\w*(?:\s+[A-ZĐÀ-ỸĂƠƯ][\w']*){0,3}").match(text, rest.end())
    if named is None or _AUTHORITY.match(folded, rest.end()) or _PARTY.match(folded, rest.end()):
        return None
    return IssuerMention(named[0], named.end())


def _party_committee(province: str) -> str:
    return "Thành ủy" if province_type(province) == "thành phố" else "Tỉnh ủy"


@cache
def _province_names() -> tuple[tuple[str, str], ...]:
    """(folded alias, name), longest first."""
    pairs = {fold(alias): row.name for row in load.provinces() for alias in (row.name, *row.aliases)}
    return tuple(sorted(pairs.items(), key=lambda pair: -len(pair[0])))


@cache
def _catalogue() -> dict[str, load.Body]:
    return {
        fold(name): body
        for body in reversed(load.bodies())
        if body.kind != "collective"
        for name in (*body.aliases, body.name)
    }


@cache
def _codes() -> dict[str, load.Issuer]:
    return {code: issuer for issuer in reversed(load.issuers()) for code in (*issuer.variants, issuer.code)}
