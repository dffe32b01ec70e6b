"""Gold against a run: precision, recall and F1 per part, per document and over all; and the gate built on them."""

from __future__ import annotations

from pathlib import Path

from pipeline.evaluate.answers import Answers, read_gold, read_run
from pipeline.evaluate.floors import check_floors, pin_floors
from pipeline.evaluate.report import report
from pipeline.evaluate.score import Scores, score_document, total

__all__ = ["Scores", "check_floors", "evaluate", "pin_floors", "report", "total"]


def evaluate(gold: Path, out: Path) -> Scores:
    """Scores of the run in `out` for every NAME.gold.json in `gold`, as {name: {part: Score}}.

    The run's documents are those whose source has the stem NAME; one that is not there scores as found empty.
    Raises UsageError where there is no gold or no run.
    """
    found = read_run(out)
    return {name: score_document(wanted, found.get(name, Answers())) for name, wanted in read_gold(gold).items()}
