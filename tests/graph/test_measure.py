from __future__ import annotations

import networkx as nx
import pytest

from pipeline.graph import Graph
from pipeline.graph.build import build_graph
from pipeline.graph.measure import add_measures, pagerank
from tests.make import make_corpus


def small(*edges: tuple[str, str, int]) -> Graph:
    graph: Graph = nx.MultiDiGraph()
    for source, target, weight in edges:
        graph.add_edge(source, target, weight=weight)
    return graph


def test_parallel_edges_count_and_mentions_do_not() -> None:
    graph = small(("a", "b", 5), ("a", "b", 1), ("c", "b", 1))
    add_measures(graph)
    assert (graph.nodes["b"]["in_degree"], graph.nodes["b"]["out_degree"]) == (3, 0)


def test_rank_sums_to_one_and_follows_the_weights() -> None:
    graph = small(("a", "b", 9), ("a", "c", 1))
    rank = dict(zip(graph, pagerank(graph).tolist(), strict=True))
    assert sum(rank.values()) == pytest.approx(1)
    assert rank["b"] > rank["c"] > rank["a"]


def test_a_graph_without_edges_has_equal_ranks() -> None:
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from("abcd")
    assert pagerank(graph).tolist() == pytest.approx([0.25] * 4)


def test_rank_agrees_with_networkx() -> None:
    pytest.importorskip("scipy")
    graph = build_graph(make_corpus(30))
    expected = nx.pagerank(graph, weight="weight", tol=1e-12)
    assert pagerank(graph).tolist() == pytest.approx([expected[node] for node in graph], abs=1e-6)
