from __future__ import annotations

from pipeline.graph import Graph
from pipeline.graph.build import finished, gather
from pipeline.graph.views import citations_view, coordination_view, provinces_view, responsibility_view
from pipeline.tables.make import make_tables
from pipeline.tables.texts import text_files
from tests.graph.make import graph_from
from tests.make import (
    DECREE,
    HUNG_YEN,
    LAI_CHAU,
    make_assignment,
    make_citation,
    make_document,
    make_extraction,
    make_head,
)

GRAPH = graph_from(
    [
        make_extraction(citations=[make_citation()], assignments=[make_assignment()]),
        make_extraction(
            LAI_CHAU,
            make_head(issuer_id="P-UBND@lai-chau"),
            assignments=[
                make_assignment("Sở Nội vụ", "P-SNV@lai-chau"),
                make_assignment("Sở Y tế", "P-SYT@lai-chau", "coordinate"),
            ],
        ),
    ]
)


def ids(graph: Graph) -> set[str]:
    return set(graph.nodes["id"].to_pylist())


def test_citations_hold_all_documents_and_nothing_but_documents() -> None:
    view = citations_view(GRAPH)
    assert ids(view) == {HUNG_YEN, LAI_CHAU, DECREE}
    assert view.edges["family"].to_pylist() == ["cites"]


def test_responsibilities_hold_who_is_called_on() -> None:
    hung_yen = {HUNG_YEN, "P-SNV@hung-yen", "province:hung-yen"}
    assert ids(responsibility_view(GRAPH)) == hung_yen | {
        LAI_CHAU,
        "P-SNV@lai-chau",
        "P-SYT@lai-chau",
        "province:lai-chau",
    }


def test_coordination_holds_who_works_with_whom() -> None:
    view = coordination_view(GRAPH)
    assert ids(view) == {"P-SNV@lai-chau", "P-SYT@lai-chau", "province:lai-chau"}
    assert view.edges["family"].to_pylist() == ["coordinates_with", "belongs_to", "belongs_to"]


def test_what_only_a_second_copy_of_a_document_says_is_in_no_view() -> None:
    scan = make_document(source="z.png", method="ocr")
    said = [make_assignment(), make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate")]
    more = [*said, make_assignment("Sở Xây dựng", "P-SXD@hung-yen")]
    copies = [
        make_extraction(citations=[make_citation()], assignments=said),
        make_extraction(document=scan, assignments=more),
    ]
    view = provinces_view(gather(make_tables(copies, text_files(copies))))
    assert ids(view) == {"province:hung-yen", DECREE}


def test_a_view_is_measured_on_its_own() -> None:
    degrees = [
        dict(zip(graph.nodes["id"].to_pylist(), graph.nodes["out_degree"].to_pylist(), strict=True))[HUNG_YEN]
        for graph in (finished(GRAPH), citations_view(GRAPH))
    ]
    assert degrees == [3, 1]


def test_an_edge_has_the_same_id_in_graph_and_view() -> None:
    whole, view = GRAPH.to_networkx(), citations_view(GRAPH).to_networkx()
    key = (HUNG_YEN, DECREE, "cites:based_on")
    assert view.edges[key]["id"] == whole.edges[key]["id"]
