from __future__ import annotations

from pipeline.graph.build import build_graph
from pipeline.graph.views import citations_view, responsibility_view
from tests.make import DECREE, HUNG_YEN, LAI_CHAU, make_assignment, make_citation, make_extraction, make_head

GRAPH = build_graph(
    [
        make_extraction(citations=[make_citation()], assignments=[make_assignment()]),
        make_extraction(LAI_CHAU, make_head(issuer_id="P-UBND@lai-chau")),
    ]
)


def test_citations_hold_all_documents_and_nothing_but_documents() -> None:
    view = citations_view(GRAPH)
    assert set(view) == {HUNG_YEN, LAI_CHAU, DECREE}
    assert [data["family"] for *_, data in view.edges(data=True)] == ["cites"]


def test_responsibilities_hold_who_is_called_on() -> None:
    view = responsibility_view(GRAPH)
    assert set(view) == {HUNG_YEN, "P-SNV@hung-yen", "province:hung-yen"}


def test_a_view_is_measured_on_its_own_and_leaves_the_graph_alone() -> None:
    before = dict(GRAPH.nodes[HUNG_YEN])
    assert citations_view(GRAPH).nodes[HUNG_YEN]["out_degree"] == 1
    assert GRAPH.nodes[HUNG_YEN] == before
    assert before["out_degree"] == 3


def test_an_edge_has_the_same_id_in_graph_and_view() -> None:
    key = (HUNG_YEN, DECREE, "cites:based_on")
    assert citations_view(GRAPH).edges[key]["id"] == GRAPH.edges[key]["id"]
