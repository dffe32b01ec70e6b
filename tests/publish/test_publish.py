from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipeline.graph.build import gather
from pipeline.model import Extraction
from pipeline.publish import publish_documents, publish_graph, publish_tables
from tests.make import make_corpus

TABLES = ("documents", "clauses", "citations", "assignments", "issues", "nodes", "edges", "cocitation", "coupling")
FILES = {f"{table}.{suffix}" for table in TABLES for suffix in ("parquet", "csv")}
VIEWS = ("citations", "responsibility", "coordination", "provinces")
FILES |= {f"{folder}{view}.gexf" for view in VIEWS for folder in ("", "today/")}
FILES |= {"graph.gexf", "graph.graphml", "graph.json", "graph.ttl", "tasks.xlsx", "report.html"}


def contents(extractions: list[Extraction], out: Path) -> dict[str, bytes]:
    publish_graph(gather(publish_tables(extractions, out)), out)
    publish_documents(extractions, out)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.parametrize("size", [0, 5])
def test_every_file_of_a_run_is_there(size: int, tmp_path: Path) -> None:
    found = contents(make_corpus(size), tmp_path)
    assert {name for name in found if not name.startswith(("text/", "akn/"))} == FILES
    assert len(found) == len(FILES) + 2 * size


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    corpus = make_corpus(8)
    shuffled = random.Random(3).sample(corpus, len(corpus))
    assert contents(corpus, tmp_path / "one") == contents(shuffled, tmp_path / "other")


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(make_corpus(3), tmp_path)

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pyarrow.csv.write_csv", fail)
    with pytest.raises(OSError, match="No space"):
        contents(make_corpus(4), tmp_path)
    assert (tmp_path / "documents.csv").read_bytes() == before["documents.csv"]
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".")]
