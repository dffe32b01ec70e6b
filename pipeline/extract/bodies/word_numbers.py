"""The words of a text as numbers, so that those that open one of thousands of names are found by comparing numbers.

The number of a word is its first letters, a byte each, in a code page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.spelling import LETTERS_OF_PAGE, code_page

Places = NDArray[np.intp]
_WIDTH = 8  # bytes of a number; no Vietnamese syllable is longer than seven letters
_IS_LETTER = bytes(letter.isalnum() or letter == "_" for letter in LETTERS_OF_PAGE.ljust(256, " "))
_MASKS = np.array([(1 << 8 * length) - 1 for length in range(_WIDTH + 1)], np.uint64)
_ZERO, _NINE = np.frombuffer(b"09", np.uint8)
_SPREAD, _NONE = np.uint64(0x9E3779B97F4A7C15), np.uint64(2**64 - 1)  # no word is _NONE


class Openings:
    """What any of `words` begins with: its first syllable, and the second behind it if it has one."""

    def __init__(self, words: Iterable[str]) -> None:
        listed = "\n".join(words)
        starts, syllables, pairs = _words(listed)
        ends = np.array([found.start() for found in re.finditer("\n|$", listed)])
        first = starts.searchsorted(np.append(0, ends[:-1]))
        single = np.append(starts, len(listed) + 1)[first + 1] > ends
        self._short = _NumberSet(syllables.numbers[first[single]])
        self._long = _NumberSet(pairs.numbers[first[~single]])

    def places(self, folded: str) -> list[int]:
        """Where one of the words may begin, in order."""
        starts, syllables, pairs = _words(folded)
        found = np.append(self._short.find(syllables), self._long.find(pairs))
        places: list[int] = starts[np.sort(found)].tolist()
        return places


def first_words(folded: str, ends: Sequence[int]) -> list[int]:
    """Where the first word behind each of `ends` begins that opens with no digit, as long as there is one.

    >>> first_words("1.2. sở y tế; 3 ban", [0, 13, 19])
    [5, 16]
    """
    starts, words, _ = _words(folded)
    letters = starts[words.numbers.astype(np.uint8) - _ZERO > _NINE - _ZERO]
    following = letters.searchsorted(ends)
    places: list[int] = letters[following[following < len(letters)]].tolist()
    return places


class _Numbers(NamedTuple):
    """A number for every word of a text, and its hash."""

    numbers: NDArray[np.uint64]
    hashes: Places


class _NumberSet:
    """A set of numbers that finds its members among millions; a table of hashes rules out nearly all others first."""

    def __init__(self, members: NDArray[np.uint64]) -> None:
        self._members = np.append(np.unique(members), _NONE)
        self._hashes = np.zeros(1 << 16, np.bool_)
        self._hashes[_hashed(self._members).hashes] = True

    def find(self, words: _Numbers) -> Places:
        """Which of the words are members, by their index."""
        likely = np.flatnonzero(self._hashes.take(words.hashes))
        numbers = words.numbers[likely]
        exact: Places = likely[self._members[self._members.searchsorted(numbers)] == numbers]
        return exact


def _hashed(numbers: NDArray[np.uint64]) -> _Numbers:
    """Fibonacci hashing to 16 bits."""
    return _Numbers(numbers, ((numbers * _SPREAD) >> np.uint64(48)).view(np.intp))


@lru_cache(maxsize=4)
def _words(folded: str) -> tuple[Places, _Numbers, _Numbers]:
    """Where the words of `folded` begin, the letters of each as a number, and a number of each with the next word."""
    page = code_page(folded)
    inside = np.frombuffer(b"\0" + page.translate(_IS_LETTER) + b"\0", np.bool_)
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    starts, ends = edges[::2], edges[1::2]
    letters = np.ndarray(len(page) + 1, "<u8", page + bytes(_WIDTH), strides=(1,))
    numbers = letters[starts] & _MASKS[np.minimum(ends - starts, _WIDTH)]
    return starts, _hashed(numbers), _hashed(numbers * _SPREAD + np.append(numbers[1:], np.uint64(0)))
