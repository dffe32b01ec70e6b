"""What is odd in the numbering of clauses: jumps, repeats, and marks that were read for others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.extract.clauses.mark import ordinal_of
from pipeline.markers import LETTERS, match_marker
from pipeline.model import CLOSING, PREAMBLE, Clause, Issue

_REPEATED = re.compile(r"\(\d+\)$")


def clause_issues(clauses: Iterable[Clause]) -> tuple[Issue, ...]:
    """An issue for each number that jumps (`clause-jump`), recurs (`clause-repeat`) or was mended (`clause-slip`).

    `clause-lost` is one that the scan has lost and the numbers behind it call for.

    `clauses` come in text order, as `find_clauses` gives them.
    """
    return tuple(_issues(clauses))


def _issues(clauses: Iterable[Clause]) -> Iterator[Issue]:
    last_under: dict[tuple[str, str | None, str], int] = {}
    last_of: dict[tuple[str, str], int] = {}
    for clause in clauses:
        if clause.kind in (PREAMBLE, CLOSING):
            continue
        label = clause.path.rsplit("/", 1)[-1]
        plain = _REPEATED.sub("", label)
        if clause.marker is None:
            yield _issue(clause, "clause-lost", f"{plain} is not printed, but what follows counts on from it")
        found = match_marker(f"{clause.marker or f'{plain}.'} Nội dung")
        if found is None or found.kind == "bullet":
            continue
        kind = _kind(found.kind, plain) if found.label != plain else found.kind
        ordinal = _place(kind, plain)
        if label != plain:
            yield _issue(clause, "clause-repeat", f"{plain} stands twice under {clause.parent or 'the text'}")
        if found.label != plain:
            yield _issue(clause, "clause-slip", f"{found.label} was read as {plain}")
        if ordinal is None:
            continue
        siblings = (clause.part, clause.parent, kind)
        expected = {last_under.get(siblings, 0) + 1, last_of.get(siblings[::2], 0) + 1}
        if ordinal not in expected and label == plain and ordinal > min(expected):
            yield _issue(clause, "clause-jump", f"{plain} does not follow the clause before it")
        last_under[siblings] = last_of[siblings[::2]] = ordinal


def _kind(printed: str, label: str) -> str:
    """The kind of a mark that was read for another: I for 1, 1) for i)."""
    return "arabic" if label.isdigit() else "letter" if label in LETTERS else printed


def _place(kind: str, label: str) -> int | None:
    """The place of a clause in its list; Vietnamese law skips f, j, w and z."""
    if kind == "letter" and label[:1] in LETTERS:
        return LETTERS.index(label[0]) + 1
    return ordinal_of(kind, label)


def _issue(clause: Clause, code: str, message: str) -> Issue:
    return Issue(code, message, clause.path, clause.start, clause.text_start)
