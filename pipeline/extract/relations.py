"""How a document relates to one that it cites: by the nearest governing cue before the mention.

`Căn cứ X` based_on, `thực hiện X` implements, `theo quy định tại X` guided_by, `sửa đổi, bổ sung X` amends,
`thay thế X` replaces, `bãi bỏ X` repeals, all else mentions. Items of a list share the relation of its first one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers import load
from pipeline.spelling import fold

MENTIONS = "mentions"
_CHANGES = ("amends", "replaces", "repeals")
_SEPARATOR = re.compile(r"(?:[;,]|\s(?:và|cùng|hoặc)|[;,]\s+(?:và|hoặc))\s+(?:các\s+|(?:điểm|khoản|điều)\s[^;]{0,60}?)?$")
_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_])|\n|:\s+[-+]\s")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation and the words that decided it; `nested` when they stand inside the title of the citation before."""

    name: str
    cue: str | None
    nested: bool = False


NO_RELATION = Relation(MENTIONS, None)


def relation_at(folded: str, start: int, floor: int, before: tuple[int, Relation] | None) -> Relation:
    """The relation of the citation at `start` of the folded text.

    `floor` is where its line begins; `before` the end of the citation before it on that line with the relation that
    governs the list it stands in, or None.
    """
    begin = sentence_start(folded, start, floor)
    if before is None or before[0] < begin:
        return _last_cue(folded, begin, start)
    end, governing = before
    if _SEPARATOR.search(folded, max(end, start - 90), start):
        return governing
    found = _last_cue(folded, end, start)
    return Relation(found.name, found.cue, nested=found.name in _CHANGES)


def sentence_start(folded: str, position: int, floor: int) -> int:
    """Where the sentence that holds `position` begins, not before `floor` (nor 600 characters back)."""
    begin = max(floor, position - 600)
    for stop in _SENTENCE.finditer(folded, begin, position):
        begin = stop.end()
    return begin


def _last_cue(folded: str, begin: int, end: int) -> Relation:
    last = None
    for last in _cues().finditer(folded, begin, end):
        pass
    return Relation(_relations()[last[0]], last[0]) if last else NO_RELATION


@cache
def _relations() -> dict[str, str]:
    return {fold(row.cue): row.relation for row in load.relation_cues()}


@cache
def _cues() -> re.Pattern[str]:
    longest_first = sorted(_relations(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
