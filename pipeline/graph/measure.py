"""Measures of the nodes: `in_degree`, `out_degree` (edges, not mentions), `pagerank`, `betweenness`, `community`."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse

from pipeline.graph import Graph
from pipeline.graph.betweenness import betweenness
from pipeline.graph.communities import communities

_DAMPING = 0.85
_ROUNDS = 100
_TOLERANCE = 1e-9


def with_measures(graph: Graph) -> Graph:
    """`graph` with the measures as columns of its nodes."""
    n = len(graph.nodes)
    source, target = graph.ends()
    links = _links(graph)
    return graph.with_nodes(
        in_degree=np.bincount(target, minlength=n),
        out_degree=np.bincount(source, minlength=n),
        pagerank=pagerank(links).round(9),
        betweenness=betweenness(n, *links.coords).round(9),
        community=communities((links + links.T).tocsr()),
    )


def pagerank(links: Any) -> npt.NDArray[np.float64]:  # noqa: ANN401 - a sparse array of scipy
    """PageRank of the nodes in their order, by power iteration; a node without a way out leads everywhere.

    Brin and Page, The anatomy of a large-scale hypertextual web search engine, 1998. `links`: weights, from row to
    column.
    """
    n = links.shape[0]
    total = links.sum(axis=1)
    flow = (links.T * np.divide(1, total, out=np.zeros(n), where=total > 0)).tocsr()
    rank = np.full(n, 1 / max(n, 1))
    if n == 0:
        return rank
    for _ in range(_ROUNDS):
        lost = rank[total == 0].sum()
        rank, before = (1 - _DAMPING) / n + _DAMPING * (flow @ rank + lost / n), rank
        if np.abs(rank - before).sum() < _TOLERANCE:
            break
    return rank


def _links(graph: Graph) -> Any:  # noqa: ANN401
    """The edges as a sparse array, sorted; the weights of parallel ones are summed."""
    n = len(graph.nodes)
    links = scipy.sparse.coo_array((graph.edges["weight"].to_numpy().astype(float), graph.ends()), (n, n))
    return links.tocsr().tocoo()
