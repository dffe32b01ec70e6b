"""The issuer: the body or office in whose name a document commands.

From the agency's lines of the head, the line below the type (CỦA BAN THƯỜNG VỤ TỈNH ỦY), the commander above the căn cứ
lines, the signature and the order line ("Chủ tịch UBND tỉnh yêu cầu"), in the order the guidelines settle.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.head.naming import BodyName, body_name, branch_of, is_central, is_known, read_name
from pipeline.extract.head.provinces import unit_of
from pipeline.extract.head.signature import Signature
from pipeline.extract.head.voice import COMMITTEE, is_chair, minister_of, voice_of
from pipeline.extract.layout.commander import is_session, without_office
from pipeline.extract.layout.cues import cues, opens_with
from pipeline.extract.layout.head_lines import AGENCY, COMMANDER, MOTTO, NUMBER, TYPE, HeadLine
from pipeline.gazetteers import load
from pipeline.spelling import UPPER, fold

_PARTY_COMMITTEES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy")
_MOST_LINES = 5
_SIDE = re.compile(r"\s[-–]\s")
_JOINT = ("TTLT", "NQLT", "TTLB", "TTLN")
_PARTS = ("Văn phòng", "Ban Thường trực", "Ban Thường vụ", "Ban Chấp hành", "Thường trực")
"""What is named after the body that it is a part of."""
_SUBCOMMITTEE = "Tiểu ban "
_CODE = re.compile(r"[-/]")
_GOVERNMENT, _OF_ITS_HEAD = "Chính phủ", "TTg"  # decisions of the Prime Minister may be headed by the Government

_ENACTMENT = re.compile(
    rf"""
    ^ (?: Bộ\ trưởng\ | Thống\ đốc\ | Chánh\ án\ | Tổng\ Thanh\ tra\ )?
    (?P<name> [{UPPER}] [^\n,;:.]{{3,80}}? )\ (?: ban\ hành | quyết\ định ) \b
    """,
    re.MULTILINE | re.VERBOSE,
)
_DEMAND = re.compile(
    rf"^(?!Tại |Theo )(?:[^\n]{{0,600}}, )?(?P<name>[{UPPER}][^\n,;:.]{{3,60}}) yêu cầu:$", re.MULTILINE
)


class Agency(NamedTuple):
    """The names the head prints, from the parent body to the issuer, and the province they name."""

    names: tuple[BodyName, ...]
    province: str | None


def read_agency(head: tuple[HeadLine, ...]) -> Agency:
    """The bodies that stand above the number, the last of them the issuer; without them, who commands."""
    lines = _agency_lines(head) or _commander(head)
    whole = next((index for index in range(len(lines)) if _is_whole(" ".join(lines[index:]))), len(lines))
    printed = [*_joined(lines[:whole]), *filter(None, [" ".join(lines[whole:])])]
    names = [read_name(words) for line in printed for words in _beside(line)]
    province = next((name.province for name in reversed(names) if name.province), None)
    return Agency(tuple(names), province)


def is_of_the_centre(agency: Agency) -> bool:
    """Whether the head's bodies are of the centre: catalogued so, or named after the whole country and no unit."""
    if agency.province and (agency.names[-1].unit or not is_central(agency.names[0].body)):
        return False
    if any(name.unit and not name.province for name in agency.names):  # a district's or a commune's
        return False
    return any(is_central(name.body) or any(cue in fold(name.body) for cue in cues("central")) for name in agency.names)


def find_issuer(
    agency: Agency,
    head: tuple[HeadLine, ...],
    signature: Signature,
    order: str,
    symbol: str | None,
    province: str | None,
) -> str | None:
    """The issuer's full name with its province, or None. `order` is the text that can hold the order line."""
    named = _below_type(head)
    if named:
        return _with_province(named, province)
    issuer = (
        _together(agency.names, symbol)
        or _composed(agency.names, province)
        or _of_enactment(order)
        or _of_signature(signature, province)
        or _of_symbol(symbol)
    )
    if issuer is None:
        return None
    if issuer == _GOVERNMENT and (symbol or "").endswith(_OF_ITS_HEAD):
        return _of_symbol(symbol)
    if issuer.startswith(_PARTY_COMMITTEES):
        return _of_party(issuer, signature)
    if issuer.startswith(COMMITTEE):
        return f"{voice_of(issuer, head, signature, order)}{issuer}"
    if is_central(issuer):
        return f"{minister_of(issuer, head, order)}{issuer}"
    return issuer


def _agency_lines(head: tuple[HeadLine, ...]) -> list[str]:
    """The lines of the left column above the number, without stamps farther up."""
    lines: list[str] = []
    for role, line in head:
        wordy = sum(letter.isalpha() for letter in line.text) > 2
        if role == AGENCY and wordy:
            lines.append(line.text.rstrip(" |"))
        elif role in (MOTTO, NUMBER) and lines:
            break
        elif role != AGENCY and wordy:
            lines = []
    return lines[-_MOST_LINES:]


def _commander(head: tuple[HeadLine, ...]) -> list[str]:
    """The body above the căn cứ lines, whose head's office may stand before it."""
    words = " ".join(line.text for role, line in head if role == COMMANDER and not is_session(line.text))
    return [words if is_known(words) else without_office(words)] if words else []


