from __future__ import annotations

from typing import Any

from pipeline.graph.build import Findings, gather
from pipeline.graph.today import of_today
from pipeline.graph.views import coordination_view, provinces_view
from pipeline.tables.make import make_tables
from pipeline.tables.texts import text_files
from tests.make import DECREE, HUNG_YEN, make_assignment, make_citation, make_document, make_extraction, make_head

HA_GIANG = "/akn/vn-ha-giang/doc/chi-thi/ubnd/2021-01-01/1-ct-ubnd"
TUYEN_QUANG = "/akn/vn-tuyen-quang/doc/chi-thi/ubnd/2022-02-02/2-ct-ubnd"


def directive(doc_id: str, slug: str, name: str, date: str) -> Any:  # noqa: ANN401
    return make_extraction(
        doc_id,
        make_head(province=name, issuer_id=f"P-UBND@{slug}", date=date),
        make_document(source=slug),
        citations=[make_citation(), make_citation(relation="mentions"), make_citation(HUNG_YEN, issuer_id=None)],
        assignments=[
            make_assignment("Sở Kế hoạch và Đầu tư", f"P-SKHDT@{slug}"),
            make_assignment("Sở Thông tin và Truyền thông", f"P-STTTT@{slug}", "coordinate"),
        ],
    )


def corpus() -> Findings:
    extractions = [
        directive(HA_GIANG, "ha-giang", "Hà Giang", "2021-01-01"),
        directive(TUYEN_QUANG, "tuyen-quang", "Tuyên Quang", "2022-02-02"),
    ]
    return gather(make_tables(extractions, text_files(extractions)))


def edges(found: Any) -> dict[tuple[str, str, str], tuple[int, str | None, str | None]]:  # noqa: ANN401
    return {
        key: (data["weight"], data.get("first_date"), data.get("last_date"))
        for *key_, data in found.to_networkx().edges(keys=True, data=True)
        for key in [tuple(key_)]
    }


def test_work_of_merged_bodies_of_merged_provinces_is_one() -> None:
    found = edges(coordination_view(of_today(corpus()).graph()))
    assert found["P-STC@tuyen-quang", "P-STTTT@tuyen-quang", "coordinates_with"] == (2, "2021-01-01", "2022-02-02")
    assert {node for edge in found for node in edge[:2]} == {
        "P-STC@tuyen-quang",
        "P-STTTT@tuyen-quang",
        "province:tuyen-quang",
    }


def test_before_the_merger_it_is_two() -> None:
    pairs = [edge for edge in edges(coordination_view(corpus().graph())) if edge[2] == "coordinates_with"]
    assert len(pairs) == 2


def test_documents_stay_and_tell_the_province_of_today() -> None:
    rows = {row["id"]: row for row in of_today(corpus()).nodes.to_pylist()}
    assert (rows[HA_GIANG]["province"], rows[HA_GIANG]["issuer_id"]) == ("Tuyên Quang", "P-UBND@tuyen-quang")
    assert "province:ha-giang" not in rows
    assert list(rows) == sorted(rows)


def test_provinces_are_tied_to_national_documents_by_the_number_of_citing_documents() -> None:
    before, now = (edges(provinces_view(found)) for found in (corpus(), of_today(corpus())))
    assert before == {
        ("province:ha-giang", DECREE, "cites"): (1, "2021-01-01", "2021-01-01"),
        ("province:tuyen-quang", DECREE, "cites"): (1, "2022-02-02", "2022-02-02"),
    }
    assert now == {("province:tuyen-quang", DECREE, "cites"): (2, "2021-01-01", "2022-02-02")}
