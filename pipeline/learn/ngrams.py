"""How likely is a word behind two others: trigrams that back off to bigrams and single words.

Interpolated absolute discounting (Ney, Essen and Kneser 1994), which needs nothing but counts:

    p(c | a b) = max(n(abc) - D, 0) / n(ab) + rest(ab) · p(c | b),      and so down to p(c) = n(c) / N

where rest(ab) is what the discounts, and the n-grams too rare to be stored, leave over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]
Arrays = dict[str, NDArray[Any]]

DISCOUNT = 0.75
UNSEEN = 2.0
"""How often a word outside the vocabulary is taken to occur in the training text."""
RARE_WORD, RARE_TRIGRAM = 2, 2
"""Less frequent words are unknown; less frequent trigrams are not stored (they would give whole sentences away)."""
MOST_WORDS, MOST_NGRAMS = 30_000, 800_000
"""Caps that hold the model below 8 MB however long the training text is."""


def count(ids: Ids, size: int) -> Arrays:
    """The counts of single words, and of the frequent bigrams and trigrams, of `ids` in a vocabulary of `size`.

    An n-gram is kept as a `step` (how far its key lies behind that of the n-gram before) and a `count`; it may not
    end in the unknown word (id 0), which stands for many words.
    """
    pairs = ids[:-1] * size + ids[1:]
    bigrams, often = _frequent(pairs[ids[1:] != 0], 1)
    rows = _rows(bigrams, pairs[:-1])
    stored = (rows >= 0) & (ids[2:] != 0)
    trigrams, often_three = _frequent(rows[stored] * size + ids[2:][stored], RARE_TRIGRAM)
    return {
        "words": np.bincount(ids, minlength=size).astype(np.uint32),
        "bigram_steps": np.diff(bigrams, prepend=0).astype(np.uint32),
        "bigrams": often.astype(np.uint32),
        "trigram_steps": np.diff(trigrams, prepend=0).astype(np.uint64),
        "trigrams": often_three.astype(np.uint32),
    }


def _frequent(keys: Ids, bar: int) -> tuple[Ids, Ids]:
    """The distinct keys in order and their counts, if at least `bar`; it rises until the rest are few enough."""
    distinct, counts = np.unique(keys, return_counts=True)
    while np.count_nonzero(counts >= bar) > MOST_NGRAMS:
        bar += 1
    return distinct[counts >= bar], counts[counts >= bar]


def _rows(keys: Ids, wanted: Ids) -> Ids:
    """Where each wanted key stands among the sorted `keys`, or -1."""
    if not len(keys):
        return np.full(len(wanted), -1)
    rows = np.searchsorted(keys, wanted)
    rows[rows == len(keys)] = 0
    return np.where(keys[rows] == wanted, rows, -1)


@dataclass(frozen=True, slots=True)
class Grams:
    """N-grams of one length: sorted keys, their discounted shares of their history (a 0 behind the last, for row -1),
    and what each history has left.
    """

    keys: Ids
    shares: Floats
    rest: Floats

    @classmethod
    def of(cls, keys: Ids, counts: NDArray[Any], histories: NDArray[Any], size: int) -> Grams:
        """From the keys (history · size + last word), their counts, and the counts of all histories."""
        owners = keys // size
        shares = (counts - DISCOUNT) / histories[owners]
        taken = np.bincount(owners, weights=shares, minlength=len(histories))
        return cls(keys, np.append(shares, 0.0), np.clip(1.0 - taken, 1e-9, 1.0))

    def blend(self, rows: Ids, histories: Ids, lower: Floats) -> Floats:
        """The probability of the n-grams in `rows` (-1: not stored) behind `histories`, given the shorter ones'."""
        return self.shares[rows] + self.rest[histories] * lower


@dataclass(frozen=True, slots=True)
class Language:
    """The model, ready for use."""

    size: int
    words: Floats
    bigrams: Grams
    trigrams: Grams

    @classmethod
    def of(cls, counts: Arrays) -> Language:
        """From what `count` gave."""
        words = counts["words"].astype(np.float64)
        size = len(words)
        shares = np.maximum(words, UNSEEN) / max(words.sum(), 1.0)
        shares[0] = UNSEEN / max(words.sum(), 1.0)
        bigrams = np.cumsum(counts["bigram_steps"], dtype=np.int64)
        trigrams = np.cumsum(counts["trigram_steps"], dtype=np.int64)
        return cls(
            size,
            shares,
            Grams.of(bigrams, counts["bigrams"], np.maximum(words, 1.0), size),
            Grams.of(trigrams, counts["trigrams"], counts["bigrams"], size),
        )

    def log_probability(self, first: Ids, second: Ids, third: Ids) -> Floats:
        """The logarithm of the probability of each `third` word behind its `first` and `second`."""
        behind_one = self.bigrams.blend(_rows(self.bigrams.keys, second * self.size + third), second, self.words[third])
        history = _rows(self.bigrams.keys, first * self.size + second)
        known = np.flatnonzero(history >= 0)
        pairs = history[known]
        rows = _rows(self.trigrams.keys, pairs * self.size + third[known])
        behind_one[known] = self.trigrams.blend(rows, pairs, behind_one[known])
        return np.log(behind_one)