def _is_whole(words: str) -> bool:
    """Whether lines joined to `words` are one body of the catalogue (ỦY BAN TRUNG ƯƠNG / MẶT TRẬN TỔ QUỐC VIỆT NAM)."""
    name = read_name(words)
    return is_known(name.body) and (name.place is None or name.province is not None)


def _joined(lines: list[str]) -> list[str]:
    """The names the lines make up: one that begins with no body's word goes on with the line before it."""
    names: list[str] = []
    for line in lines:
        words = line.strip(" .,;:*-_'\"|%`")
        if opens_with("agency", words):
            names.append(words)
        elif names:
            names[-1] = f"{names[-1]} {words}"
    return names


def _beside(words: str) -> list[str]:
    """The bodies that stand side by side in one line: BỘ NỘI VỤ - BỘ TÀI CHÍNH."""
    parts = _SIDE.split(words)
    return parts if all(map(is_known, parts)) else [words]


def _together(names: tuple[BodyName, ...], symbol: str | None) -> str | None:
    """The ministries that issue a joint document, by its symbol: `Bộ Nội vụ, Bộ Tài chính`."""
    joint = (symbol or "").startswith(_JOINT)
    central = [name.full() for name in names if is_central(name.body)]
    return ", ".join(central) if joint and len(central) > 1 else None


def _composed(names: tuple[BodyName, ...], province: str | None) -> str | None:
    """The issuer among `names` with what its parent lends it: `Văn phòng Ủy ban nhân dân tỉnh X`, `Sở Y tế tỉnh X`."""
    if not names:
        return None
    issuer, parent = names[-1], names[-2] if len(names) > 1 else None
    part = issuer.body in _PARTS or issuer.body.startswith(_SUBCOMMITTEE)
    if parent and part and not (parent.place and issuer.place):
        place = "" if parent.place else " ".join(filter(None, (issuer.unit, issuer.place)))
        return " ".join(filter(None, (issuer.body, branch_of(parent.full()) if place else parent.full(), place)))
    if issuer.place or is_central(issuer.body):
        return issuer.full()
    if issuer.body in _PARTY_COMMITTEES or issuer.body == COMMITTEE:
        return _with_province(issuer.full(), province)
    if parent is None:
        return _with_province(issuer.full(), province) if issuer.unit else issuer.full()
    if issuer.unit and issuer.body.startswith("Đảng ủy"):
        return _with_province(issuer.full(), province)
    if parent.body in (*_PARTY_COMMITTEES, "Công an"):
        return issuer.full() if parent.body in issuer.body else f"{issuer.body} {parent.full()}"
    place = " ".join(filter(None, (parent.unit, parent.place)))
    return f"{issuer.body} {place}".strip() if parent.place else issuer.full()


def _below_type(head: tuple[HeadLine, ...]) -> str | None:
    """The issuer that the type's own lines name: CHỈ THỊ / CỦA BAN THƯỜNG VỤ TỈNH ỦY."""
    words = " ".join(line.text for role, line in head if role == TYPE)
    found = re.search(r"\b(?:CỦA|Của|của) ", words)
    if found is None:
        return None
    names = [read_name(part).full() for part in words[found.end() :].split(",")]
    return ", ".join(names)


def _with_province(name: str, province: str | None) -> str:
    """`name` with `province` where it needs one and prints none."""
    if province is None or province in name:
        return name
    if name.endswith(_PARTY_COMMITTEES):
        return f"{name} {province}"
    unit = unit_of(province)
    if name.endswith(f" {unit}"):
        return f"{name} {province}"
    return f"{name} {unit} {province}" if name.endswith(COMMITTEE) else name


def _of_party(committee: str, signature: Signature) -> str:
    """The part of a Party committee that signs: `Ban Thường vụ Tỉnh ủy X` under T/M BAN THƯỜNG VỤ."""
    for authority in signature.authorities:
        whom = authority.split(" ", 1)[1]
        if whom.startswith(("Ban Thường vụ", "Ban Chấp hành", "Thường trực")):
            part = whom.split(" Tỉnh ủy")[0].split(" Đảng bộ")[0]
            return f"{part} {committee}"
    return committee


def _of_signature(signature: Signature, province: str | None) -> str | None:
    """The issuer that only the signature shows: T/M BAN THƯỜNG VỤ, TM. ỦY BAN NHÂN DÂN, a province's CHỦ TỊCH."""
    for authority in signature.authorities:
        mark, whom = authority.split(" ", 1)
        if mark in ("T/M", "TM."):
            name = f"{whom} Tỉnh ủy" if whom == "Ban Thường vụ" and province else whom
            return _with_province(name, province)
    chairs = is_chair(signature)
    return _with_province(COMMITTEE, province) if chairs and province else None


def _of_enactment(order: str) -> str | None:
    """The issuer that the enacting words or the order line name: `Bộ trưởng Bộ Công an ban hành Thông tư ...`."""
    for found in _ENACTMENT.finditer(order):
        if is_known(found["name"]):
            return body_name(found["name"])
    names = (found["name"] for found in _DEMAND.finditer(order))
    return next((body_name(name) for name in names if is_central(name)), None)


def _of_symbol(symbol: str | None) -> str | None:
    """The issuer whose code the symbol ends in or begins with, where the code alone names it."""
    for code in _CODE.split(symbol or "")[::-1]:
        if code in _issuers():
            return _issuers()[code]
    return None


@cache
def _issuers() -> dict[str, str]:
    return {row.code: row.name for row in load.issuers() if row.unique and row.level == "central"}
