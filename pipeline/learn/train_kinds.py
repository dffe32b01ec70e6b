"""Learn what clauses are for: `python -m pipeline.learn.train_kinds [LABELS [MODEL]]`.

LABELS is a table with the columns document, above, text and kind; without it the one of the corpus is taken. The same
labels give the same bytes (with the same underthesea and scikit-learn).
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import UsageError
from pipeline.learn.command import answering
from pipeline.learn.kinds import KINDS, MODEL, ClauseText, Feature, Model, as_feature, as_line, features, write_kinds
from pipeline.learn.words import Compounds
from pipeline.spelling import fold

if TYPE_CHECKING:
    from sklearn.pipeline import Pipeline

LABELS = Path(__file__).parents[2] / "corpus" / "clauses" / "kinds.csv"
_RARE, _STRENGTH, _DIGITS = 2, 10.0, 4
"""Features met less often are dropped; the inverse of the regularisation; decimals of the weights that are kept, which
hides how a processor sums up."""


@dataclass(frozen=True, slots=True)
class Label:
    """A clause of `document`, the first line of the clause above it, and what it is for."""

    document: str
    above: str
    text: str
    kind: str

    @property
    def clause(self) -> ClauseText:
        """What the model sees."""
        return fold(self.text), fold(self.above)


def read_labels(path: Path) -> list[Label]:
    """The rows of a table of labels. Raises UsageError where it cannot be read or a row is wrong."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            labels = [Label(**row) for row in csv.DictReader(file)]
    except (OSError, TypeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is no table of labelled clauses: {error}") from error
    if not labels:
        raise UsageError(f"{path} holds no labelled clauses")
    for number, label in enumerate(labels, 2):
        if label.kind not in KINDS:
            raise UsageError(f"{path}:{number}: {label.kind} is none of {', '.join(KINDS)}")
    return labels


def compounds_in(texts: Iterable[str]) -> set[str]:
    """The words of several syllables that underthesea finds in `texts`, in the spelling of `fold`."""
    from underthesea import word_tokenize

    found = {fold(word).replace(" ", "_") for text in texts for word in word_tokenize(text)}
    return {word for word in found if "_" in word and word.replace("_", "").isalpha()}


def classifier() -> Pipeline:
    """The untrained pipeline of scikit-learn: features → kinds."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    return make_pipeline(
        TfidfVectorizer(analyzer=_names, binary=True, min_df=_RARE),
        LogisticRegression(C=_STRENGTH, class_weight="balanced", max_iter=1000),
    )


def _names(found: Iterable[Feature]) -> list[str]:
    return sorted(map(as_line, found))


def fitted(labels: Sequence[Label], compounds: Compounds) -> Pipeline:
    """The pipeline, trained on one core: the same sums in the same order."""
    from threadpoolctl import threadpool_limits

    found = [[*features(label.clause, compounds)] for label in labels]
    with threadpool_limits(1):
        return classifier().fit(found, [label.kind for label in labels])


def model_of(pipeline: Pipeline, compounds: Compounds) -> Model:
    """A trained pipeline as a model that needs no scikit-learn."""
    vectorizer, linear = pipeline[0], pipeline[-1]
    if tuple(linear.classes_) != KINDS:
        raise UsageError(f"labels must show every kind: {', '.join(KINDS)}")
    columns = [*(linear.coef_ * vectorizer.idf_), vectorizer.idf_**2]
    rows = zip(*(column.round(_DIGITS).tolist() for column in columns), strict=True)
    weights = dict(zip(map(as_feature, vectorizer.get_feature_names_out()), rows, strict=True))
    return Model(compounds, weights, tuple(linear.intercept_.round(_DIGITS).tolist()))


def learned(labels: Sequence[Label]) -> Model:
    """From labels to a model."""
    compounds = Compounds.of(compounds_in(text for label in labels for text in (label.text, label.above)))
    return model_of(fitted(labels, compounds), compounds)


@answering
def main(arguments: list[str]) -> None:
    """Train on the table named first, write the model to the path named second; the exit code."""
    if len(arguments) > 2:
        raise UsageError("usage: python -m pipeline.learn.train_kinds [LABELS [MODEL]]")
    source, target = (*map(Path, arguments), *(LABELS, MODEL)[len(arguments) :])
    model = learned(read_labels(source))
    write_kinds(target, model)
    print(f"{target}: {len(model.weights):,} features, {len(model.compounds.words):,} compounds")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
