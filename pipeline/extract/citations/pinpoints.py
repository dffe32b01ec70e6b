"""Which part of the cited document is meant: `điểm a, b khoản 2 và khoản 5 Điều 7 Nghị định …`.

The pinpoint stands right before the type word (`khoản 2 Điều 5 của Luật …`) or right behind the number
(`Nghị định số 30/2020/NĐ-CP, Điều 7`). It is kept as normal text: single spaces, `Điều` with a capital; `places` reads
that text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LABEL = r"(?:[a-zđ]\d?|\d{1,3}[a-zđ]?|[ivx]{1,5})"
_LABELS = rf"{_LABEL}(?:(?:,\s|\svà\s|,\svà\s|\sđến\s|\s?-\s?)(?:các\s)?{_LABEL})*\b"
_UNIT = rf"(?:các\s)?(?:đi[ểê]m|khoản|đi[ềê]u|mục|chương|phần|tiết|phụ\slục)\s{_LABELS}"
_CHAIN = rf"{_UNIT}(?:(?:,\s|;\s|\svà\s|\sđến\s|\scủa\s|\s){_UNIT}){{0,8}}"
_BEFORE = re.compile(rf"\b(?P<pinpoint>{_CHAIN}),?\s(?:của\s|tại\s|trong\s|thuộc\s)?(?:các\s)?$")
_BEHIND = re.compile(
    rf"(?:,|:|\s\()\s?(?:tại\s)?(?P<pinpoint>điều\s\d{{1,3}}[a-zđ]?(?:,?\s(?:khoản|điểm)\s{_LABELS})*)(?!\w)"
)
_ANY_UNIT = re.compile(r"\b(?:các )?(?:đi[ểê]m|khoản|đi[ềê]u|mục|chương|phần|tiết|phụ lục)\s")
_CAPITALISED = re.compile(r"\b(?:điều|mục|chương|phần|phụ lục)(?=\s)")
_REACH = 160
# A scan wears off marks (Điêu) and takes 1 for l (Điều l4, khoản l).
_WORN = re.compile(r"\b[Đđ]iê[um]\b")
_WHOLE = {"u": "ề", "m": "ể"}
_ONE = re.compile(r"\bl(?=\d)|(?<=\d)l\b|(?<=[Kk]hoản )l\b")

_DEPTHS = {"điều": 0, "khoản": 1, "điểm": 2}
_NAMED = re.compile(rf"(?P<unit>điểm|khoản|điều)\s(?P<labels>{_LABELS})")
_FROM_TO = re.compile(r"(?P<unit>điều|khoản) (?P<first>\d{1,3}) đến (?P=unit) (?P<last>\d{1,3})")
_RANGE = re.compile(r"(?P<first>\d{1,3})(?:\s?-\s?|\sđến\s)(?P<last>\d{1,3})")


@dataclass(frozen=True, slots=True)
class Place:
    """One place in a cited document: its điều, khoản and điểm, as far as the pinpoint names them."""

    article: str | None = None
    clause: str | None = None
    point: str | None = None


def pinpoint_at(text: str, folded: str, start: int, tail: int, floor: int) -> str | None:
    """The pinpoint of the citation at `start`, whose date and issuer end at `tail`; not reaching below `floor`."""
    begin = pinpoint_start(folded, start, floor)
    found = _BEFORE.match(folded, begin, start) if begin < start else _BEHIND.match(folded, tail)
    if found is None:
        return None
    words = " ".join(text[found.start("pinpoint") : found.end("pinpoint")].split())
    words = _ONE.sub("1", _WORN.sub(lambda unit: unit[0].replace("ê", _WHOLE[unit[0][-1]]), words))
    return _CAPITALISED.sub(lambda unit: unit[0].capitalize(), words[:1].lower() + words[1:])


def pinpoint_start(folded: str, start: int, floor: int) -> int:
    """Where the pinpoint before the citation at `start` begins, not below `floor`; `start` where there is none."""
    first = _ANY_UNIT.search(folded, max(floor, start - _REACH), start)
    found = _BEFORE.search(folded, first.start(), start) if first else None
    return found.start() if found else start


def places(pinpoint: str) -> tuple[Place, ...]:
    """The places that a pinpoint names, in its order; a điều holds for the khoản, a khoản for the điểm before it.

    >>> [(place.article, place.clause, place.point) for place in places("điểm a, b khoản 2 và khoản 5 Điều 7")]
    [('7', '2', 'a'), ('7', '2', 'b'), ('7', '5', None)]
    >>> [place.article for place in places("các Điều 4, 6 - 8")]
    ['4', '6', '7', '8']
    """
    plain = _FROM_TO.sub(r"\g<unit> \g<first> - \g<last>", pinpoint.lower())
    units = [(_DEPTHS[named["unit"]], list(_labels(named["labels"]))) for named in _NAMED.finditer(plain)]
    if units and units[0][0] < units[-1][0]:  # Điều 7, khoản 2: from large to small
        units.reverse()
    found: list[Place] = []
    above: list[str] = []
    for at, (depth, labels) in reversed(list(enumerate(units))):
        del above[depth:]
        above += [""] * (depth - len(above))
        holds = at > 0 and units[at - 1][0] > depth
        found[:0] = [Place(*(label or None for label in (*above, last))) for last in labels[holds:]]
        above += labels[:holds]
    return tuple(found)


def _labels(printed: str) -> Iterator[str]:
    """`4, 6 - 8` → 4, 6, 7, 8."""
    for part in re.split(r",\s(?:và\s)?|\svà\s", printed.replace("các ", "")):
        between = _RANGE.fullmatch(part)
        if between is None:
            yield from re.split(r"\sđến\s|\s?-\s?", part)
        else:
            yield from map(str, range(int(between["first"]), int(between["last"]) + 1))
