"""A Document → an Extraction: the parts of the text, then what each part says."""

from __future__ import annotations

from dataclasses import replace

from pipeline.extract.assignments import find_assignments
from pipeline.extract.citations import find_citations
from pipeline.extract.clauses import find_clauses
from pipeline.extract.clauses.numbering import clause_issues
from pipeline.extract.functions import doubts, find_functions
from pipeline.extract.head import find_head, head_issues
from pipeline.extract.layout import find_layout
from pipeline.model import Assignment, Clause, Document, Extraction

__all__ = ["extract"]


def extract(document: Document) -> Extraction:
    """Everything that is found in `document`, every span in its text. A document of any text at all gives an answer."""
    layout = find_layout(document)
    head = find_head(document, layout)
    clauses = find_functions(document, find_clauses(document, layout))
    citations = find_citations(document, head, clauses)
    assignments = find_assignments(document, head, clauses)
    found = (*head_issues(head, layout), *clause_issues(clauses), *doubts(head, clauses, assignments))
    issues = (*document.issues, *found)
    return Extraction(document, head, _with_tasks(clauses, assignments), citations, assignments, issues)


def _with_tasks(clauses: tuple[Clause, ...], assignments: tuple[Assignment, ...]) -> tuple[Clause, ...]:
    """The clauses, those that tell a body to act marked as tasks."""
    tasks = {(assignment.part, assignment.clause) for assignment in assignments}
    return tuple(
        replace(clause, kind="task") if (clause.part, clause.path) in tasks and clause.kind == "context" else clause
        for clause in clauses
    )
