"""Nodes as the discs that viewers draw: how large they are, and how they are moved until few lie over each other."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Points: TypeAlias = npt.NDArray[np.complex128]
Floats: TypeAlias = npt.NDArray[np.float64]

_SMALLEST, _GROWTH = 8.0, 5.0
_MOST_NODES = 10_000
"""In larger graphs nobody sees a single node before zooming in, and it would take seconds."""
_ROUNDS = 30


def radii(degree: npt.NDArray[np.integer]) -> Floats:
    """The radius of nodes by the number of their edges: the area grows with it."""
    radius: Floats = (_SMALLEST + _GROWTH * np.sqrt(degree)).round(2)
    return radius


def moved_apart(points: Points, radius: Floats) -> Points:
    """`points`, those whose discs overlap moved away from each other, step by step; of large graphs as they are.

    A point of the plane is a complex number.
    """
    n = len(points)
    if not 1 < n <= _MOST_NODES:
        return points
    from scipy.spatial import KDTree  # takes 0.1 s

    for _ in range(_ROUNDS):
        near = KDTree(np.stack([points.real, points.imag], axis=1)).query_pairs(2 * radius.max(), output_type="ndarray")
        one, other = near.T
        between = points[other] - points[one]
        length = np.abs(between) + 1e-9
        overlap = np.maximum(radius[one] + radius[other] - length, 0)
        if not overlap.any():
            break
        step = between / length * overlap / 2
        points = points + sum_by(other, step, n) - sum_by(one, step, n)
    return points


def sum_by(index: npt.NDArray[np.intp], values: Points, n: int) -> Points:
    """The sum of the values of each of `n` nodes."""
    total: Points = np.bincount(index, values.real, n) + 1j * np.bincount(index, values.imag, n)
    return total
