"""The text of a document cut at clauses, bodies and citations, so that a page can show where each of them stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.model import Assignment, Citation, Extraction

Piece = str | list[str | int]
"""Plain words; `["place", key]` where a clause begins; `["body", number, words]`, `["cited", number, words]`."""

_Mark = tuple[int, int, str, str | int]  # start and end in the text, kind, key or number


def pieces_of(
    extraction: Extraction, body: Callable[[Assignment], int], target: Callable[[Citation], int]
) -> list[Piece]:
    """The pieces of the whole text; `body` and `target` give the number of a body and of a cited document.

    Where marks overlap the first holds, the longer of two that begin together.
    """
    text, position = extraction.document.text, 0
    pieces: list[Piece] = []
    for start, end, kind, key in sorted(set(_marks(extraction, body, target)), key=_order):
        if start < position:
            continue
        if start > position:
            pieces.append(text[position:start])
        pieces.append([kind, key, text[start:end]] if end > start else [kind, key])
        position = end
    if position < len(text):
        pieces.append(text[position:])
    return pieces


def place_key(part: str, path: str) -> str:
    """What a clause is called in the page."""
    return f"{part}/{path}"


def _marks(
    extraction: Extraction, body: Callable[[Assignment], int], target: Callable[[Citation], int]
) -> Iterator[_Mark]:
    for clause in extraction.clauses:
        yield clause.start, clause.start, "place", place_key(clause.part, clause.path)
    for assignment in extraction.assignments:
        yield assignment.start, assignment.end, "body", body(assignment)
    for citation in extraction.citations:
        yield citation.start, citation.end, "cited", target(citation)


def _order(mark: _Mark) -> tuple[int, bool, int, str, str]:
    """By place; where a clause begins goes before what begins with it."""
    start, end, kind, key = mark
    return start, end > start, -end, kind, str(key)
