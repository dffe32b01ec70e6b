"""Mentions of bodies, in lists as they are joined: `Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố`.

các Sở: Công Thương, Tài chính và Công an tỉnh     the shared word is handed to each
Sở Tài chính, Kế hoạch và Đầu tư                   the same without "các"
UBND các phường: Yên Bái, Văn Phú                  named one by one
Hội đồng nhân dân, UBND tỉnh                       the level is handed back
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from pipeline.extract.bodynames import Named, named_body_at
from pipeline.extract.canonical import Setting, catalogue
from pipeline.extract.collectives import collective_at
from pipeline.extract.levels import place_end
from pipeline.extract.offices import Title, office_at, own_office_at
from pipeline.extract.openers import openers
from pipeline.extract.vocabulary import words_pattern
from pipeline.gazetteers import duties
from pipeline.spelling import fold

_PLURAL = re.compile(r"(?:các|những|từng|mỗi|mọi) (?:đồng chí )?")
_COMRADE = re.compile(r"(?:tập thể |các )?đồng chí ")
_SEPARATOR = re.compile(
    r"""
    (?: \s \( [^()\n]{0,160} \) )?                                              # (Cơ quan Thường trực về …)
    (?: \s - \s (?: cơ \s quan | đơn \s vị | trưởng | phó ) \b [^,;:.\n]{0,80} )?  # - Cơ quan Thường trực Ban Chỉ đạo
    (?: \s? (?P<mark> [,;] ) (?: \s (?: và | hoặc ) )? | \s (?: và | hoặc ) | \s? [/] )
    \s? (?= \S )
    """,
    re.VERBOSE,
)
_NO_SEMICOLON = re.compile(r"(?:với|cáo|trình|gửi|mưu|cho|của|trước|giúp) $")
_PLACES = re.compile(r":? (?=[^\W\d_])")
_AND = re.compile(r", | và ")
_SHARED = {"sở": "Sở", "bộ": "Bộ"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as it stands at `start:end`: its canonical name, `head` where its head is named, the province it carries."""

    start: int
    end: int
    body: str
    office: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies joined by commas and "và"."""

    start: int
    end: int
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Reading:
    """What has been read of a list: mentions, those that wait for a level, the word and office that are shared."""

    mentions: list[Mention] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)
    shared: str | None = None
    title: Title | None = None
    form: str = ""
    fresh: bool = True


def find_bodies(text: str, folded: str, start: int, end: int, setting: Setting) -> tuple[BodyList, ...]:
    """Every list of bodies (often of one) in `text[start:end]`, in order, none inside another."""
    found, position = [], start
    search = openers().search
    while opener := search(folded, position, end):
        position = opener.end()
        if opener.lastgroup in ("form", "place") and text[opener.start()].islower() and not text[position + 1 : position + 2].isupper():
            continue
        read = body_list_at(text, folded, opener.start(), setting)
        if read is not None and read.end <= end:
            found.append(read)
            position = read.end
    return tuple(found)


def body_list_at(text: str, folded: str, position: int, setting: Setting) -> BodyList | None:
    """The list of bodies that begins at `position`, or None."""
    reading = _Reading()
    end = begin = position
    semicolons = _NO_SEMICOLON.search(folded, max(0, position - 12), position) is None
    while True:
        stop = _item(text, folded, begin, setting, reading)
        if stop is None:
            break
        end = stop
        separator = _SEPARATOR.match(folded, end)
        if separator is None or (separator["mark"] == ";" and not semicolons):
            break
        if separator["mark"] == ";":
            reading.title = None
        reading.fresh = separator["mark"] == ";"
        begin = separator.end()
    mentions = [mention for index, mention in enumerate(reading.mentions) if index not in reading.waiting]
    return BodyList(position, end, tuple(mentions)) if mentions else None


def _item(text: str, folded: str, position: int, setting: Setting, reading: _Reading) -> int | None:
    """Reads one item (or a collective of several) into `reading`; where it ends, or None if there is none."""
    comrade = _COMRADE.match(folded, position)
    begin = comrade.end() if comrade else position
    listed = not reading.fresh
    own = own_office_at(text, folded, begin, setting)
    if own:
        return _add(reading, Named(own.end, (own.body,), "bộ"), position, Title(own.end, "none"))
    title = office_at(text, folded, begin)
    if title:
        begin = title.end
    return (
        _shared_name(text, folded, begin, reading, title)
        or _collective(text, folded, begin, position, setting, reading, title, listed)
        or _named(text, folded, begin, position, setting, reading, title)
    )


def _add(reading: _Reading, named: Named, start: int, title: Title | None) -> int:
    """Notes a named body: its office, its level for those that wait for one."""
    if title is None and reading.title and (reading.title.spread == "list" or _same(reading, named)):
        title = reading.title
    office = "head" if title else None
    if named.open_level:
        reading.waiting.append(len(reading.mentions))
    elif named.tails:
        _hand_back(reading, named.tails)
    for name in named.names:
        reading.mentions.append(Mention(start, named.end, name, office, named.province))
    reading.title, reading.form = title if title and title.spread != "none" else None, named.form
    return named.end


def _same(reading: _Reading, named: Named) -> bool:
    return reading.title is not None and reading.title.spread == "kind" and named.form == reading.form


def _hand_back(reading: _Reading, tails: tuple[str, ...]) -> None:
    for index in reading.waiting:
        mention = reading.mentions[index]
        reading.mentions[index] = replace(mention, body=f"{mention.body} {tails[0]}")
    reading.waiting.clear()


def _shared_name(text: str, folded: str, position: int, reading: _Reading, title: Title | None) -> int | None:
    """`Tài chính` in "các Sở: Công Thương, Tài chính": the name behind a shared `Sở` or `Bộ`."""
    if reading.shared not in _SHARED or not text[position : position + 1].isupper():
        return None
    found = _names(reading.shared).match(folded, position)
    if found is None:
        return None
    row = catalogue()[f"{reading.shared} {found[0]}"]
    return _add(reading, Named(found.end(), (row.name,), reading.shared), position, title)


@cache
def _names(form: str) -> re.Pattern[str]:
    return words_pattern(name[len(form) + 1 :] for name in catalogue() if name.startswith(f"{form} "))


def _collective(
    text: str,
    folded: str,
    begin: int,
    start: int,
    setting: Setting,
    reading: _Reading,
    title: Title | None,
    listed: bool,
) -> int | None:
    """A collective; `các Sở:` before names is none, it only hands its word on."""
    found = collective_at(text, folded, begin, setting, listed or title is not None)
    if found is None:
        return None
    word = re.sub(r"^(?:các |những )", "", folded[begin : found.end]).split(",")[0].split(" ")[0]
    after = _PLACES.match(text, found.end)
    if word in _SHARED and after and text[after.end()].isupper():
        reading.shared = word
        reading.title = title or reading.title
        stop = _shared_name(text, folded, after.end(), reading, title)
        if stop:
            return stop
        reading.shared = None
    for index, (left, right, name) in enumerate(found.bodies):
        named = Named(right, (name,), word)
        _add(reading, named, start if index == 0 else left, title or (reading.title if index else None))
        title = title if title and title.spread == "list" else title if index == 0 and len(found.bodies) > 1 else title
    return found.end


def _named(
    text: str, folded: str, begin: int, start: int, setting: Setting, reading: _Reading, title: Title | None
) -> int | None:
    """A named body, or several behind a plural: `các Sở Tài chính, Xây dựng`, `UBND các phường: Yên Bái, Văn Phú`."""
    plural = _PLURAL.match(folded, begin)
    named = named_body_at(text, folded, plural.end() if plural else begin, setting)
    if named is None:
        return None
    if named.form in _SHARED:
        reading.shared = named.form
    elif plural:
        named = replace(named, names=tuple(f"các {name}" for name in named.names))
    if named.plural_unit:
        stop = _places(text, folded, named, reading, title, start)
        if stop:
            return stop
    return _add(reading, named, start, title)


def _places(text: str, folded: str, named: Named, reading: _Reading, title: Title | None, start: int) -> int | None:
    """`UBND các phường: Yên Bái, Văn Phú` as one body for each place."""
    base = named.names[0][: -len(named.tails[0])]
    separator, end = _PLACES.match(text, named.end), None
    while separator:
        begin = separator.end()
        stop = place_end(text, begin - 1)
        if stop == begin - 1 or _no_place().match(folded, begin):
            break
        name = f"{base}{named.plural_unit} {text[begin:stop]}"
        _add(reading, Named(stop, (name,), named.form, tails=named.tails), begin if end else start, title)
        separator, end = _AND.match(text, stop), stop
    return end


@cache
def _no_place() -> re.Pattern[str]:
    """Words that open a task or another body, not the name of a place."""
    return words_pattern(
        [row.verb for row in duties.task_verbs()] + [fold(row.form) for row in duties.body_forms()] + ["các"]
    )
