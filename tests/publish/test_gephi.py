from __future__ import annotations

import csv
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.graph.build import finished
from pipeline.publish.gephi import write_gephi
from tests.graph.make import graph_from
from tests.make import make_corpus

CONTRACT = {"nodes": "Id Label Timeset", "edges": "Source Target Type Id Label Weight Timeset"}


def published(size: int, out: Path) -> dict[str, list[dict[str, str]]]:
    write_gephi(finished(graph_from(make_corpus(size))), out)
    found = {}
    for name in CONTRACT:
        with (out / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            found[name] = list(csv.DictReader(file))
    return found


def test_columns_are_those_of_the_contract_and_their_types_do_not_change(tmp_path: Path) -> None:
    published(0, tmp_path / "none")
    published(7, tmp_path / "some")
    for name, columns in CONTRACT.items():
        schema = pq.read_schema(tmp_path / "some" / f"{name}.parquet")
        assert schema.names[: len(columns.split())] == columns.split()
        assert schema.equals(pq.read_schema(tmp_path / "none" / f"{name}.parquet"))


def test_gephi_finds_its_own_headers_and_unique_ids(tmp_path: Path) -> None:
    tables = published(9, tmp_path)
    edges, nodes = tables["edges"], {row["Id"] for row in tables["nodes"]}
    assert len({row["Id"] for row in edges}) == len(edges)
    assert {row["Type"] for row in edges} == {"Directed"}
    assert {row["Source"] for row in edges} | {row["Target"] for row in edges} <= nodes
