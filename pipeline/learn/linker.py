"""The linker of misread names: which name of the catalogue is meant by `Sơ Nôi vụ`, `Tông cục Thuê`, `SỞ XÂY DUNG`.

Names are compared as runs of base letters, without marks and spaces (OCR loses these first), by their n-grams of two
to four letters, weighted as in Salton & Buckley (1988): tf × idf, cosine. The nearest name is taken only if

    it begins with the same form word (a Sở is no Bộ), and holds the same digits,
    the cosine is at least `bar`, and that of the nearest other body with this form word at least `lead` smaller,
    no more than one letter in `letters` has to be changed, dropped or added;

the three numbers are measured by `pipeline.learn.train_linker`. Numpy is enough to ask; scikit-learn only trains.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.learn.ngrams import Arrays, Floats, Ids
from pipeline.learn.seal import FOLDER
from pipeline.learn.store import read_model
from pipeline.spelling import fold, unmarked

MODEL = FOLDER / "bodies.model"
GRAMS = (2, 4)
_DIGIT = re.compile(r"\d")
_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Bars:
    """What a likeness must reach: see the module."""

    bar: float
    lead: float
    letters: int


@dataclass(frozen=True, slots=True)
class Match:
    """The known name nearest to the one asked for, its body, the cosine, and how much less like the next body's is."""

    asked: str
    name: str
    body: int
    score: float
    lead: float

    def passes(self, bars: Bars) -> bool:
        """Whether it is near enough to be taken."""
        if self.score < bars.bar or self.lead < bars.lead:
            return False
        asked, meant = shape(self.asked), shape(self.name)
        return _DIGIT.findall(asked) == _DIGIT.findall(meant) and _distance(asked, meant) * bars.letters <= len(meant)


@dataclass(frozen=True, slots=True)
class Names:
    """The known names, the number of the body of each, and for every n-gram of their shapes its weight and names.

    The names with n-gram `g` are `postings[starts[g]:starts[g + 1]]`, its weights in them stand beside in `weights`.
    `forms` says which of the names begin with a form word.
    """

    names: list[str]
    bodies: Ids
    vocabulary: dict[str, int]
    idf: Floats
    starts: Ids
    postings: Ids
    weights: Floats
    bars: Bars
    forms: dict[str, NDArray[np.bool_]]

    @classmethod
    def of(cls, arrays: Arrays) -> Names:
        """From the arrays of a model file."""
        grams = bytes(arrays["vocabulary"]).decode().split("\n")
        names = bytes(arrays["names"]).decode().split("\n")
        words = np.array([shape(name.split(" ")[0]) for name in names])
        bar, lead, letters = arrays["bars"]
        return cls(
            names,
            arrays["bodies"],
            {gram: number for number, gram in enumerate(grams)},
            arrays["idf"],
            arrays["starts"],
            arrays["postings"],
            arrays["weights"],
            Bars(float(bar), float(lead), int(letters)),
            {word: words == word for word in set(words.tolist())},
        )

    def nearest(self, name: str) -> Match | None:
        """The known name that the misread `name` stands for, or None where none is near enough or two are."""
        match = self.ranked(name)
        return match if match and match.passes(self.bars) else None

    def ranked(self, name: str, without: int = -1) -> Match | None:
        """The most similar name with its form word, near or far, as if the body numbered `without` were unknown."""
        asked = shape(name)
        begun = [mask for word, mask in self.forms.items() if asked.startswith(word)]
        if not begun:
            return None
        scores = np.where(np.any(begun, axis=0) & (self.bodies != without), self._cosines(asked), 0.0)
        best = int(scores.argmax())
        if scores[best] <= 0.0:
            return None
        rival = float(scores[self.bodies != self.bodies[best]].max(initial=0.0))
        score = float(scores[best])
        return Match(name, self.names[best], int(self.bodies[best]), score, score - rival)

    def _cosines(self, letters: str) -> Floats:
        """The likeness of a shape to every known name, 0 to 1."""
        counted = {self.vocabulary[gram]: times for gram, times in grams_of(letters).items() if gram in self.vocabulary}
        if not counted:
            return np.zeros(len(self.names))
        grams = np.array(list(counted))
        weights = np.array(list(counted.values())) * self.idf[grams]
        spans = [slice(self.starts[gram], self.starts[gram + 1]) for gram in grams]
        shares = np.concatenate([self.weights[span] * weight for span, weight in zip(spans, weights, strict=True)])
        where = np.concatenate([self.postings[span] for span in spans])
        return np.bincount(where, shares, len(self.names)) / np.linalg.norm(weights)


@cache
def installed_names() -> Names:
    """The model in models/. Raises ModelError where it is missing or damaged."""
    return Names.of(read_model(MODEL))


def shape(name: str) -> str:
    """The base letters and digits of `name`, small, in one run.

    >>> shape("Sở Nội vụ"), shape("Ban Chỉ đạo 389")
    ('sonoivu', 'banchidao389')
    """
    return _NO_LETTERS.sub("", unmarked(fold(name)))


def grams_of(letters: str) -> Counter[str]:
    """How often each n-gram stands in a shape; a space marks its ends.

    >>> sorted(grams_of("so"))
    [' s', ' so', ' so ', 'o ', 'so', 'so ']
    """
    padded = f" {letters} "
    least, most = GRAMS
    return Counter(
        padded[start : start + size] for size in range(least, most + 1) for start in range(len(padded) - size + 1)
    )


@lru_cache(maxsize=1 << 15)
def _distance(read: str, meant: str) -> int:
    """How many letters of one must be changed, dropped or added to get the other (Levenshtein 1966).

    >>> _distance("sonoicu", "sonoivu"), _distance("sonoi", "sonoivu")
    (1, 2)
    """
    row = list(range(len(meant) + 1))
    for down, letter in enumerate(read, 1):
        before, row[0] = row[0], down
        for across, other in enumerate(meant, 1):
            before, row[across] = row[across], min(row[across] + 1, row[across - 1] + 1, before + (letter != other))
    return row[-1]
