"""Which part of the cited document is meant: `điểm a, b khoản 2 và khoản 5 Điều 7 Nghị định …`.

The pinpoint stands right before the type word (`khoản 2 Điều 5 của Luật …`) or right behind the number
(`Nghị định số 30/2020/NĐ-CP, Điều 7`). It is returned as normal text: single spaces, `Điều` with a capital.
"""

from __future__ import annotations

import re

_LABEL = r"(?:[a-zđ]\d?|\d{1,3}[a-zđ]?|[ivx]{1,5})"
_MORE_LABELS = rf"(?:(?:,\s|\svà\s|,\svà\s|\sđến\s|\s?-\s?)(?:các\s)?{_LABEL})*\b"
_UNIT = rf"(?:các\s)?(?:điểm|khoản|điều|mục|chương|phần|tiết|phụ\slục)\s{_LABEL}{_MORE_LABELS}"
_CHAIN = rf"{_UNIT}(?:(?:,\s|;\s|\svà\s|\scủa\s|\s){_UNIT}){{0,8}}"
_BEFORE = re.compile(rf"\b(?P<pinpoint>{_CHAIN})\s(?:của\s|tại\s|trong\s|thuộc\s)?(?:các\s)?$")
_BEHIND = re.compile(
    rf"(?:,|:|\s\()\s?(?:tại\s)?(?P<pinpoint>điều\s\d{{1,3}}[a-zđ]?(?:,?\s(?:khoản|điểm)\s{_LABEL}{_MORE_LABELS})*)(?!\w)"
)
_ANY_UNIT = re.compile(r"\b(?:các )?(?:điểm|khoản|điều|mục|chương|phần|tiết|phụ lục)\s")
_CAPITALISED = re.compile(r"\b(?:điều|mục|chương|phần|phụ lục)(?=\s)")
_REACH = 160


def pinpoint_at(text: str, folded: str, start: int, tail: int, floor: int) -> str | None:
    """The pinpoint of the citation at `start`, whose date and issuer end at `tail`; not reaching below `floor`."""
    first = _ANY_UNIT.search(folded, max(floor, start - _REACH), start)
    found = _BEFORE.search(folded, first.start(), start) if first else None
    found = found or _BEHIND.match(folded, tail)
    if found is None:
        return None
    words = " ".join(text[found.start("pinpoint") : found.end("pinpoint")].split())
    return _CAPITALISED.sub(lambda unit: unit[0].capitalize(), words[:1].lower() + words[1:])
