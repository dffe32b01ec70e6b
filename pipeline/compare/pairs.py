"""All pairs of similar texts, without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import scipy.sparse as sp

_SLACK = 0.1
"""How much of the cosine a pair must have from the rare ends of its vectors to be looked at."""
_WORK = 10_000_000
"""Products of numbers per block: bounds the memory of a block at some 150 MB."""
_PAIRS = 100_000

Pairs = tuple[np.ndarray, np.ndarray]


def similar_pairs(vectors: sp.csr_matrix, groups: np.ndarray, least: float) -> Pairs:
    """The pairs of rows `i` < `j` of different `groups` whose cosine is at least `least` (above 0.1), in order.

    `vectors` have rows of length 1 (or 0). Exact: the entries of a vector go from rare to common columns; its head
    ends where what is left is shorter than `least` - 0.1. What two vectors have in common beyond the shorter of their
    heads then adds less than that, so that the heads alone must give 0.1. Heads hold few common columns, which is what
    makes their product cheap (prefix filtering; Bayardo, Ma, Srikant: Scaling up all pairs similarity search, 2007).
    """
    vectors = _rare_columns_first(vectors)
    heads = _heads(vectors, least - _SLACK)
    turned = heads.T.tocsr()
    found = [
        _at_least(vectors, pair, least)
        for first, last in _blocks(heads)
        for pair in _candidates(heads[first:last] @ turned, first, groups)
    ]
    rows, columns = (
        (np.concatenate([np.zeros(0, np.int64), *part]) for part in zip(*found, strict=True))
        if found
        else (np.zeros(0, np.int64),) * 2
    )
    order = np.lexsort((columns, rows))
    return rows[order], columns[order]


def _rare_columns_first(vectors: sp.csr_matrix) -> sp.csr_matrix:
    frequency = np.bincount(vectors.indices, minlength=vectors.shape[1])
    place = np.empty(len(frequency), vectors.indices.dtype)
    place[np.argsort(frequency, kind="stable")] = np.arange(len(frequency))
    ordered = sp.csr_matrix((vectors.data, place[vectors.indices], vectors.indptr), shape=vectors.shape)
    ordered.sort_indices()
    return ordered


def _heads(vectors: sp.csr_matrix, rest: float) -> sp.csr_matrix:
    """The entries of each row before what is left is shorter than `rest`; a column of one row joins nothing."""
    squares = np.append(0.0, np.cumsum(vectors.data.astype(np.float64) ** 2))
    starts, ends = vectors.indptr[:-1], vectors.indptr[1:]
    left = np.repeat(squares[ends], ends - starts) - squares[:-1]
    frequency = np.bincount(vectors.indices, minlength=vectors.shape[1])
    kept = (left >= rest**2) & (frequency[vectors.indices] > 1)
    indptr = np.append(0, np.cumsum(kept))[vectors.indptr]
    return sp.csr_matrix((vectors.data[kept], vectors.indices[kept], indptr), shape=vectors.shape)


def _blocks(heads: sp.csr_matrix) -> Iterator[tuple[int, int]]:
    """Ranges of rows of about the same work."""
    frequency = np.bincount(heads.indices, minlength=heads.shape[1])
    work = np.append(0, np.cumsum(frequency[heads.indices]))[heads.indptr[1:]]
    block = work // _WORK
    ends = np.append(np.flatnonzero(np.diff(block)) + 1, len(block))
    yield from zip(np.append(0, ends[:-1]).tolist(), ends.tolist(), strict=True)


def _candidates(products: sp.csr_matrix, first: int, groups: np.ndarray) -> Iterator[Pairs]:
    """The pairs of a block of rows from `first` on that are worth a look."""
    kept = products.data >= _SLACK
    rows = np.repeat(np.arange(first, first + products.shape[0]), np.diff(products.indptr))[kept]
    columns = products.indices[kept].astype(np.int64)
    kept = (rows < columns) & (groups[rows] != groups[columns])
    rows, columns = rows[kept], columns[kept]
    for start in range(0, len(rows), _PAIRS):
        yield rows[start : start + _PAIRS], columns[start : start + _PAIRS]


def _at_least(vectors: sp.csr_matrix, pair: Pairs, least: float) -> Pairs:
    rows, columns = pair
    cosines = np.asarray(vectors[rows].multiply(vectors[columns]).sum(axis=1)).ravel()
    return rows[cosines >= least], columns[cosines >= least]
