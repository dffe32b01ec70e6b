"""Where the nodes stand, so that a file is readable the moment it opens: `x` and `y` on every node.

A force layout after Fruchterman and Reingold (1991) with the masses of ForceAtlas2 (Jacomy and others, 2014), so that
hubs keep their distance. In a large graph each node is pushed away by a sample of the others: time and memory are
linear. Parts that no edge joins are laid out apart and set side by side. The same graph gives the same picture.

A point of the plane is a complex number.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import scipy.sparse
from scipy.sparse.csgraph import connected_components

from pipeline.graph import Graph

_ROUNDS = 100
_PAIRS_A_ROUND = 100_000
_SPACING = 60.0
_GOLDEN_ANGLE = 2.399963229728653

Points: TypeAlias = npt.NDArray[np.complex128]
Pairs: TypeAlias = npt.NDArray[np.intp]


def with_layout(graph: Graph) -> Graph:
    """`graph` with the columns `x` and `y` of its nodes."""
    n = len(graph.nodes)
    edges = np.stack([graph.edges["source"].to_numpy(), graph.edges["target"].to_numpy()], axis=1)
    edges = np.unique(np.sort(edges.astype(np.intp), axis=1), axis=0)
    parts = _parts(n, edges)
    shapes = [_pull_and_push(len(part), _within(part, edges, n)) * _SPACING for part in parts]
    points = np.zeros(n, complex)
    for part, shape in zip(parts, _set_side_by_side(shapes), strict=True):
        points[part] = shape
    return graph.with_nodes(x=points.real.round(2), y=points.imag.round(2))


def _parts(n: int, edges: Pairs) -> list[Pairs]:
    """The nodes of every part that no edge joins to another, the largest part first."""
    links = scipy.sparse.coo_array((np.ones(len(edges)), edges.T), (n, n))
    count, part = connected_components(links, directed=False)
    sizes = np.bincount(part, minlength=count)
    parts = np.split(np.argsort(part, kind="stable"), np.cumsum(sizes)[:-1]) if n else []
    return sorted(parts, key=lambda each: (-len(each), int(each[0])))


def _within(part: Pairs, edges: Pairs, n: int) -> Pairs:
    place = np.full(n, -1)
    place[part] = np.arange(len(part))
    inner: Pairs = place[edges[place[edges[:, 0]] >= 0]] if len(part) > 1 else edges[:0]
    return inner


def _pull_and_push(n: int, edges: Pairs) -> Points:
    points, (source, target) = _spiral(n), edges.T
    mass = 1.0 + np.bincount(edges.ravel(), minlength=n)
    size = min(n, max(8, _PAIRS_A_ROUND // n))
    scale = mass / mass.mean() * (n / size)
    random = np.random.default_rng(0)
    for heat in np.linspace(sqrt(n) / 4, 0.02, _ROUNDS):
        others = np.arange(n)[None, :] if size == n else random.integers(n, size=(n, size))
        away = points[:, None] - points[others]
        push = mass[others] / (away.real**2 + away.imag**2 + 0.05)
        along = points[target] - points[source]
        pull = along * np.abs(along)
        move = (away * push).sum(axis=1) * scale + _sum_by(source, pull, n) - _sum_by(target, pull, n)
        length = np.abs(move) + 1e-9
        points = points + move / length * np.minimum(length, heat)
    return points


def _sum_by(index: Pairs, values: Points, n: int) -> Points:
    total: Points = np.bincount(index, values.real, n) + 1j * np.bincount(index, values.imag, n)
    return total


def _spiral(n: int) -> Points:
    """n points on a sunflower's spiral: evenly spread, no two alike."""
    order = np.arange(n)
    points: Points = np.sqrt(order) * np.exp(1j * order * _GOLDEN_ANGLE) / 2
    return points


def _set_side_by_side(shapes: list[Points]) -> list[Points]:
    """Every shape moved to a box of its own; boxes fill rows about as wide as the whole is high."""
    boxes = [(np.ptp(shape.real) + 2 * _SPACING, np.ptp(shape.imag) + 2 * _SPACING) for shape in shapes]
    whole = max([sqrt(sum(width * height for width, height in boxes)), *(width for width, _ in boxes)])
    placed, x, y, row = [], 0.0, 0.0, 0.0
    for shape, (width, height) in zip(shapes, boxes, strict=True):
        if x + width > whole * 1.001:
            x, y, row = 0.0, y - row, 0.0
        corner = complex(x + _SPACING - shape.real.min(), y - _SPACING - shape.imag.max())
        placed.append(shape + corner)
        x, row = x + width, max(row, height)
    return placed
