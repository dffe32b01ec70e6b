from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish.report.pieces import Piece, pieces_of
from tests.make import make_assignment, make_citation, make_clause, make_document, make_extraction

TEXT = "1. Sở Y tế thực hiện Nghị định 30/2020/NĐ-CP."


def pieces(**fields: Any) -> list[Piece]:  # noqa: ANN401
    return pieces_of(make_extraction(document=make_document(TEXT), **fields), lambda _: 7, lambda _: 8)


def test_the_text_is_cut_at_clauses_bodies_and_citations() -> None:
    found = pieces(
        clauses=[make_clause()],
        assignments=[make_assignment(start=3, end=10), make_assignment(role="responsible", start=3, end=10)],
        citations=[make_citation(start=21, end=44)],
    )
    assert found == [
        ["place", "main/1"],
        "1. ",
        ["body", 7, "Sở Y tế"],
        " thực hiện ",
        ["cited", 8, "Nghị định 30/2020/NĐ-CP"],
        ".",
    ]


spans = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6)


@given(st.text(min_size=20, max_size=20), spans, spans, spans)
def test_no_word_is_lost_or_said_twice(
    text: str, clauses: list[tuple[int, int]], bodies: list[tuple[int, int]], cited: list[tuple[int, int]]
) -> None:
    def within(record: Any, places: list[tuple[int, int]]) -> list[Any]:  # noqa: ANN401
        return [replace(record, start=min(place), end=max(place)) for place in places]

    extraction = make_extraction(
        document=make_document(text),
        clauses=within(make_clause(), clauses),
        assignments=within(make_assignment(), bodies),
        citations=within(make_citation(), cited),
    )
    found = pieces_of(extraction, lambda row: row.start, lambda row: row.start)
    assert "".join(piece if isinstance(piece, str) else "".join(map(str, piece[2:])) for piece in found) == text
