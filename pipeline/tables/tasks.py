"""Assignments → tasks: what one body has to do in one clause, with those that help and those that hear of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pipeline.model import Assignment, Citation, Extraction

ACTING = ("lead", "responsible")


@dataclass(frozen=True, slots=True)
class Task:
    """What a body leads or is responsible for, in `row`; `coordinate` are those that help, `told` those that it advises
    or reports to.

    `acts`: False where the clause names no body that is to act; `row` is then the first of the others.
    """

    row: Assignment
    acts: bool
    coordinate: tuple[Assignment, ...]
    told: tuple[Assignment, ...]


def assignments_in_order(extraction: Extraction) -> list[Assignment]:
    """The assignments of a document in the order of its clauses."""
    place = {(clause.part, clause.path): number for number, clause in enumerate(extraction.clauses)}
    return sorted(
        extraction.assignments,
        key=lambda each: (place.get((each.part, each.clause), len(place)), each.start, each.end, each.role),
    )


def tasks_of(extraction: Extraction) -> list[Task]:
    """The tasks of a document in the order of its clauses; every assignment is in one of them at least.

    A body that helps or hears belongs to the tasks whose text holds its own.
    """
    rows = groupby(assignments_in_order(extraction), key=lambda each: (each.part, each.clause))
    return [task for _, group in rows for task in _of_clause(list(group))]


def without_deadline(tasks: Iterable[Task]) -> int:
    """How many tasks state no deadline."""
    return sum(task.row.deadline is None for task in tasks)


def citations_of(extraction: Extraction) -> dict[tuple[str, str], tuple[Citation, ...]]:
    """Part and path of a clause → the documents its own text cites, in text order, each once."""
    found: dict[tuple[str, str], dict[str, Citation]] = {}
    for each in sorted(extraction.citations, key=lambda citation: (citation.start, citation.end)):
        found.setdefault((each.part, each.clause), {}).setdefault(each.target_id or each.text, each)
    return {place: tuple(cited.values()) for place, cited in found.items()}


def _of_clause(rows: list[Assignment]) -> Iterator[Task]:
    acting = [row for row in rows if row.role in ACTING]
    others = [row for row in rows if row.role not in ACTING]
    for row in acting:
        yield _task(row, True, [other for other in others if other.task in row.task])
    texts = {row.task for row in acting}
    alone: dict[str, list[Assignment]] = {}
    for other in others:
        if not any(other.task in text for text in texts):
            alone.setdefault(other.task, []).append(other)
    for group in alone.values():
        yield _task(group[0], False, group)


def _task(row: Assignment, acts: bool, others: Iterable[Assignment]) -> Task:
    parts: tuple[list[Assignment], list[Assignment]] = ([], [])
    for other in others:
        parts[other.role != "coordinate"].append(other)
    return Task(row, acts, tuple(parts[0]), tuple(parts[1]))
