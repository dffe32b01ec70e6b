from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from pipeline.graph import Graph, betweenness
from pipeline.graph.communities import communities
from pipeline.graph.measure import with_measures
from tests.graph.make import graph_from, make_graph
from tests.make import make_corpus


def ranks(graph: Graph) -> dict[str, float]:
    return dict(zip(graph.nodes["id"].to_pylist(), with_measures(graph).nodes["pagerank"].to_pylist(), strict=True))


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


def test_betweenness_is_that_of_networkx() -> None:
    graph = graph_from(make_corpus(30))
    found = with_measures(graph).nodes.select(["id", "betweenness"]).to_pylist()
    exact = nx.betweenness_centrality(nx.DiGraph(graph.to_networkx()))
    assert {row["id"]: row["betweenness"] for row in found} == pytest.approx(exact, abs=1e-8)


def test_a_sample_comes_near_the_exact_betweenness(monkeypatch: pytest.MonkeyPatch) -> None:
    source, target = np.array(sorted(nx.gnm_random_graph(300, 1500, seed=1, directed=True).edges), np.int32).T
    exact = betweenness.betweenness(300, source, target)
    monkeypatch.setattr(betweenness, "_STEPS", 100 * 1801)
    sampled = betweenness.betweenness(300, source, target)
    assert not np.allclose(sampled, exact, atol=1e-9)
    assert np.corrcoef(sampled, exact)[0, 1] > 0.9


def test_communities_are_as_good_as_those_of_networkx() -> None:
    graph = nx.planted_partition_graph(8, 25, 0.3, 0.02, seed=2)
    found = communities(nx.to_scipy_sparse_array(graph, format="csr"))
    groups = [set(np.flatnonzero(found == number).tolist()) for number in np.unique(found)]
    louvain = nx.community.louvain_communities(graph, seed=0)
    assert nx.community.modularity(graph, groups) >= nx.community.modularity(graph, louvain) - 0.01
    sizes = np.bincount(found)[1:].tolist()
    assert sizes == sorted(sizes, reverse=True)


def test_a_node_without_edges_is_a_community_of_its_own() -> None:
    nodes = with_measures(make_graph([("a", "b")], "cd")).nodes["community"].to_pylist()
    assert nodes[0] == nodes[1] == 1
    assert sorted(nodes[2:]) == [2, 3]
