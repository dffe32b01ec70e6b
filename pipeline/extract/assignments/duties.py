"""Duties that come from above a clause: from its headings, from the order line of the preamble, from the title.

2. Sở Nội vụ                                                    a heading: to every clause below
Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy … như sau:             an order line: to the top-level leaves
Chức năng, nhiệm vụ của Phòng Văn hóa - Xã hội …                a title: to every leaf
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.assignments import phrases
from pipeline.extract.assignments.items import bearers_of_duties
from pipeline.extract.assignments.parts import may_name_subject, part_ends
from pipeline.extract.assignments.passage import LEAD, RESPONSIBLE, SILENT, Duty, Reading
from pipeline.extract.assignments.predicates import grants
from pipeline.extract.assignments.roles import read_roles
from pipeline.extract.bodies import find_bodies
from pipeline.extract.bodies.canonical import Setting
from pipeline.model import Clause, Head

_FUNCTIONS = re.compile(r"(?:chức năng(?:,| và) nhiệm vụ|quy chế (?:tổ chức|hoạt động|làm việc))[^\n;]{0,120}?\scủa\s")
_INTRODUCES = re.compile(
    r"(?:các|một số|những|tốt|nghiêm túc|hiệu quả|và|,|\s)*"
    r"(?:nội dung|nhiệm vụ|giải pháp|biện pháp|công việc|vấn đề|việc|công tác)"
    r"[^,;.]{0,60}?(?:sau|dưới đây|cụ thể)?(?: đây)?\s*:?\s*$"
)
_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_OPINION = re.compile(r"(?:có ý kiến(?: chỉ đạo| kết luận)?|yêu cầu|chỉ thị|chỉ đạo)(?: như sau)?\s*:")
_ASIDES = re.compile(
    r"\([^()]*\)|(?:theo|căn cứ|trong phạm vi|trên cơ sở)\s(?:[^\W\d_]+\s){0,2}chức năng"
    r"(?:,? (?:và )?(?:nhiệm vụ|quyền hạn|thẩm quyền))*(?: (?:đã )?được (?:giao|phân công)| của mình)?"
)
"""What an order line says beside the order: brackets, `theo chức năng, nhiệm vụ được giao`."""
_INTRO_WORDS = 12
_FORMAL = "kính "  # kính trình, kính đề nghị: the letter itself speaks


class Scope(NamedTuple):
    """Duties handed down to the clauses below."""

    duties: tuple[Duty, ...] = ()


NOTHING = Scope()


def heading_scope(text: str, folded: str, clause: Clause, setting: Setting, above: Scope, asks: bool) -> Scope:
    """What a clause with children hands down: its own bodies, else those from above; the cues of its intro line too.

    `asks`: the document is a report, where only a request hands anything down.
    """
    if phrases.listing_at(folded, clause.text_start, clause.end) is not None or _depends(folded, clause):
        return NOTHING
    reading = SILENT
    for start, end in _heading_lines(text, folded, clause):
        one = read_roles(text, folded, start, end, setting)
        one = requests(one) if asks else one
        reading = one._replace(
            subjects=one.subjects or reading.subjects,
            others=(*reading.others, *one.others),
            leads=reading.leads or one.leads,
        )
    if reading.subjects:
        return Scope((*reading.subjects, *reading.others))
    first = first_line(folded, clause)
    if phrases.is_context(first) or grants(first):
        return NOTHING
    bearers = () if asks else bearers_of_duties(text, folded, clause.text_start, clause.text_start + len(first))
    if bearers:
        return Scope(tuple(Duty(mention, RESPONSIBLE, None, "heading") for mention in bearers) + reading.others)
    raised = (duty._replace(role=LEAD) if reading.leads and duty.role == RESPONSIBLE else duty for duty in above.duties)
    return Scope((*raised, *reading.others))


def first_line(folded: str, clause: Clause) -> str:
    """The line that a clause opens with, where its heading stands."""
    stop = folded.find("\n", clause.text_start, clause.end)
    return folded[clause.text_start : stop if stop >= 0 else clause.end]


def own_task(text: str, folded: str, clause: Clause, setting: Setting) -> Clause | None:
    """A clause with children as far as it states a task itself, below its heading and above its intro line, or None.

    All of it is the task where the children only say on which conditions, or in which cases, and where it is a
    sentence with a subject and a stop, which announces nothing.
    """
    if _depends(folded, clause):
        return clause if _may_tell(folded, clause.text_start, clause.end) else None
    listing = phrases.listing_at(folded, clause.text_start, clause.end)
    if listing is not None and listing > clause.text_start:
        return replace(clause, end=listing)
    opening = _opening_sentence(text, folded, clause)
    if opening is not None:
        return replace(clause, end=opening) if _may_tell(folded, clause.text_start, opening) else None
    if _is_one_sentence(text, clause):
        return clause if _has_subject(text, folded, clause, setting) else None
    heading = text.find("\n", clause.text_start, clause.end)
    lines = [line.span() for line in _LINE.finditer(text, heading, clause.end)] if heading >= 0 else []
    told = lines[:-1] if lines and text.endswith(":", *lines[-1]) else lines
    if not told or phrases.is_context(folded[clause.text_start : heading]):
        return None
    sentences = [(left, right) for left, right in told if text.endswith((".", ";"), left, right)]
    opens = any(_may_tell(folded, left, right) for left, right in sentences)
    return replace(clause, end=told[-1][1]) if opens else None


def _depends(folded: str, clause: Clause) -> bool:
    """Whether a clause with children ends with `… khi đáp ứng các điều kiện sau:`."""
    return phrases.listed_below(folded, clause.text_start, clause.end) is not None


def _may_tell(folded: str, start: int, end: int) -> bool:
    return phrases.begins_task(folded[start:end]) or may_name_subject(folded, start, end)


def _heading_lines(text: str, folded: str, clause: Clause) -> list[tuple[int, int]]:
    """The first line of a clause, and its last where that opens the list with a colon; of one the last sentence."""
    start, end = clause.text_start, _words_end(text, clause.text_start, clause.end)
    first = text.find("\n", start, end)
    if first < 0:
        return [(_opening_sentence(text, folded, clause) or start, end)]
    last = text.rfind("\n", start, end) + 1
    lines = [(start, first)]
    return [*lines, (last, end)] if text[end - 1] == ":" else lines


def _opening_sentence(text: str, folded: str, clause: Clause) -> int | None:
    """Where in a clause of one line its last sentence begins, if that names who is to do what is listed below."""
    end = _words_end(text, clause.text_start, clause.end)
    words = text[clause.text_start : end]
    if not words.endswith(":") or ". " not in words or "\n" in words:
        return None
    stops = [stop for stop in part_ends(text, clause.text_start, end - 1) if text[stop - 1] == "."]
    return stops[-1] if stops and may_name_subject(folded, stops[-1], end) else None


def _is_one_sentence(text: str, clause: Clause) -> bool:
    """Whether a clause of one line ends with a stop: it announces nothing of what stands below it."""
    words = text[clause.text_start : clause.end].rstrip()
    return words.endswith(".") and "\n" not in words


def _has_subject(text: str, folded: str, clause: Clause, setting: Setting) -> bool:
    """Whether the words of a clause themselves name who is to act."""
    span = clause.text_start, clause.end
    return may_name_subject(folded, *span) and bool(read_roles(text, folded, *span, setting).subjects)


def _words_end(text: str, start: int, end: int) -> int:
    """Where the last word of a stretch ends."""
    return start + len(text[start:end].rstrip())


def order_scope(text: str, folded: str, clause: Clause, setting: Setting) -> Scope:
    """The bodies that the last line of the preamble commands, if it ends with a colon."""
    end = _words_end(text, clause.start, clause.end)
    if not text.endswith(":", clause.start, end):
        return NOTHING
    start = text.rfind("\n", clause.start, end) + 1
    last = read_roles(text, folded, max(start, clause.start), end, setting, formal=True)
    return Scope(last.subjects) if last.order_end is not None else NOTHING


def preamble_duties(text: str, clause: Clause, orders: Scope, reading: Reading, alone: bool) -> list[Duty]:
    """What the preamble itself commands: only by an order, and not where the order only opens the list below."""
    commands = [duty for duty in reading.subjects if duty.rule in ("order", "chủ trì", "notify") or alone]
    opinion = _OPINION.search(text, clause.start, clause.end) if alone and reading.order_end is None else None
    if opinion:
        return [duty for duty in (*reading.subjects, *reading.others) if duty.mention.start >= opinion.end()]
    if not commands or reading.order_end is None:
        return []
    first = min(duty.mention.start for duty in commands)
    duties = [*commands, *(duty for duty in reading.others if duty.mention.start > first)]
    if not orders.duties:
        return duties
    last = max(duty.mention.end for duty in orders.duties)
    if states_task(text[last : clause.end]):
        return duties
    return [duty for duty in duties if duty.mention.start < orders.duties[0].mention.start]


def states_task(words: str) -> bool:
    """Whether an order line says what to do beside announcing the list below.

    >>> states_task(" tập trung thực hiện tốt các nội dung sau:")
    False
    """
    announced = _INTRODUCES.search(words.lower())
    rest = words[: announced.start()] if announced else words
    return len(_ASIDES.sub("", rest).split()) > _INTRO_WORDS


def title_scope(text: str, folded: str, head: Head, setting: Setting) -> Scope:
    """The body whose functions and duties the document describes, from its title."""
    if head.title_span is None:
        return NOTHING
    start, end = head.title_span
    functions = _FUNCTIONS.search(folded, start, end)
    if functions is None:
        return NOTHING
    lists = find_bodies(text, folded, functions.end(), end, setting)
    mentions = lists[0].mentions if lists else ()
    return Scope(tuple(Duty(mention, RESPONSIBLE, None, "title") for mention in mentions))


def requests(reading: Reading, closing: bool = False) -> Reading:
    """Of a report only what it asks others to do from now on; at its end, or formally, also whom it reports to."""
    if reading.order_end is None:
        others = tuple(duty for duty in reading.others if closing or (duty.cue or "").startswith(_FORMAL))
        return reading._replace(subjects=(), others=others, imperative=True)
    subjects = tuple(duty for duty in reading.subjects if duty.rule in ("order", "notify", "chủ trì"))
    first = min((duty.mention.start for duty in subjects), default=0)
    others = tuple(duty for duty in reading.others if closing or duty.mention.start > first)
    return reading._replace(subjects=subjects, others=others)
