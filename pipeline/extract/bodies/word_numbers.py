"""The words of a text as numbers, so that those that open one of thousands of names are found by comparing numbers.

The number of a word is its first letters, a byte each, in a code page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pipeline.spelling import LETTERS_OF_PAGE, code_page

Numbers = npt.NDArray[np.uint64]
Places = npt.NDArray[np.intp]
_WIDTH = 8  # bytes of a number; no Vietnamese syllable is longer than seven letters
_IS_LETTER = bytes(letter.isalnum() or letter == "_" for letter in LETTERS_OF_PAGE.ljust(256, " "))
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(_WIDTH + 1)], np.uint64)
_SPREAD, _NONE = np.uint64(0x9E3779B97F4A7C15), np.uint64(2**64 - 1)  # no word is _NONE


class Openings:
    """What any of `words` begins with: its first syllable, and the second behind it if it has one."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = "\n".join(words)
        starts, numbers, pairs = _words(listed)
        ends = np.array([found.start() for found in re.finditer("\n|$", listed)])
        first = starts.searchsorted(np.append(0, ends[:-1]))
        single = np.append(starts, len(listed) + 1)[first + 1] > ends
        self._short, self._long = _NumberSet(numbers[first[single]]), _NumberSet(pairs[first[~single]])

    def places(self, folded: str) -> list[int]:
        """Where one of the words may begin, in order."""
        starts, numbers, pairs = _words(folded)
        found: list[int] = starts[np.sort(np.append(self._short.find(numbers), self._long.find(pairs)))].tolist()
        return found


class _NumberSet:
    """A set of numbers that finds its members among millions; a table of hashes rules out nearly all others first."""

    def __init__(self, numbers: Numbers) -> None:
        self._numbers = np.append(np.unique(numbers), _NONE)
        self._hashes = np.zeros(1 << 16, np.bool_)
        self._hashes[_hash(self._numbers)] = True

    def find(self, numbers: Numbers) -> Places:
        """Where in `numbers` its members stand."""
        likely = np.flatnonzero(self._hashes.take(_hash(numbers)))
        exact: Places = likely[self._numbers[self._numbers.searchsorted(numbers[likely])] == numbers[likely]]
        return exact


def _hash(numbers: Numbers) -> Places:
    """Fibonacci hashing to 16 bits."""
    return ((numbers * _SPREAD) >> np.uint64(48)).view(np.intp)


@lru_cache(maxsize=4)
def _words(folded: str) -> tuple[Places, Numbers, Numbers]:
    """Where the words of `folded` begin, the letters of each as a number, and a number of each with the next word."""
    page = code_page(folded)
    inside = np.frombuffer(b"\0" + page.translate(_IS_LETTER) + b"\0", np.bool_)
    starts, ends = np.flatnonzero(inside[1:] > inside[:-1]), np.flatnonzero(inside[1:] < inside[:-1])
    letters = np.ndarray(len(page) + 1, "<u8", page + bytes(_WIDTH), strides=(1,))
    numbers = letters[starts] & _MASKS[np.minimum(ends - starts, _WIDTH)]
    return starts, numbers, numbers * _SPREAD + np.append(numbers[1:], np.uint64(0))
