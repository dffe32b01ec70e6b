"""What a clause is for: `task`, `context`, `condition` or `organisation`, by the words at its head and above it.

A linear model over segmented words and their pairs. scikit-learn learns it (train_kinds.py); here its scores are sums
of stored weights, so that a run loads neither scikit-learn nor underthesea nor numpy. models/kinds.md describes the
kinds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, product
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.learn.seal import FOLDER, read_sealed, write_sealed
from pipeline.learn.words import Compounds, words

MODEL = FOLDER / "kinds.model"
CONDITION, CONTEXT, ORGANISATION, TASK = KINDS = ("condition", "context", "organisation", "task")

HEAD, HEADING = 200, 60
"""Characters of the clause, and of the clause above it, that are looked at."""
_BEGIN, _END, _ABOVE = "<", ">", "^"
_JOIN = "\t"

ClauseText = tuple[str, str]
"""A clause's own text and the first line of the clause above (empty at the top), both in the spelling of `fold`."""
Feature = tuple[str, ...]
"""A word, or a pair of words."""
Weights = tuple[float, ...]
"""Of a feature: for each of KINDS the coefficient times the idf, then the square of the idf."""


def features(clause: ClauseText, compounds: Compounds) -> Iterator[Feature]:
    """The words at the head of the clause, its pairs of neighbours, and the words above, marked `^`.

    >>> [*features(("giao sở", "mục tiêu"), Compounds.of(["mục_tiêu"]))]
    [('<',), ('giao',), ('sở',), ('>',), ('<', 'giao'), ('giao', 'sở'), ('sở', '>'), ('^', 'mục_tiêu')]
    """
    text, above = clause
    return chain(_own(text, compounds), _above(above, compounds))


def _own(text: str, compounds: Compounds) -> Iterator[Feature]:
    found = [_BEGIN, *words(text[:HEAD], compounds)]
    if len(text) <= HEAD:
        found.append(_END)
    return chain(zip(found, strict=True), pairwise(found))


def _above(heading: str, compounds: Compounds) -> Iterator[Feature]:
    return product(_ABOVE, words(heading[:HEADING], compounds) or [""])


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model: the scores of a clause are the sums of the weights of its features, each taken once, divided by
    the root of the sum of squares, plus the intercepts.
    """

    compounds: Compounds
    weights: dict[Feature, Weights]
    intercepts: Weights

    def judged(self, clauses: Sequence[ClauseText]) -> list[tuple[str, float]]:
        """The likeliest kind of each clause, and how likely it is, to two decimals."""
        shares = map(self._shares, self._known(clauses))
        return [(KINDS[each.index(max(each))], round(max(each), 2)) for each in shares]

    def probabilities(self, clauses: Sequence[ClauseText]) -> list[list[float]]:
        """How likely each of the clauses is of each of KINDS."""
        return [self._shares(known) for known in self._known(clauses)]

    def familiar(self, text: str) -> float:
        """The share of the words at the head of a folded text that were met in training, 0 to 1; marks do not count."""
        found = [word for word in words(text[:HEAD], self.compounds) if word[0].isalpha()]
        return sum((word,) in self.weights for word in found) / max(len(found), 1)

    def _known(self, clauses: Sequence[ClauseText]) -> Iterator[list[Weights]]:
        """The weights of the features of each clause; those of a heading are looked up once for all clauses below."""
        over = {heading: self._weights(_above(heading, self.compounds)) for heading in {each[1] for each in clauses}}
        return (self._weights(_own(text, self.compounds)) + over[above] for text, above in clauses)

    def _weights(self, found: Iterable[Feature]) -> list[Weights]:
        weights = self.weights
        return [weights[feature] for feature in dict.fromkeys(found) if feature in weights]

    def _shares(self, known: list[Weights]) -> list[float]:
        *sums, squares = map(sum, zip(*known, strict=True)) if known else [0.0] * (len(KINDS) + 1)
        norm = math.sqrt(squares) or 1.0
        scores = [total / norm + base for total, base in zip(sums, self.intercepts, strict=True)]
        top = max(scores)
        odds = [math.exp(score - top) for score in scores]
        whole = sum(odds)
        return [each / whole for each in odds]


def as_line(feature: Feature) -> str:
    """A feature as it stands in a model file."""
    return _JOIN.join(feature)


def as_feature(line: str) -> Feature:
    """The feature of a line."""
    return tuple(line.split(_JOIN))


def write_kinds(path: Path, model: Model) -> None:
    """Write `model` to `path`, whole or not at all; the same model gives the same bytes."""
    weights = {as_line(feature): found for feature, found in sorted(model.weights.items())}
    content = {"compounds": model.compounds.words, "intercepts": model.intercepts, "weights": weights}
    write_sealed(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def read_kinds(path: Path) -> Model:
    """The model that `write_kinds` wrote. Raises ModelError where it is missing or damaged."""
    try:
        content = json.loads(read_sealed(path))
        weights = {as_feature(line): tuple(found) for line, found in content["weights"].items()}
        return Model(Compounds.of(content["compounds"]), weights, tuple(content["intercepts"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} holds no model of clause kinds: {error}") from error


@cache
def installed_model() -> Model:
    """The model in models/. Raises ModelError where it is missing or damaged."""
    return read_kinds(MODEL)
