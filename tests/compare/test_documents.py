from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from pipeline.compare import province_document_matrix, province_documents, shared_documents
from tests.compare.make import DECREE, LAW, LOCAL, RESOLUTION, cite, make_run, paper

RUN = make_run(
    documents=[
        paper("hd1", "Hải Dương", "2021-08-20"),
        paper("hd2", "Hải Dương", "2021"),
        paper("hp", "Hải Phòng", "2021-07-25"),
        paper("lc", "Lai Châu"),
        paper("ttg", None, "2021-09-01"),
    ],
    citations=[
        cite("hd1", RESOLUTION, relation="implements", doc_type="nghị quyết", number="76/NQ-CP"),
        cite("hd1", RESOLUTION, path="2"),
        cite("hd2", RESOLUTION),
        cite("hd2", DECREE),
        cite("hp", RESOLUTION),
        cite("hp", LAW, name="Đất đai"),
        cite("lc", RESOLUTION),
        cite("lc", LOCAL),
        cite("ttg", DECREE),
    ],
)


def row_of(table: pd.DataFrame, province: str, target: str) -> dict[str, object]:
    (row,) = table.loc[(table["province"] == province) & (table["target_id"] == target)].to_dict("records")
    return {str(name): value for name, value in row.items()}


def test_the_first_document_that_cites_counts_its_days() -> None:
    row = row_of(province_documents(RUN), "Hải Dương", RESOLUTION)
    assert (row["first_date"], row["first_doc_id"], row["lag_days"]) == ("2021-08-20", "hd1", 36)
    assert (row["n_documents"], row["n_mentions"], row["relations"]) == (2, 3, ["implements", "mentions"])
    assert row["document"] == "Nghị quyết 76/NQ-CP (15/7/2021)"


@pytest.mark.parametrize(
    ("province", "target"), [("Hải Dương", DECREE), ("Hải Phòng", LAW), ("Lai Châu", RESOLUTION)], ids=str
)
def test_days_are_not_counted_from_or_to_an_open_date(province: str, target: str) -> None:
    assert pd.isna(row_of(province_documents(RUN), province, target)["lag_days"])  # type: ignore[call-overload]


def test_neither_local_documents_nor_central_readers_count() -> None:
    table = province_documents(RUN)
    assert LOCAL not in set(table["target_id"])
    assert len(table.loc[table["target_id"] == DECREE]) == 1


def test_merged_provinces_are_one_today() -> None:
    row = row_of(province_documents(RUN, today=True), "Hải Phòng", RESOLUTION)
    assert (row["first_doc_id"], row["lag_days"], row["n_documents"]) == ("hp", 10, 3)
    assert "Hải Dương" not in set(province_documents(RUN, today=True)["province"])


def test_what_all_and_what_one_province_cites() -> None:
    table = shared_documents(RUN).set_index("target_id")
    assert table["spread"].to_dict() == {RESOLUTION: "all", DECREE: "one", LAW: "one"}
    assert table.loc[RESOLUTION, "provinces"] == ["Hải Dương", "Hải Phòng", "Lai Châu"]
    assert table.index[0] == RESOLUTION


def test_several_is_neither_one_nor_all() -> None:
    run = replace(RUN, citations=make_run(citations=[cite("hd1", DECREE), cite("hp", DECREE)]).citations)
    assert shared_documents(run)["spread"].tolist() == ["several"]
    assert shared_documents(run, today=True)["spread"].tolist() == ["one"]


def test_the_matrix_counts_documents_or_mentions() -> None:
    assert province_document_matrix(RUN).loc["Hải Dương"].to_dict() == {RESOLUTION: 2, DECREE: 1, LAW: 0}
    assert province_document_matrix(RUN, "mentions").loc["Hải Dương", RESOLUTION] == 3
    assert province_document_matrix(RUN, today=True).index.tolist() == ["Hải Phòng", "Lai Châu"]


def test_a_document_read_twice_counts_once() -> None:
    twice = make_run(
        [paper("a.pdf", "Lai Châu", doc_id="x"), paper("a.docx", "Lai Châu", doc_id="x")],
        citations=[cite("a.pdf", DECREE), cite("a.docx", DECREE)],
    )
    assert province_documents(twice)[["n_documents", "n_mentions"]].to_numpy().tolist() == [[1, 1]]


def test_a_run_of_nothing_gives_tables_of_nothing() -> None:
    run = make_run()
    assert province_documents(run).empty
    assert shared_documents(run).empty
    assert province_document_matrix(run).empty
