"""Who issued a cited document, by the words beside the mention.

A provincial issuer always carries its province; "UBND tỉnh" in a provincial document is that of the document.
Forms: `Chính phủ`, `Bộ trưởng Bộ Y tế`, `Chủ tịch UBND tỉnh`, `Ban Thường vụ Tỉnh ủy Lai Châu`, `Sở Tài chính`,
`Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII`, `Đoàn Kiểm tra cải cách hành chính tỉnh năm 2019`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.citations.localities import PROVINCIAL, bare_authority, local_unit, province_unit, with_province
from pipeline.gazetteers import load
from pipeline.gazetteers.citing import any_of
from pipeline.model import Head
from pipeline.spelling import UPPER, fold

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
    (?P<committee> (?:tỉnh|thành|huyện|quận|thị)\sủy | đảng\sbộ\s(?P<unit> tỉnh | thành\sphố | huyện ) ) \b
    """,
    re.VERBOSE,
)
_PLENUM = re.compile(
    r"(?:hội nghị (?:lần )?(?:thứ [\w ]{1,12}?,? )?(?:của )?)?(?:ban chấp hành|bch) (?:trung ương|tw)(?: đảng)?\b"
)
_POLITBURO_AND_SECRETARIAT = re.compile(r"bộ chính trị(?:,| và) ban bí thư\b")
_AGENCY = re.compile(rf"{any_of('agency')}\s")
_MINISTER = re.compile(rf"{any_of('minister')}\s")
_INSPECTORS = re.compile(r"thanh tra\s(?=bộ\s)")
_ENDS = re.compile(rf"\s{any_of('ends-issuer')}(?!\w)|[;:.,()\n“\"]")
_UNIT = re.compile(r"\s+(?:(?:tỉnh|thành phố|tp\.?)\s+)?")
_NAME = re.compile(rf"[{UPPER}]\w*(?:\s+[{UPPER}][\w']*){{0,3}}")
_WORD = re.compile(r"\w+(?:[-&]\w+)*")
_LONG = {
    "ubnd": "Ủy ban nhân dân",
    "ủy ban nhân dân": "Ủy ban nhân dân",
    "hđnd": "Hội đồng nhân dân",
    "hội đồng nhân dân": "Hội đồng nhân dân",
    "btv": "Ban Thường vụ",
    "ban thường vụ": "Ban Thường vụ",
    "bch": "Ban Chấp hành",
    "ban chấp hành": "Ban Chấp hành",
    "thường trực": "Thường trực",
    "tp": "thành phố",
    "tp.": "thành phố",
}
_LONGEST = 140


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
        or _central_party(folded, position)
        or _catalogued(text, folded, position, head)
        or _unlisted(text, folded, position, head)
    )


