"""One body at one place: by the catalogue's names, else by form - `Sở`, `Trung tâm`, `Công ty` … and the name behind.

Sở Nội vụ | Ban Quản lý Khu kinh tế Dung Quất | UBND phường Văn Phú | Công an các xã, phường | Văn phòng Sở
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.bodies.canonical import Setting, alias_pattern, canonical_body, catalogue
from pipeline.extract.bodies.ends import form_at, forms, name_end
from pipeline.extract.bodies.levels import UNIT, Level, level_at, place_end, province_at
from pipeline.extract.bodies.vocabulary import listed
from pipeline.gazetteers.load import Body
from pipeline.spelling import fold

_NUMBER = re.compile(r" số \d{1,3}(?!\w)| [IVX]{1,5}(?!\w)| khu vực [IVX\d]{1,5}(?!\w)")
_REGION = re.compile(r" (?:[IVX]{1,5}|\d{1,2})(?!\w)")
_AREA = re.compile(r" (?:khu vực(?: [ivx\d]{1,5})?|(?:tại )?việt nam|trung ương|quốc gia|chi nhánh)(?!\w)")
_BRANCH = re.compile(r"(?: -)? chi nhánh (?:tại )?(?:(?:tỉnh|thành phố) )?(?=\w)")
_OWN_UNIT = re.compile(r" (?:tỉnh|thành phố)$")
_OWNERS = ("sở", "bộ", "cục", "chi cục", "trung tâm", "ban", "vụ", "viện", "trường", "phòng", "tổng cục")
LEVELLED = ("đảng ủy", "đảng bộ", "trạm y tế")
"""Open forms that are plain in small letters where a level follows: `đảng ủy các xã`."""
_BARE_FORMS = ("ban ", "tổ ", "hội đồng", "đoàn ", "cơ quan ", "bộ phận ", "hạt ", "đồn ", "đội quản lý", "trạm y tế")
_SHORT_FOR = {"mặt trận tổ quốc": " Việt Nam", "tổ đại biểu": " Hội đồng nhân dân"}


class Named(NamedTuple):
    """A body found at a place: canonical names (several for `các xã, phường` and the like), form and end.

    `open_level`: a name that waits for its level (`Hội đồng nhân dân` of "Hội đồng nhân dân, UBND tỉnh").
    """

    end: int
    names: tuple[str, ...]
    form: str
    province: str | None = None
    open_level: bool = False
    tails: tuple[str, ...] = ()
    plural_unit: str | None = None


@lru_cache(maxsize=16)
def named_body_at(text: str, folded: str, position: int, setting: Setting) -> Named | None:
    """The body whose name begins at `position`, or None. A name in lower case is taken only where it is plain.

    A list asks for the same place twice, once as a collective: the last answers are remembered.

    >>> named_body_at("UBND các xã, phường họp", "ubnd các xã, phường họp", 0, Setting()).names
    ('Ủy ban nhân dân cấp xã',)
    """
    alias = alias_pattern().match(folded, position)
    form = form_at(folded, position)
    if alias is None and form is None:
        return _place(text, folded, position, setting)
    known = _known(text, folded, alias, setting) if alias else None
    settled = known is not None and alias is not None and listed(catalogue(), alias[0]).level == "central"
    if form is None or settled or (known and not forms()[form[0]] and known.end >= form.end()):
        return known
    other = _formed(text, folded, form, setting)
    if known is None or other is None:
        return known or other
    proper = known.province is not None and not known.tails
    return known if known.end > other.end or (known.end == other.end and not proper) else other


def _place(text: str, folded: str, position: int, setting: Setting) -> Named | None:
    """A unit of government by its name, as in `phối hợp với thành phố Hà Nội`."""
    level = level_at(text, folded, position - 1, setting) if folded[position - 1 : position].isspace() else None
    if level is None or level.place is None or not folded.startswith(level.unit or "?", position):
        return None
    return Named(level.end, (f"{level.unit} {level.place}",), level.unit or "", level.place)


def _known(text: str, folded: str, alias: re.Match[str], setting: Setting) -> Named | None:
    printed = text[alias.start() : alias.end()]
    row = listed(catalogue(), alias[0])
    if printed.islower() and not re.search(rf" {UNIT}$", alias[0]):
        return None
    if " " not in printed and alias[0] != fold(row.name) and printed != printed.upper() and not printed[1:].isupper():
        return None
    form = form_at(folded, alias.start())
    kind = form[0] if form else alias[0].split(" ")[0]
    end = alias.end()
    if branch := _branch(text, folded, end):
        return Named(branch, (row.name + text[end:branch],), kind)
    if kind == "bộ" or row.level == "central":
        return Named(end, (row.name if row.level == "central" else canonical_body(alias[0], setting),), kind)
    return _levelled_known(text, folded, alias, row, kind, setting)


def _branch(text: str, folded: str, end: int) -> int | None:
    """Where the branch of a central body behind its name ends: `Ngân hàng … - chi nhánh tỉnh Quảng Ngãi`."""
    found = _BRANCH.match(folded, end)
    stop = place_end(text, found.end() - 1) if found else 0
    return stop if found and stop >= found.end() else None


def _levelled_known(text: str, folded: str, alias: re.Match[str], row: Body, kind: str, setting: Setting) -> Named:
    """A provincial body of the catalogue with the level or province printed behind it."""
    printed, end = text[alias.start() : alias.end()], alias.end()
    if alias[0].endswith("khu vực") and (number := _REGION.match(text, end)):
        return Named(number.end(), (row.name + number[0],), kind)
    name = canonical_body(printed if fold(printed) in catalogue() else alias[0], setting)
    unit = re.search(rf" {UNIT}$", alias[0])
    base = re.sub(" (?:tỉnh|huyện|xã)$", "", row.name)
    begin = end - len(unit[0]) if unit else end
    level = level_at(text, folded, begin, setting)
    if level and (level.end > end or unit):
        return _levelled(base, level, kind, setting, row)
    if placed := _committee(text, name, end, kind, setting):
        return placed
    place = province_at(text, folded, end)
    if place:
        own = place[0] == setting.province
        return Named(place[1], (base if own else f"{base} {place[0]}",), kind, place[0])
    return Named(end, (name,), kind)


def _levelled(base: str, level: Level, kind: str, setting: Setting, row: Body | None = None) -> Named:
    province = level.place if level.unit in ("tỉnh", "thành phố") else None
    unit = level.unit if level.plural else None
    return Named(level.end, _with_level(base, level, kind, setting, row), kind, province, False, level.tails, unit)


def _with_level(base: str, level: Level, kind: str, setting: Setting, row: Body | None = None) -> tuple[str, ...]:
    """`base` with the level's tails; a Sở or Phòng goes without the unit, but keeps another province's name."""
    unitless = kind in ("sở", "phòng") or (
        row is not None and row.kind == "department" and not row.name.endswith("tỉnh")
    )
    if unitless:
        foreign = level.place and level.place != setting.province and level.unit in ("tỉnh", "thành phố")
        return (f"{base} {level.tails[0]}",) if foreign else (base,)
    return tuple(f"{base} {tail}" for tail in level.tails)


def _formed(text: str, folded: str, form: re.Match[str], setting: Setting) -> Named | None:
    word, is_open = form[0], forms()[form[0]]
    named = is_open or word in ("sở", "bộ")
    end = name_end(text, folded, form.end(), word, setting) if named else form.end()
    if text[form.start() : form.end()] in setting.called and text[form.end() : end].islower():
        end = form.end()  # Hội đồng | phát biểu ý kiến
    plain = not text[form.start() : form.end()].islower() or (end > form.end() and text[form.end() + 1].isupper())
    small = not is_open or word in LEVELLED
    if not plain and not (small and level_at(text, folded, form.end(), setting)):
        return None
    return _own(word, text, form, end, setting) or _finished(text, folded, form, end, setting)


def _finished(text: str, folded: str, form: re.Match[str], end: int, setting: Setting) -> Named | None:
    """A form with its name and what stands behind: number, area, level."""
    area = _AREA.match(folded, end)
    for tail in (_NUMBER.match(text, end), area):
        end = tail.end() if tail else end
    name, word = canonical_body(text[form.start() : end], setting), form[0]
    base = _OWN_UNIT.sub("", name)  # that of a name of the catalogue
    level = level_at(text, folded, end, setting)
    if level:
        return _levelled(base, level, word, setting)
    if called := setting.called.get(text[form.start() : end]):
        return Named(end, (canonical_body(called, setting),), word)
    if end > form.end() and not area and word in ("ban chỉ đạo", "bcđ") and setting.province and setting.provincial:
        return Named(end, (f"{base} {setting.unit}",), word)
    if placed := _committee(text, base, end, word, setting):
        return placed
    if end > form.end() or (forms()[word] and word.startswith(_BARE_FORMS)):
        return Named(end, (name,), word)
    waits = not forms()[word] or word in ("đảng ủy", "thường trực")
    if waits and word not in ("sở", "bộ", "thuế", "thanh tra"):
        standing = word.startswith(("mặt trận", "mttq", "huyện", "thị", "quận", "thành", "tỉnh", "ủy ban mặt trận"))
        return Named(end, (_in_full(base),), word, open_level=not standing)
    return None


def _committee(text: str, base: str, end: int, word: str, setting: Setting) -> Named | None:
    """A Party committee with the place behind it, which it keeps where that is not the own province: `Thành ủy Huế`."""
    stop = place_end(text, end) if word.endswith(" ủy") else end
    if stop <= end:
        return None
    place = text[end:stop].strip()
    return Named(stop, (base if place == setting.province else f"{base} {place}",), word)


def _in_full(base: str) -> str:
    """`Mặt trận Tổ quốc` is printed short for the Front of Việt Nam, `Tổ đại biểu` for that of the council."""
    return base + next((rest for short, rest in _SHORT_FOR.items() if fold(base).endswith(short)), "")


def _own(word: str, text: str, form: re.Match[str], end: int, setting: Setting) -> Named | None:
    """`Sở`, `Bộ`, `Văn phòng Sở` alone: the issuer's own."""
    if end > form.end() or setting.issuer is None or not text[form.start()].isupper():
        own_office = re.match(r"Văn phòng (Sở|Bộ|Ban|Cục)\b(?! [A-ZĐ])", text[form.start() : end + 12])
        if own_office and setting.issuer and setting.issuer.startswith(own_office[1]):
            return Named(form.start() + own_office.end(), (f"Văn phòng {setting.issuer}",), "văn phòng")
        return None
    if word in _OWNERS and setting.issuer.startswith(text[form.start() : form.end()] + " "):
        return Named(form.end(), (setting.issuer,), word)
    return None
