"""The clause tree of a document and of each of its annexes, with the preamble in front and the closing behind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from pipeline.extract.clauses.closing import closing_start, is_heading
from pipeline.extract.clauses.lost import with_lost_firsts
from pipeline.extract.clauses.mark import Mark
from pipeline.extract.clauses.marks import find_marks
from pipeline.extract.clauses.tree import Node, place
from pipeline.extract.layout.ending import find_end
from pipeline.extract.layout.lines import lines_of
from pipeline.model import CLOSING, MAIN, PREAMBLE, Clause, Document, Layout

CONTEXT = "context"
_END_LINES = 60
"""Recipients and signature of an annex take no more lines."""


def find_clauses(document: Document, layout: Layout) -> tuple[Clause, ...]:
    """The clauses of the body, then of each annex (`part` is `annex-1`, ...), in text order.

    Within a part they share out its characters without gap or overlap; paths are unique there and every parent
    stands before its children. Preamble and closing are given only where they hold text. Never raises.
    """
    notes = [(note.start, note.end) for note in document.footnotes]
    found = list(_clauses_of(document, layout.body, MAIN, layout.body[1], notes))
    for number, span in enumerate(layout.annexes, 1):
        found += _clauses_of(document, span, f"annex-{number}", _end_of_annex(document.text, span), notes)
    return tuple(found)


def _end_of_annex(text: str, span: tuple[int, int]) -> int:
    """Where an annex's own recipients and signature begin; its end where it has none or more clauses follow."""
    lines = list(lines_of(text, span))
    end = find_end(lines, 0, len(lines))
    return end.offset if end and len(lines) - end.line <= _END_LINES else span[1]


def _clauses_of(
    document: Document, span: tuple[int, int], part: str, body_end: int, notes: list[tuple[int, int]]
) -> Iterator[Clause]:
    """The clauses of the part in `span`, of which what stands behind `body_end` belongs to the closing."""
    text, (start, end) = document.text, span
    marks = find_marks(text, (start, body_end), notes)
    marks = with_lost_firsts(text, (start, body_end), marks) if document.is_worn else marks
    close = closing_start(text, marks[-1], body_end, notes) if marks else body_end
    first = marks[0].start if marks else end
    pages = [page.start for page in document.pages]
    if text[start:first].strip():
        yield _unmarked(document, PREAMBLE, start, first, pages, part)
    elif marks:
        marks = (marks[0]._replace(start=start), *marks[1:])
    ends = [*(mark.start for mark in marks[1:]), close]
    for mark, node, stop in zip(marks, place(marks), ends, strict=False):
        yield _clause(document, mark, node, stop, pages, part)
    if marks and close < end:
        yield _unmarked(document, CLOSING, close, end, pages, part)


def _clause(document: Document, mark: Mark, node: Node, end: int, pages: list[int], part: str) -> Clause:
    own = document.text[mark.text_start : end].strip()
    first = own.split("\n", 1)[0]
    return Clause(
        path=node.path,
        parent=node.parent,
        level=node.level,
        marker=mark.printed or None,
        heading=first if is_heading(first) else None,
        text=own,
        kind=CONTEXT,
        start=mark.start,
        text_start=min(mark.text_start, end),
        end=end,
        page=_page(document, pages, mark.start),
        part=part,
    )


def _unmarked(document: Document, kind: str, start: int, end: int, pages: list[int], part: str) -> Clause:
    words = document.text[start:end].strip()
    page = _page(document, pages, start)
    return Clause(kind, None, 0, None, None, words, kind, start, start, end, page, part)


def _page(document: Document, starts: list[int], offset: int) -> int:
    return document.pages[max(0, bisect_right(starts, offset) - 1)].number if starts else 1