def _authority(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    """`Chủ tịch UBND tỉnh`, `HĐND thành phố Hà Nội`, `UBND huyện Bình Sơn`, `UBND`."""
    found = _AUTHORITY.match(folded, position)
    if found is None:
        return None
    body = " ".join(filter(None, ((found["office"] or "").strip().capitalize(), _LONG[found["body"]])))
    if found["unit"] is None:
        return IssuerMention(bare_authority(body, head) or body, found.end())
    unit = _LONG.get(found["unit"], found["unit"])
    place = _place(text, folded, found.end(), any_name=unit not in PROVINCIAL)
    if place is not None:
        return IssuerMention(f"{body} {unit} {place.name}", place.end)
    if unit in PROVINCIAL and head.province:
        return IssuerMention(f"{body} {province_unit(head.province, head)} {head.province}", found.end())
    local = local_unit(head)
    if local is not None and local["unit"] == unit:
        return IssuerMention(f"{body} {local['name']}", found.end())
    return IssuerMention(f"{body} {unit}", found.end())


def _committee(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    """`Ban Thường vụ Tỉnh ủy`, `Ban Chấp hành Đảng bộ tỉnh Lai Châu`, `Thành ủy Hà Nội`."""
    found = _PARTY.match(folded, position)
    if found is None:
        return None
    committee = f"Đảng bộ {found['unit']}" if found["unit"] else found["committee"].capitalize()
    name = " ".join(filter(None, (_LONG.get((found["organ"] or "").strip()), committee)))
    provincial = found["unit"] in PROVINCIAL or found["committee"] in ("tỉnh ủy", "thành ủy")
    place = _place(text, folded, found.end(), any_name=not provincial)
    if place is not None:
        return IssuerMention(f"{name} {place.name}", place.end)
    return IssuerMention(f"{name} {head.province}" if provincial and head.province else name, found.end())


def _central_party(folded: str, position: int) -> IssuerMention | None:
    """`Hội nghị lần thứ sáu Ban Chấp hành Trung ương`; `Bộ Chính trị, Ban Bí thư`, who conclude together."""
    plenum = _PLENUM.match(folded, position)
    if plenum is not None:
        return IssuerMention("Ban Chấp hành Trung ương", plenum.end())
    both = _POLITBURO_AND_SECRETARIAT.match(folded, position)
    return IssuerMention("Bộ Chính trị, Ban Bí thư", both.end()) if both else None


def _catalogued(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    """The longest name of the catalogue at `position`; a minister signs for himself, a director for the department."""
    minister = _MINISTER.match(folded, position) or _INSPECTORS.match(folded, position)
    begin = minister.end() if minister else position
    ends = [word.end() for word in _WORD.finditer(folded, begin, begin + _LONGEST)]
    end = next((end for end in reversed(ends) if folded[begin:end] in _catalogue()), None)
    if end is None:
        return None
    body = _catalogue()[folded[begin:end]]
    if body.level == "central":
        office = text[position:begin]
        return IssuerMention(office[:1].upper() + office[1:] + body.name, end)
    place = _place(text, folded, end)
    province = place.name if place else head.province
    return IssuerMention(
        with_province(body.name, province, head) if province else body.name, place.end if place else end
    )


def _unlisted(text: str, folded: str, position: int, head: Head) -> IssuerMention | None:
    """A body by its form, up to the words that open a title."""
    if not _AGENCY.match(folded, position) or not text[position].isupper():
        return None
    stop = _ENDS.search(folded, position, position + _LONGEST)
    if stop is None and len(text) > position + _LONGEST:
        return None
    end = stop.start() if stop else len(text)
    name = text[position:end].strip()
    if head.province and head.province not in name:
        name = re.sub(rf"\btỉnh\b(?! [{UPPER}])", f"tỉnh {head.province}", name, count=1)
    return IssuerMention(name, end)


def _place(text: str, folded: str, position: int, any_name: bool = False) -> IssuerMention | None:
    """A province's name (in its catalogue spelling) right behind `position`; any capitalised name if so asked."""
    unit = _UNIT.match(folded, position)
    if unit is None:
        return None
    for alias, name in _province_names():
        end = unit.end() + len(alias)
        if folded.startswith(alias, unit.end()) and not folded[end : end + 1].isalpha():
            return IssuerMention(name, end)
    named = _NAME.match(text, unit.end()) if any_name else None
    if named is None or _AUTHORITY.match(folded, unit.end()) or _PARTY.match(folded, unit.end()):
        return None
    return IssuerMention(named[0], named.end())


@cache
def _province_names() -> tuple[tuple[str, str], ...]:
    """(folded alias, name), longest first."""
    return tuple(sorted(load.province_spellings().items(), key=lambda pair: -len(pair[0])))


@cache
def _catalogue() -> dict[str, load.Body]:
    """Folded name → body; the names of bodies, not of collectives."""
    single = [body for body in reversed(load.bodies()) if body.kind != "collective"]
    return {fold(name): body for body in single for name in (*body.aliases, body.name)}
