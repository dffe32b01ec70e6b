from __future__ import annotations

import random
from dataclasses import replace
from typing import Any, TypeAlias

import networkx as nx
import pytest

from pipeline.graph.build import build_graph
from pipeline.graph.claims import MOST_PARTNERS
from pipeline.graph.edges import MOST_CLAUSES
from pipeline.model import Assignment, Citation
from tests.make import (
    DECREE,
    HUNG_YEN,
    LAI_CHAU,
    make_assignment,
    make_citation,
    make_corpus,
    make_document,
    make_extraction,
    make_head,
)

Graph: TypeAlias = "nx.MultiDiGraph[str]"


def edges_in_order(graph: Graph) -> list[tuple[str, str, str, dict[str, Any]]]:
    return sorted(graph.edges(keys=True, data=True), key=lambda edge: edge[:3])


def graph_of(*found: Citation | Assignment, **head: Any) -> Graph:  # noqa: ANN401
    citations = [each for each in found if isinstance(each, Citation)]
    assignments = [each for each in found if isinstance(each, Assignment)]
    return build_graph([make_extraction(head=make_head(**head), citations=citations, assignments=assignments)])


def kinds(graph: Graph) -> set[tuple[str, str, str]]:
    return {edge[:3] for edge in edges_in_order(graph)}


def test_an_empty_corpus_gives_an_empty_graph() -> None:
    assert len(build_graph([])) == 0


