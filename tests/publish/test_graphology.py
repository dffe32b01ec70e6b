"""A reader that is not ours: the one of Gephi Lite. Skipped where node or its packages are absent."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pipeline.graph import Graph
from pipeline.graph.views import finished
from pipeline.publish.gexf import write_gexf
from tests.graph.make import graph_from
from tests.make import make_corpus
from tests.publish.conftest import LABEL

SCRIPT = Path(__file__).with_name("read_gexf.cjs")


def read(path: Path) -> Any:  # noqa: ANN401 - JSON
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    answer = subprocess.run([node, str(SCRIPT), str(path)], capture_output=True, text=True, check=False)
    if "Cannot find module" in answer.stderr:
        pytest.skip("graphology and graphology-gexf are not on NODE_PATH")
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)[0]


def test_it_reads_every_node_and_edge(tmp_path: Path) -> None:
    graph = finished(graph_from(make_corpus(12)))
    write_gexf(graph, tmp_path / "g.gexf")
    found, ours = read(tmp_path / "g.gexf"), graph.to_networkx()
    nodes = {node["id"]: (node["label"], node["x"], node["y"], node["type"]) for node in found["nodes"]}
    assert nodes == {node: (data["label"], data["x"], data["y"], data["type"]) for node, data in ours.nodes(data=True)}
    edges = {edge["id"]: (edge["source"], edge["target"], edge["kind"], edge["weight"]) for edge in found["edges"]}
    assert edges == {data["id"]: (u, v, kind, data["weight"]) for u, v, kind, data in ours.edges(keys=True, data=True)}
    clauses = {edge["id"]: tuple(edge["clauses"]) for edge in found["edges"]}
    assert clauses == {data["id"]: data["clauses"] for *_, data in ours.edges(data=True)}


def test_it_reads_a_hostile_graph(hostile: Graph, tmp_path: Path) -> None:
    write_gexf(hostile, tmp_path / "g.gexf")
    found = read(tmp_path / "g.gexf")
    nodes = {node["id"]: node for node in found["nodes"]}
    assert (nodes["a"]["label"], nodes["b"]["label"]) == (LABEL, "xyz")
    assert nodes["c"]["sources"][:2] == [LABEL, "b"]
    assert sorted(edge["weight"] for edge in found["edges"]) == [1, 2, 12345]
