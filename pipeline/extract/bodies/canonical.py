"""One name per body: abbreviations expanded, office and province dropped (guidelines, sections 4 and 5).

`UBND các huyện, thị xã, thành phố` becomes `Ủy ban nhân dân cấp huyện`; `Sở Tài chính tỉnh Đắk Nông` becomes
`Sở Tài chính` in a document of Đắk Nông and keeps its province in a central one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from pipeline.extract.bodies.shorts import called_names, defined_shorts
from pipeline.extract.bodies.vocabulary import alternation, spaced_dashes, words_pattern
from pipeline.gazetteers import duties, load
from pipeline.gazetteers.load import Body
from pipeline.model import Head
from pipeline.spelling import fold

_WORD = re.compile(r"[\w&]+(?:[-–][\w&]+)*\.?")
_DISTRICT = re.compile(
    r" ([Hh]uyện|[Qq]uận|[Tt]hị xã|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)(?: ủy)?(?: [A-ZĐÂÊÔƠƯ]|$)"
)
_LACKING = (
    (re.compile(r"(?<=Ủy ban Mặt trận Tổ quốc)(?! Việt Nam)"), " Việt Nam"),
    (re.compile(r"(?<=Ủy ban nhân)(?= (?:tỉnh|thành|huyện|quận|thị|xã|phường|cấp|các) |$)"), " dân"),
)
"""What names are printed without, for short or by a slip."""
_TIERS = {
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
    "tp.": "thành phố",
    "huyện": "huyện",
    "quận": "huyện",
    "thị xã": "huyện",
    "xã": "xã",
    "phường": "xã",
    "thị trấn": "xã",
    "đặc khu": "xã",
}


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """What a document lends to the names in it: its province, its issuer (`Sở` alone is that one), its own short forms.

    Told apart as objects, so that what was read in a setting can be remembered with it.

    `unit` is what the province is, `tỉnh` or `thành phố`; `shorts` are abbreviations and the words they stand for,
    `called` names cut short, as they stand, and the whole names.
    """

    province: str | None = None
    unit: str = "tỉnh"
    issuer: str | None = None
    shorts: Mapping[str, str] = field(default_factory=dict)
    called: Mapping[str, str] = field(default_factory=dict)

    @property
    def district(self) -> str | None:
        """The unit of an issuer below the province: `huyện` for `Ủy ban nhân dân huyện Krông Nô`."""
        found = _DISTRICT.search(self.issuer or "")
        return found[1].lower() if found else None

    @property
    def provincial(self) -> bool:
        """Whether a body of the province itself speaks, so that a committee without level is the province's."""
        return bool(self.issuer) and fold(self.issuer or "").endswith((self.unit, "tỉnh ủy", "thành ủy"))


NOWHERE = Setting()


def setting_of(text: str, head: Head) -> Setting:
    """The setting of the document with this text and head."""
    kinds = {province.name: province.type for province in load.provinces()}
    unit = kinds.get(head.province or "", "tỉnh")
    issuer = _without_office(head.issuer) if head.issuer else None
    if issuer and head.province:
        issuer = issuer.removesuffix(f" {head.province}")
        issuer = issuer.removesuffix(f" {unit}") if issuer.startswith("Sở ") else issuer
    called = {short: name.removesuffix(f" {head.province}") for short, name in called_names(text).items()}
    return Setting(head.province, unit, issuer, defined_shorts(text), called)


def _without_office(issuer: str) -> str:
    """The body of a head who commands: `Bộ` alone is the ministry of `Bộ trưởng Bộ Y tế`."""
    office = _offices().match(fold(issuer))
    return issuer[office.end() :] if office else issuer


@cache
def _offices() -> re.Pattern[str]:
    titles = alternation(row.title for row in duties.offices() if row.spread == "kind" and not row.before)
    forms = alternation(fold(row.form) for row in duties.body_forms())
    return re.compile(rf"{titles} (?={forms}(?!\w))")


