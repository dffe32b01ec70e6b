"""The one identity of a body: the catalogue's id with its province, `P-SNV@hung-yen`; `C-BNV` for a central one.

Names are compared as words: case, tone style, punctuation and the usual contractions (`UBND`, `MTTQ`) do not count.
A provincial body's name is weak: "Sở Nội vụ" names one only together with a province, its own or the document's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteers import load
from pipeline.gazetteers.load import Body, Province
from pipeline.link.ids import slug
from pipeline.link.words import is_national, words
from pipeline.patterns import one_of

CITY = "thành phố"
MERGER = "2025-07-01"  # Resolution 202/2025/QH15; from then on no city lies below a province
_MINISTER = re.compile(r"^(?:bộ trưởng(?= bộ )|thống đốc|tổng(?= thanh tra )) ")
_OWN_UNIT = re.compile(r"(?<! cấp) tỉnh$")


@dataclass(frozen=True, slots=True)
class Place:
    """A body's name as words without its province; `provincial`: a province or the word "tỉnh" stood in the name."""

    words: str
    province: str | None
    provincial: bool


@lru_cache(maxsize=1 << 16)
def body_id(name: str, province: str | None, on: str | None = None) -> str:
    """The id of the body `name` in a document of `province` (None: a central one) dated `on`.

    A province inside the name outweighs the document's; an unknown body gets the slug of its name.

    >>> body_id("UBND tỉnh", "Lai Châu"), body_id("Sở Nội vụ tỉnh Hưng Yên", None), body_id("Bộ Nội vụ", "Lai Châu")
    ('P-UBND@lai-chau', 'P-SNV@hung-yen', 'C-BNV')
    """
    place = placed(name, on)
    where = place.province or province_slug(province)
    return named_id(place, where, look_up(place, where, on))


def named_id(place: Place, where: str | None, body: Body | None) -> str:
    """The id of what `place` names in the province with the slug `where`: `body`, or one that the catalogue lacks."""
    if body is not None and body.level == "central" and (body.kind != "collective" or is_national(place.words)):
        return body.id
    if body is None and is_national(place.words) and not place.provincial:
        return slug(place.words)
    return "@".join(filter(None, (body.id if body else slug(place.words), where)))


@lru_cache(maxsize=1 << 16)
def placed(name: str, on: str | None = None) -> Place:
    """`name` taken apart into its words and its province (a slug, None where none is named).

    >>> placed("Ban Thường vụ Tỉnh ủy Hưng Yên").words, placed("UBND tỉnh Lai Châu").province
    ('btv tỉnh ủy', 'lai-chau')
    >>> placed("UBND thành phố Hưng Yên").words  # a town below the province
    'ubnd thành phố hưng yên'
    """
    key = words(name)
    if known := catalogue().get(key):
        return Place(_OWN_UNIT.sub("", key), None, known[0].level != "central")
    for found in _place_pattern().finditer(key):
        province = _provinces()[found["province"]]
        if found["unit"] not in ("tỉnh", "tỉnh ủy") and not is_city(province, on):
            return Place(key, province.slug, True)
        kept = found["unit"] if found["unit"].endswith("ủy") else ""
        return Place(" ".join(f"{key[: found.start()]}{kept}{key[found.end() :]}".split()), province.slug, True)
    return _at_the_end(key)


def is_city(province: Province, on: str | None = None) -> bool:
    """Whether `province` is a city under central authority, as far as a document dated `on` can tell."""
    became = province.type_2025 == CITY and province.name == province.name_2025
    return province.type == CITY or (became and on is not None and on >= MERGER)


@lru_cache(maxsize=1 << 12)
def province_slug(name: str | None) -> str | None:
    """The slug of the province of that name or alias; of the name itself where it is unknown."""
    if name is None:
        return None
    province = _provinces().get(_without_unit(words(name)))
    return province.slug if province else slug(name)


def _at_the_end(key: str) -> Place:
    """`sở nội vụ hưng yên`: a province right behind the name of a provincial body."""
    found = _last_province().search(key)
    if found is not None:
        rest = key[: found.start()]
        if any(body.level != "central" for key in (rest, f"{rest} tỉnh") for body in catalogue().get(key, ())):
            return Place(rest, _provinces()[found["province"]].slug, True)
    bare = _OWN_UNIT.sub("", key)
    return Place(bare, None, bare != key)


def provincial_words(place: Place, where: str | None, on: str | None = None) -> str:
    """The words with a city's own terms put as a province's: `thành ủy` → `tỉnh ủy`; `ubnd thành phố` → `ubnd`."""
    if where is None or not _is_city_slug(where, on):
        return place.words
    return place.words.removesuffix(f" {CITY}").replace("thành ủy", "tỉnh ủy").replace("thành đoàn", "tỉnh đoàn")


def is_town(key: str, where: str | None, on: str | None = None) -> bool:
    """`UBND thành phố`, `Thành ủy` in a province that is no city: of some town below it."""
    if where is None or not key.endswith((f" {CITY}", "thành ủy")) or "các " in key:
        return False
    return not _is_city_slug(where, on)


def look_up(place: Place, where: str | None, on: str | None) -> Body | None:
    """The catalogue's body of that name: in a province its own rather than a central one, elsewhere a central one."""
    if is_town(place.words, where, on):
        return None
    key = provincial_words(place, where, on)
    keys = [key, key.removeprefix("các "), _MINISTER.sub("", key)]
    if where is not None or place.provincial:
        keys += [f"{key} tỉnh", f"{key.removesuffix(' việt nam')} tỉnh"]
    else:
        keys += [f"{key} việt nam"]
    bodies = [body for key in keys for body in catalogue().get(key, ())]
    if place.provincial:
        bodies = [body for body in bodies if body.level != "central"]
    return min(bodies, key=lambda body: (body.level == "central") == (where is not None), default=None)


def _is_city_slug(where: str, on: str | None) -> bool:
    return any(row.slug == where and is_city(row, on) for row in load.provinces())


def _without_unit(key: str) -> str:
    return key.removeprefix("tỉnh ").removeprefix(f"{CITY} ").removeprefix("thủ đô ")


@cache
def catalogue() -> dict[str, tuple[Body, ...]]:
    """Words of a name → bodies of that name, in file order."""
    found: dict[str, tuple[Body, ...]] = {}
    for body in load.bodies():
        for key in dict.fromkeys(words(name) for name in (body.name, *body.aliases)):
            found[key] = (*found.get(key, ()), body)
    return found


@cache
def _provinces() -> dict[str, Province]:
    return {_without_unit(words(alias)): row for row in load.provinces() for alias in (row.name, *row.aliases)}


@cache
def _place_pattern() -> re.Pattern[str]:
    units = f"tỉnh ủy|thành ủy|tỉnh|{CITY}|thủ đô"
    return re.compile(rf"(?<!\w)(?P<unit>{units}) (?P<province>{one_of(_provinces())})(?!\w)")


@cache
def _last_province() -> re.Pattern[str]:
    return re.compile(rf"\s(?P<province>{one_of(_provinces())})$")
