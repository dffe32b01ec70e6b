from __future__ import annotations

import numpy as np
import pytest

from pipeline.graph.overlap import moved_apart, radii


def test_the_area_of_a_disc_grows_with_its_edges() -> None:
    none, few, many = radii(np.array([0, 100, 400])).tolist()
    assert none > 0
    assert (many - none) / (few - none) == pytest.approx(2)


def test_discs_that_overlap_are_moved_until_they_touch() -> None:
    left, right, far = moved_apart(np.array([0, 1, 500], complex), np.array([10.0, 20, 30]))
    assert abs(right - left) == pytest.approx(30)
    assert far == 500


def test_a_hub_finds_room_among_many() -> None:
    random = np.random.default_rng(0)
    points = random.normal(size=200) * 300 + 1j * random.normal(size=200) * 300
    radius = np.append(np.full(199, 12.0), 100.0)
    apart = moved_apart(points, radius)
    distance = np.abs(apart[:, None] - apart) + np.diag(np.full(200, np.inf))
    assert (distance > 0.99 * (radius[:, None] + radius)).all()


@pytest.mark.parametrize("n", [0, 1])
def test_nothing_moves_where_there_are_not_two(n: int) -> None:
    assert moved_apart(np.zeros(n, complex), np.ones(n)).tolist() == [0] * n
