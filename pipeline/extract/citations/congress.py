"""Resolutions of congresses and plenums, cited by the meeting.

`Nghị quyết Đại hội XIII của Đảng` · `Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII, lần thứ XIV` ·
`Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020-2025`, and behind it in a list `lần thứ XX, nhiệm kỳ …` ·
`Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII` · `Nghị quyết Trung ương 4 khóa XII` ·
`Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XV`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.citations.issuing import issuer_at
from pipeline.extract.citations.localities import PROVINCIAL, local_unit, province_unit
from pipeline.extract.citations.mentions import Named
from pipeline.model import Head

NATIONAL_CONGRESS = "Đại hội đại biểu toàn quốc Đảng Cộng sản Việt Nam"
_ORDINAL = r"(?:lần\sthứ\s\w+(?:\s(?:một|hai|ba|bốn|tư|lăm|năm|sáu|bảy|tám|chín))?|[ivxl]+)"
_TERM = r"(?:,?\s\(?(?:nhiệm\skỳ\s)?\d{4}\s?-\s?\d{4}\)?)"
_PROVINCIAL = rf"""
    đảng\sbộ\s (?P<unit> tỉnh | thành\sphố | huyện | quận | thị\sxã | xã | phường | đặc\skhu )
    (?P<place> (?:\s(?!lần\b|nhiệm\b)\w+){{0,4}}? ) \s (?P<first> {_ORDINAL} ) {_TERM}?
"""
_NATIONAL = rf"""
    (?:toàn\squốc\s)? (?:của\s)? (?:đảng\s)? (?:toàn\squốc\s)? (?P<nation> {_ORDINAL} ) \b
    (?: \scủa\sđảng | \sđảng )? (?: \scộng\ssản\sviệt\snam )?
"""
_PLENUM = r"""
    (?: hội\snghị\s )?
    (?: (?:lần\sthứ\s\w+\s)? (?:ban\schấp\shành|bch)\strung\sương (?:\sđảng)? \s
        (?:lần\sthứ\s\w+(?:\s(?:một|hai|ba))?,?\s)?
      | trung\sương\s \w{1,6},?\s
    )
    \(? khóa\s[ivx]+ (?:,\s[ivx]+)* \)?
"""
_RESOLUTION = re.compile(
    rf"""
    \b (?P<type> nghị\squyết | văn\skiện ) \s
    (?P<name> (?:của\s)? (?: đại\shội \s (?:đại\sbiểu\s)? (?: {_PROVINCIAL} | {_NATIONAL} )
                           | (?P<plenum> {_PLENUM} ) ) )
    (?!\w)
    """,
    re.VERBOSE,
)
_LOCAL_PLENUM = re.compile(
    rf"nghị\squyết\s(?P<name>hội\snghị\s(?P<nth>{_ORDINAL},?\s)?(?:của\s)?(?=(?:ban\schấp\shành|bch)\sđảng\sbộ\s))"
)
_SITTING = re.compile(rf"(?P<nth>\s{_ORDINAL})?(?:,?\s\(?khóa\s[ivxl]+\)?)?{_TERM}?(?!\w)")
_MORE_NATIONAL = re.compile(rf"(?:,|\svà)\s(?P<name> {_ORDINAL} (?:\scủa\sđảng | \sđảng)? )(?!\w)", re.VERBOSE)
_MORE = re.compile(rf"(?:,|;|\svà|,\svà)\s(?P<name>{_ORDINAL}{_TERM})(?!\w)")


def find_congresses(
    text: str, folded: str, span: tuple[int, int], starts: Iterable[int], head: Head
) -> Iterator[Named]:
    """Resolutions of Party congresses and plenums in `text[span]` at `starts`; the congress is the issuer."""
    yield from filter(None, (_local_plenum(text, folded, start, head) for start in starts))
    for found in filter(None, (_RESOLUTION.match(folded, start, span[1]) for start in starts)):
        name = text[found.start("name") : found.end("name")]
        if found["unit"] is not None:
            yield from _provincial(text, folded, found, head, span[1])
        elif found["plenum"] is not None:
            yield Named(*found.span(), found["type"], name, "Ban Chấp hành Trung ương", "plenum")
        else:
            yield Named(*found.span(), found["type"], name, NATIONAL_CONGRESS, "congress")
            stem = text[found.start("name") : found.start("nation")]
            yield from _listed(text, folded, found, stem, NATIONAL_CONGRESS, _MORE_NATIONAL, span[1])


def _local_plenum(text: str, folded: str, start: int, head: Head) -> Named | None:
    """The resolution of a meeting of a local committee, whose number must be told: `Hội nghị lần thứ năm …`."""
    found = _LOCAL_PLENUM.match(folded, start)
    issuer = issuer_at(text, folded, found.end(), head) if found else None
    sitting = _SITTING.match(folded, issuer.end) if issuer else None
    if not (found and issuer and sitting and (found["nth"] or sitting["nth"])):
        return None
    return Named(start, sitting.end(), "nghị quyết", text[found.start("name") : sitting.end()], issuer.name, "plenum")


def _provincial(text: str, folded: str, found: re.Match[str], head: Head, limit: int) -> Iterator[Named]:
    """The resolution of a provincial congress and those of other congresses that a list adds to it."""
    issuer = _congress(text[found.start("place") : found.end("place")].strip(), found["unit"], head)
    yield Named(*found.span(), found["type"], text[found.start("name") : found.end("name")], issuer, "congress")
    stem = text[found.start("name") : found.start("first")]
    yield from _listed(text, folded, found, stem, issuer, _MORE, limit)


def _listed(
    text: str, folded: str, found: re.Match[str], stem: str, issuer: str, item: re.Pattern[str], limit: int
) -> Iterator[Named]:
    """The congresses that a list adds to the one `found`, each named by `stem` and its own ordinal."""
    end = found.end()
    while more := item.match(folded, end, limit):
        end = more.end()
        yield Named(
            more.start("name"), end, found["type"], stem + text[more.start("name") : end], issuer, "congress-list"
        )


def _congress(place: str, unit: str, head: Head) -> str:
    if unit in PROVINCIAL:
        place = place or head.province or ""
        unit = province_unit(place, head) if place else unit
    elif not place:
        local = local_unit(head)
        unit = local["name"] if local and local["unit"] == unit else unit
    return f"Đại hội Đảng bộ {unit} {place}".strip()
