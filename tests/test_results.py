from __future__ import annotations

import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path

import pandas as pd
import pytest

from pipeline import Run, build_graph, load_run, tabulate
from pipeline.cli import main
from pipeline.errors import UsageError
from pipeline.link import link
from pipeline.run import run
from tests.link.make import UBND, assign, cite, paper

PAPERS = link(
    [
        paper(cite("nghị quyết", "76/NQ-CP", "2021-07-15"), of="Lai Châu", source="a.txt", assignments=(assign(UBND),)),
        paper(cite("nghị quyết", "76/NQ-CP", "2021-07-15"), of="Hải Dương", source="b.txt"),
    ]
)


def test_tables_and_graph_in_memory() -> None:
    result = tabulate(PAPERS)
    assert result.documents["source"].tolist() == ["a.txt", "b.txt"]
    graph = build_graph(PAPERS)
    assert list(result.graph().nodes(data=True)) == list(graph.nodes(data=True))
    assert list(result.graph().edges(keys=True, data=True)) == list(graph.edges(keys=True, data=True))
    assert result.nodes["Id"].tolist() == sorted(graph)
    assert len(result.edges) == graph.number_of_edges()


def test_a_part_of_a_run_has_a_graph_of_its_own() -> None:
    result = tabulate(PAPERS)
    part = replace(
        result, documents=result.documents.iloc[:1], citations=result.citations.query("source == 'a.txt'")
    ).graph()
    assert 0 < part.number_of_nodes() < result.graph().number_of_nodes()


def test_a_run_read_from_its_folder_is_that_in_memory(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    corpus.joinpath("a.txt").write_text("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.", encoding="utf-8")
    run(corpus, tmp_path / "out", jobs=1)
    loaded = load_run(tmp_path / "out")
    assert len(loaded.citations) == 1
    for field in fields(Run):
        assert isinstance(getattr(loaded, field.name), pd.DataFrame)
    assert main(["compare", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "text_reuse.csv").is_file()


def test_a_folder_that_is_no_run_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"documents\.parquet"):
        load_run(tmp_path)


def test_the_public_door_loads_no_heavy_library() -> None:
    heavy = "pandas", "sklearn", "scipy", "networkx", "pyarrow", "underthesea"
    code = f"import sys, pipeline; print([name for name in {heavy} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
