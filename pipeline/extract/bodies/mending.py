"""Slips of OCR in the marks of Vietnamese letters, mended in the words that the grammar of assignments knows.

A scan gives `phôi hợp`, `chủ tri`, `yêu câu`: the letters are right, the marks are not. Only words of two syllables
and more are mended, and only to a word of the tables with the same base letters; the length stays. In clean text a
mended word is nearly always a wrong one (`thứ trưởng` and `thủ trưởng`), so mend what OCR has made and nothing else.
"""

from __future__ import annotations

from functools import cache

from pipeline.extract.bodies.canonical import catalogue
from pipeline.extract.bodies.finder import Finder
from pipeline.gazetteers import duties
from pipeline.spelling import fold, unmarked_words


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
def _finder() -> Finder:
    return Finder.of(_known())


@cache
def _sound() -> Finder:
    """Words that have the base letters of known ones, or share a syllable with them, and are right as they stand."""
    return Finder.of(duties.sentence_words()["sound"])


def mend(folded: str) -> str:
    """`folded` with the known words respelled; same length.

    >>> mend("chủ tri, phôi hợp với sở nội vụ và các thứ trưởng")
    'chủ trì, phối hợp với sở nội vụ và các thứ trưởng'
    """
    pieces, position, known = [], 0, _known()
    sound = {place for found in _sound().finditer(folded, 0, len(folded)) for place in range(*found.span())}
    for match in _finder().finditer(unmarked_words(folded), 0, len(folded)):
        right = known.get(match[0])  # None where only a space lacks: the length stays
        if right and not folded.startswith(right, match.start()) and sound.isdisjoint(range(*match.span())):
            pieces += [folded[position : match.start()], right]
            position = match.end()
    return "".join([*pieces, folded[position:]]) if pieces else folded
