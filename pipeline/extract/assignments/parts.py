"""The parts of the sentences of a text: where they end, and whether one may open with a subject.

All of it is asked of every part of a text, so the words are found once for the whole text.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline.extract.bodies.finder import Finder
from pipeline.extract.bodies.openers import openers
from pipeline.gazetteers import duties
from pipeline.spelling import LOWER

_CLOSED, _MARKS, _FIRST_MARK = r"(?=[\s)/]|$)", "[.!?…]", r"(?<![.!?…].)"
_PART_ENDS = [
    re.compile(pattern)  # each opens with one letter: the search for it is fast
    for pattern in (
        "\n",
        ";",
        r":(?=\s|$)",
        rf"\.(?:{_CLOSED}(?!\s[{LOWER}])|{_FIRST_MARK}{_MARKS}+{_CLOSED})",  # not the one of "TP. vùng cao"
        *(rf"{mark}{_FIRST_MARK}{_MARKS}*{_CLOSED}" for mark in ("!", r"\?", "…")),
    )
]
_MARK = re.compile(r"(?:[^\w\n]+|\d+)*")


def part_ends(text: str, start: int, end: int) -> list[int]:
    """Where the parts of sentences end: line, semicolon, colon, full stop that no small letter follows."""
    return sorted({found.end() for pattern in _PART_ENDS for found in pattern.finditer(text, start, end)})


@cache
def _binding() -> Finder:
    return Finder.of(duties.sentence_words()["acts strongly"])


def bound(folded: str, start: int, end: int) -> list[int]:
    """Where `có trách nhiệm` and its like stand in `folded[start:end]`."""
    return [found.start() for found in _binding().finditer(folded, start, end)]


def may_name_subject(folded: str, start: int, end: int) -> bool:
    """Whether a part of a sentence opens with a body, or with words that leave a body behind them the subject.

    >>> [may_name_subject(part, 0, 30) for part in ("- sở y tế rà soát", "sau khi rà soát, sở y tế", "rà soát")]
    [True, True, False]
    """
    mark = _MARK.match(folded, start, end)
    begin = mark.end() if mark else start
    return begin in _beginnings(folded) and _opens(folded, begin, end)


def subjects_behind(folded: str, ends: list[int]) -> list[int]:
    """Where a body begins, or words that leave a body behind them the subject, first behind one of `ends`.

    >>> sorted(subjects_behind("- sở y tế rà soát;\\nrà soát; ubnd tỉnh", [0, 18, 27]))
    [2, 28]
    """
    from pipeline.extract.bodies.word_numbers import first_words  # numpy is slow to load

    likely = _beginnings(folded).intersection(first_words(folded, ends))
    return [place for place in likely if _opens(folded, place, len(folded))]


def _opens(folded: str, place: int, end: int) -> bool:
    return bool(_before_subject().pattern.match(folded, place, end) or openers().pattern.match(folded, place, end))


@lru_cache(maxsize=4)
def _beginnings(folded: str) -> frozenset[int]:
    """Where a body may begin, or words that leave a body behind them the subject."""
    return frozenset(_before_subject().places(folded)).union(openers().places(folded))


@cache
def _before_subject() -> Finder:
    groups = duties.sentence_words()
    return Finder.of([*groups["adverbial"], *groups["before subject"], *groups["duties of"]])
