"""The level behind a name of a body: `tỉnh`, `huyện Bình Sơn`, `các xã, phường`, `cấp huyện, cấp xã`, `các cấp`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.bodies.canonical import Setting, respell, tier
from pipeline.extract.bodies.vocabulary import words_pattern
from pipeline.gazetteers import load
from pipeline.spelling import UPPER, fold

UNIT = r"(?:tỉnh|thành\sphố|tp\.?|huyện|thị\sxã|quận|xã|phường|thị\strấn|đặc\skhu|thủ\sđô)"
_TIER = r"(?:tỉnh|huyện|xã|cơ\ssở)"
_LEVEL = re.compile(
    rf"""
    (?<!hợp\stác) \s (?: (?:của|thuộc|ở) \s )?
    (?:
        (?P<all> (?:các\sngành,\s)? các\scấp ) \b
      | (?P<same> cùng\scấp ) \b
      | (?P<local> các\sđơn\svị (?: ,\s(?:các\s)?địa\sphương )?                        # các đơn vị, địa phương
            | (?:các\s)?địa\sphương (?:,\sđơn\svị)? | đơn\svị,\sđịa\sphương )
            (?: \s(?:có\s)? (?P<related> liên\squan ) )? \b
      | cấp\s (?P<tiers> {_TIER} (?: (?:,|\svà|\shoặc)\s (?:cấp\s)? {_TIER} \b )* ) \b     # cấp huyện, cấp xã
        (?: ,\sthành\sphố (?=\s(?:trực\s)?thuộc) )?
      | (?P<plural>
            (?: (?:các|\d{{1,3}}) \s )? {UNIT}                                       # các huyện, thị xã, thành phố
            (?: (?:,|\svà|\s-|/) \s? (?:các\s)? {UNIT} (?!\w|\s(?:đoàn|ủy)\b) )+
          | (?:các|\d{{1,3}}) \s {UNIT} (?!\w|\s(?:đoàn|ủy)\b) )                      # các phường, 11 phường
      | (?P<single> {UNIT} ) (?!\w|\shội\b)
    )
    (?: \s (?:trong|thuộc|trực\sthuộc|của) \s (?:tỉnh|trung\sương|tw|địa\sphương|toàn\stỉnh|thành\sphố) \b
      | \s trên\s (?:địa\sbàn|toàn) (?:\stoàn)? (?:\stỉnh|\sthành\sphố)? )*
    (?: \s trực\sthuộc \b )?
    """,
    re.VERBOSE,
)
_UNITS = re.compile(UNIT)
_FURTHER_UNIT = re.compile(rf"(?:,| và) (?:thị xã|thành phố|huyện|quận) (?=[{UPPER}])")
_PLACE_WORD = re.compile(r"(?: [-–] | |[-–])(?P<word>[^\W\d_]['\w]*)|(?P<number> \d{1,2}(?![\w./]))")
_MOST_PLACE_WORDS = 5


class Level(NamedTuple):
    """`tails` are what the canonical name gets behind its base, one per body; `place` a proper name (`Bình Sơn`)."""

    end: int
    tails: tuple[str, ...]
    place: str | None = None
    unit: str | None = None
    plural: bool = False


def level_at(text: str, folded: str, position: int, setting: Setting) -> Level | None:
    """The level whose words begin at `position` (at the space before them), or None.

    >>> level_at(" các huyện, thị xã", " các huyện, thị xã", 0, Setting()).tails
    ('cấp huyện',)
    >>> level_at(" phường Cốc Lếu và", " phường cốc lếu và", 0, Setting()).tails
    ('phường Cốc Lếu',)
    """
    found = _LEVEL.match(folded, position)
    if found is None:
        return None
    if found["single"]:
        return _single(text, found, setting)
    if found["same"]:
        return Level(found.end(), ("cùng cấp",))
    if found["local"]:
        return Level(found.end(), (found["local"] + (" liên quan" if found["related"] else ""),))
    if found["all"]:
        return Level(found.end(), (found["all"],), plural=True)
    if found["tiers"]:
        return Level(found.end(), tuple(f"cấp {part}" for part in re.findall(r"tỉnh|huyện|xã|cơ sở", found["tiers"])))
    units = _UNITS.findall(found["plural"])
    end = _named_last(text, found.end()) if len(units) > 1 and found.end() == found.end("plural") else found.end()
    return Level(end, tuple(f"cấp {name}" for name in _tiers(units)), unit=units[0], plural=len(units) == 1)


def _named_last(text: str, position: int) -> int:
    """Where a row of units ends whose last ones are named: `các huyện, thành phố Mỹ Tho, thị xã Gò Công`."""
    end = place_end(text, position)
    while end > position and (unit := _FURTHER_UNIT.match(text, end)):
        position, end = end, place_end(text, unit.end() - 1)
    return end


def _tiers(units: list[str]) -> list[str]:
    """The tiers that a row of units means; the cities of `huyện, thị xã, thành phố` are its districts."""
    tiers = list(dict.fromkeys(tier(unit) for unit in units))
    if "tỉnh" in tiers:
        return ["tỉnh"]
    named = [name for name in tiers if name != "thành phố"]
    return named or ["tỉnh"]


def _single(text: str, found: re.Match[str], setting: Setting) -> Level:
    unit = tier(found["single"]) if found["single"].startswith("tp") else found["single"]
    after = found.end("single")
    end = place_end(text, after)
    if end == after:
        own = unit in ("tỉnh", "thành phố", setting.district)
        return Level(found.end(), (unit if own else f"cấp {tier(unit)}",), unit=unit)
    name = _province_name(text[after:end].strip())
    if name == setting.province:
        return Level(end, (unit,), name, unit)
    return Level(end, (f"{unit} {name}",), name, unit)


def place_end(text: str, position: int) -> int:
    """Where the capital words (`Bình Sơn`) or the number (`phường 5`) that name a place end."""
    for _ in range(_MOST_PLACE_WORDS):
        word = _PLACE_WORD.match(text, position)
        if word is None or (word["word"] and not word["word"][0].isupper()):
            break
        position = word.end()
    return position


def _province_name(printed: str) -> str:
    """The settled spelling of a province (`Đăk Nông`), any other place as printed."""
    return load.province_spellings().get(fold(printed), respell(printed))


@cache
def province_units() -> dict[str, str]:
    """Name of a province → what it is today, `tỉnh` or `thành phố`; of one that is no more, what it was."""
    return {row.name: row.type_2025 if row.name == row.name_2025 else row.type for row in load.provinces()}


@cache
def province_pattern() -> re.Pattern[str]:
    """Names of provinces on folded text."""
    return words_pattern(load.province_spellings())


def province_at(text: str, folded: str, position: int) -> tuple[str, int] | None:
    """A province named directly at `position` (`Kho bạc nhà nước Hà Nam`): its name and where it ends."""
    found = province_pattern().match(folded, position + 1) if folded[position : position + 1] == " " else None
    if found is None or not text[found.start()].isupper():
        return None
    return _province_name(text[found.start() : found.end()]), found.end()
