"""The lead-in of each list: the line above its items, which may say how the documents that they name are related."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pipeline.gazetteers.citing import words_of
from pipeline.model import PREAMBLE, Clause
from pipeline.spelling import fold

_HEADING = 120


def find_leads(text: str, clauses: Iterable[Clause]) -> dict[tuple[str, str], tuple[int, int]]:
    """Part and path of every item of a list → the span of its lead-in, where the line above the list is one.

    A lead-in ends in a colon (`... các văn bản sau:`) or is a heading that begins like one
    (`Căn cứ pháp lý`, `Bãi bỏ toàn bộ một số văn bản`).
    """
    leads: dict[tuple[str, str], tuple[int, int]] = {}
    last: dict[tuple[str, str | None], tuple[int, int]] = {}
    for clause in clauses:
        above = last.get((clause.part, clause.parent))
        if above is not None and clause.path != PREAMBLE:
            leads[clause.part, clause.path] = above
        span = _last_line(text, clause)
        if _leads_in(text[slice(*span)]):
            last[clause.part, None if clause.path == PREAMBLE else clause.path] = span
    return leads


def _last_line(text: str, clause: Clause) -> tuple[int, int]:
    """The last line of the clause's own text, which ends where its first item begins."""
    end = clause.start + len(text[clause.start : clause.end].rstrip())
    return max(text.rfind("\n", clause.text_start, end) + 1, clause.text_start), end


def _leads_in(line: str) -> bool:
    return line.endswith(":") or (len(line) < _HEADING and fold(line).startswith(_openings()))


@cache
def _openings() -> tuple[str, ...]:
    return words_of("opens-list")
