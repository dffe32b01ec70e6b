"""Slips of OCR in the marks of Vietnamese letters, mended in the words that the grammar of assignments knows.

A scan gives `phôi hợp`, `chủ tri`, `yêu câu`: the letters are right, the marks are not. Only words of
two syllables and more are mended, and only to a word of the tables with the same base letters; the length stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from pipeline.extract.bodies.canonical import catalogue
from pipeline.extract.bodies.vocabulary import words_pattern
from pipeline.extract.finder import Finder
from pipeline.gazetteers import duties
from pipeline.spelling import fold, unmarked_words

_SYLLABLE = re.compile(r"\w+")


@cache
def _known() -> dict[str, str]:
    """Base letters → the word as it is spelled; words whose base letters spell another one as well are left out."""
    words = {row.cue for row in duties.role_cues()} | {row.noun for row in duties.collective_nouns()}
    words |= {name for name in catalogue() if name.count(" ") >= 2} | set(duties.sentence_words()["mended"])
    words |= {row.verb for row in duties.task_verbs()} | {row.title for row in duties.offices()}
    words |= {fold(row.form) for row in duties.body_forms()}
    words |= {row.words.lower() for row in duties.collective_modifiers() if row.words.count(" ") >= 2}
    words -= set(duties.sentence_words()["unmended"])
    found: dict[str, str] = {}
    for word in sorted(words):
        if " " in word and not word.isascii():
            found.setdefault(unmarked_words(word), word)
    return found


@cache
def _bare_pairs() -> Finder:
    return Finder.of(_pairs(_known()))


@cache
def _spelled_pairs() -> Finder:
    return Finder.of(_pairs(_known().values()))


def _pairs(words: Iterable[str]) -> set[str]:
    """Every two syllables that follow each other in `words`."""
    return {" ".join(pair) for word in words for pair in pairwise(_SYLLABLE.findall(word))}


@cache
def _pattern() -> re.Pattern[str]:
    return words_pattern(_known())


def mend(folded: str) -> str:
    """`folded` with the known words respelled; same length. Clean text comes back as it is.

    >>> mend("chủ tri, phôi hợp với sở nội vụ")
    'chủ trì, phối hợp với sở nội vụ'
    """
    bare = unmarked_words(folded)
    pieces, position = [], 0
    for start, end in _doubtful_lines(folded, bare):
        for match in _pattern().finditer(bare, start, end):
            right = _known().get(match[0])  # None where only a space lacks: the length stays
            if right and not folded.startswith(right, match.start()):
                pieces += [folded[position : match.start()], right]
                position = match.end()
    return "".join([*pieces, folded[position:]]) if pieces else folded


def _doubtful_lines(folded: str, bare: str) -> Iterator[tuple[int, int]]:
    """The lines with two syllables that have the letters of a known word, but not its marks: few in clean text."""
    end = 0
    for place in sorted(set(_bare_pairs().places(bare)).difference(_spelled_pairs().places(folded))):
        if place >= end:
            start = folded.rfind("\n", end, place) + 1 or end
            end = folded.find("\n", place) + 1 or len(folded)
            yield start, end
