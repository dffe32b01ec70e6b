from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq
import pytest

from pipeline.model import Extraction, Issue
from pipeline.tables.make import make_tables
from pipeline.tables.store import write_table
from pipeline.tables.texts import text_files
from tests.make import (
    make_assignment,
    make_citation,
    make_clause,
    make_corpus,
    make_document,
    make_extraction,
    make_head,
)

CONTRACT = {
    "documents": "source doc_id doc_type number symbol issuer issuer_id province province_2025 place date title "
    "signer_name signer_position signing_authority addressees recipients pages method ocr_confidence sha256 "
    "n_clauses n_citations n_assignments",
    "clauses": "source doc_id clause parent level marker heading text kind start end page",
    "citations": "source doc_id clause text doc_type number name date issuer issuer_id relation kind pinpoint "
    "target_id status in_corpus rule start end page",
    "assignments": "source doc_id clause text body body_id office role inherited province deadline deadline_date "
    "task rule start end page",
    "issues": "source code message clause start end",
}


def published(extractions: Sequence[Extraction], out: Path) -> Path:
    for name, table in make_tables(extractions, text_files(extractions)).items():
        write_table(table, out / name)
    return out


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_cell(value: object) -> str:
    """What the contract says of a value in CSV."""
    if isinstance(value, list):
        return " | ".join(value)
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize("extractions", [[], make_corpus(7)])
def test_columns_are_those_of_the_contract_in_their_order(extractions: list[Extraction], tmp_path: Path) -> None:
    published(extractions, tmp_path)
    for name, columns in CONTRACT.items():
        header = (tmp_path / f"{name}.csv").read_bytes().partition(b"\n")[0]
        assert header.startswith(b"\xef\xbb\xbf" + ",".join(columns.split()).encode())
        schema = pq.read_schema(tmp_path / f"{name}.parquet")
        assert header.decode("utf-8-sig").split(",") == schema.names
        assert {"part"} <= set(schema.names) or name not in ("clauses", "citations", "assignments")


def test_csv_says_what_parquet_says(tmp_path: Path) -> None:
    published(make_corpus(9), tmp_path)
    for name in CONTRACT:
        table = pq.read_table(tmp_path / f"{name}.parquet").to_pylist()
        assert rows(tmp_path / f"{name}.csv") == [{key: as_cell(row[key]) for key in row} for row in table]
        assert len(pd.read_csv(tmp_path / f"{name}.csv")) == len(table)


def test_no_row_gives_the_same_types_as_many(tmp_path: Path) -> None:
    few, many = published([], tmp_path / "few"), published(make_corpus(3), tmp_path / "many")
    for name in CONTRACT:
        assert pq.read_schema(few / f"{name}.parquet").equals(pq.read_schema(many / f"{name}.parquet"))


def test_values_keep_their_type(tmp_path: Path) -> None:
    document = make_document(method="ocr", ocr_confidence=float("nan"))
    clause = make_clause("1/-1", parent="1", marker="-", heading=None, level=2, start=40, end=60)
    out = published([make_extraction(document=document, clauses=[clause], assignments=[make_assignment()])], tmp_path)
    (row,) = pq.read_table(out / "documents.parquet").to_pylist()
    assert (row["pages"], row["ocr_confidence"], row["addressees"]) == (1, None, [])
    assert (row["recipients"], row["n_clauses"], row["province_2025"]) == (["Sở Nội vụ", "Lưu: VT"], 1, "Hưng Yên")
    (cells,) = rows(out / "clauses.csv")
    assert (cells["clause"], cells["parent"], cells["marker"], cells["heading"]) == ("1/-1", "1", "-", "")
    assert (cells["level"], cells["start"], cells["end"], cells["page"]) == ("2", "40", "60", "1")
    assert rows(out / "assignments.csv")[0]["inherited"] == "false"


