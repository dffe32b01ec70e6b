"""Slips of OCR in the marks of Vietnamese letters, mended in the words that the grammar of assignments knows.

A scan gives `Cục Thị hành án dân sự`, `phôi hợp`, `yêu câu`: the letters are right, the marks are not. Only words of
two syllables and more are mended, and only to a word of the tables with the same base letters; the length stays.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipeline.extract.bodies.canonical import catalogue
from pipeline.extract.bodies.vocabulary import words_pattern
from pipeline.gazetteers import duties
from pipeline.spelling import fold

_UNMENDED = frozenset(
    {
        "cơ quan",
        "chủ đầu tư",
        "tư vấn",
        "theo dõi",
        "kiên nghị",
        "các sở",
        "thành viên",
        "nhà trường",
        "đảng bộ",
        "đảng đoàn",
    }
)
_EXTRA = (
    "thành phố",
    "thị xã",
    "thị trấn",
    "có trách nhiệm",
    "liên quan",
    "khu kinh tế",
    "thẩm quyền",
    "có thẩm quyền",
)


@cache
def _bases() -> dict[int, str]:
    """Every marked letter of Vietnamese → its base letter."""
    letters = {chr(code) for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)) if chr(code).islower()}
    table = {}
    for letter in letters:
        base = "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]
        if base != letter and base.isascii():
            table[ord(letter)] = base
    return table


def unmarked(folded: str) -> str:
    """`folded` in base letters, same length.

    >>> unmarked("phối hợp")
    'phoi hop'
    """
    return folded.translate(_bases())


@cache
def _known() -> dict[str, str]:
    """Base letters → the word as it is spelled; words whose base letters spell another one as well are left out."""
    words = {row.cue for row in duties.role_cues()} | {row.noun for row in duties.collective_nouns()} | set(_EXTRA)
    words |= {name for name in catalogue() if name.count(" ") >= 2}
    words |= {row.verb for row in duties.task_verbs()} | {row.title for row in duties.offices()}
    words |= {fold(row.form) for row in duties.body_forms()}
    words |= {row.words.lower() for row in duties.collective_modifiers() if row.words.count(" ") >= 2}
    found: dict[str, str] = {}
    for word in sorted(words):
        if " " in word and word.isascii() is False and word not in _UNMENDED:
            found.setdefault(unmarked(word), word)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return words_pattern(_known())


def mend(folded: str) -> str:
    """`folded` with the known words respelled; same length. Clean text comes back as it is.

    >>> mend("chủ tri, phôi hợp với cục thị hành án dân sự")
    'chủ trì, phối hợp với cục thi hành án dân sự'
    """
    pieces, position = [], 0
    for match in _pattern().finditer(unmarked(folded)):
        right = _known()[match[0]]
        start, end = match.span()
        if folded[start:end] != right:
            pieces += [folded[position:start], right]
            position = end
    return "".join([*pieces, folded[position:]]) if pieces else folded
