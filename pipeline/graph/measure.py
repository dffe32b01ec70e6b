"""Measures of the nodes: `in_degree`, `out_degree` (edges, not mentions) and `pagerank` (over the weights)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.graph import Graph

_DAMPING = 0.85
_ROUNDS = 100
_TOLERANCE = 1e-9


def add_measures(graph: Graph) -> None:
    """Write the measures onto the nodes of `graph`."""
    for node, rank in zip(graph, pagerank(graph).tolist(), strict=True):
        degrees = {"in_degree": graph.in_degree(node), "out_degree": graph.out_degree(node)}
        graph.nodes[node].update(degrees, pagerank=round(rank, 9))


def pagerank(graph: Graph) -> npt.NDArray[np.float64]:
    """PageRank of the nodes in their order, by power iteration; a node without a way out leads everywhere.

    Brin and Page, The anatomy of a large-scale hypertextual web search engine, 1998.
    """
    n = len(graph)
    if not n:
        return np.zeros(0)
    index = {node: i for i, node in enumerate(graph)}
    ends = [(index[u], index[v], weight) for u, v, weight in graph.edges(data="weight", default=1)]
    source, target, weight = np.array(ends, dtype=float).reshape(-1, 3).T
    source, target = source.astype(np.intp), target.astype(np.intp)
    total = np.bincount(source, weight, n)
    share = weight / total[source]
    rank = np.full(n, 1 / n)
    for _ in range(_ROUNDS):
        lost = rank[total == 0].sum()
        flow = np.bincount(target, rank[source] * share, n) + lost / n
        rank, before = (1 - _DAMPING) / n + _DAMPING * flow, rank
        if np.abs(rank - before).sum() < _TOLERANCE:
            break
    return rank
