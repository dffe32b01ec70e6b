"""Nodes as the discs that viewers draw: how large they are, and how they are moved until few lie over each other."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Points: TypeAlias = npt.NDArray[np.complex128]
Floats: TypeAlias = npt.NDArray[np.float64]
Numbers: TypeAlias = npt.NDArray[np.intp]

_SMALLEST, _GROWTH = 8.0, 5.0
_ROUNDS, _LOOK = 36, 6
"""Nodes are moved so often; who is near whom is looked up every sixth time."""


def radii(degree: npt.NDArray[np.integer]) -> Floats:
    """The radius of nodes by the number of their edges: the area grows with it."""
    radius: Floats = (_SMALLEST + _GROWTH * np.sqrt(degree)).round(2)
    return radius


def moved_apart(points: Points, radius: Floats) -> Points:
    """`points`, those whose discs overlap moved away from each other, step by step; few still do.

    A point of the plane is a complex number.
    """
    for count in range(_ROUNDS):
        if count % _LOOK == 0:
            one, other = _near(points, 2 * radius.max(initial=0))
        between = points[other] - points[one]
        length = np.abs(between) + 1e-9
        overlap = np.maximum(radius[one] + radius[other] - length, 0)
        if not overlap.any():
            break
        step = between / length * overlap / 2
        points = points + sum_by(other, step, len(points)) - sum_by(one, step, len(points))
    return points


def _near(points: Points, reach: float) -> tuple[Numbers, Numbers]:
    """All pairs of points that lie within `reach` of each other from left to right, and from top to bottom.

    In the order from left to right those in reach are the next ones. scipy has trees for it, but takes 0.2 s to load.
    """
    n = len(points)
    order = np.argsort(points.real, kind="stable")
    x, y = points.real[order], points.imag[order]
    size = np.searchsorted(x, x + reach, side="right") - np.arange(n) - 1
    left = np.repeat(np.arange(n), size)
    right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(size) - size, size)
    near = np.abs(y[left] - y[right]) <= reach
    return order[left[near]], order[right[near]]


def sum_by(index: Numbers, values: Points, n: int) -> Points:
    """The sum of the values of each of `n` nodes."""
    total: Points = np.bincount(index, values.real, n) + 1j * np.bincount(index, values.imag, n)
    return total
