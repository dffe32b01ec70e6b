from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from pipeline.graph import Graph, edges_in_order
from pipeline.graph.build import build_graph
from pipeline.publish.gexf import write_gexf
from tests.make import DECREE, HUNG_YEN, make_citation, make_corpus, make_extraction, make_head
from tests.publish.conftest import LABEL

SPACES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def written(graph: Graph, folder: Path) -> Path:
    write_gexf(graph, folder / "graph.gexf")
    return folder / "graph.gexf"


def elements(path: Path, name: str) -> dict[str, etree._Element]:
    return {str(each.get("id")): each for each in etree.parse(path).iterfind(f".//g:{name}", SPACES)}


def values(element: etree._Element) -> dict[str, str]:
    found = element.iterfind("g:attvalues/g:attvalue", SPACES)
    return {str(each.get("for")): str(each.get("value")) for each in found}


def test_networkx_reads_back_all_nodes_edges_and_attributes(tmp_path: Path) -> None:
    graph = build_graph(make_corpus(12))
    back = nx.read_gexf(written(graph, tmp_path))
    assert set(back) == set(graph)
    for node, data in graph.nodes(data=True):
        found: dict[str, Any] = back.nodes[node]
        plain = {key: value for key, value in data.items() if key not in ("x", "y") and not isinstance(value, tuple)}
        assert plain == {key: found[key] for key in plain}
        assert found["viz"]["position"] == {"x": data["x"], "y": data["y"], "z": 0.0}
    ours = {data["id"]: (u, v, k, data["weight"], data["forward"]) for u, v, k, data in edges_in_order(graph)}
    assert ours == {
        data["id"]: (u, v, data["kind"], data["weight"], data["forward"]) for u, v, data in back.edges(data=True)
    }


def test_labels_read_back_letter_for_letter(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    nodes, edges = elements(path, "node"), elements(path, "edge")
    assert nodes["a"].get("label") == LABEL
    assert nodes["b"].get("label") == "xyz"
    assert edges["e2"].get("label") == LABEL


def test_values_of_every_type_read_back(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    nodes = {node: values(element) for node, element in elements(path, "node").items()}
    types = {e.get("title"): e.get("type") for e in etree.parse(path).iterfind(".//g:attribute", SPACES)}
    assert (types["number"], types["ratio"], types["mixed"], types["names"]) == (
        "double",
        "double",
        "string",
        "liststring",
    )
    assert (types["forward"], types["year"], types["clauses"]) == ("boolean", "long", "liststring")
    assert math.isnan(float(nodes["a"]["ratio"]))
    assert [nodes[node]["ratio"] for node in ("b", "c", "")] == ["Infinity", "-Infinity", "3.0"]
    assert (nodes["a"]["number"], nodes["a"]["forward"], nodes["c"]["mixed"], nodes[""]["mixed"]) == (
        "1.0",
        "true",
        "text",
        "p | q",
    )
    assert "type" not in nodes["b"]
    assert nodes["c"]["names"].startswith(r'["Sở <A> & \"B\" ]]> ')
    assert nodes[""]["names"] == "[]"


def test_parallel_edges_and_exact_weights_survive(hostile: Graph, tmp_path: Path) -> None:
    edges = elements(written(hostile, tmp_path), "edge").values()
    found = {(e.get("source"), e.get("target"), e.get("kind"), e.get("weight")) for e in edges}
    assert found == {("a", "c", "cites", "2"), ("a", "c", "amends", "1"), ("c", "a", "cites", "12345678901")}


def test_words_of_the_format_are_no_attributes(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    ids = [each.get("id") for each in etree.parse(path).iterfind(".//g:attributes[@class='edge']/g:attribute", SPACES)]
    assert not {"type", "start", "end", "id", "label", "weight"} & set(ids)
    assert all("pid" not in each.attrib and "start" not in values(each) for each in elements(path, "node").values())


def test_dates_are_periods_and_plain_attributes(tmp_path: Path) -> None:
    graph = build_graph([make_extraction(head=make_head(date="2021-08"), citations=[make_citation()])])
    path = written(graph, tmp_path)
    node, undated = elements(path, "node")[HUNG_YEN], elements(path, "node")["C-CP"]
    assert (node.get("start"), node.get("end"), values(node)["date"]) == ("2021-08-01", None, "2021-08")
    assert (undated.get("start"), undated.get("end")) == (None, None)
    edge = next(each for each in elements(path, "edge").values() if each.get("target") == DECREE)
    assert (edge.get("start"), edge.get("end"), values(edge)["last_year"]) == ("2021-08-01", "2021-08-31", "2021")


def test_looks_are_within_the_viz_namespace(hostile: Graph, tmp_path: Path) -> None:
    nodes = elements(written(hostile, tmp_path), "node")
    position = nodes["a"].find("viz:position", SPACES)
    assert position is not None
    assert position.items() == [("x", "1.5"), ("y", "-2.0"), ("z", "0.0")]
    assert nodes["b"].find("viz:position", SPACES) is None  # nan is no place
    sizes = [float(nodes[node].find("viz:size", SPACES).attrib["value"]) for node in ("a", "c")]  # type: ignore[union-attr]
    assert sizes[0] < sizes[1]


def test_no_prefix_is_made_up(hostile: Graph, tmp_path: Path) -> None:
    assert b"ns0:" not in written(hostile, tmp_path).read_bytes()


@pytest.mark.parametrize("size", [0, 1])
def test_small_graphs_are_files_too(size: int, tmp_path: Path) -> None:
    graph = build_graph(make_corpus(size))
    assert len(nx.read_gexf(written(graph, tmp_path))) == len(graph)
