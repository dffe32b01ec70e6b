"""Measures of the nodes: `in_degree`, `out_degree` (edges, not mentions) and `pagerank` (over the weights)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.graph import Graph

_DAMPING = 0.85
_ROUNDS = 100
_TOLERANCE = 1e-9


def with_measures(graph: Graph) -> Graph:
    """`graph` with the measures as columns of its nodes."""
    n = len(graph.nodes)
    source, target = graph.edges["source"].to_numpy(), graph.edges["target"].to_numpy()
    return graph.with_nodes(
        in_degree=np.bincount(target, minlength=n),
        out_degree=np.bincount(source, minlength=n),
        pagerank=pagerank(graph).round(9),
    )


def pagerank(graph: Graph) -> npt.NDArray[np.float64]:
    """PageRank of the nodes in their order, by power iteration; a node without a way out leads everywhere.

    Brin and Page, The anatomy of a large-scale hypertextual web search engine, 1998.
    """
    n = len(graph.nodes)
    if not n:
        return np.zeros(0)
    source, target, weight = (graph.edges[name].to_numpy() for name in ("source", "target", "weight"))
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
