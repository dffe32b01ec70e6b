"""Finds words of long lists fast: a pattern is tried only where the first word of one of them stands.

Patterns that name thousands of bodies then cost no more than a few words would.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from pipeline.extract.bodies.vocabulary import words_pattern

if TYPE_CHECKING:
    from pipeline.extract.bodies.word_numbers import Openings


class Finder:
    """Where `pattern` matches in folded texts; `words` are all that it may begin with.

    It is tried where the first syllable of a word stands, with the second behind it if the word has one.

    >>> finder = Finder.of(["sở", "sở nội vụ"])
    >>> [found.span() for found in finder.finditer("giám đốc sở nội vụ, sở y tế", 0, 27)]
    [(9, 18), (20, 22)]
    """

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str]) -> None:
        self.pattern = pattern
        self._words = tuple(words)
        self.places = lru_cache(maxsize=4)(self._places)

    @classmethod
    def of(cls, words: Iterable[str]) -> Finder:
        """For any of `words` as whole words, the longest that fits."""
        words = list(words)
        return cls(words_pattern(words), words)

    def finditer(self, folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in `folded[start:end]` from left to right, none over another; `end` cuts no word."""
        match = self.pattern.match
        for place in self.places_within(folded, start, end):
            if place >= start and (found := match(folded, place, end)):
                yield found
                start = found.end()

    def places_within(self, folded: str, start: int, end: int) -> list[int]:
        """Where in `folded[start:end]` a match may begin, in order."""
        places = self.places(folded)
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def _places(self, folded: str) -> list[int]:
        """Where a match may begin, in order; remembered for the last texts, since each is read clause by clause."""
        return self._openings.places(folded)

    @cached_property
    def _openings(self) -> Openings:
        from pipeline.extract.bodies.word_numbers import Openings  # numpy is slow to load

        return Openings(self._words)
