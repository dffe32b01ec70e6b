"""Finds words of long lists fast: a pattern is tried only where the first word of one of them stands.

Every word of a document is one number, its letters in a code page; which of them open a list is one comparison of
numbers. Patterns that name thousands of bodies then cost no more than a few words would.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.extract.bodies.vocabulary import words_pattern
from pipeline.spelling import LETTERS_OF_PAGE, code_page

Numbers = npt.NDArray[np.uint64]
_WIDTH = 8  # bytes of a number; no Vietnamese syllable is longer than seven letters
_IS_LETTER = np.array([letter.isalnum() or letter == "_" for letter in LETTERS_OF_PAGE.ljust(256, " ")])
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(_WIDTH + 1)], np.uint64)
_SPREAD, _SHIFT = np.uint64(0x9E3779B97F4A7C15), np.uint64(48)  # Fibonacci hashing to 16 bits


class Finder:
    """Where `pattern` matches in folded texts; `words` are all that it may begin with.

    It is tried where the first syllable of a word stands, with the second behind it if the word has one.

    >>> finder = Finder.of(["sở", "sở nội vụ"])
    >>> [found.span() for found in finder.finditer("giám đốc sở nội vụ, sở y tế", 0, 27)]
    [(9, 18), (20, 22)]
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self.pattern = pattern
        self._tables = np.zeros((2, 1 << 16), np.bool_)  # what a word of one syllable, of more syllables may begin with
        for word in words:
            numbers = _words(word)[1]
            longer = int(len(numbers) > 1)
            self._tables[longer, _slots(numbers)[longer][0]] = True
        self.places = lru_cache(maxsize=4)(self._places)

    @classmethod
    def of(cls, words: Iterable[str]) -> Finder:
        """For any of `words` as whole words, the longest that fits."""
        words = list(words)
        return cls(words_pattern(words), words)

    def search(self, folded: str, start: int, end: int) -> re.Match[str] | None:
        """The first match that begins at `start` or later and ends by `end`."""
        places, match = self.places(folded), self.pattern.match
        for index in range(bisect_left(places, start), len(places)):
            if places[index] >= end:
                return None
            if found := match(folded, places[index], end):
                return found
        return None

    def finditer(self, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in `folded[start:end]` from left to right, none over another."""
        while found := self.search(folded, start, end):
            yield found
            start = found.end()

    def _places(self, folded: str) -> list[int]:
        """Where a match may begin, in order; remembered for the last texts, since each is read clause by clause."""
        starts, numbers = _words(folded)
        short, long = (table[slots] for table, slots in zip(self._tables, _slots(numbers), strict=True))
        return starts[short | long].tolist()


def _slots(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """The place in a table of each word, and of each with the one behind it; some share one."""
    pairs = numbers * _SPREAD + np.append(numbers[1:], np.uint64(0))
    return (numbers * _SPREAD) >> _SHIFT, (pairs * _SPREAD) >> _SHIFT


@lru_cache(maxsize=4)
def _words(folded: str) -> tuple[npt.NDArray[np.intp], Numbers]:
    """Where the words of `folded` begin, and the number of each: its first letters, a byte each."""
    page = code_page(folded)
    inside = np.zeros(len(page) + 2, np.bool_)
    inside[1:-1] = _IS_LETTER[np.frombuffer(page, np.uint8)]
    starts = np.flatnonzero(inside[1:] > inside[:-1])
    ends = np.flatnonzero(inside[1:] < inside[:-1])
    letters = np.ndarray(len(page) + 1, "<u8", page + bytes(_WIDTH), strides=(1,))
    return starts, letters[starts] & _MASKS[np.minimum(ends - starts, _WIDTH)]
