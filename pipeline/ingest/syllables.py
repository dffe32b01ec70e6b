"""Whether a word can be Vietnamese: the share of words that can tells good text from bad OCR.

Syllables after the usual analysis of Vietnamese phonology (onset, glide, nucleus, coda, tone), as spelled in quốc ngữ.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_FREE = frozenset("\u0301\u0323")  # sắc and nặng: the tones of syllables that end in c, ch, p, t
_SYLLABLE = re.compile(
    r"""
    (?: ngh | ng | nh | gh | gi | kh | ph | th | tr | ch | qu | [bcdđghklmnprstvx] )?
    (?: o(?=[aăe]) | u(?=[âêơy]) )?
    (?: iê | yê | ươ | uô | ia | ưa | ua | [aăâeêioôơuưy] )
    (?P<coda> ch | ng | nh | [cmnpt] | [iouy] )?
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?![^\W_])")
_PARAGRAPH = re.compile(r"[^\n]+")
_STOPS = ("c", "ch", "p", "t")
_ENOUGH = 20  # words: fewer prove nothing
_KEPT = 1 << 15
_ONE_GOOD = 1 << 32


@lru_cache(maxsize=100_000)
def is_syllable(word: str) -> bool:
    """Whether `word`, in small letters, can be a Vietnamese syllable.

    >>> [word for word in ("nghiêm", "quyết", "thuở", "khuyến", "thuc~", "hanb", "tồch", "the") if is_syllable(word)]
    ['nghiêm', 'quyết', 'thuở', 'khuyến', 'the']
    """
    letters = unicodedata.normalize("NFD", word)
    plain = unicodedata.normalize("NFC", letters.translate(_TONES))
    found = _SYLLABLE.fullmatch(plain)
    if found is None:
        return False
    tones = {letter for letter in letters if not letter.isalpha()} - {"\u0302", "\u0306", "\u031b"}
    return len(tones) < 2 and not (found["coda"] in _STOPS and tones - _FREE)


def quality(text: str) -> float | None:
    """The share of the words in small letters that can be Vietnamese; None where there are too few to tell."""
    tally = 0
    for paragraph in _PARAGRAPH.finditer(text):  # all pieces at once would take ten times the memory of the text
        tally += sum(map(_tallies.__getitem__, paragraph[0].split()))
    good, words = divmod(tally, _ONE_GOOD)
    return round(good / words, 4) if words >= _ENOUGH else None


class _Tallies(dict[str, int]):
    """How many words in small letters a piece holds + `_ONE_GOOD` × how many of them can be Vietnamese.

    Pieces recur: what was counted last is kept, at less cost than `lru_cache` has.
    """

    def __missing__(self, piece: str) -> int:
        words = [word for word in _WORD.findall(piece) if word.islower()]
        if len(self) == _KEPT:
            self.clear()
        self[piece] = tally = len(words) + _ONE_GOOD * sum(map(is_syllable, words))
        return tally


_tallies = _Tallies()
