"""Names of bodies as words: case, tone style, punctuation and the usual short forms do not count."""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers import linking
from pipeline.patterns import one_of
from pipeline.spelling import fold

_WORD = re.compile(r"\w+")
_TERM = re.compile(r" (?:khóa|nhiệm kỳ) (?:[ivxl]+|\d+(?: \d+)?)$")


def plain_words(name: str) -> str:
    """`name` folded, its words one space apart.

    >>> plain_words("Văn hoá, Thể thao & Du lịch")
    'văn hóa thể thao du lịch'
    """
    return " ".join(_WORD.findall(fold(name)))


def words(name: str) -> str:
    """The plain words of a body's name, contracted, without the term of office at its end.

    >>> words("Ban Chấp hành Đảng bộ tỉnh, khoá XIX"), words("Uỷ ban MTTQ Việt Nam tỉnh")
    ('bch đảng bộ tỉnh', 'mttq tỉnh')
    """
    return _TERM.sub("", _contracted().sub(lambda found: _contractions()[found[0]], plain_words(name)))


def is_national(key: str) -> bool:
    """Whether words mark a body or a programme as the nation's: `tập đoàn …`, `… mục tiêu quốc gia …`, `bộ …`."""
    return _national().search(key) is not None


@cache
def _contractions() -> dict[str, str]:
    return {plain_words(row.printed): fold(row.normal) for row in linking.contractions()}


@cache
def _contracted() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){one_of(_contractions())}(?!\w)")


@cache
def _national() -> re.Pattern[str]:
    """The national words, and `bộ …` except for the commands and corps of that name."""
    starts = [f"^{re.escape(words(row.words))}" for row in linking.national_words() if row.at_start]
    marks = [rf"(?<!\w){re.escape(words(row.words))}" for row in linking.national_words() if not row.at_start]
    return re.compile(rf"(?:{'|'.join(starts + marks)}|^bộ(?! (?:chỉ huy|tư lệnh|đội|phận)\b))(?!\w)")
