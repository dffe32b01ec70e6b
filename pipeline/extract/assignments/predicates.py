"""What follows a list of bodies: whether it is told to act by that, speaks itself, is described, or gets something.

All patterns work on folded text; the words come from the tables sentence_words and task_verbs.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.bodies.vocabulary import alternation, words_pattern
from pipeline.gazetteers import duties
from pipeline.spelling import LOWER, UPPER

_BRACKET = re.compile(r"\s\([^()\n]{0,160}\)(?=,? )")
_DESCRIBES = re.compile(r"\s*[:\n]\s*(?:(?:hiện|bao\s)?\s?gồm|hiện\s(?:có|nay)|có\s\d)")
_ASIDE = re.compile(rf"\s\([^()\n]{{1,160}}\)|(?:\s[{UPPER}][{LOWER}]*){{2,5}}(?=\s)")
_PASSIVE = re.compile(r"(?:(?:vẫn )?phải )?(?:được|bị) (?P<agent>[^,;.:\n]{0,60})")
MARKS = ' -+,."“„('
ORNAMENTS = MARKS + "0123456789"
"""What may stand before the words of a part of a sentence: marks of clauses, quotes, numbers."""


@cache
def any_of(group: str, before: str = r"(?<!\w)", after: str = r"(?!\w)") -> re.Pattern[str]:
    """Any word of a group of the table, between two patterns."""
    return re.compile(rf"{before}(?:{alternation(duties.sentence_words()[group])}){after}")


@cache
def task_verbs() -> re.Pattern[str]:
    """The verbs that a task may open with."""
    return words_pattern(row.verb for row in duties.task_verbs())


def behind_attribute(after: str) -> str:
    """The words behind a list, without what tells of it more closely before it is told to act.

    >>> behind_attribute(" (nhất là các xã nghèo) rà soát"), behind_attribute(" (nhất là các xã nghèo)")
    (' rà soát', ' (nhất là các xã nghèo)')
    >>> behind_attribute(" nơi có đất xem xét"), behind_attribute(" và người thuê nhà có trách nhiệm giữ gìn")
    (' xem xét', ' có trách nhiệm giữ gìn')
    """
    bracket = _BRACKET.match(after)
    if bracket and acts(after[bracket.end() :]):
        return after[bracket.end() :]
    attribute = _where_one().match(after)
    if attribute is None and "trách nhiệm" in after:
        attribute = _bound_attribute().match(after)
    return after[attribute.end() :] if attribute else after


@cache
def _where_one() -> re.Pattern[str]:
    """`nơi có …` before a task's verb."""
    return re.compile(rf"\snơi\scó\s[^.;:\n]{{1,80}}?(?=,?\s{task_verbs().pattern})")


@cache
def _bound_attribute() -> re.Pattern[str]:
    """A further one of the list that is no body, or what those of the list have done, before "có trách nhiệm"."""
    words = duties.sentence_words()
    bound = alternation(word for word in words["acts strongly"] if "trách nhiệm" in word)
    bearer = "".join(rf"(?<!\s{re.escape(noun)})" for noun in words["bearer of duty"])
    attribute = alternation(words["attribute"])
    told = r"(?:\([^()\n]{0,80}\)|[^.,;:\n]){2,160}?"
    above_all = alternation(words["above all"])
    further = rf"\s(?:và\s[^.;:\n]{{2,160}}?|(?:{attribute})\s{told}){bearer}|,\s(?:{above_all})\s{told}"
    return re.compile(rf"(?:{further})(?=,?\s(?:{bound})(?!\w))")


def can_be_duty(after: str) -> bool:
    """Whether words behind a list can be what it is told to do: no past, no judgement, no attribute.

    >>> can_be_duty(" khẩn trương rà soát"), can_be_duty(" đã rà soát"), can_be_duty(" là cơ quan tham mưu, giúp")
    (True, False, True)
    """
    words = after.lstrip(" ,")
    functions = words.startswith("là ") and any_of("functions").search(words.partition("\n")[0]) is not None
    counted = words.removeprefix("có ")[:1].isdigit()
    return functions or not (counted or any_of("no predicate").match(words) or grants(words))


def grants(words: str) -> bool:
    """Whether words tell what somebody may do, need not do or gets, which is no duty.

    >>> grants("được cấp kinh phí"), grants("không phải báo cáo"), grants("được giao chủ trì")
    (True, True, False)
    """
    begin = words.lstrip(ORNAMENTS)
    if any_of("grants").match(begin):
        return True
    passive = _PASSIVE.match(begin)
    return passive is not None and any_of("entrusted").search(passive["agent"]) is None


def acts(after: str) -> bool:
    """Whether a task's verb follows at once."""
    return task_verbs().match(after.lstrip(" ,")) is not None and can_be_duty(after)


def acts_strongly(after: str) -> bool:
    """Whether the words that follow leave no doubt: `chủ trì`, `có trách nhiệm`."""
    return any_of("acts strongly").match(after.lstrip(" ")) is not None


def speaks(after: str) -> bool:
    """Whether the words behind a body make it the one who commands.

    >>> speaks(" trân trọng đề nghị"), speaks(" tổ chức kiểm tra")
    (True, False)
    """
    return any_of("speaks").match(after.lstrip(" ")) is not None


def demands(after: str) -> bool:
    """Whether the words behind a body, whoever it is, leave no doubt that it commands in an order line."""
    return any_of("demands").match(after.lstrip(" ")) is not None


def directs(after: str) -> bool:
    """Whether the words behind a body say that it tells the bodies or the list behind them what to do.

    >>> directs(" chỉ đạo:"), directs(" chỉ đạo sở y tế"), directs(" chỉ đạo, điều hành quyết liệt")
    (True, True, False)
    """
    return any_of("directs", after=r"(?: [^\W\d_]|\s?:)").match(after.lstrip(" ")) is not None


def informs(after: str, outside: bool) -> bool:
    """Whether the words behind a body say that it passes on what it has been told; outside of the clauses more do.

    >>> informs(" thông báo đến sở y tế", outside=True), informs(" thông báo đến sở y tế", outside=False)
    (True, False)
    """
    groups = ("informs", "informs outside") if outside else ("informs",)
    return any(any_of(group).match(after.lstrip(" ")) for group in groups)


def behind_name(text: str, position: int) -> int:
    """Where a body with its short form in brackets, or the name of its head, ends that ends at `position` without.

    >>> behind_name("Bộ Y tế (sau đây gọi là Bộ) yêu cầu", 7), behind_name("Thủ tướng Lê Thị Mận yêu cầu", 9)
    (27, 20)
    """
    found = _ASIDE.match(text, position)
    return found.end() if found else position


def is_notified(after: str) -> bool:
    """Whether those that are notified are to act on it: `… để các đơn vị biết, thực hiện`."""
    return any_of("notified").match(after.lstrip(" ,")) is not None


def describes(after: str) -> bool:
    """Whether a heading is followed by what the body consists of.

    >>> describes(": gồm 5 phòng"), describes(": rà soát")
    (True, False)
    """
    return _DESCRIBES.match(after) is not None
