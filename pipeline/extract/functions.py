"""What each clause is for, as learned from labelled clauses, and the doubts it raises about the assignments found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from pipeline.extract.assignments.parts import bound
from pipeline.extract.bodies.vocabulary import words_pattern
from pipeline.gazetteers import duties
from pipeline.learn.kinds import CONTEXT, TASK, ClauseText, installed_model
from pipeline.model import CLOSING, PREAMBLE, Assignment, Clause, Document, Head, Issue
from pipeline.spelling import fold

SURE, FAMILIAR = {TASK: 0.7, CONTEXT: 0.75}, 0.5
"""A doubt is told from these scores on, of clauses of which the model knows this share of the words; models/kinds.md
says how many doubts are right."""
_VIETNAMESE = 0.5
"""A text of a lower `quality` is in another language."""
_MIXED = re.compile(r"\.\.\.|…|:$|như sau:\s*[“\"]")
"""A form to be filled in, a list that is announced, another document's new words."""
_SHOWN = 60


def find_functions(document: Document, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """The clauses, each with what it is for and how likely that is; None for a clause without text of its own, and for
    all where the text is not Vietnamese. Raises ModelError where models/kinds.model is missing or damaged.
    """
    if document.quality is not None and document.quality < _VIETNAMESE:
        return clauses
    told = [clause for clause in clauses if clause.text]
    judged = installed_model().judged(list(_words(document, clauses, told)))
    functions = {(clause.part, clause.path): found for clause, found in zip(told, judged, strict=True)}
    return tuple(
        replace(clause, function=function, function_score=score)
        for clause in clauses
        for function, score in [functions.get((clause.part, clause.path), (None, None))]
    )


def _words(document: Document, clauses: Iterable[Clause], told: Iterable[Clause]) -> Iterator[ClauseText]:
    folded = fold(document.text)
    own = {(clause.part, clause.path): folded[clause.text_start : clause.end].strip() for clause in clauses}
    for clause in told:
        above = own[clause.part, clause.parent] if clause.parent else ""
        yield own[clause.part, clause.path], above.partition("\n")[0]


def doubts(head: Head, clauses: Iterable[Clause], assignments: Iterable[Assignment]) -> Iterator[Issue]:
    """What a person should check, in text order.

    `assigns-nothing`: no body is told anything; `order-without-body`: a clause at the end of its branch seems to order
    something, and nobody to do it; `body-without-order`: a clause seems to order nothing, and yet a body was found. The
    preamble and the closing mix reasons and orders: nothing is said of them.
    """
    clauses, bodies = tuple(clauses), {(each.part, each.clause): each.text for each in assignments}
    if not bodies:
        yield Issue("assigns-nothing", f"This {head.doc_type or 'document'} tells no body to do anything")
    above = {(clause.part, clause.parent) for clause in clauses}
    for clause in filter(_telling, clauses):
        place = clause.part, clause.path
        if clause.function == TASK and place not in bodies and place not in above and _orders(clause):
            yield _doubt(clause, "order-without-body", "This seems to order something, but no body was found")
        elif clause.function == CONTEXT and place in bodies:
            yield _doubt(clause, "body-without-order", f'This seems to order nothing, but "{bodies[place]}" was found')


def _telling(clause: Clause) -> bool:
    """Whether the model can be trusted with the clause, and the clause says one thing."""
    return (
        clause.function in SURE
        and (clause.function_score or 0) >= SURE[clause.function]
        and clause.kind not in (PREAMBLE, CLOSING)
        and not _MIXED.search(clause.text)
        and installed_model().familiar(fold(clause.text)) >= FAMILIAR
    )


def _orders(clause: Clause) -> bool:
    """Whether the clause opens with a verb of tasks, or says that somebody is bound to act.

    >>> words = "Rà soát các dự án.", "Trưởng thôn có trách nhiệm lập danh sách.", "Các dự án đang rà soát."
    >>> [_orders(Clause("1", None, 1, "1.", None, each, "context", 0, 0, 9, 1)) for each in words]
    [True, True, False]
    """
    folded = fold(clause.text)
    return bool(_verbs().match(folded) or bound(folded, 0, len(folded)))


@cache
def _verbs() -> re.Pattern[str]:
    return words_pattern(row.verb for row in duties.task_verbs())


def _doubt(clause: Clause, code: str, message: str) -> Issue:
    shown = clause.text.partition("\n")[0]
    shown = shown if len(shown) <= _SHOWN else shown[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return Issue(code, f'{message}: "{shown}"', clause.path, clause.text_start, clause.end)
