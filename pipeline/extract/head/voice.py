"""In whose voice a committee or a ministry commands: its own, its head's or its office's (guidelines, section 5)."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.head.signature import Signature
from pipeline.extract.layout.cues import cues
from pipeline.extract.layout.head_lines import COMMANDER, HeadLine
from pipeline.spelling import UPPER, fold, unmarked

COMMITTEE = "Ủy ban nhân dân"
_CHAIRMAN, _OFFICE = "Chủ tịch ", "Văn phòng "
_ORDER = re.compile(
    rf"""
    (?: (?P<chair> (?<! [Pp]hó\ ) \b [Cc]hủ\ tịch\ )
      | (?P<office> \b [Vv]ăn\ phòng\ )
      | (?<! [Tt]ịch\ ) (?<! phòng\ ) (?<! đạo\ ) \b )
    (?i: ubnd | ủy\ ban\ nhân\ dân | uỷ\ ban\ nhân\ dân )
    \ (?P<unit> (?i: tỉnh | thành\ phố | huyện | thị\ xã | quận | xã | phường ) )
    (?: \ [{UPPER}]\w* ){{0,6}}
    (?= \ (?P<verb> [^\n]{{0,24}} ) )
    """,
    re.VERBOSE,
)
"""The order line: `Chủ tịch UBND tỉnh yêu cầu`, `Văn phòng UBND tỉnh đề nghị`."""


def voice_of(committee: str, head: tuple[HeadLine, ...], signature: Signature, order: str) -> str:
    """`Chủ tịch ` or `Văn phòng ` where one of them commands, not the committee (guidelines, section 5)."""
    for role, line in head:
        if role == COMMANDER:
            return _CHAIRMAN if line.folded.startswith("chủ tịch") else ""
    if any(one.startswith(("TM", "T/M")) and COMMITTEE in one for one in signature.authorities):
        return ""
    for found in _ORDER.finditer(order):
        same = f"{COMMITTEE} {found['unit']}".lower() in committee.lower()
        if same and unmarked(fold(found["verb"])).startswith(_commands()):
            if not found["office"]:
                return _CHAIRMAN if found["chair"] else ""
            return _CHAIRMAN if is_chair(signature) else _OFFICE  # the office asks by the chairman's order
    return _CHAIRMAN if is_chair(signature) else ""


def minister_of(body: str, head: tuple[HeadLine, ...], order: str) -> str:
    """`Bộ trưởng `, `Thống đốc ` where the head of a central `body` commands: above the căn cứ lines, or in the order.

    >>> minister_of("Bộ Y tế", (), "Bộ trưởng Bộ Y tế yêu cầu"), minister_of("Bộ Y tế", (), "Bộ Y tế yêu cầu")
    ('Bộ trưởng ', '')
    """
    office = next((office for name, office in _heads() if body.startswith(name)), None)
    if office is None:
        return ""
    above = next((line.folded for role, line in head if role == COMMANDER), "")
    short = re.escape(body.removesuffix(" Việt Nam"))
    said = re.search(rf"\b{office} {short}(?: Việt Nam)?(?: \([^()]{{1,20}}\))? (?:yêu cầu|chỉ thị|giao)\b", order)
    return f"{office} " if said or above.startswith(fold(office)) else ""


@cache
def _heads() -> tuple[tuple[str, str], ...]:
    """What a central body's name begins with → the office of its head."""
    return tuple((name, office) for name, _, office in (row.partition("=") for row in cues("head_of")))


def is_chair(signature: Signature) -> bool:
    """Whether the chairman signs or is signed for."""
    return any(f"{one} ".endswith(_CHAIRMAN) for one in (*signature.authorities, signature.position))


@cache
def _commands() -> tuple[str, ...]:
    return tuple(unmarked(cue) for cue in cues("command"))