@lru_cache(maxsize=1 << 14)
def respell(text: str) -> str:
    """`text` with tone marks in the old style and one kind of dash, letters else as they stand.

    >>> respell("Uỷ ban – Tỉnh uỷ")
    'Ủy ban - Tỉnh ủy'
    """
    folded = fold(text)
    if folded == text.lower():
        return text
    return "".join(
        new.upper() if old.isupper() else new if old.lower() != new else old
        for old, new in zip(text, folded, strict=True)
    )


def expand(text: str, setting: Setting = NOWHERE) -> str:
    """`text` respelled and with every abbreviation written out.

    >>> expand("UBND tỉnh")
    'Ủy ban nhân dân tỉnh'
    """
    known = _abbreviations()

    def written_out(match: re.Match[str]) -> str:
        word = match[0]
        bare = word.rstrip(".")
        return known.get(bare) or setting.shorts.get(bare) or word

    return respell(text if text.islower() and not setting.shorts else _WORD.sub(written_out, text))


def tier(unit: str) -> str:
    """The tier of a unit of government: `quận` is `huyện`, `phường` is `xã`."""
    return _TIERS.get(unit, unit)


@cache
def _abbreviations() -> dict[str, str]:
    return {row.short.rstrip("."): row.long for row in duties.body_abbreviations()}


@cache
def catalogue() -> dict[str, Body]:
    """Folded name or alias → the body; a provincial body also by its name without "tỉnh".

    A provincial name goes first: `Cục Thuế` is also a central body, but behind it a province may be printed.
    """
    rows = [row for row in load.bodies() if row.kind not in ("collective", "officer")]
    rows.sort(key=lambda row: row.level == "central")
    found: dict[str, Body] = {}
    for row in rows:
        found.setdefault(fold(row.name), row)
        if row.level != "central":
            _add(found, _without_unit(row.name), row)
    for row in rows:
        for alias in row.aliases:
            _add(found, alias, row)
    return found


def _add(found: dict[str, Body], alias: str, row: Body) -> None:
    if len(alias) > 3 and alias.lower() not in _generic():
        found.setdefault(fold(alias), row)


@cache
def _generic() -> frozenset[str]:
    """Words that open names: alone they are no body."""
    return frozenset(row.form.lower() for row in duties.body_forms())


def _without_unit(name: str) -> str:
    return re.sub(r" (?:tỉnh|huyện|xã)$", "", name)


@cache
def alias_pattern() -> re.Pattern[str]:
    """Names of the catalogue, to be matched on folded text."""
    return words_pattern(catalogue())


@lru_cache(maxsize=1 << 12)
def canonical_body(name: str, setting: Setting = NOWHERE) -> str:
    """The canonical name of a body printed as `name`.

    >>> canonical_body("Sở NN&PTNT")
    'Sở Nông nghiệp và Phát triển nông thôn'
    """
    long = expand(name, setting)
    names = (fold(name), spaced_dashes(fold(name)), fold(long))
    row = next((found for found in map(catalogue().get, names) if found), None)
    if row is None or (row.level == "district" and " - " in long):  # as each district calls its Phòng Kinh tế - Hạ tầng
        return _whole(long[:1].upper() + long[1:])
    if fold(row.name).endswith(" tỉnh") and not fold(name).endswith((" tỉnh", " thành phố")):
        if fold(row.name[:-5]) in _always_central():
            return row.name[:-5]
        return row.name[:-5] + f" {setting.unit}" if setting.province else row.name[:-5]
    if fold(name).endswith(" thành phố") and row.name.endswith(" tỉnh"):
        return row.name[:-5] + " thành phố"
    return row.name


@cache
def _always_central() -> frozenset[str]:
    """Names that a central body has borne at all times: alone they need not mean the one of the province."""
    return frozenset(fold(row.name) for row in load.bodies() if row.level == "central" and not row.valid_from)


def _whole(name: str) -> str:
    for place, words in _LACKING:
        name = place.sub(words, name)
    return name


def body_id_of(name: str) -> str | None:
    """The catalogue's id for a canonical name, or None for a body that it does not hold."""
    row = catalogue().get(fold(name)) or _collectives().get(fold(name))
    return row.id if row else None


@cache
def _collectives() -> dict[str, Body]:
    rows = [row for row in load.bodies() if row.kind in ("collective", "officer")]
    return {fold(name): row for row in rows for name in (row.name, *row.aliases)}
