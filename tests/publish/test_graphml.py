from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from pipeline.graph import Graph
from pipeline.graph.build import finished
from pipeline.publish.graphml import write_graphml
from tests.graph.make import graph_from
from tests.make import make_corpus
from tests.publish.conftest import LABEL


def joined(data: dict[str, Any]) -> dict[str, Any]:
    return {key: " | ".join(map(str, value)) if isinstance(value, tuple) else value for key, value in data.items()}


def test_networkx_reads_back_all_nodes_edges_and_attributes(tmp_path: Path) -> None:
    graph = finished(graph_from(make_corpus(12)))
    write_graphml(graph, tmp_path / "g.graphml")
    back: Any = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    ours = graph.to_networkx()
    assert set(back) == set(ours)
    for node, data in ours.nodes(data=True):
        assert joined(data) == {key: back.nodes[node][key] for key in data}
        assert {"r", "g", "b", "size"} == set(back.nodes[node]) - set(data)
    edges = {data.pop("id"): (u, v, joined(data)) for u, v, data in ours.edges(data=True)}
    assert edges == {key: (u, v, data) for u, v, key, data in back.edges(keys=True, data=True)}


def test_a_hostile_graph_reads_back(hostile: Graph, tmp_path: Path) -> None:
    write_graphml(hostile, tmp_path / "g.graphml")
    back = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert (back.nodes["a"]["label"], back.nodes["b"]["label"]) == (LABEL, "xyz")
    assert back.nodes["c"]["sources"] == f"{LABEL} | b | "
    assert sorted(data["weight"] for *_, data in back.edges(data=True)) == [1, 2, 12345]
