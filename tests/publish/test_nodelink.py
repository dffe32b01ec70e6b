from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from pipeline.graph import Graph
from pipeline.graph.build import finished
from pipeline.publish import cells
from pipeline.publish.nodelink import write_node_link
from tests.graph.make import graph_from
from tests.make import make_corpus


def read(graph: Graph, folder: Path) -> Any:  # noqa: ANN401 - JSON
    write_node_link(graph, folder / "graph.json")
    return json.loads((folder / "graph.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("batch", [cells.BATCH, 1, 7])
def test_networkx_reads_back_the_same_graph(batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "BATCH", batch)
    graph = finished(graph_from(make_corpus(5)))
    content = read(graph, tmp_path)
    back, ours = nx.node_link_graph(content, edges="edges"), graph.to_networkx()
    for data in (*(data for _, data in ours.nodes(data=True)), *(data for *_, data in ours.edges(data=True))):
        data.update({key: list(value) for key, value in data.items() if isinstance(value, tuple)})
    assert nx.utils.graphs_equal(back, ours)


def test_any_label_reads_back(hostile: Graph, tmp_path: Path) -> None:
    content = read(hostile, tmp_path)
    labels = [node.get("label") for node in content["nodes"]]
    assert labels == hostile.nodes["label"].to_pylist()
    assert content["edges"][1]["clauses"] == hostile.edges["clauses"].to_pylist()[1]


def test_an_empty_graph(tmp_path: Path) -> None:
    assert len(nx.node_link_graph(read(finished(graph_from([])), tmp_path), edges="edges")) == 0
