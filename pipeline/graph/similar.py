"""Which documents go together: cited by the same (co-citation), citing the same (bibliographic coupling).

Small, Co-citation in the scientific literature, 1973; Kessler, Bibliographic coupling between scientific papers, 1963.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import scipy.sparse

from pipeline.graph import Graph
from pipeline.graph.claims import CITES

MOST_PAIRS = 100_000
"""So many pairs are kept, those that share most."""
MOST_SHARING = 200
"""What more documents have in common than this tells nothing of two of them, and would give pairs without end."""
FEWEST = 2
"""A pair shares at least so many."""

_BLOCK = 5_000


def similar_documents(graph: Graph) -> dict[str, pa.Table]:
    """The tables `cocitation` and `coupling`: pairs of documents, how many they share, and their cosine.

    Columns: `source`, `source_label`, `target`, `target_label`, `shared`, `cosine` (shared by the root of the product
    of what each has), the closest pairs first.
    """
    n = len(graph.nodes)
    cites = pc.starts_with(graph.edges["kind"].cast(pa.string()), CITES).to_numpy()
    source, target = (end[cites] for end in graph.ends())
    links = scipy.sparse.coo_array((np.ones(len(source), np.int32), (source, target)), (n, n)).tocsr()
    links.data[:] = 1
    return {"cocitation": _pairs(graph, links.T.tocsr()), "coupling": _pairs(graph, links)}


def _pairs(graph: Graph, has: Any) -> pa.Table:  # noqa: ANN401 - a sparse array: row has column
    size = np.diff(has.indptr)
    telling = has.multiply(has.sum(axis=0) <= MOST_SHARING).tocsr().astype(np.int32)
    telling.eliminate_zeros()
    others = telling.T.tocsr()
    found = [np.zeros((3, 0), np.int64)]
    for start in range(0, has.shape[0], _BLOCK):
        found = [_strongest(np.concatenate([*found, _shared(telling[start : start + _BLOCK] @ others, start)], axis=1))]
    one, other, shared = found[0]
    cosine = (shared / np.sqrt(size[one] * size[other])).round(6)
    order = np.lexsort((other, one, -cosine, -shared))
    ends = {"source": one[order], "target": other[order]}
    named = {
        f"{end}{suffix}": graph.nodes[column].take(rows)
        for end, rows in ends.items()
        for suffix, column in (("", "id"), ("_label", "label"))
    }
    return pa.table(named | {"shared": shared[order], "cosine": cosine[order]})


def _shared(product: Any, start: int) -> Any:  # noqa: ANN401
    """First, second and number in common of all pairs of a block that share enough, each pair once."""
    block = product.tocoo()
    one, other, shared = block.row.astype(np.int64) + start, block.col.astype(np.int64), block.data.astype(np.int64)
    kept = (one < other) & (shared >= FEWEST)
    return np.stack([one[kept], other[kept], shared[kept]])


def _strongest(pairs: Any) -> Any:  # noqa: ANN401
    order = np.lexsort((pairs[1], pairs[0], -pairs[2]))[:MOST_PAIRS]
    return pairs[:, order]
