"""One item of a list of bodies after the other, with what each hands on to the next: word, title and level."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from pipeline.extract.bodies.canonical import Setting, canonical_body, catalogue
from pipeline.extract.bodies.collectives import collective_at
from pipeline.extract.bodies.ends import form_at
from pipeline.extract.bodies.levels import place_end, province_at, province_units
from pipeline.extract.bodies.mentions import Mention
from pipeline.extract.bodies.names import Named, named_body_at
from pipeline.extract.bodies.offices import Title, may_name_office, office_at, own_office_at
from pipeline.extract.bodies.vocabulary import listed, words_pattern
from pipeline.gazetteers import duties

SEPARATOR = re.compile(
    r"""
    (?: [ ] và [ ] tương [ ] đương )?
    (?: [ ] \( [^()\n]{0,160} \) )?                                          # (Cơ quan Thường trực về …)
    (?: [ ]-[ ] (?:cơ[ ]quan|đơn[ ]vị|trưởng|phó) \b [^,;:.\n]{0,80} )?      # - Cơ quan Thường trực Ban Chỉ đạo
    (?: [ ]? (?P<mark> [,;] ) (?: [ ] (?:và|hoặc) )? | [ ] (?:và|hoặc|như:?) | [ ]? [/] )
    [ ]? (?= \S )
    """,
    re.VERBOSE,
)
"""What stands between two bodies of a list."""

_PLURAL = re.compile(r"(?:các|những|từng|mỗi|mọi) (?:đồng chí )?")
_COMRADE = re.compile(r"(?:tập thể |các )?đồng chí ")
_PLACES = re.compile(r":? (?=[^\W\d_])")
_COLON = re.compile(r": (?:(?:tỉnh|thành phố) )?")
_NEXT_PROVINCE = re.compile(r"(?:, | và )(?:(?:tỉnh|thành phố) )?")
_AND = re.compile(r", | và ")
_SHARED = ("sở", "bộ")
_LENDERS = ("đảng ủy", "ban thường vụ")
_ORGANS = ("ban thường vụ", "ban chấp hành", "ban giám đốc", "ban giám hiệu")
_COMMITTEE = re.compile(r"(?:, | và )(?:tỉnh|thành|huyện|quận|thị) ủy ")


@dataclass(slots=True)
class Reader:
    """Reads a list: what it has found, which of it waits for a level, and the word and title that are shared.

    `fresh`: the next item begins anew, so that its "các" may not be missing; `lent`: the words that the names behind
    `các Đảng ủy` share.
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
    lent: str = ""

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
            or self._behind_colon(begin, position, title)
            or self._collective(begin, bare, position, title)
            or self._organ(bare, position, title)
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

    def _behind_colon(self, begin: int, start: int, title: Title | None) -> int | None:
        """The first name behind `Giám đốc Sở:`, which hands its word on."""
        word = self.folded[begin : begin + 2]
        if title is None or word not in _SHARED or not self.folded.startswith(": ", begin + 2):
            return None
        return self._share(word, begin + 4, start, title)

    def _share(self, word: str, position: int, start: int, title: Title | None) -> int | None:
        """The first name behind a word that all names of the list share; without it nothing is shared."""
        self.shared, self.title = word, title or self.title
        stop = self._shared_name(position, start, title)
        self.shared = word if stop else None
        return stop

    def _collective(self, begin: int, bare: int, start: int, title: Title | None) -> int | None:
        """A collective; `các Sở:` before names is none, it only hands its word on."""
        found = collective_at(self.text, self.folded, begin, self.setting, title is not None or not self.fresh)
        if found is None or ((title or self.lent) and len(found.bodies) == 1 and self._is_named(begin, bare)):
            return None
        word = self.folded[bare : found.end].split(",")[0].split(" ")[0]
        after = _PLACES.match(self.text, found.end)
        if word in _SHARED and after and self.text[after.end()].isupper():
            stop = self._share(word, after.end(), after.end(), title)
            if stop:
                return stop
        provinces = self._provinces("", found.end, start) if word in ("tỉnh", "thành") else None
        spelled_out = provinces or self._spelled_out(found.end, title)
        if spelled_out:
            return spelled_out
        for left, right, name in found.bodies:
            self.add(Named(right, (name,), word), max(left, start) if left != begin else start, title)
        return found.end

    def _is_named(self, begin: int, bare: int) -> bool:
        """`Bí thư Tỉnh ủy`: one body, which its title would let stand for several."""
        single = bare == begin and self.text[begin].isupper()
        return single and named_body_at(self.text, self.folded, begin, self.setting) is not None

    def _spelled_out(self, end: int, title: Title | None) -> int | None:
        """Names behind a noun, instead of it: `các cơ quan: Công an tỉnh, Sở Y tế`, `các cơ quan Tỉnh đoàn, …`."""
        colon = _PLACES.match(self.text, end)
        if colon is None or not self._named_twice(colon.end()):
            return None
        self.title = title or self.title
        return self.item(colon.end())

    def _named_twice(self, position: int) -> bool:
        """Whether two names stand here: one alone may be an owner, `các đơn vị Công an tỉnh`, or a subject."""
        first = named_body_at(self.text, self.folded, position, self.setting)
        comma = SEPARATOR.match(self.folded, first.end) if first else None
        return comma is not None and named_body_at(self.text, self.folded, comma.end(), self.setting) is not None

    def _named(self, begin: int, bare: int, start: int, title: Title | None) -> int | None:
        """A named body, or several behind a plural: `các Sở Tài chính, Xây dựng`, `UBND các phường: …`."""
        named = named_body_at(self.text, self.folded, bare, self.setting)
        if named is None:
            return None
        if self._lends(named.form) and bare == begin:
            named = named._replace(names=tuple(f"{self.lent} {name}" for name in named.names))
        elif named.form in _SHARED:
            self.shared = named.form
        elif bare > begin and named.form in _LENDERS and len(named.names[0]) > len(named.form):
            self.lent = named.names[0][: len(named.form)]
        elif bare > begin and not named.tails:
            named = named._replace(names=tuple(f"các {name}" for name in named.names))
        places = self._places(named, start, title) if named.plural_unit else None
        if named.tails == ("cấp tỉnh",):
            base = named.names[0].removesuffix("cấp tỉnh").removeprefix("các ")
            places = self._provinces(base, named.end, start, title)
        return places or self.add(named, start, title)

    def _lends(self, form: str) -> bool:
        """Whether a name with this form takes the words lent: only a Party committee has a Ban Thường vụ."""
        lent = self.lent.lower()
        return lent not in ("", form) and (lent not in _ORGANS or form.endswith(" ủy"))

    def _organ(self, bare: int, start: int, title: Title | None) -> int | None:
        """The same organ of many: `Ban Thường vụ các huyện ủy, thị ủy`; a committee by name behind them shares it."""
        form = form_at(self.folded, bare) if self.folded.startswith(_ORGANS, bare) else None
        if form is None or form[0] not in _ORGANS or not self.folded.startswith(" các ", form.end()):
            return None
        first = form.end() + 1
        found = collective_at(self.text, self.folded, first, self.setting, False)
        if found is None:
            return None
        organ = canonical_body(self.text[bare : form.end()], self.setting)
        for left, right, name in found.bodies:
            self.add(Named(right, (f"{organ} {name}",), form[0]), start if left == first else left, title)
        self.lent = organ if _COMMITTEE.match(self.folded, found.end) else ""
        return found.end

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


@cache
def _names(form: str) -> re.Pattern[str]:
    """What may stand behind a form: `nội vụ` and its like behind `sở`."""
    return words_pattern(name[len(form) + 1 :] for name in catalogue() if name.startswith(f"{form} "))


@cache
def _no_place() -> re.Pattern[str]:
    """Words that open a task or a collective, not the name of a place."""
    return words_pattern([*(row.verb for row in duties.task_verbs()), "các"])
