"""Who owns the series of numbers that a document stands in: a jurisdiction and a slug.

The owner is not the body that signed. `TW` numbers the Central Committee, the Political Bureau and the Secretariat in
one series, `TU` the provincial committee and its standing board; chairman and People's Committee share theirs.
A printed name decides; the code of the symbol stands in where none is printed, and says where an office ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteers import linking, load
from pipeline.gazetteers.linking import NumberSeries
from pipeline.link.bodies import Place, catalogue, is_town, placed, province_slug, provincial_words
from pipeline.link.ids import slug
from pipeline.link.numbers import issuer_code
from pipeline.link.words import is_national, words
from pipeline.patterns import one_of

NATION = "vn"
# "Xã hội" and "Hợp tác xã" are no communes.
_UNIT = r"(?:huyện|quận|thị xã|thị trấn|(?<!tác )xã(?! hội)|phường|đặc khu)"
_BELOW = re.compile(rf"(?<!các )\b{_UNIT} \w")
_NAMELESS = re.compile(rf" {_UNIT}$")
_LOWER = ("district", "commune")
_SEVERAL = re.compile(r"[(/]")  # a code whose name lists bodies: `Ban Quản lý (KCN, KKT, dự án)`


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """The owner of a number series; `jurisdiction` is `vn` or `vn-` and a province."""

    jurisdiction: str
    slug: str


def jurisdiction(province: str | None) -> str:
    """`vn-lai-chau` for `Lai Châu`, `vn` for None."""
    return f"{NATION}-{province_slug(province)}" if province else NATION


@lru_cache(maxsize=1 << 16)
def named_owner(issuer: str, codes: tuple[str, ...], province: str | None, on: str | None = None) -> Owner | None:
    """The owner that the printed `issuer` names in a document of `province`; None where its province is not told.

    >>> named_owner("Ban Thường vụ Tỉnh ủy Lai Châu", ("TU",), None)
    Owner(jurisdiction='vn-lai-chau', slug='tinh-uy')
    >>> named_owner("Chủ tịch UBND huyện Mường Tè", ("UBND",), "Lai Châu").slug
    'ubnd-huyen-muong-te'
    >>> named_owner("Bộ trưởng Bộ Y tế", ("BYT",), "Lai Châu"), named_owner("Tỉnh ủy", ("TU",), None)
    (Owner(jurisdiction='vn', slug='bo-y-te'), None)
    """
    if len(codes) > 1:
        return code_owner(codes) or home_owner(codes, province)
    code = issuer_code(codes[0]) if codes else ""
    place = placed(issuer, on)
    if _contradicts(place.words, code):
        return code_owner(codes)
    local = _is_local(place, code)
    if place.province is None and local is False:
        return Owner(NATION, _slug(place.words, code))
    where = place.province or province_slug(province)
    if where is None:
        return None if local else Owner(NATION, _slug(place.words, code))
    if is_nameless(place.words) or is_town(place.words, where, on):
        return None
    return Owner(f"{NATION}-{where}", _slug(provincial_words(place, where, on), code))


@lru_cache(maxsize=1 << 16)
def unnamed_below(issuer: str, province: str | None, on: str | None = None) -> str | None:
    """How the slug of `issuer` begins where it is some district, town or commune whose name nobody prints.

    >>> unnamed_below("Ủy ban nhân dân huyện", "Lai Châu"), unnamed_below("UBND huyện Mường Tè", "Lai Châu")
    ('ubnd-huyen-', None)
    """
    place = placed(issuer, on)
    where = place.province or province_slug(province)
    if not is_nameless(place.words) and not is_town(place.words, where, on):
        return None
    return f"{_slug(place.words, '')}-"


def is_nameless(key: str) -> bool:
    """Whether a body below the province goes without its name: `ubnd huyện`, `đảng ủy`."""
    form = _shared_form(key)
    return _NAMELESS.search(key) is not None or (form is not None and form[0].level in _LOWER and not form[1])


@lru_cache(maxsize=1 << 12)
def code_owner(codes: tuple[str, ...]) -> Owner | None:
    """The owner that the codes of a symbol settle alone: a central body or several in a joint document.

    >>> code_owner(("CP",)), code_owner(("TU",)), code_owner(("BTP", "BNV"))
    (Owner(jurisdiction='vn', slug='chinh-phu'), None, Owner(jurisdiction='vn', slug='btp-bnv'))
    """
    known = [issuer_code(code) for code in codes]
    if not known or not all(map(_is_central, known)):
        return None
    if len(codes) > 1:
        return Owner(NATION, slug("-".join(codes)))
    return Owner(NATION, _slug_of_code(known[0]))


@lru_cache(maxsize=1 << 12)
def home_owner(codes: tuple[str, ...], province: str | None) -> Owner | None:
    """The owner of a local code in a document of `province`, where a province has one body of that code.

    >>> home_owner(("UBND",), "Lai Châu"), home_owner(("BCĐ",), "Lai Châu")
    (Owner(jurisdiction='vn-lai-chau', slug='ubnd'), None)
    """
    if province is None or not codes:
        return None
    if len(codes) > 1:
        return Owner(jurisdiction(province), slug("-".join(codes)))
    code = issuer_code(codes[0])
    row = load.issuers_by_code().get(code)
    shared = any(code in series.codes for series in linking.number_series() if series.level == "province")
    if row is None or not (shared or (row.level == "province" and code in _bodies_of_code())):
        return None
    return Owner(jurisdiction(province), _slug_of_code(code))


def _contradicts(key: str, code: str) -> bool:
    """Whether `key` is some other known body than the central one that the symbol names for sure."""
    known = key in catalogue() or _shared_form(key) is not None
    return known and _is_central(code) and _cut(key, code) is None and _slug(key, "") != _slug_of_code(code)


def _slug_of_code(code: str) -> str:
    return _bodies_of_code()[code][0][1]


def _is_local(place: Place, code: str) -> bool | None:
    """False for a central body, True for one below the nation, None where nothing tells."""
    key, form = place.words, _shared_form(place.words)
    if place.provincial or _BELOW.search(key) or (form is not None and form[0].level != "central"):
        return True
    if form is not None or (_is_central(code) and _cut(key, code)):
        return False
    known = catalogue().get(key)
    if known:
        return known[0].level != "central"
    return False if is_national(key) else None


def _slug(key: str, code: str) -> str:
    """The slug of the series of the body `key`: offices, signing organs and other spellings smoothed away."""
    if cut := _cut(key, code):
        return cut
    form = _shared_form(key)
    if form is not None:
        row, rest = form
        return slug(f"{words(row.body)} {rest}") if rest else row.slug
    known = catalogue().get(key)
    return slug(words(known[0].name).removesuffix(" tỉnh") if known else key)


def _cut(key: str, code: str) -> str | None:
    """The slug of the body of `code` where `key` speaks of it: `bộ trưởng bộ y tế` and `BYT` → `bo-y-te`."""
    for body, shared in _bodies_of_code().get(code, ()):
        _, found, rest = f" {key} ".partition(f" {body} ")
        if found:
            return slug(f"{body} {rest}") if rest and not _is_central(code) else shared
    return None


def _shared_form(key: str) -> tuple[NumberSeries, str | None] | None:
    """The row of the shared series that `key` belongs to and the place behind its words, if any."""
    found = _shared_pattern().fullmatch(key)
    return (_shared_forms()[found["form"]], found["rest"]) if found else None


def _is_central(code: str) -> bool:
    row = load.issuers_by_code().get(code)
    return row is not None and (
        row.unique or any(s.level == "central" and code in s.codes for s in linking.number_series())
    )


@cache
def _bodies_of_code() -> dict[str, tuple[tuple[str, str], ...]]:
    """Code → the bodies it stands for, each with the slug of its series; codes of many kinds of bodies are left out."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for code, row in load.issuers_by_code().items():
        name = words(row.name).removesuffix(" tỉnh")
        if not _SEVERAL.search(row.name):
            found[code] = ((name, slug(name)),)
    for shared in linking.number_series():
        bodies = tuple((words(row.body), row.slug) for row in linking.number_series() if row.slug == shared.slug)
        found |= dict.fromkeys(shared.codes, bodies)
    return found


@cache
def _shared_forms() -> dict[str, NumberSeries]:
    return {words(f"{office} {row.body}"): row for row in linking.number_series() for office in ("", *row.offices)}


@cache
def _shared_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<form>{one_of(_shared_forms())})(?: (?P<rest>.+))?")
