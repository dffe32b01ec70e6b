"""Nodes as the discs that viewers draw: how large they are, and how they are moved until few lie over each other."""

from __future__ import annotations

from itertools import chain
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Points: TypeAlias = npt.NDArray[np.complex128]
Floats: TypeAlias = npt.NDArray[np.float64]
Numbers: TypeAlias = npt.NDArray[np.intp]

_SMALLEST, _GROWTH = 8.0, 5.0
_ROUNDS = 30


def radii(degree: npt.NDArray[np.integer]) -> Floats:
    """The radius of nodes by the number of their edges: the area grows with it."""
    radius: Floats = (_SMALLEST + _GROWTH * np.sqrt(degree)).round(2)
    return radius


def moved_apart(points: Points, radius: Floats) -> Points:
    """`points`, those whose discs overlap moved away from each other, step by step; few still do.

    A point of the plane is a complex number.
    """
    n = len(points)
    for _ in range(_ROUNDS):
        one, other = _near(points, radius)
        between = points[other] - points[one]
        length = np.abs(between) + 1e-9
        overlap = np.maximum(radius[one] + radius[other] - length, 0)
        if not overlap.any():
            break
        step = between / length * overlap / 2
        points = points + sum_by(other, step, n) - sum_by(one, step, n)
    return points


def _near(points: Points, radius: Floats) -> tuple[Numbers, Numbers]:
    """All pairs of discs that may overlap: the larger one, and a smaller or equal one within twice its radius."""
    from scipy.spatial import KDTree  # takes 0.1 s

    places = np.stack([points.real, points.imag], axis=1)
    near = KDTree(places).query_ball_point(places, 2 * radius)
    larger = np.repeat(np.arange(len(points)), [len(found) for found in near])
    smaller = np.fromiter(chain.from_iterable(near), np.intp, len(larger))
    rank = np.empty(len(points), np.intp)
    rank[np.argsort(radius, kind="stable")] = np.arange(len(points))
    kept = rank[smaller] < rank[larger]
    return larger[kept], smaller[kept]


def sum_by(index: Numbers, values: Points, n: int) -> Points:
    """The sum of the values of each of `n` nodes."""
    total: Points = np.bincount(index, values.real, n) + 1j * np.bincount(index, values.imag, n)
    return total
