from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx

from pipeline.graph import Graph, edges_in_order
from pipeline.graph.build import build_graph
from pipeline.publish.graphml import write_graphml
from tests.make import make_corpus
from tests.publish.conftest import LABEL


def test_networkx_reads_back_all_nodes_edges_and_attributes(tmp_path: Path) -> None:
    graph = build_graph(make_corpus(12))
    write_graphml(graph, tmp_path / "g.graphml")
    back: Any = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert set(back) == set(graph)
    for node, data in graph.nodes(data=True):
        expected = {key: " | ".join(value) if isinstance(value, tuple) else value for key, value in data.items()}
        assert expected == {key: back.nodes[node][key] for key in expected}
        assert {"r", "g", "b", "size"} == set(back.nodes[node]) - set(data)
    ours = {data["id"]: (u, v, kind, data["weight"]) for u, v, kind, data in edges_in_order(graph)}
    assert ours == {key: (u, v, data["kind"], data["weight"]) for u, v, key, data in edges_in_order(back)}


def test_a_hostile_graph_reads_back(hostile: Graph, tmp_path: Path) -> None:
    write_graphml(hostile, tmp_path / "g.graphml")
    back = nx.read_graphml(tmp_path / "g.graphml", force_multigraph=True)
    assert (back.nodes["a"]["label"], back.nodes["b"]["label"]) == (LABEL, "xyz")
    assert (back.nodes["b"]["ratio"], back.nodes["c"]["ratio"]) == (float("inf"), float("-inf"))
    assert back.nodes["c"]["names"] == f"{LABEL} | b | "
    assert back.number_of_edges() == 3
    assert sorted(data["weight"] for *_, data in back.edges(data=True)) == [1, 2, 12345678901]
