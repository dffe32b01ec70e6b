"""Where the nodes stand, so that a file is readable the moment it opens: `x` and `y` on every node.

A force layout after Fruchterman and Reingold (1991) with the masses of ForceAtlas2 (Jacomy and others, 2014), so that
hubs keep their distance. In a large graph each node is pushed away by a sample of the others: time and memory are
linear. Parts that no edge joins are laid out apart and set side by side. The same graph gives the same picture.

A point of the plane is a complex number.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

import networkx as nx
import numpy as np
import numpy.typing as npt

from pipeline.graph import Graph

_ROUNDS = 100
_PAIRS_A_ROUND = 100_000
_SPACING = 60.0
_GOLDEN_ANGLE = 2.399963229728653

Points: TypeAlias = npt.NDArray[np.complex128]


def add_layout(graph: Graph) -> None:
    """Write `x` and `y` onto the nodes of `graph`."""
    index = {node: i for i, node in enumerate(graph)}
    parts = [sorted(part, key=index.__getitem__) for part in nx.weakly_connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), index[part[0]]))
    shapes = _set_side_by_side([_lay_out(graph, part) for part in parts])
    for part, shape in zip(parts, shapes, strict=True):
        for node, point in zip(part, shape.tolist(), strict=True):
            graph.nodes[node].update(x=round(point.real, 2), y=round(point.imag, 2))


def _lay_out(graph: Graph, members: list[str]) -> Points:
    """Positions of one connected part, about one node per square of the spacing."""
    place = {node: i for i, node in enumerate(members)}
    pairs = {tuple(sorted((place[u], place[v]))) for u in members for v in graph.successors(u)}
    edges = np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2)
    return _pull_and_push(len(members), edges) * _SPACING


def _pull_and_push(n: int, edges: npt.NDArray[np.intp]) -> Points:
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


def _sum_by(index: npt.NDArray[np.intp], values: Points, n: int) -> Points:
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
