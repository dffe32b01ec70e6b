"""The vocabulary of a model, and which of its words each word read may have been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.learn.confusions import cost
from pipeline.learn.ngrams import Floats, Ids
from pipeline.spelling import unmarked


@dataclass(frozen=True, slots=True)
class Alternatives:
    """For the places `at` (indices of tokens) all that may stand there: `counts` words for each, row behind row.

    `costs`: what each word costs, and the bar it has to pass besides; both at most 0.
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

    def alternatives(self, places: Ids, keys: Sequence[str], bars: Sequence[float]) -> Alternatives:
        """All that the words `keys` at `places` may be misread for, with the bar of each place."""
        rows = [self._of(key) for key in keys]
        counts = np.array([len(words) for words, _ in rows], dtype=np.int64)
        words = np.concatenate([np.empty(0, dtype=np.int64), *(words for words, _ in rows)])
        costs = np.concatenate([np.empty(0), *(costs for _, costs in rows)])
        return Alternatives(places, counts, words, costs - np.repeat(np.array(bars, dtype=np.float64), counts))

    def _of(self, word: str) -> tuple[Ids, Floats]:
        if word in self._known:
            return self._known[word]
        others = [other for other in self._families.get(unmarked(word), ()) if other != word]
        found = self.numbers(others), np.array([cost(word, other) for other in others], dtype=np.float64)
        if word in self._numbers:  # there is no end to the others
            self._known[word] = found
        return found
