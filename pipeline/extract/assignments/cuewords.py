"""The cues that give roles, and the slots behind them. All patterns work on folded text.

Kinds: lead (chủ trì), coordinate (phối hợp), advise (tham mưu, đề xuất), report (báo cáo, trình, gửi), via (qua),
register (đăng ký với), answer (chịu trách nhiệm trước), direct (chỉ đạo), order (giao, yêu cầu, đề nghị), watch (hướng
dẫn, đôn đốc) and notify (thông báo). The words come from the tables role_cues and sentence_words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.bodies.finder import Finder
from pipeline.extract.bodies.vocabulary import alternation, behind
from pipeline.gazetteers import duties

LONGEST_GAP, FARTHEST_GAP = 60, 280
_BEGINNINGS = (r"[\n.;:,–-]", r"[\n.;:,–-]\s", "^")
_VERBAL = (" với ", " cùng ", " chặt chẽ ")
"""What follows a verb only: `phối hợp với`, even in "các đơn vị phối hợp với"."""
_FAR = {
    "coordinate": re.compile(r"[^,;.:()\n]{1,60}\s(?:(?<!đối )với|cùng)\s"),
    "advise": re.compile(r"[^;.:\n]{1,120}\s(?:(?<!đối )với|lên|cho)\s"),
    "report": re.compile(r"[^;.:\n]{0,220}[\s(](?:(?<!đối )với|cho|(?<!trở )về|tới|đến|lên|qua|thông qua|gửi)\s"),
    "via": re.compile(r"[^;.:\n]{0,220}[\s(](?:qua|thông qua|gửi|gửi về)\s"),
    "direct": re.compile(r"\s(?:các\s)?(?:cơ\squan|đơn\svị|lực\slượng|bộ\sphận)\s[^,;.:\n]{1,60}(?:,|\svà)\s"),
    "register": re.compile(r"[^,;.:\n]{0,80}\svới\s"),
    "answer": re.compile(r"[^;.:\n]{0,90}(?:^|\s)trước\s(?:pháp\sluật(?:\svà|,)\s(?:trước\s)?)?"),
    "notify": re.compile(r"[^;.\n]{0,260}\s(?:để|đê|đề|đến|tới|cho)\s"),
}


class Cue(NamedTuple):
    """A cue as it stands in the text."""

    start: int
    end: int
    kind: str
    words: str


@cache
def _kinds() -> dict[str, str]:
    return {row.cue: row.kind for row in duties.role_cues()}


@cache
def _cues() -> Finder:
    return Finder.of(_kinds())


@cache
def _noun_before(cue: str) -> re.Pattern[str]:
    """Words that make a noun, a passive or a past of the cue behind them: `công trình`, `theo yêu cầu`, `đã giao`.

    What is reported may stand before the verb (`tổng hợp kết quả gửi X`), save at the beginning (`hồ sơ trình X gồm`).
    """
    groups = duties.sentence_words()
    kind = _kinds().get(cue)
    own = (f"noun before {cue}", f"noun before: {kind}")
    words = [word for group in ("noun before cue", *own) for word in groups.get(group, ())]
    reported = groups["noun before any cue but of a report"]
    if kind != "report":
        return re.compile(behind([*words, *reported]))
    return re.compile("|".join([behind(words), *(behind(reported, begin) for begin in _BEGINNINGS)]))


@cache
def _other_word(cue: str) -> re.Pattern[str] | None:
    """What behind a cue makes another word of it: `giao thông`, `trình tự`."""
    words = duties.sentence_words().get(f"no cue: {cue}")
    return re.compile(rf"\s(?:{alternation(words)})(?!\w)") if words else None


@cache
def _joints() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s,]+(?:{alternation(duties.sentence_words()['joint'])})(?=[\s,]|$))*[\s,]*")


@cache
def _slot(kind: str) -> re.Pattern[str] | None:
    words = duties.sentence_words().get(f"slot: {kind}")
    return re.compile(rf"(?:[\s,]+(?:và\s)?{alternation(words)}(?=[\s,]))*\s*,?\s*") if words else None


def find_cues(folded: str, start: int, end: int) -> list[Cue]:
    """The cues of `folded[start:end]` that are verbs of a task there.

    >>> [cue.words for cue in find_cues("đã giao, nay giao chủ trì công trình", 0, 36)]
    ['giao', 'chủ trì']
    """
    found = []
    for match in _cues().finditer(folded, start, end):
        words, (left, right) = match[0], match.span()
        noun = _noun_before("" if folded.startswith(_VERBAL, right) else words)
        other = _other_word(words)
        if not (noun.match(folded, left) or (other and other.match(folded, right))):
            found.append(Cue(left, right, _kinds()[words], words))
    return found


def joined(folded: str, left: int, right: int) -> bool:
    """Whether two cues with `folded[left:right]` between them share their object.

    >>> joined(", kịp thời ", 0, 11), joined(" xây dựng đường ", 0, 16)
    (True, False)
    """
    return right - left <= LONGEST_GAP and _joints().fullmatch(folded, left, right) is not None


def fills(kind: str, folded: str, left: int, right: int) -> bool:
    """Whether a list at `right` stands in the slot directly behind a cue that ends at `left`.

    >>> fills("coordinate", " chặt chẽ với ", 0, 14), fills("coordinate", " xây dựng ", 0, 10)
    (True, False)
    """
    slot = _slot(kind)
    return slot is not None and right - left <= LONGEST_GAP and slot.fullmatch(folded, left, right) is not None


def fills_from_afar(kind: str, folded: str, left: int, right: int) -> bool:
    """Whether a preposition ties the list at `right` to a cue that ends at `left`.

    >>> fills_from_afar("report", " tình hình thực hiện về ", 0, 24)
    True
    """
    far = _FAR.get(kind)
    return far is not None and right - left <= FARTHEST_GAP and far.fullmatch(folded, left, right) is not None
