"""How far the name of a body goes: to a verb, a particle, a comma - but not every comma - or another body.

Trung tâm Kiểm soát bệnh tật | phối hợp        Cục Mỹ thuật, Nhiếp ảnh và Triển lãm | chủ trì
Ban Chỉ đạo phòng, chống tội phạm | tỉnh       Sở Nội vụ | và Sở Tài chính
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.bodies.canonical import Setting, alias_pattern, expand
from pipeline.extract.bodies.levels import level_at
from pipeline.extract.bodies.vocabulary import spaced_alternation, words_pattern
from pipeline.gazetteers import duties, load
from pipeline.spelling import fold

MOST_WORDS = 14
MOST_COMMAS = 4
_NEXT = re.compile(r"(?: [-–—] | |[-–—]| & |/)(?P<word>[^\W_][\w.&']*(?:[-–][\w&]+)*)")
_LINKED = re.compile(r" và (?:các )?(?P<word>[^\W_]\w*)")
_COMMA = re.compile(r", (?=(?P<word>\w+))")
_AND = re.compile(r" và (?=(?P<word>[^\W\d_]+))")
_LINK = re.compile(r" và (?=\w)")
_UNBROKEN = ("sở", "bộ")
_BROKEN_BY_CAPITALS = ("báo", "đài", "ngân hàng", "ban ", "trường", "bệnh viện")
_OF_FIELDS = ("sở", "cục", "vụ", "phòng", "chi cục", "tổng cục", "viện", "trung tâm", "ban quản lý", "ban chỉ đạo")
"""Bodies named after fields, which may be printed small: `Cục Trang bị và kho vận`."""
_PAIRS = {"chống": "phòng", "chữa": "cháy", "cứu": "cứu nạn"}


@cache
def forms() -> dict[str, bool]:
    """Folded form, also abbreviated → whether any name may follow."""
    found = {fold(row.form): row.open for row in duties.body_forms()}
    shorts = {fold(row.long): fold(row.short) for row in duties.body_abbreviations()}
    for form, is_open in list(found.items()):
        for long, short in shorts.items():
            if f" {long} " in f" {form} ":
                found.setdefault(form.replace(long, short), is_open)
    return found


@cache
def _form_pattern() -> re.Pattern[str]:
    return words_pattern(forms())


@cache
def _continued(form: str) -> tuple[str, ...]:
    """What behind a form makes another word of it: `Trường hợp`, `Sở hữu`."""
    words = {fold(row.form): row.not_before for row in duties.body_forms()}.get(form, ())
    return tuple(word if word.startswith(",") else f" {word}" for word in words)


def form_at(folded: str, position: int) -> re.Match[str] | None:
    """The words that open a name at `position`, or None."""
    found = _form_pattern().match(folded, position)
    return None if found is None or folded.startswith(_continued(found[0]), found.end()) else found


def other_words() -> list[str]:
    """Words that begin like a form but are none: `trường hợp`, `báo cáo`."""
    words = [form + rest for form in forms() for rest in _continued(form)]
    return [word for word in words if not any(form.startswith(word) for form in forms())]


@cache
def _stops() -> re.Pattern[str]:
    return words_pattern(row.words for row in duties.name_stops())


@cache
def _exceptions() -> dict[str, tuple[str, ...]]:
    return {row.words: row.unless for row in duties.name_stops()}


@cache
def _other_noun() -> re.Pattern[str]:
    """Collectives and people: a comma or `và` before them never belongs to a name."""
    return words_pattern([*(row.noun for row in duties.collective_nouns()), *duties.sentence_words()["people"]])


@cache
def _verbs() -> re.Pattern[str]:
    return words_pattern(row.verb for row in duties.task_verbs())


@cache
def _titles() -> re.Pattern[str]:
    """Titles of heads: they open the next body of a list; a short one only before a form (`Trưởng Công an`)."""
    long = spaced_alternation(row.title for row in duties.offices() if " " in row.title)
    short = spaced_alternation(row.title for row in duties.offices() if " " not in row.title)
    return re.compile(rf"(?:{long} | {short} (?= [ ] {spaced_alternation(forms())} (?!\w)) ) (?!\w)", re.VERBOSE)


def name_end(text: str, folded: str, begin: int, form: str, setting: Setting) -> int:
    """Where the name behind a form ends (`begin` if there is none).

    >>> text = "Trung tâm Lưu trữ lịch sử phối hợp"
    >>> text[: name_end(text, text.lower(), 9, "trung tâm", Setting())]
    'Trung tâm Lưu trữ lịch sử'
    """
    end = _words_end(text, folded, begin, multiword=" " in form)
    if form in _UNBROKEN and end > begin and not alias_pattern().match(folded, begin - len(form)):
        return _beyond_and(text, folded, end, form, setting)
    if end == begin or form in _UNBROKEN:
        return end
    for _ in range(MOST_COMMAS):
        further = _beyond_comma(text, folded, end, form, setting)
        further = _beyond_and(text, folded, end, form, setting) if further == end else further
        if further == end:
            break
        end = further
    return end


def _words_end(text: str, folded: str, begin: int, multiword: bool) -> int:
    """The end of the words without comma: capital ones, then others up to a stop. One-word forms want a capital."""
    end = begin
    for start, stop in _words(text, folded, begin):
        if not (text[start].isupper() or text[start].isdigit()):
            wanting = end == begin and not multiword and not _capital_soon(text, stop)
            if wanting or _stops_at(folded, start) or _names_province(folded, begin, end):
                break
        elif end > begin and text[end] == " " and (_opens_office(folded, start) or _is_title(folded, end, start)):
            break
        end = stop
        if text[start].isdigit() and folded.endswith("số ", begin, start):
            break
    return end


def _words(text: str, folded: str, begin: int) -> Iterator[tuple[int, int]]:
    """The spans of the words that could go on with a name; `và` only before a capital that opens no other body."""
    position = begin
    for _ in range(MOST_WORDS):
        linked = _LINKED.match(text, position)
        found = linked or _NEXT.match(text, position)
        if found is None:
            return
        start, end = found.span("word")
        if linked and (not text[start].isupper() or _opens_body(text, folded, start)):
            return
        full_stop = text[end - 1] == "."
        yield start, end - full_stop
        if full_stop:
            return
        position = end


def _stops_at(folded: str, position: int) -> bool:
    """Whether the name ends before the word at `position`: `xây dựng` does not end `Ban Quản lý dự án đầu tư …`."""
    stop = _stops().match(folded, position)
    if stop is None:
        return False
    before = folded[max(0, position - 24) : position].rstrip()
    return not any(word == "*" or before.endswith(word) for word in _exceptions()[stop[0]])


def _names_province(folded: str, begin: int, end: int) -> bool:
    """Whether what has been read ends with a province (`Công ty Điện lực Lào Cai`): no name goes on behind it."""
    return folded.endswith(_provinces(), begin, end)


@cache
def _provinces() -> tuple[str, ...]:
    return tuple(f" {fold(province.name)}" for province in load.provinces())


def _capital_soon(text: str, position: int) -> bool:
    """`Đài khí tượng Thủy văn`: a capital within the next two words."""
    return any(word[:1].isupper() for word in text[position : position + 20].split(",")[0].split(" ")[1:3])


def _opens_office(folded: str, position: int) -> bool:
    """`Sở` or `Bộ` right behind a name, without comma: the next body of a careless list."""
    form = form_at(folded, position)
    return form is not None and form[0] in _UNBROKEN


def _is_title(folded: str, end: int, position: int) -> bool:
    """`Trưởng Ban Dân vận - Trưởng Tiểu ban`: another office of the same person."""
    return folded.startswith(" - ", end) and _titles().match(folded, position) is not None


def _opens_body(text: str, folded: str, position: int) -> bool:
    """Whether another body begins at `position`: a known name, or a form with a capital word behind it."""
    form = form_at(folded, position)
    after = text[form.end() + 1 : form.end() + 2] if form else ""
    closed = form is not None and not forms()[form[0]]
    known = alias_pattern().match(folded, position) or _titles().match(folded, position)
    return known is not None or closed or after.isupper()


def _beyond_comma(text: str, folded: str, end: int, form: str, setting: Setting) -> int:
    """The end of the words behind a comma where they still belong to the name, else `end`."""
    comma = _COMMA.match(folded, end)
    if comma is None or folded.startswith(("các ", "những "), comma.end()) or _titles().match(folded, comma.end()):
        return end
    start, stop = comma.span("word")
    if text[start].isupper():
        if expand(text[start:stop], setting)[:1].islower():
            return stop  # Ban quản lý KKT, KCN
        foreign = form_at(folded, start) or alias_pattern().match(folded, start)
        return end if foreign or form.startswith(_BROKEN_BY_CAPITALS) else _words_end(text, folded, start - 1, True)
    if _other_noun().match(folded, start) or _stops_at(folded, start):
        return end
    further = _words_end(text, folded, start - 1, multiword=True)
    paired = folded.endswith(_PAIRS.get(comma["word"], "\n"), 0, end)
    return further if paired or _closes(text, folded, start, further, form, setting) else end


def _beyond_and(text: str, folded: str, end: int, form: str, setting: Setting) -> int:
    """The end of the words in small letters behind `và` where they still belong to the name, else `end`."""
    found = _AND.match(folded, end)
    if found is None or not form.startswith(_OF_FIELDS) or text[found.end()].isupper():
        return end
    start = found.end()
    if _other_noun().match(folded, start) or form_at(folded, start) or _stops_at(folded, start):
        return end
    further = _words_end(text, folded, start - 1, multiword=True)
    return further if _closes(text, folded, start, further, form, setting) else end


def _closes(text: str, folded: str, start: int, end: int, form: str, setting: Setting) -> bool:
    """Whether words in small letters end a name: with a level, `và` and a capital, before a verb, or a Sở's a mark."""
    if end < start or level_at(text, folded, end, setting):
        return end > start
    if form == "sở" and folded[end : end + 1] in (",", ";", "."):
        return True
    linked = any(text[found.end()].isupper() for found in _LINK.finditer(text, start, end))
    return form.startswith(_OF_FIELDS) and (linked or _verbs().match(folded, end + 1) is not None)
