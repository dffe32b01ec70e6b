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

NAMES = (
    "label",
    "type",
    "doc_type",
    "title",
    "year",
    "province",
    "in_degree",
    "out_degree",
    "pagerank",
    "betweenness",
    "community",
)
SPACES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def written(graph: Graph, folder: Path) -> Path:
    write_gexf(graph, folder / "graph.gexf")
    return folder / "graph.gexf"


def elements(path: Path, name: str) -> dict[str, etree._Element]:
    return {str(each.get("id")): each for each in etree.parse(path).iterfind(f".//g:{name}", SPACES)}


def values(element: etree._Element) -> dict[str, str]:
    found = element.iterfind("g:attvalues/g:attvalue", SPACES)
    return {str(each.get("for")): str(each.get("value")) for each in found}


def test_networkx_reads_back_all_nodes_and_edges(tmp_path: Path) -> None:
    graph = finished(graph_from(make_corpus(12)))
    back, ours = nx.read_gexf(written(graph, tmp_path)), graph.to_networkx()
    defaults = {owner: back.graph[f"{owner}_default"] for owner in ("node", "edge")}
    assert set(back) == set(ours)
    for node, data in ours.nodes(data=True):
        found: dict[str, Any] = defaults["node"] | back.nodes[node]
        assert {name: data[name] for name in NAMES if name in data} == {n: found[n] for n in NAMES if n in found}
        assert found["viz"]["position"] == {"x": data["x"], "y": data["y"], "z": 0.0}
    fields = ("weight", "forward")  # it does not know the kind of an edge
    edges = {data["id"]: (u, v, *map(data.get, fields)) for u, v, data in ours.edges(data=True)}
    assert edges == {
        data["id"]: (u, v, *map((defaults["edge"] | data).get, fields)) for u, v, data in back.edges(data=True)
    }


def test_labels_read_back_letter_for_letter(hostile: Graph, tmp_path: Path) -> None:
    nodes = elements(written(hostile, tmp_path), "node")
    assert [nodes[node].get("label") for node in "abcd"] == [LABEL, "xyz", "c", ""]


def test_values_of_every_type_read_back(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    nodes = {node: values(element) for node, element in elements(path, "node").items()}
    types = {e.get("title"): e.get("type") for e in etree.parse(path).iterfind(".//g:attribute", SPACES)}
    assert (types["forward"], types["year"], types["pagerank"]) == ("boolean", "long", "double")
    assert (nodes["a"]["year"], nodes["c"]["type"]) == ("2021", "\r\n<new>")
    assert "type" not in nodes["b"]


def test_the_commonest_number_is_written_once(tmp_path: Path) -> None:
    path = written(finished(graph_from(make_corpus(12))), tmp_path)
    declared = elements(path, "attribute")
    found = [values(node) for node in elements(path, "node").values()]
    assert declared["betweenness"].findtext("g:default", None, SPACES) == "0"
    assert 0 < sum("betweenness" in node for node in found) < len(found)
    assert {node.get("betweenness") for node in found} >= {None}
    assert declared["year"].find("g:default", SPACES) is None  # not every node has one


def test_columns_without_a_value_are_not_declared(hostile: Graph, tmp_path: Path) -> None:
    titles = [e.get("title") for e in etree.parse(written(hostile, tmp_path)).iterfind(".//g:attribute", SPACES)]
    assert "year" in titles
    assert "valid_from" not in titles


def test_parallel_edges_and_exact_weights_survive(hostile: Graph, tmp_path: Path) -> None:
    edges = elements(written(hostile, tmp_path), "edge").values()
    found = {(e.get("source"), e.get("target"), e.get("kind"), e.get("weight")) for e in edges}
    assert found == {("a", "c", "cites", "2"), ("a", "c", "amends", "1"), ("c", "a", "cites", "12345")}


def test_an_edge_says_where_it_stands(hostile: Graph, tmp_path: Path) -> None:
    labels = {each.get("label") for each in elements(written(hostile, tmp_path), "edge").values()}
    assert labels == {f"amends: {LABEL} (tr. 7), -1", "viện dẫn", "viện dẫn: 1/a (tr. 2)"}


def test_words_of_the_format_are_no_attributes(hostile: Graph, tmp_path: Path) -> None:
    path = written(hostile, tmp_path)
    ids = [each.get("id") for each in etree.parse(path).iterfind(".//g:attributes[@class='edge']/g:attribute", SPACES)]
    assert not {"type", "start", "end", "id", "label", "weight"} & set(ids)
    assert not {"pid", "start", "end"} & {name for node in elements(path, "node").values() for name in values(node)}


def test_dates_are_periods(tmp_path: Path) -> None:
    graph = finished(graph_from([make_extraction(head=make_head(date="2021-08"), citations=[make_citation()])]))
    path = written(graph, tmp_path)
    node, undated = elements(path, "node")[HUNG_YEN], elements(path, "node")["C-CP"]
    assert (node.get("start"), node.get("end"), values(node)["year"]) == ("2021-08-01", None, "2021")
    assert (undated.get("start"), undated.get("end")) == (None, None)
    edge = next(each for each in elements(path, "edge").values() if each.get("target") == DECREE)
    assert (edge.get("start"), edge.get("end")) == ("2021-08-01", "2021-08-31")
    assert edge.get("label") == "căn cứ: 1 (tr. 1)"


def test_looks_are_within_the_viz_namespace(hostile: Graph, tmp_path: Path) -> None:
    nodes = elements(written(hostile, tmp_path), "node")
    position = nodes["a"].find("viz:position", SPACES)
    assert position is not None
    assert [name for name, _ in position.items()] == ["x", "y"]
    sizes = [float(nodes[node].find("viz:size", SPACES).attrib["value"]) for node in ("d", "a")]  # type: ignore[union-attr]
    assert sizes[0] < sizes[1]


def test_a_reader_has_few_objects_to_build(large: Graph, tmp_path: Path) -> None:
    text = written(large, tmp_path).read_bytes()
    elements, attributes = text.count(b"<") - text.count(b"</"), text.count(b'="')
    assert elements + attributes <= 15 * (len(large.nodes) + len(large.edges))


def test_no_prefix_is_made_up(hostile: Graph, tmp_path: Path) -> None:
    assert b"ns0:" not in written(hostile, tmp_path).read_bytes()


@pytest.mark.parametrize("size", [0, 1])
def test_small_graphs_are_files_too(size: int, tmp_path: Path) -> None:
    graph = finished(graph_from(make_corpus(size)))
    assert len(nx.read_gexf(written(graph, tmp_path))) == len(graph.nodes)
