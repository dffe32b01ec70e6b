"""A reader that is not ours: the one of Gephi Lite. npm fetches it once; without npm or network it is skipped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.graph import Graph
from pipeline.graph.build import finished
from pipeline.publish.gexf import write_gexf
from tests.graph.make import graph_from
from tests.make import make_corpus
from tests.publish.conftest import LABEL

SCRIPT = Path(__file__).with_name("read_gexf.cjs")
PACKAGES = ("graphology@0.26.0", "graphology-gexf@0.13.2")

BUSY = 4.0
"""Seconds; alone on two cores it takes 1.7, with all columns it took 5."""

Read = Callable[..., Any]


@pytest.fixture(scope="session")
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """A function from a GEXF file to what graphology finds in it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("node and npm are not installed")
    kept = request.config.cache.mkdir("graphology") / "-".join(PACKAGES).replace("@", "-")
    if not kept.is_dir():
        fresh = tmp_path_factory.mktemp("npm")
        command = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(fresh), *PACKAGES]
        if subprocess.run(command, capture_output=True, check=False, timeout=120).returncode:
            pytest.skip("npm cannot fetch graphology-gexf")
        if not kept.is_dir():  # another worker of pytest-xdist may have been faster
            shutil.move(fresh, kept)

    def read(path: Path, *options: str) -> Any:  # noqa: ANN401 - JSON
        command = [str(node), str(SCRIPT), str(path), *options]
        where = os.environ | {"NODE_PATH": str(kept / "node_modules")}
        answer = subprocess.run(command, capture_output=True, text=True, check=False, env=where)
        assert answer.returncode == 0, answer.stderr
        return json.loads(answer.stdout)

    return read


def test_it_reads_every_node_and_edge(read: Read, tmp_path: Path) -> None:
    graph = finished(graph_from(make_corpus(12)))
    write_gexf(graph, tmp_path / "g.gexf")
    found, ours = read(tmp_path / "g.gexf"), graph.to_networkx()
    nodes = {node["id"]: (node["label"], node["x"], node["y"], node["type"]) for node in found["nodes"]}
    assert nodes == {node: (data["label"], data["x"], data["y"], data["type"]) for node, data in ours.nodes(data=True)}
    edges = {edge["id"]: (edge["source"], edge["target"], edge["kind"], edge["weight"]) for edge in found["edges"]}
    assert edges == {data["id"]: (u, v, kind, data["weight"]) for u, v, kind, data in ours.edges(keys=True, data=True)}
    measures = {node["id"]: (node["in_degree"], node["betweenness"], node["community"]) for node in found["nodes"]}
    assert measures == {
        node: (data["in_degree"], data["betweenness"], data["community"]) for node, data in ours.nodes(data=True)
    }
    assert {edge["id"]: edge["forward"] for edge in found["edges"]} == {
        data["id"]: data["forward"] for *_, data in ours.edges(data=True)
    }


def test_it_reads_a_hostile_graph(read: Read, hostile: Graph, tmp_path: Path) -> None:
    write_gexf(hostile, tmp_path / "g.gexf")
    found = read(tmp_path / "g.gexf")
    nodes = {node["id"]: node for node in found["nodes"]}
    assert (nodes["a"]["label"], nodes["b"]["label"]) == (LABEL, "xyz")
    assert f"amends: {LABEL} (tr. 7), -1" in {edge["label"] for edge in found["edges"]}
    assert sorted(edge["weight"] for edge in found["edges"]) == [1, 2, 12345]


def test_it_reads_five_thousand_nodes_whole_and_fast(read: Read, tmp_path: Path, large: Graph) -> None:
    write_gexf(large, tmp_path / "g.gexf")
    seconds: list[float] = []
    while len(seconds) < 3 and min(seconds, default=BUSY) >= BUSY:
        found = read(tmp_path / "g.gexf", "--summary")
        assert (found["nodes"], found["edges"]) == (len(large.nodes), len(large.edges))
        seconds.append(found["seconds"])
    assert min(seconds) < BUSY
