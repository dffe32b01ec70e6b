"""Where the nodes stand, so that a file is readable the moment it opens: `x` and `y` on every node.

A force layout after Fruchterman and Reingold (1991) with the masses of ForceAtlas2 (Jacomy and others, 2014), so that
hubs keep their distance. In a large graph each node is pushed away by a sample of the others: time and memory are
linear. Parts that no edge joins are laid out apart and set side by side. The same graph gives the same picture.
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

Positions: TypeAlias = npt.NDArray[np.float64]


def add_layout(graph: Graph) -> None:
    """Write `x` and `y` onto the nodes of `graph`."""
    index = {node: i for i, node in enumerate(graph)}
    parts = sorted(
        nx.weakly_connected_components(graph), key=lambda part: (-len(part), min(map(index.__getitem__, part)))
    )
    shapes = []
    for part in parts:
        members = sorted(part, key=index.__getitem__)
        shapes.append((members, _lay_out(graph, members)))
    for (members, _), positions in zip(shapes, _set_side_by_side([shape for _, shape in shapes]), strict=True):
        for node, (x, y) in zip(members, positions.tolist(), strict=True):
            graph.nodes[node].update(x=round(x, 2), y=round(y, 2))


def _lay_out(graph: Graph, members: list[str]) -> Positions:
    """Positions of one connected part around the origin, about one node per square of the spacing."""
    place = {node: i for i, node in enumerate(members)}
    pairs = {tuple(sorted((place[u], place[v]))) for u in members for v in graph.successors(u)}
    edges = np.array(sorted(pairs), dtype=np.intp).reshape(-1, 2)
    return _pull_and_push(len(members), edges) * _SPACING


def _pull_and_push(n: int, edges: npt.NDArray[np.intp]) -> Positions:
    positions = _spiral(n)
    mass = 1.0 + np.bincount(edges.ravel(), minlength=n)
    random = np.random.default_rng(0)
    size = min(n, max(8, _PAIRS_A_ROUND // n))
    for heat in np.linspace(sqrt(n) / 4, 0.02, _ROUNDS):
        others = np.arange(n)[None, :] if size == n else random.integers(n, size=(n, size))
        away = positions[:, None, :] - positions[others]
        push = mass[others] / ((away**2).sum(axis=2) + 0.05)
        move = (away * push[:, :, None]).sum(axis=1) * (n / size) * mass[:, None] / mass.mean()
        along = positions[edges[:, 1]] - positions[edges[:, 0]]
        pull = along * np.linalg.norm(along, axis=1)[:, None]
        for axis in (0, 1):
            move[:, axis] += np.bincount(edges[:, 0], pull[:, axis], n) - np.bincount(edges[:, 1], pull[:, axis], n)
        length = np.linalg.norm(move, axis=1)[:, None] + 1e-9
        positions = positions + move / length * np.minimum(length, heat)
    centred: Positions = positions - positions.mean(axis=0)
    return centred


def _spiral(n: int) -> Positions:
    """n points on a sunflower's spiral: evenly spread, no two alike."""
    turn = np.arange(n) * _GOLDEN_ANGLE
    points: Positions = np.sqrt(np.arange(n))[:, None] * np.column_stack([np.cos(turn), np.sin(turn)]) / 2
    return points


def _set_side_by_side(shapes: list[Positions]) -> list[Positions]:
    """Every shape moved to a box of its own; boxes fill rows about as wide as the whole is high."""
    boxes = [np.ptp(shape, axis=0) + 2 * _SPACING for shape in shapes]
    width = max([sqrt(sum(float(box.prod()) for box in boxes)), *(float(box[0]) for box in boxes), 0.0])
    placed, x, y, row = [], 0.0, 0.0, 0.0
    for shape, box in zip(shapes, boxes, strict=True):
        if x + box[0] > width * 1.001:
            x, y, row = 0.0, y - row, 0.0
        corner = np.array([x + _SPACING, y - float(box[1]) + _SPACING])
        placed.append(shape - shape.min(axis=0) + corner)
        x, row = x + float(box[0]), max(row, float(box[1]))
    return placed
