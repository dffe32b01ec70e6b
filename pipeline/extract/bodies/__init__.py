"""Mentions of bodies, in lists as they are joined: `Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố`.

các Sở: Công Thương, Tài chính và Công an tỉnh     the shared word is handed to each
Sở Tài chính, Kế hoạch và Đầu tư                   the same without "các"
UBND các phường: Yên Bái, Văn Phú                  named one by one
Hội đồng nhân dân, UBND tỉnh                       the level is handed back
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pipeline.extract.bodies.canonical import Setting, catalogue
from pipeline.extract.bodies.collectives import collective_at
from pipeline.extract.bodies.ends import form_at
from pipeline.extract.bodies.levels import place_end, province_at, province_units
from pipeline.extract.bodies.names import Named, named_body_at
from pipeline.extract.bodies.offices import Title, may_name_office, office_at, own_office_at
from pipeline.extract.bodies.openers import openers
from pipeline.extract.bodies.vocabulary import listed, words_pattern
from pipeline.gazetteers import duties

MOST_ITEMS = 80
_PLURAL = re.compile(r"(?:các|những|từng|mỗi|mọi) (?:đồng chí )?")
_COMRADE = re.compile(r"(?:tập thể |các )?đồng chí ")
_SEPARATOR = re.compile(
    r"""
    (?: [ ] \( [^()\n]{0,160} \) )?                                          # (Cơ quan Thường trực về …)
    (?: [ ]-[ ] (?:cơ[ ]quan|đơn[ ]vị|trưởng|phó) \b [^,;:.\n]{0,80} )?      # - Cơ quan Thường trực Ban Chỉ đạo
    (?: [ ]? (?P<mark> [,;] ) (?: [ ] (?:và|hoặc) )? | [ ] (?:và|hoặc) | [ ]? [/] )
    [ ]? (?= \S )
    """,
    re.VERBOSE,
)
_NO_SEMICOLON = re.compile(
    r"(?:cáo|trình|gửi|mưu|cho|của|trước|giúp|(?<!phối hợp )với|[^\s.:;\n-] (?:chủ trì, ?)?phối hợp với) $"
)
"""Behind `phối hợp với` that opens a task the bodies go on: `Phối hợp với các sở; các hội nghề nghiệp mở lớp`."""
_PLACES = re.compile(r":? (?=[^\W\d_])")
_COLON = re.compile(r": (?:(?:tỉnh|thành phố) )?")
_NEXT_PROVINCE = re.compile(r"(?:, | và )(?:(?:tỉnh|thành phố) )?")
_AND = re.compile(r", | và ")
_SHARED = ("sở", "bộ")
_DEPUTIES = ("Đại biểu", "các Đại biểu")  # people, who are told something only beside bodies


class Mention(NamedTuple):
    """A body as it stands at `start:end`: its canonical name, `head` where its head is named, its province if named."""

    start: int
    end: int
    body: str
    office: str | None = None
    province: str | None = None


def is_unnamed(mention: Mention) -> bool:
    """Whether only a competence is named, whoever may have it: one can report to it, but it is told nothing."""
    return mention.body.endswith((" có thẩm quyền", " có thẩm quyền liên quan"))


class BodyList(NamedTuple):
    """Bodies joined by commas and "và"."""

    start: int
    end: int
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Reader:
    """Reads a list: what it has found, which of it waits for a level, and the word and title that are shared.

    `fresh`: the next item begins anew, so that its "các" may not be missing.
    """

    text: str
    folded: str
    setting: Setting
    mentions: list[Mention] = field(default_factory=list)
    waiting: set[int] = field(default_factory=set)
    shared: str | None = None
    title: Title | None = None
    form: str = ""
    fresh: bool = True

    def item(self, position: int) -> int | None:
        """Reads one item (or a collective of several); where it ends, or None if there is none."""
        begin, title = position, None
        if may_name_office(self.folded, position):
            comrade = _COMRADE.match(self.folded, position)
            begin = comrade.end() if comrade else position
            own = own_office_at(self.text, self.folded, begin, self.setting)
            if own:
                return self.add(Named(own.end, (own.body,), "bộ"), position, Title(own.end, "none"))
            title = office_at(self.text, self.folded, begin)
            begin = title.end if title else begin
            self.shared = "bộ" if self.folded.endswith("bộ trưởng ", position, begin) else self.shared
        plural = _PLURAL.match(self.folded, begin)
        bare = plural.end() if plural else begin
        return (
            self._shared_name(begin, position, title)
            or self._collective(begin, bare, position, title)
            or self._named(begin, bare, position, title)
        )

    def add(self, named: Named, start: int, title: Title | None) -> int:
        """Notes a named body: its office, its level for those that wait for one; returns where it ends."""
        if title is None and self.title and (self.title.spread == "list" or named.form == self.form):
            title = self.title
        if named.open_level:
            self.waiting.add(len(self.mentions))
        elif named.tails:
            self._hand_back(named.tails[0])
        for name in named.names:
            self.mentions.append(Mention(start, named.end, name, "head" if title else None, named.province))
        self.title, self.form = title if title and title.spread != "none" else None, named.form
        return named.end

    def _hand_back(self, tail: str) -> None:
        for index in self.waiting:
            mention = self.mentions[index]
            self.mentions[index] = mention._replace(body=f"{mention.body} {tail}")
        self.waiting.clear()

    def _shared_name(self, position: int, start: int, title: Title | None) -> int | None:
        """`Tài chính` in "các Sở: Công Thương, Tài chính": the name behind a shared `Sở` or `Bộ`."""
        if self.shared is None or not self.text[position : position + 1].isupper():
            return None
        found = _names(self.shared).match(self.folded, position)
        if found is None:
            return None
        row = listed(catalogue(), f"{self.shared} {found[0]}")
        return self.add(Named(found.end(), (row.name,), self.shared), start, title)

    def _collective(self, begin: int, bare: int, start: int, title: Title | None) -> int | None:
        """A collective; `các Sở:` before names is none, it only hands its word on."""
        found = collective_at(self.text, self.folded, begin, self.setting, title is not None or not self.fresh)
        if found is None:
            return None
        word = self.folded[bare : found.end].split(",")[0].split(" ")[0]
        after = _PLACES.match(self.text, found.end)
        if word in _SHARED and after and self.text[after.end()].isupper():
            self.shared, self.title = word, title or self.title
            stop = self._shared_name(after.end(), after.end(), title)
            if stop:
                return stop
            self.shared = None
        provinces = self._provinces("", found.end, start) if word in ("tỉnh", "thành") else None
        if provinces:
            return provinces
        for left, right, name in found.bodies:
            self.add(Named(right, (name,), word), max(left, start) if left != begin else start, title)
        return found.end

    def _named(self, begin: int, bare: int, start: int, title: Title | None) -> int | None:
        """A named body, or several behind a plural: `các Sở Tài chính, Xây dựng`, `UBND các phường: …`."""
        named = named_body_at(self.text, self.folded, bare, self.setting)
        if named is None:
            return None
        if named.form in _SHARED:
            self.shared = named.form
        elif bare > begin and not named.tails:
            named = named._replace(names=tuple(f"các {name}" for name in named.names))
        places = self._places(named, start, title) if named.plural_unit else None
        if named.tails == ("cấp tỉnh",):
            base = named.names[0].removesuffix("cấp tỉnh").removeprefix("các ")
            places = self._provinces(base, named.end, start, title)
        return places or self.add(named, start, title)

    def _provinces(self, base: str, end: int, start: int, title: Title | None = None) -> int | None:
        """`các tỉnh, thành phố: Hà Nội, Khánh Hòa`, also behind `UBND`, as one body for each province."""
        separator, stop = _COLON.match(self.folded, end), None
        while separator and (found := province_at(self.text, self.folded, separator.end() - 1)):
            name, begin = found[0], separator.end() if stop else start
            stop = self.add(Named(found[1], (f"{base}{province_units()[name]} {name}",), "", name), begin, title)
            separator = _NEXT_PROVINCE.match(self.folded, stop)
        return stop

    def _places(self, named: Named, start: int, title: Title | None) -> int | None:
        """`UBND các phường: Yên Bái, Văn Phú` as one body for each place."""
        base = named.names[0][: -len(named.tails[0])]
        separator, end = _PLACES.match(self.text, named.end), None
        while separator:
            begin = separator.end()
            stop = place_end(self.text, begin - 1)
            if stop == begin - 1 or _no_place().match(self.folded, begin) or form_at(self.folded, begin):
                break
            name = f"{base}{named.plural_unit} {self.text[begin:stop]}"
            self.add(Named(stop, (name,), named.form, tails=named.tails), begin if end else start, title)
            separator, end = _AND.match(self.text, stop), stop
        return end


def find_bodies(
    text: str, folded: str, start: int, end: int, setting: Setting, lines: Iterable[tuple[int, int]] | None = None
) -> tuple[BodyList, ...]:
    """Every list of bodies (often of one) in `text[start:end]`, in order, none inside another.

    `lines`: where lists may begin, in order, if not anywhere.
    """
    found, position, opening = list[BodyList](), start, openers()
    for left, right in [(start, end)] if lines is None else lines:
        for place in opening.places_within(folded, left, right):
            if place < position or not (opener := opening.pattern.match(folded, place, right)):
                continue
            position = opener.end()
            wants_capital = opener.lastgroup in ("form", "place") and text[place].islower()
            if wants_capital and not text[position + 1 : position + 2].isupper():
                continue
            read = body_list_at(text, folded, place, end, setting)
            position = max(position, read.end)
            if read.mentions:
                found.append(read)
    return tuple(found)


def body_list_at(text: str, folded: str, position: int, end: int, setting: Setting) -> BodyList:
    """The list of bodies that begins at `position` and ends before `end`; without mentions where there is none."""
    reader, begin, stop = _Reader(text, folded, setting), position, position
    for _ in range(MOST_ITEMS):
        item = reader.item(begin)
        if item is None or item > end:
            break
        stop = item
        separator = _SEPARATOR.match(folded, stop, end)
        fresh = separator is not None and separator["mark"] == ";"
        if separator is None or (fresh and _NO_SEMICOLON.search(folded, max(0, position - 32), position)):
            break
        reader.fresh, reader.title = fresh, None if fresh else reader.title
        begin = separator.end()
    done = tuple(each for index, each in enumerate(reader.mentions) if index not in reader.waiting and each.end <= stop)
    return BodyList(position, stop, () if all(each.body.startswith(_DEPUTIES) for each in done) else done)


@cache
def _names(form: str) -> re.Pattern[str]:
    """What may stand behind a form: `nội vụ` and its like behind `sở`."""
    return words_pattern(name[len(form) + 1 :] for name in catalogue() if name.startswith(f"{form} "))


@cache
def _no_place() -> re.Pattern[str]:
    """Words that open a task or a collective, not the name of a place."""
    return words_pattern([*(row.verb for row in duties.task_verbs()), "các"])