def test_all_types_of_nodes_and_kinds_of_edges() -> None:
    graph = graph_of(make_citation(), make_assignment(), make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate"))
    assert {node: data["type"] for node, data in graph.nodes(data=True)} == {
        HUNG_YEN: "document",
        DECREE: "cited",
        "P-SNV@hung-yen": "body",
        "P-SYT@hung-yen": "body",
        "P-UBND@hung-yen": "body",
        "C-CP": "body",
        "province:hung-yen": "province",
    }
    assert kinds(graph) == {
        (HUNG_YEN, DECREE, "cites:based_on"),
        (HUNG_YEN, "P-SNV@hung-yen", "assigns:lead"),
        (HUNG_YEN, "P-SYT@hung-yen", "assigns:coordinate"),
        ("P-SNV@hung-yen", "P-SYT@hung-yen", "coordinates_with"),
        (HUNG_YEN, "P-UBND@hung-yen", "issued_by"),
        (DECREE, "C-CP", "issued_by"),
        ("P-SNV@hung-yen", "province:hung-yen", "belongs_to"),
        ("P-SYT@hung-yen", "province:hung-yen", "belongs_to"),
        ("P-UBND@hung-yen", "province:hung-yen", "belongs_to"),
    }


def test_what_has_no_identity_gives_nothing() -> None:
    nameless = make_extraction(doc_id=None, citations=[make_citation()])
    graph = build_graph([nameless])
    assert len(graph) == 0
    graph = graph_of(make_citation(None), make_assignment(body_id=None), issuer_id=None)
    assert list(graph) == [HUNG_YEN]


def test_fifty_mentions_are_one_edge_of_weight_fifty() -> None:
    graph = graph_of(*(make_citation(clause=str(1 + n % 5), page=1 + n % 5) for n in range(50)))
    edge = graph.edges[HUNG_YEN, DECREE, "cites:based_on"]
    assert edge["weight"] == 50
    assert isinstance(edge["weight"], int)
    assert edge["clauses"] == tuple(f"{HUNG_YEN}#{n}" for n in range(1, 6))
    assert edge["pages"] == (1, 2, 3, 4, 5)
    assert (edge["n_clauses"], edge["first_year"], edge["last_year"]) == (5, 2021, 2021)


def test_years_span_all_documents_behind_an_edge() -> None:
    team = [make_assignment(), make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate")]
    corpus = [
        make_extraction(f"/akn/vn/doc/chi-thi/x/{date}/1", make_head(date=date), assignments=team)
        for date in ("2021-05", "2019-03-01", "2023")
    ]
    edge = build_graph(corpus).edges["P-SNV@hung-yen", "P-SYT@hung-yen", "coordinates_with"]
    assert (edge["weight"], edge["first_date"], edge["last_date"]) == (3, "2019-03-01", "2023")
    assert (edge["first_year"], edge["last_year"]) == (2019, 2023)


def test_the_list_of_clauses_is_capped_and_its_count_is_not() -> None:
    graph = graph_of(*(make_citation(clause=f"{n:04}") for n in range(MOST_CLAUSES + 20)))
    edge = graph.edges[HUNG_YEN, DECREE, "cites:based_on"]
    assert (len(edge["clauses"]), edge["n_clauses"]) == (MOST_CLAUSES, MOST_CLAUSES + 20)


def test_relations_are_parallel_edges() -> None:
    graph = graph_of(make_citation(), make_citation(relation="amends"), make_citation(relation="amends"))
    weights = {kind: data["weight"] for _, _, kind, data in edges_in_order(graph.subgraph([HUNG_YEN, DECREE]))}
    assert weights == {"cites:based_on": 1, "cites:amends": 2}


def test_a_document_citing_itself_is_no_edge() -> None:
    assert (HUNG_YEN, HUNG_YEN, "cites:based_on") not in kinds(graph_of(make_citation(HUNG_YEN)))


@pytest.mark.parametrize(
    ("citing", "cited", "forward"),
    [
        ("2021-08-02", "2023-01-01", True),
        ("2021-08-02", "2021-08-02", False),
        ("2021-08-02", "2020-12-31", False),
        ("2021", "2021-12-31", False),  # cannot be told
        ("2021-08", "2021-09-01", True),
        ("2021-08-02", None, False),
        (None, "2023-01-01", False),
    ],
)
def test_a_citation_of_a_later_document_is_flagged(citing: str | None, cited: str | None, forward: bool) -> None:
    graph = graph_of(make_citation("/akn/vn/doc/luat/_/_/x", date=cited), date=citing)
    assert graph.edges[HUNG_YEN, "/akn/vn/doc/luat/_/_/x", "cites:based_on"]["forward"] is forward


def test_one_document_from_two_inputs_is_counted_once() -> None:
    first = make_extraction(document=make_document(source="b.pdf", method="ocr"), citations=[make_citation()] * 9)
    second = make_extraction(document=make_document(source="c.docx", method="docx"), citations=[make_citation()])
    graph = build_graph([first, second])
    assert graph.nodes[HUNG_YEN]["sources"] == ("b.pdf", "c.docx")
    assert graph.edges[HUNG_YEN, DECREE, "cites:based_on"]["weight"] == 1


def test_a_cited_document_of_the_corpus_is_one_node_and_keeps_its_head() -> None:
    citing = make_extraction(LAI_CHAU, make_head(number="31/KH-UBND"), citations=[make_citation(HUNG_YEN, number="9")])
    graph = build_graph([citing, make_extraction()])
    assert (graph.nodes[HUNG_YEN]["type"], graph.nodes[HUNG_YEN]["number"]) == ("document", "09/CT-UBND")
    assert graph.nodes[HUNG_YEN]["in_corpus"] is True


def test_a_cited_document_is_put_together_from_its_mentions_and_its_identity() -> None:
    target = "/akn/vn-lai-chau/doc/nghi-quyet/tinh-uy/2021-05-20/08-nq-tu"
    bare: dict[str, Any] = {"doc_type": "nghị quyết", "number": "08-NQ/TU", "date": None}
    graph = graph_of(
        make_citation(target, **bare, issuer=None, issuer_id=None),
        make_citation(target, **bare, issuer="Tỉnh ủy Lai Châu", issuer_id="P-TINHUY@lai-chau"),
    )
    node = graph.nodes[target]
    assert node["label"] == "Nghị quyết 08-NQ/TU (Tỉnh ủy Lai Châu, 20/5/2021)"
    assert (node["year"], node["province"], node["in_corpus"]) == (2021, "Lai Châu", False)
    assert (target, "P-TINHUY@lai-chau", "issued_by") in kinds(graph)


def test_one_number_in_two_provinces_is_two_nodes() -> None:
    two = [f"/akn/vn-{province}/doc/nghi-quyet/tinh-uy/_/08-nq-tu" for province in ("lai-chau", "hung-yen")]
    graph = graph_of(*(make_citation(each, number="08-NQ/TU") for each in two))
    assert {graph.nodes[each]["province"] for each in two} == {"Lai Châu", "Hưng Yên"}


def test_bodies_carry_what_the_catalogue_knows() -> None:
    graph = graph_of(make_assignment("Sở Tài nguyên và Môi trường", "P-STNMT@ha-noi"), make_assignment("Tổ X", "to-x"))
    body = graph.nodes["P-STNMT@ha-noi"]
    assert body["label"] == "Sở Tài nguyên và Môi trường (Hà Nội)"
    assert (body["province_2025"], body["valid_to"]) == ("Hà Nội", "2025-02-28")
    assert body["successors"] == ("P-SNNMT@ha-noi",)
    assert graph.nodes["to-x"]["label"] == "Tổ X"
    assert "province" not in graph.nodes["to-x"]


@pytest.mark.parametrize(
    ("body_id", "label"),
    [
        ("P-UBND@ha-noi", "Ủy ban nhân dân thành phố (Hà Nội)"),
        ("P-BTVTU@ha-noi", "Ban Thường vụ Thành ủy (Hà Nội)"),
        ("P-UBND@dak-lak", "Ủy ban nhân dân tỉnh (Đắk Lắk)"),
        ("P-UBND@no-such-province", "Ủy ban nhân dân tỉnh"),
        ("C-CP", "Chính phủ"),
    ],
)
def test_a_city_has_no_bodies_of_a_province(body_id: str, label: str) -> None:
    assert graph_of(make_assignment("X", body_id)).nodes[body_id]["label"] == label


def test_bodies_work_together_only_within_a_clause_and_not_with_themselves() -> None:
    graph = graph_of(
        make_assignment(clause="1"),
        make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate", clause="2"),
        make_assignment("Sở Y tế", "P-SYT@hung-yen", "responsible", clause="2"),
        make_assignment("Sở Tư pháp", "P-STP@hung-yen", "coordinate", clause="1", part="annex-1"),
        make_assignment("Sở Tư pháp", "P-STP@hung-yen", "reported_to", clause="1"),
    )
    assert not [edge for edge in kinds(graph) if edge[2] == "coordinates_with"]


def test_clauses_of_an_annex_are_told_apart() -> None:
    graph = graph_of(make_citation(clause="I"), make_citation(clause="I", part="annex-1"))
    assert graph.edges[HUNG_YEN, DECREE, "cites:based_on"]["clauses"] == (f"{HUNG_YEN}#I", f"{HUNG_YEN}#annex-1:I")


def test_who_has_taken_the_place_of_a_body_or_province() -> None:
    graph = graph_of(make_assignment("Sở Tài nguyên và Môi trường", "P-STNMT@ha-giang"))
    found = {edge[:3]: edge[3]["first_date"] for edge in edges_in_order(graph) if edge[2] == "succeeds"}
    assert found == {
        ("P-SNNMT@tuyen-quang", "P-STNMT@ha-giang", "succeeds"): "2025-02-28",
        ("province:tuyen-quang", "province:ha-giang", "succeeds"): "2025-07-01",
    }
    assert graph.nodes["P-SNNMT@tuyen-quang"]["label"] == "Sở Nông nghiệp và Môi trường (Tuyên Quang)"
    assert ("P-SNNMT@tuyen-quang", "province:tuyen-quang", "belongs_to") in kinds(graph)


def test_a_body_whose_work_went_to_several_has_several_successors() -> None:
    graph = graph_of(make_assignment("Sở Thông tin và Truyền thông", "P-STTTT@ha-noi"))
    assert {edge[:2] for edge in kinds(graph) if edge[2] == "succeeds"} == {
        ("P-SKHCN@ha-noi", "P-STTTT@ha-noi"),
        ("P-SVHTTDL@ha-noi", "P-STTTT@ha-noi"),
    }


def test_a_clause_of_thousands_of_bodies_does_not_give_millions_of_edges() -> None:
    leaders = [make_assignment("Tổ", f"to-{n}") for n in range(1500)]
    partners = [make_assignment("Đội", f"doi-{n}", "coordinate") for n in range(1500)]
    graph = graph_of(*leaders, *partners)
    assert sum(kind == "coordinates_with" for *_, kind in kinds(graph)) == MOST_PARTNERS**2


def test_the_order_of_the_inputs_does_not_matter() -> None:
    corpus = make_corpus(20)
    shuffled = random.Random(1).sample(corpus, len(corpus))
    one, other = build_graph(corpus), build_graph(shuffled)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert edges_in_order(one) == edges_in_order(other)


def test_edge_ids_are_unique() -> None:
    edges = edges_in_order(build_graph(make_corpus(20)))
    assert len({data["id"] for *_, data in edges}) == len(edges)


def test_a_partial_date_is_kept_as_it_is() -> None:
    node = build_graph([replace(make_extraction(), head=make_head(date="2025-02", number=None))]).nodes[HUNG_YEN]
    assert (node["date"], node["year"]) == ("2025-02", 2025)
    assert node["label"] == "Chỉ thị …/CT-UBND (Ủy ban nhân dân tỉnh Hưng Yên, 2/2025)"
