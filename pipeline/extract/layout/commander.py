"""Who commands: the body, or its head, that stands in capitals between the title and the căn cứ lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.extract.layout.cues import cues, opens_with
from pipeline.extract.layout.type_lines import is_capital
from pipeline.patterns import one_of
from pipeline.spelling import bare_letters, fold, unmarked

_MOST_LINES = 3
_SESSION = re.compile(r"khoa\s|ky hop\s")


def commander_lines(title: Sequence[str], agency: str) -> int:
    """How many of the last lines of a `title` set in capitals are no title but name who commands.

    That is a committee or council with its place, a body with its head's office, or the `agency` of the head again,
    where no word before it asks for a name.

    >>> commander_lines(["VỀ VIỆC TRỒNG CÂY", "CHỦ TỊCH", "ỦY BAN NHÂN DÂN TỈNH HÀ NAM"], "")
    2
    >>> commander_lines(["QUY CHẾ LÀM VIỆC CỦA", "ỦY BAN NHÂN DÂN TỈNH HÀ NAM"], "ỦY BAN NHÂN DÂN TỈNH HÀ NAM")
    0
    """
    end = len(title)
    while end and is_session(title[end - 1]):
        end -= 1
    for first in range(max(0, end - _MOST_LINES), end):
        words = " ".join(title[first:end])
        asked = first > 0 and (title[first - 1].endswith(",") or title[first - 1].split(" ")[-1].lower() in _asking())
        if is_capital(words) and not asked and _commands(words, agency):
            return len(title) - first
    return 0


def is_session(line: str) -> bool:
    """Whether `line`, below a council's name, says in which session it decides: KHÓA XV, KỲ HỌP THỨ 3."""
    return _SESSION.match(_plain(line)) is not None


def _commands(words: str, agency: str) -> bool:
    again = opens_with("agency", words) and bare_letters(agency).endswith(bare_letters(words))
    return again or _commander().fullmatch(_plain(words)) is not None


def without_office(words: str) -> str:
    """The body that `words`, a line of the commander, name behind an office.

    >>> without_office("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM"), without_office("BỘ Y TẾ")
    ('ỦY BAN NHÂN DÂN TỈNH HÀ NAM', 'BỘ Y TẾ')
    """
    found = _commander().fullmatch(_plain(words))
    return words[found.start("body") :] if found and found["body"] else words


def _plain(words: str) -> str:
    return unmarked(fold(words)).strip(" .,;*")


@cache
def _asking() -> frozenset[str]:
    return frozenset(cues("asks_for_name"))


@cache
def _commander() -> re.Pattern[str]:
    """A committee with its place, or any body behind an office; never two bodies one after the other."""
    office, body, committee = (
        one_of(map(unmarked, map(fold, cues(kind)))) for kind in ("position", "agency", "committee")
    )
    one = rf"(?:(?!\s{committee}\b).){{1,90}}"
    unit = r"(?:tinh|thanh pho|tp\.?|huyen|quan|thi xa|thi tran|xa|phuong|dac khu)"
    return re.compile(rf"(?:{office},?\s)+(?P<body>{body}\s{one})|{committee}\s{unit}\s{one}")
