from __future__ import annotations

import networkx as nx
import pytest

from pipeline.graph import Graph
from pipeline.graph.measure import pagerank, with_measures
from tests.graph.make import graph_from, make_graph
from tests.make import make_corpus


def ranks(graph: Graph) -> dict[str, float]:
    return dict(zip(graph.nodes["id"].to_pylist(), pagerank(graph).tolist(), strict=True))


def test_edges_count_and_mentions_do_not() -> None:
    nodes = with_measures(make_graph([("a", "b")] * 5 + [("c", "b")])).nodes
    assert nodes["in_degree"].to_pylist() == [0, 2, 0]
    assert nodes["out_degree"].to_pylist() == [1, 0, 1]


def test_rank_sums_to_one_and_follows_the_weights() -> None:
    rank = ranks(make_graph([("a", "b")] * 9 + [("a", "c")]))
    assert sum(rank.values()) == pytest.approx(1)
    assert rank["b"] > rank["c"] > rank["a"]


def test_a_graph_without_edges_has_equal_ranks() -> None:
    assert list(ranks(make_graph([], "abcd")).values()) == pytest.approx([0.25] * 4)


def test_rank_agrees_with_networkx() -> None:
    graph = graph_from(make_corpus(30))
    assert ranks(graph) == pytest.approx(nx.pagerank(graph.to_networkx(), weight="weight", tol=1e-12), abs=1e-6)
