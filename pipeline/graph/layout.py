"""Where the nodes stand, so that a file is readable the moment it opens: `x` and `y` on every node.

Communities begin side by side, each round its hubs; then a force layout after Fruchterman and Reingold (1991) with
masses as in ForceAtlas2 (Jacomy and others, 2014) brings near what edges join and keeps hubs apart; at last discs that
overlap are moved. In a large graph each node is pushed away by a sample of the others, and the rounds are few: time and
memory are linear, and its communities stay to be seen. Parts that no edge joins are laid out apart and set side by
side. The same graph gives the same picture.

A point of the plane is a complex number.
"""

from __future__ import annotations

from math import sqrt
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import scipy.sparse

from pipeline.graph import Graph
from pipeline.graph.overlap import Points, moved_apart, radii, sum_by

_MOST_ROUNDS, _FEWEST_ROUNDS = 100, 8
_WORK = 10_000_000
"""So many pushes and pulls in all, unless the fewest rounds need more."""
_PAIRS_A_ROUND, _FEWEST_OTHERS = 100_000, 8
_PAIRS_AT_ONCE = 8_000
_HOTTEST = 6.0
"""A node moves at most so far in a round, in units of the spacing."""
_MOST_DISCS = 6_000
"""In larger graphs nobody sees a single node before zooming in."""
_SPACING = 60.0
_GOLDEN_ANGLE = 2.399963229728653

Numbers: TypeAlias = npt.NDArray[np.intp]


def with_layout(graph: Graph) -> Graph:
    """`graph` with the columns `x` and `y` of its nodes. Where it has the column `community`, it begins from these."""
    n = len(graph.nodes)
    ends = np.sort(graph.ends(), axis=0)
    links = scipy.sparse.coo_array((np.ones(ends.shape[1]), tuple(ends)), (n, n)).tocsr().tocoo()  # each pair once
    edges = np.stack(links.coords, axis=1).astype(np.intp)
    known = "community" in graph.nodes.column_names
    community = graph.nodes["community"].to_numpy() if known else np.zeros(n, np.intp)
    others = max(_FEWEST_OTHERS, _PAIRS_A_ROUND // max(n, 1))
    rounds = min(_MOST_ROUNDS, max(_FEWEST_ROUNDS, _WORK // (n * min(n, others) + len(edges) + 1)))
    parts = _parts(n, edges)
    shapes = [_lay_out(inner, community[part], others, rounds) * _SPACING for part, inner in parts]
    if n <= _MOST_DISCS:
        radius = radii(np.bincount(np.concatenate(graph.ends()), minlength=n))
        shapes = [moved_apart(shape, radius[part]) for shape, (part, _) in zip(shapes, parts, strict=True)]
    points = np.zeros(n, complex)
    for (part, _), shape in zip(parts, _set_side_by_side(shapes), strict=True):
        points[part] = shape
    return graph.with_nodes(x=points.real.round(2), y=points.imag.round(2))


def _parts(n: int, edges: Numbers) -> list[tuple[Numbers, Numbers]]:
    """The nodes of every part that no edge joins to another, with its edges by their places among them.

    The largest part goes first; nodes without edges are one part, the last.
    """
    part = _joined(n, edges)
    alone = np.bincount(part, minlength=n)[part] == 1
    part[alone] = n
    _, first, part, size = np.unique(part, return_index=True, return_inverse=True, return_counts=True)
    order = np.lexsort((first, -size, alone[first]))
    part = np.argsort(order)[part]
    members = np.argsort(part, kind="stable")
    begins = np.append(0, np.cumsum(size[order]))
    place = np.empty(n, np.intp)
    place[members] = np.arange(n) - begins[part[members]]
    of_edges = part[edges[:, 0]]
    inner = place[edges[np.argsort(of_edges, kind="stable")]]
    ends = np.append(0, np.cumsum(np.bincount(of_edges, minlength=len(size))))
    return [(members[begins[k] : begins[k + 1]], inner[ends[k] : ends[k + 1]]) for k in range(len(size))]


def _joined(n: int, edges: Numbers) -> Numbers:
    """For every node the smallest that it is joined to, over any number of edges.

    Small numbers spread along the edges and along what they have found. scipy's own takes 0.2 s to load.
    """
    least, before = np.arange(n), np.full(n, -1)
    while not np.array_equal(least, before):
        before = least.copy()
        smaller = least[edges].min(axis=1)
        for end in edges.T:
            np.minimum.at(least, before[end], smaller)
        least = least[least]
    return least


def _lay_out(edges: Numbers, community: Numbers, others: int, rounds: int) -> Points:
    """Positions of one part, about one node per unit of area; in each round a node looks at so many `others`."""
    n, (source, target) = len(community), edges.T
    degree = np.bincount(edges.ravel(), minlength=n)
    points = _side_by_side(community, degree)
    if not len(edges):
        return points * 2
    mass = np.sqrt(1.0 + degree)
    size = min(n - 1, others)
    scale = mass / mass.mean() * (n / size)
    random = np.random.default_rng(0)
    for heat in np.linspace(min(sqrt(n) / 4, _HOTTEST), 0.02, rounds):
        steps = np.arange(1, n) if size == n - 1 else random.integers(1, n, size)
        along = points[target] - points[source]
        pull = along * np.abs(along)
        move = _pushes(points, mass, steps) * scale + sum_by(source, pull, n) - sum_by(target, pull, n)
        length = np.abs(move) + 1e-9
        points = points + move / length * np.minimum(length, heat)
    return points


def _pushes(points: Points, mass: npt.NDArray[np.float64], steps: Numbers) -> Points:
    """How hard every node is pushed away by those that stand so many `steps` behind it in the order of the nodes.

    All nodes look at others equally far off: rows of neighbours in memory, eight times as fast as others at random.
    """
    n = len(points)
    total = np.zeros(n, complex)
    for some in np.array_split(steps, max(1, n * len(steps) // _PAIRS_AT_ONCE)):
        others = (np.arange(n) + some[:, None]) % n
        away = points - points[others]
        total += (away * (mass[others] / (away.real**2 + away.imag**2 + 0.05))).sum(axis=0)
    return total


def _side_by_side(community: Numbers, degree: Numbers) -> Points:
    """Communities on a spiral, the largest in the middle; the members of each on a spiral too, hubs in the middle."""
    _, group, size = np.unique(community, return_inverse=True, return_counts=True)
    group = np.argsort(np.argsort(-size, kind="stable"))[group]
    size = np.sort(size)[::-1]
    begins = np.cumsum(size) - size
    order = np.lexsort((-degree, group))
    rank = np.empty(len(order), np.intp)
    rank[order] = np.arange(len(order)) - begins[group[order]]
    middles = np.sqrt(begins + size / 2) * np.exp(1j * np.arange(len(size)) * _GOLDEN_ANGLE)
    middles[:1] = 0
    points: Points = (1.4 * middles[group] + np.sqrt(rank) * np.exp(1j * rank * _GOLDEN_ANGLE)) / 2
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
