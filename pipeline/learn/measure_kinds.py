"""How good is the model of clause kinds: `python -m pipeline.learn.measure_kinds [LABELS]`.

LABELS is what `train_kinds` takes, measured with the installed model. Without it the labels of the corpus are measured
by cross-validation, in which no document is in training and test at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path

from pipeline.errors import UsageError
from pipeline.learn.command import answering
from pipeline.learn.kinds import HEAD, KINDS, installed_model
from pipeline.learn.train_kinds import LABELS, Label, learned, read_labels
from pipeline.learn.words import Compounds, pieces, words
from pipeline.spelling import fold

FOLDS = 10


def cross_validated(labels: Sequence[Label], folds: int = FOLDS) -> list[str]:
    """The kind of each label as told by a model that saw no clause of its document."""
    from sklearn.model_selection import GroupKFold

    told = [""] * len(labels)
    for train, test in GroupKFold(folds).split(labels, groups=[label.document for label in labels]):
        model = learned([labels[number] for number in train])
        for number, (kind, _) in zip(test, model.judged([labels[number].clause for number in test]), strict=True):
            told[number] = kind
    return told


def table(labels: Sequence[Label], told: Sequence[str]) -> str:
    """Precision, recall and F1 of each kind, and what its clauses were taken for, as Markdown."""
    from sklearn.metrics import accuracy_score, confusion_matrix, f1_score, precision_recall_fscore_support

    true = [label.kind for label in labels]
    figures = zip(*precision_recall_fscore_support(true, told, labels=KINDS, zero_division=0.0), strict=True)
    lines = [
        f"| kind | P | R | F1 | clauses | taken for {' | '.join(KINDS)} |",
        "| --- |" + " --: |" * (4 + len(KINDS)),
    ]
    for kind, figure, row in zip(KINDS, figures, confusion_matrix(true, told, labels=KINDS), strict=True):
        shown = [*(f"{value:.3f}" for value in figure[:3]), str(figure[3]), *map(str, row)]
        lines.append(f"| `{kind}` | {' | '.join(shown)} |")
    macro = f1_score(true, told, labels=KINDS, average="macro", zero_division=0.0)
    return "\n".join([*lines, "", f"accuracy {accuracy_score(true, told):.3f}, mean F1 {macro:.3f}"])


def agreement(texts: Iterable[str], compounds: Compounds) -> float:
    """F1 of the word borders of `words` against underthesea's, at the heads of `texts`: 1.0 where all are the same.

    Texts that underthesea cuts inside a syllable or number are left out.
    """
    shared = ours = theirs = 0
    for text in (fold(text[:HEAD]) for text in texts):
        one, other = words(text, compounds), [word.replace(" ", "_") for word in _reference(text)]
        if sum(map(_length, one)) != sum(map(_length, other)):
            continue
        borders = [set(accumulate(map(_length, each))) for each in (one, other)]
        shared += len(borders[0] & borders[1])
        ours, theirs = ours + len(borders[0]), theirs + len(borders[1])
    return 2 * shared / max(ours + theirs, 1)


def _reference(text: str) -> list[str]:
    from underthesea import word_tokenize

    return [word for word in word_tokenize(text) if pieces(fold(word))]


def _length(word: str) -> int:
    return len(pieces(word.replace("_", " ")))


@answering
def main(arguments: list[str]) -> None:
    """Print the figures of the table named first, or those of the corpus; the exit code."""
    if len(arguments) > 1:
        raise UsageError("usage: python -m pipeline.learn.measure_kinds [LABELS]")
    labels = read_labels(Path(arguments[0]) if arguments else LABELS)
    model = installed_model()
    judged = [kind for kind, _ in model.judged([label.clause for label in labels])]
    print(table(labels, judged if arguments else cross_validated(labels)))
    print(f"word borders as underthesea has them: F1 {agreement((each.text for each in labels), model.compounds):.3f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
