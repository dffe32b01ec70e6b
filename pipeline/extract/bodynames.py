"""One body at one place: by the catalogue's names, else by form - `Sở`, `Trung tâm`, `Công ty` … and the name behind.

Sở Nội vụ | Ban Quản lý Khu kinh tế Dung Quất | UBND phường Văn Phú | Công an các xã, phường | Văn phòng Sở
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.extract.canonical import Setting, alias_pattern, canonical_body, catalogue, expand
from pipeline.extract.levels import UNIT, Level, level_at, province_at
from pipeline.extract.vocabulary import words_pattern
from pipeline.gazetteers import duties
from pipeline.gazetteers.load import Body
from pipeline.spelling import fold

MOST_WORDS = 14
_NEXT = re.compile(r"(?: - | |-| & |/)(?P<word>[^\W_][\w.&']*(?:[-–][\w&]+)*)")
_LINKED = re.compile(r" và (?:các )?(?P<word>[^\W_]\w*)")
_COMMA = re.compile(r", (?=(?P<word>\w+))")
_SPLIT = ("công ty", "báo", "đài", "ngân hàng", "ban ", "trường", "bệnh viện", "tổng công ty")
_NUMBER = re.compile(r" số \d{1,3}(?!\w)| [IVX]{1,5}(?!\w)| khu vực [IVX\d]{1,5}(?!\w)")
_AREA = re.compile(r" (?:khu vực(?: [ivx\d]{1,5})?|việt nam|trung ương|quốc gia|chi nhánh)(?!\w)")
_OWNERS = ("sở", "bộ", "cục", "chi cục", "trung tâm", "ban", "vụ", "viện", "trường", "phòng", "tổng cục")
_BARE_FORMS = ("ban ", "tổ ", "hội đồng", "đoàn ", "cơ quan ", "bộ phận ")


@dataclass(frozen=True, slots=True)
class Named:
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


@cache
def forms() -> dict[str, bool]:
    """Folded form, also abbreviated → whether any name may follow."""
    found = {fold(row.form): row.open for row in duties.body_forms()}
    shorts = {row.short: row.long for row in duties.body_abbreviations()}
    long_forms = {fold(long): short for short, long in shorts.items()}
    for form, is_open in list(found.items()):
        for long, short in long_forms.items():
            if form == long or form.startswith(f"{long} "):
                found.setdefault(fold(short) + form[len(long) :], is_open)
    return found


@cache
def form_pattern() -> re.Pattern[str]:
    """Words that open a name, on folded text."""
    return words_pattern(forms())


@cache
def _stops() -> re.Pattern[str]:
    return words_pattern(row.words for row in duties.name_stops())


@cache
def _exceptions() -> dict[str, tuple[str, ...]]:
    return {row.words: row.unless for row in duties.name_stops()}


def _stops_at(folded: str, position: int) -> bool:
    """Whether the name ends before the word at `position`: `xây dựng` does not end `Ban Quản lý dự án đầu tư …`."""
    stop = _stops().match(folded, position)
    if stop is None:
        return False
    before = folded[max(0, position - 24) : position].rstrip()
    return not any(word == "*" or before.endswith(word) for word in _exceptions()[stop[0]])


def named_body_at(text: str, folded: str, position: int, setting: Setting) -> Named | None:
    """The body whose name begins at `position`, or None. A name in lower case is taken only where it is plain."""
    alias = alias_pattern().match(folded, position)
    form = form_pattern().match(folded, position)
    if alias is None and form is None:
        return _place(text, folded, position, setting)
    known = _known(text, folded, alias, setting) if alias else None
    if form is None or (known and not forms()[form[0]]):
        return known
    other = _formed(text, folded, form, setting)
    if known is None or other is None:
        return known or other
    proper = known.province is not None and not known.tails
    return known if known.end > other.end or (known.end == other.end and not proper) else other


def _place(text: str, folded: str, position: int, setting: Setting) -> Named | None:
    """A unit of government by its name, as in `phối hợp với thành phố Hà Nội`."""
    level = level_at(text, folded, position - 1, setting) if folded[position - 1 : position] == " " else None
    if level is None or level.place is None or not folded.startswith(level.unit or "?", position):
        return None
    return Named(level.end, (f"{level.unit} {level.place}",), level.unit or "", level.place)


def _known(text: str, folded: str, alias: re.Match[str], setting: Setting) -> Named | None:
    printed = text[alias.start() : alias.end()]
    row = catalogue()[alias[0]]
    if printed.islower() and not re.search(rf" {UNIT}$", alias[0]):
        return None
    if " " not in printed and alias[0] != fold(row.name) and printed != printed.upper() and not printed[1:].isupper():
        return None
    form = form_pattern().match(folded, alias.start())
    kind = form[0] if form else alias[0].split(" ")[0]
    end = alias.end()
    if kind == "bộ" or row.level == "central":
        return Named(end, (row.name if row.level == "central" else canonical_body(alias[0], setting),), kind)
    return _levelled_known(text, folded, alias, row, kind, setting)


def _levelled_known(text: str, folded: str, alias: re.Match[str], row: Body, kind: str, setting: Setting) -> Named:
    """A provincial body of the catalogue with the level or province printed behind it."""
    printed, end = text[alias.start() : alias.end()], alias.end()
    name = canonical_body(printed if fold(printed) in catalogue() else alias[0], setting)
    unit = re.search(rf" {UNIT}$", alias[0])
    base = re.sub(" (?:tỉnh|huyện|xã)$", "", row.name)
    begin = end - len(unit[0]) if unit else end
    level = level_at(text, folded, begin, setting)
    if level and (level.end > end or unit):
        return _levelled(base, level, kind, setting, row)
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
    end = form.end()
    if is_open or word in ("sở", "bộ"):
        end = _name_end(text, folded, end, multiword=" " in word)
    if end > form.end() and word not in ("sở", "bộ"):
        end = _beyond_commas(text, folded, end, setting, word)
    if text[form.start()].islower() and (end == form.end() or not text[form.end() + 1].isupper()):
        if is_open or level_at(text, folded, form.end(), setting) is None:
            return None
    own = _own(word, text, form, end, setting)
    if own:
        return own
    return _finished(text, folded, form, end, setting)


def _finished(text: str, folded: str, form: re.Match[str], end: int, setting: Setting) -> Named | None:
    """A form with its name and what stands behind: number, area, level."""
    for tail in (_NUMBER.match(text, end), _AREA.match(folded, end)):
        end = tail.end() if tail else end
    base, word = canonical_body(text[form.start() : end], setting), form[0]
    level = level_at(text, folded, end, setting)
    if level:
        return _levelled(base, level, word, setting)
    if end > form.end() and word in ("ban chỉ đạo", "bcđ") and setting.province and setting.provincial:
        return Named(end, (f"{base} {setting.unit}",), word)
    if end > form.end() or (forms()[word] and word.startswith(_BARE_FORMS)):
        return Named(end, (base,), word)
    waits = not forms()[word] or word in ("đảng ủy", "thường trực")
    if waits and word not in ("sở", "bộ", "thuế", "thanh tra"):
        standing = word.startswith(("mặt trận", "mttq", "huyện", "thị", "quận", "thành", "tỉnh", "ủy ban mặt trận"))
        return Named(end, (_fatherland_front(base),), word, open_level=not standing)
    return None


def _fatherland_front(base: str) -> str:
    """`Mặt trận Tổ quốc` is printed short for the Front of Việt Nam."""
    return base if not fold(base).endswith("mặt trận tổ quốc") else f"{base} Việt Nam"


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


def _name_end(text: str, folded: str, begin: int, multiword: bool) -> int:
    """Where the name that begins at `begin` ends: capital words, then others up to a verb, particle or stop."""
    end = begin
    for count, (start, stop) in enumerate(_words(text, folded, begin)):
        capital = text[start].isupper() or text[start].isdigit()
        if not capital and (
            _stops_at(folded, start) or (count == 0 and not multiword and not _capital_soon(text, stop))
        ):
            break
        if count and capital and text[end] == " " and form_pattern().match(folded, start) and folded[start] in "sb":
            break
        end = stop
    return end


def _capital_soon(text: str, position: int) -> bool:
    """`Đài khí tượng Thủy văn`: a capital within the next two words."""
    return any(word[:1].isupper() for word in text[position : position + 20].split(",")[0].split(" ")[1:3])


def _goes_on(text: str, folded: str, position: int) -> bool:
    """Whether capital words behind a comma go on with a name: `Cục Mỹ thuật, Nhiếp ảnh và Triển lãm`."""
    opens = form_pattern().match(folded, position) or alias_pattern().match(folded, position)
    return opens is None and _collective().match(folded, position) is None and not _stops_at(folded, position)


def _beyond_commas(text: str, folded: str, end: int, setting: Setting, form: str) -> int:
    """The end of a name with commas inside: `phòng, chống tội phạm`, or one that goes on in lower case to its level."""
    comma = _COMMA.match(folded, end)
    if (
        comma
        and expand(text[comma.start("word") : comma.end("word")], setting)[:1].islower()
        and text[comma.end()].isupper()
    ):
        return _beyond_commas(text, folded, comma.end("word"), setting, form)  # Ban quản lý KKT, KCN
    if comma and text[comma.end()].isupper() and not form.startswith(_SPLIT) and _goes_on(text, folded, comma.end()):
        return _beyond_commas(text, folded, _name_end(text, folded, comma.end() - 1, multiword=True), setting, form)
    if comma is None or not text[comma.end()].islower() or _stops_at(folded, comma.end()):
        return end
    further = _name_end(text, folded, comma.end() - 1, multiword=True)
    paired = folded.endswith(("phòng", "cháy", "cứu nạn"), 0, end) and comma["word"] in ("chống", "chữa", "cứu")
    if paired or (_collective().match(folded, comma.end()) is None and level_at(text, folded, further, setting)):
        return _beyond_commas(text, folded, further, setting, form)
    return end


@cache
def _collective() -> re.Pattern[str]:
    """Collectives: a comma before them never belongs to a name."""
    return words_pattern([row.noun for row in duties.collective_nouns()] + ["các", "những"])


def _opens_body(text: str, folded: str, position: int) -> bool:
    """Whether another body begins at `position`: a known name, or a form with a capital word behind it."""
    form = form_pattern().match(folded, position)
    after = text[form.end() + 1 : form.end() + 2] if form else ""
    closed = form is not None and not forms()[form[0]]
    return alias_pattern().match(folded, position) is not None or closed or after.isupper()


def _words(text: str, folded: str, begin: int) -> Iterator[tuple[int, int]]:
    """The spans of the words that could go on with a name; `và` only before a capital that opens no other body."""
    position = begin
    for _ in range(MOST_WORDS):
        linked = _LINKED.match(text, position)
        if linked:
            start = linked.start("word")
            if not text[start].isupper() or _opens_body(text, folded, start):
                return
            yield start, linked.end()
            position = linked.end()
            continue
        word = _NEXT.match(text, position)
        if word is None or "\n" in word[0]:
            return
        end = word.end() - 1 if word[0].endswith(".") else word.end()
        yield word.start("word"), end
        position = end
        if word[0].endswith("."):
            return


__all__ = ["Named", "expand", "form_pattern", "named_body_at"]
