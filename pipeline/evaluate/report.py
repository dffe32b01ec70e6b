"""The scores as a person reads them."""

from __future__ import annotations

from pipeline.evaluate.score import Score, Scores, total

COLUMNS = {
    "head": "head",
    "clauses": "clauses",
    "numbered": "citations.numbered",
    "named": "citations.named",
    "assigned": "assignments",
}
"""The parts that are shown for each document."""


def report(scores: Scores, show: int = 0) -> str:
    """F1 per document, then precision, recall and F1 of every part over all; `show` slips under each part."""
    wide = max(map(len, scores))
    lines = [f"{'F1 per document':{wide}}" + "".join(f"{heading:>10}" for heading in COLUMNS)]
    for name, parts in scores.items():
        lines.append(f"{name:{wide}}" + "".join(f"{parts[part].f1:10.3f}" for part in COLUMNS.values()))
    lines += ["", f"{'all documents':32}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>8}{'found':>8}"]
    for part, score in total(scores).items():
        lines.append(_line(part, score))
        lines += [f"    {name} {slip}" for name, parts in scores.items() for slip in _slips(parts, part)][:show]
    return "\n".join(lines)


def _line(part: str, score: Score) -> str:
    figures = f"{score.precision:10.3f}{score.recall:8.3f}{score.f1:8.3f}{score.gold:8}{score.found:8}"
    return f"{part:32}{figures}"


def _slips(parts: dict[str, Score], part: str) -> tuple[str, ...]:
    return parts[part].slips if part in parts else ()