def test_formulas_are_neutral_in_csv_and_raw_in_parquet(tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://example.invalid","x")'
    extraction = make_extraction(
        head=make_head(title="@SUM(1)", recipients=("=1", "Lưu: VT")),
        document=make_document(source="=cmd.txt"),
        clauses=[make_clause("-1", text=formula, marker="-", heading="+1+1"), make_clause("-1/+1", marker="+")],
        issues=[Issue("blank-number", "-2+3", "-1", -1, 4)],
    )
    published([extraction], tmp_path)
    raw = pq.read_table(tmp_path / "clauses.parquet").to_pylist()[0]
    assert (raw["text"], raw["heading"], raw["source"]) == (formula, "+1+1", "=cmd.txt")
    first, second = rows(tmp_path / "clauses.csv")
    assert (first["text"], first["heading"], first["source"]) == (f"'{formula}", "'+1+1", "'=cmd.txt")
    assert (first["clause"], first["marker"], second["clause"], second["marker"]) == ("-1", "-", "-1/+1", "+")
    (issue,) = rows(tmp_path / "issues.csv")
    assert (issue["message"], issue["clause"], issue["start"]) == ("'-2+3", "-1", "-1")
    (document,) = rows(tmp_path / "documents.csv")
    assert (document["title"], document["recipients"]) == ("'@SUM(1)", "'=1 | Lưu: VT")


@pytest.mark.parametrize(
    "text", ['a "b", c', "một\nhai", "một\r\nhai", "x\x00y\x0bz", "x\ud800y", "𠀀 | é", "''", "\ufeffa"]
)
def test_any_text_reads_back(text: str, tmp_path: Path) -> None:
    published([make_extraction(clauses=[make_clause(text=text)], head=make_head(recipients=(text,)))], tmp_path)
    clean = text.translate({0: None, 0x0B: None, 0xD800: None})
    assert pq.read_table(tmp_path / "clauses.parquet")["text"].to_pylist() == [clean]
    assert rows(tmp_path / "clauses.csv")[0]["text"] == clean
    assert rows(tmp_path / "documents.csv")[0]["recipients"] == clean


def test_rows_are_sorted_by_source_and_place(tmp_path: Path) -> None:
    late, early = make_citation(start=90, end=95), make_citation(start=10, end=20)
    of_heading = make_assignment(clause="2", start=0, end=9)
    own = make_assignment("Sở Y tế", "P-SYT@hung-yen", clause="1", start=50, end=57)
    found: dict[str, Any] = {"citations": [late, early], "assignments": [of_heading, own]}
    clauses = [make_clause("1"), make_clause("2")]
    two = [make_extraction(document=make_document(source=name), clauses=clauses, **found) for name in ("b", "a")]
    published(two, tmp_path)
    places = [(row["source"], row["start"]) for row in rows(tmp_path / "citations.csv")]
    assert places == [("a", "10"), ("a", "90"), ("b", "10"), ("b", "90")]
    assert [row["clause"] for row in rows(tmp_path / "assignments.csv")] == ["1", "2", "1", "2"]


def test_an_issue_of_reading_and_of_extracting_is_listed_once(tmp_path: Path) -> None:
    issue = Issue("blank-number", "no number before CT-UBND")
    document = make_document(issues=(issue, Issue("missing-pages", "page 2")))
    published([make_extraction(document=document, issues=[issue])], tmp_path)
    assert [row["code"] for row in rows(tmp_path / "issues.csv")] == ["blank-number", "missing-pages"]


def test_an_assignment_names_its_targets_and_what_its_clause_cites(tmp_path: Path) -> None:
    task = make_assignment(targets=("tối thiểu 80 %", "100%"), target_values=(">= 80 %", "100 %"))
    cited = [make_citation("/akn/b", start=3), make_citation("/akn/a", start=1), make_citation("/akn/c", clause="2")]
    published([make_extraction(assignments=[task], citations=cited)], tmp_path)
    (row,) = rows(tmp_path / "assignments.csv")
    assert row["targets"] == "tối thiểu 80 % | 100%"
    assert (row["target_values"], row["cites"]) == (">= 80 % | 100 %", "/akn/a | /akn/b")


def test_a_document_counts_its_tasks_and_those_without_deadline(tmp_path: Path) -> None:
    tasks = [make_assignment(), make_assignment("B", deadline="hằng năm"), make_assignment("C", role="advised")]
    published([make_extraction(assignments=tasks)], tmp_path)
    (row,) = rows(tmp_path / "documents.csv")
    assert (row["n_assignments"], row["n_tasks"], row["n_without_deadline"]) == ("3", "2", "1")
