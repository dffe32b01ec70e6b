from __future__ import annotations

from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from lxml import etree

from pipeline.graph import Graph
from pipeline.graph.build import finished
from pipeline.publish.gexf import write_gexf
from tests.graph.make import graph_from
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
    graph = finished(graph_from(make_corpus(12)))
    back, ours = nx.read_gexf(written(graph, tmp_path)), graph.to_networkx()
    assert set(back) == set(ours)
    for node, data in ours.nodes(data=True):
        found: dict[str, Any] = back.nodes[node]
        plain = {key: value for key, value in data.items() if key not in ("x", "y") and not isinstance(value, tuple)}
        assert plain == {key: found[key] for key in plain}
        assert found["viz"]["position"] == {"x": data["x"], "y": data["y"], "z": 0.0}
    fields = ("kind", "weight", "forward")
    edges = {data["id"]: (u, v, *map(data.get, fields)) for u, v, data in ours.edges(data=True)}
    assert edges == {data["id"]: (u, v, *map(data.get, fields)) for u, v, data in back.edges(data=True)}


def test_labels_read_back_letter_for_letter(hostile: Graph, tmp_path: Path) -> None:
    nodes = elements(written(hostile, tmp_path), "node")
    assert [nodes[node].get("label") for node in "abcd"] == [LABEL, "xyz", "c", ""]


def test_values_of_every_type_read_back(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    nodes = {node: values(element) for node, element in elements(path, "node").items()}
    types = {e.get("title"): e.get("type") for e in etree.parse(path).iterfind(".//g:attribute", SPACES)}
    assert {types[name] for name in ("sources", "clauses", "pages")} == {"liststring"}
    assert (types["in_corpus"], types["year"], types["pagerank"]) == ("boolean", "long", "double")
    assert (nodes["a"]["in_corpus"], nodes["a"]["year"], nodes["c"]["type"]) == ("true", "2021", "\r\n<new>")
    assert "type" not in nodes["b"]
    assert nodes["c"]["sources"].startswith(r'["Sở <A> & \"B\" ]]> ')
    assert nodes["d"]["sources"] == "[]"


def test_columns_without_a_value_are_not_declared(hostile: Graph, tmp_path: Path) -> None:
    titles = [e.get("title") for e in etree.parse(written(hostile, tmp_path)).iterfind(".//g:attribute", SPACES)]
    assert "year" in titles
    assert "valid_from" not in titles


def test_parallel_edges_and_exact_weights_survive(hostile: Graph, tmp_path: Path) -> None:
    edges = elements(written(hostile, tmp_path), "edge").values()
    found = {(e.get("source"), e.get("target"), e.get("kind"), e.get("weight")) for e in edges}
    assert found == {("a", "c", "cites", "2"), ("a", "c", "amends", "1"), ("c", "a", "cites", "12345")}


def test_words_of_the_format_are_no_attributes(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    ids = [each.get("id") for each in etree.parse(path).iterfind(".//g:attributes[@class='edge']/g:attribute", SPACES)]
    assert not {"type", "start", "end", "id", "label", "weight"} & set(ids)
    assert not {"pid", "start", "end"} & {name for node in elements(path, "node").values() for name in values(node)}


def test_dates_are_periods_and_plain_attributes(tmp_path: Path) -> None:
    graph = finished(graph_from([make_extraction(head=make_head(date="2021-08"), citations=[make_citation()])]))
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
    assert [name for name, _ in position.items()] == ["x", "y", "z"]
    sizes = [float(nodes[node].find("viz:size", SPACES).attrib["value"]) for node in ("d", "a")]  # type: ignore[union-attr]
    assert sizes[0] < sizes[1]


def test_no_prefix_is_made_up(hostile: Graph, tmp_path: Path) -> None:
    assert b"ns0:" not in written(hostile, tmp_path).read_bytes()


@pytest.mark.parametrize("size", [0, 1])
def test_small_graphs_are_files_too(size: int, tmp_path: Path) -> None:
    graph = finished(graph_from(make_corpus(size)))
    assert len(nx.read_gexf(written(graph, tmp_path))) == len(graph.nodes)
