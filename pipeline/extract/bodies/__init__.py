"""Mentions of bodies, in lists as they are joined: `Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện, thành phố`.

các Sở: Công Thương, Tài chính và Công an tỉnh     the shared word is handed to each
Sở Tài chính, Kế hoạch và Đầu tư                   the same without "các"
UBND các phường: Yên Bái, Văn Phú                  named one by one
Hội đồng nhân dân, UBND tỉnh                       the level is handed back
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pipeline.extract.bodies.canonical import Setting
from pipeline.extract.bodies.mentions import BodyList, Mention, is_unnamed
from pipeline.extract.bodies.openers import openers
from pipeline.extract.bodies.reader import SEPARATOR, Reader

__all__ = ["BodyList", "Mention", "body_list_at", "find_bodies", "is_unnamed"]

MOST_ITEMS = 80
_NO_SEMICOLON = re.compile(
    r"(?:cáo|trình|gửi|mưu|cho|của|trước|giúp|(?<!phối hợp )với|[^\s.:;\n-] (?:chủ trì, ?)?phối hợp với) $"
)
"""Behind `phối hợp với` that opens a task the bodies go on: `Phối hợp với các sở; các hội nghề nghiệp mở lớp`."""
_HEADED_APART, _TOGETHER = ("các sở", "các ban, ngành"), "các sở, ban, ngành"
_DEPUTIES = ("Đại biểu", "các Đại biểu")  # people, who are told something only beside bodies


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
    reader, begin, stop = Reader(text, folded, setting), position, position
    for _ in range(MOST_ITEMS):
        item = reader.item(begin)
        if item is None or item > end:
            break
        stop = item
        separator = SEPARATOR.match(folded, stop, end)
        fresh = separator is not None and separator["mark"] == ";"
        if separator is None or (fresh and _NO_SEMICOLON.search(folded, max(0, position - 32), position)):
            break
        reader.fresh, reader.title = fresh, None if fresh else reader.title
        reader.lent = "" if fresh else reader.lent
        begin = separator.end()
    done = tuple(each for index, each in enumerate(reader.mentions) if index not in reader.waiting and each.end <= stop)
    done = _departments(done)
    return BodyList(position, stop, () if all(each.body.startswith(_DEPUTIES) for each in done) else done)


def _departments(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """`Giám đốc các sở, Thủ trưởng các ban, ngành` are the heads of `các sở, ban, ngành`, which is one body."""
    for index, (one, two) in enumerate(pairwise(mentions)):
        if one.office and two.office and (one.body, two.body) == _HEADED_APART:
            whole = Mention(one.start, two.end, _TOGETHER, one.office)
            return (*mentions[:index], whole, *mentions[index + 2 :])
    return mentions
