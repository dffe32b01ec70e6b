"""The vocabulary of a model, and which of its words each word read may have been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.learn.confusions import COMMON, cost
from pipeline.learn.ngrams import Floats, Ids
from pipeline.spelling import unmarked


@dataclass(frozen=True, slots=True)
class Alternatives:
    """For the places `at` (indices of tokens) all that may stand there: `counts` rows of `words` for each.

    A row holds the word for the place, or for it and the next. `costs`: what a row costs, and the bar it has to pass
    besides; at most 0.
    """

    at: Ids
    counts: Ids
    words: Ids
    costs: Floats


class Vocabulary:
    """The words of a model; the number of a word is its place among them, 0 stands for all others."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._numbers = {word: number for number, word in enumerate(words)}
        self._families: dict[str, list[str]] = defaultdict(list)
        for word, base in zip(words, unmarked("\n".join(words)).split("\n"), strict=True):
            self._families[base].append(word)
        self._known: dict[str, tuple[Ids, Floats]] = {}

    def numbers(self, keys: Sequence[str]) -> Ids:
        """The number of each key."""
        return np.array([self._numbers.get(key, 0) for key in keys], dtype=np.int64)

    def alternatives(self, keys: Sequence[str], bars: Floats, places: Ids) -> Alternatives:
        """All that the words at `places` of the text `keys` may be misread for; `bars` has the bar of each key."""
        rows = [self._of(keys[place]) for place in places]
        words = [words[:, None] for words, _ in rows]
        return _joined(places, bars[places], words, [costs for _, costs in rows], 1)

    def pairs(self, keys: Sequence[str], bars: Floats, places: Ids) -> Alternatives:
        """The same for each of `places` together with the next, but by common slips (`tiêp cân`: `tiếp cận`)."""
        common = {key: self._common(key) for key in {keys[place + shift] for place in places for shift in (0, 1)}}
        places = np.array(
            [p for p in places if len(common[keys[p]][0]) and len(common[keys[p + 1]][0])], dtype=np.int64
        )
        both = [(common[keys[place]], common[keys[place + 1]]) for place in places]
        words = [
            np.stack([grid.ravel() for grid in np.meshgrid(first[0], second[0])], axis=1) for first, second in both
        ]
        costs = [np.add.outer(second[1], first[1]).ravel() for first, second in both]
        return _joined(places, bars[places] + bars[places + 1], words, costs, 2)

    def _common(self, word: str) -> tuple[Ids, Floats]:
        words, costs = self._of(word)
        return words[costs >= COMMON], costs[costs >= COMMON]

    def _of(self, word: str) -> tuple[Ids, Floats]:
        if word in self._known:
            return self._known[word]
        others = [other for other in self._families.get(unmarked(word), ()) if other != word]
        found = self.numbers(others), np.array([cost(word, other) for other in others], dtype=np.float64)
        if word in self._numbers:  # there is no end to the others
            self._known[word] = found
        return found


def _joined(at: Ids, bars: Floats, words: list[Ids], costs: list[Floats], width: int) -> Alternatives:
    counts = np.array([len(row) for row in costs], dtype=np.int64)
    all_words = np.concatenate([np.empty((0, width), dtype=np.int64), *words])
    return Alternatives(at, counts, all_words, np.concatenate([np.empty(0), *costs]) - np.repeat(bars, counts))
