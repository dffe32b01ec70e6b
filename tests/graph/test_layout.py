from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from pipeline.graph.layout import with_layout
from tests.graph.make import make_graph


def laid_out(edges: list[tuple[str, str]], nodes: str = "") -> dict[str, tuple[float, float]]:
    table = with_layout(make_graph(edges, nodes)).nodes
    return {row["id"]: (row["x"], row["y"]) for row in table.to_pylist()}


CLIQUES = [*combinations("abcde", 2), *combinations("vwxyz", 2)]


def test_nodes_without_edges_stand_apart() -> None:
    places = laid_out([], "abcdefgh")
    assert min(dist(places[one], places[other]) for one, other in combinations(places, 2)) > 50


@pytest.mark.parametrize("bridge", [[], [("e", "v")]])
def test_what_belongs_together_stands_together(bridge: list[tuple[str, str]]) -> None:
    places = laid_out(CLIQUES + bridge)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(dist(places[one], places[other]) for one, other in pairs) / len(pairs)

    assert mean(CLIQUES) < mean([(one, other) for one in "abcde" for other in "vwxyz"]) / 1.5


def test_parts_do_not_overlap() -> None:
    places = laid_out(CLIQUES)
    left, right = [[places[node] for node in part] for part in ("abcde", "vwxyz")]
    apart = [max(x[axis] for x in left) < min(x[axis] for x in right) for axis in (0, 1)]
    apart += [max(x[axis] for x in right) < min(x[axis] for x in left) for axis in (0, 1)]
    assert any(apart)


def test_the_same_graph_gives_the_same_picture() -> None:
    assert laid_out(CLIQUES) == laid_out(CLIQUES)


def test_a_large_graph_is_sampled_alike_every_time_and_every_node_has_a_place_of_its_own() -> None:
    tree = [(str(n), str(n // 3)) for n in range(1, 1000)]
    places = laid_out(tree)
    assert len(set(places.values())) == 1000
    assert places == laid_out(tree)


def test_two_ways_between_a_pair_do_not_break_it() -> None:
    places = laid_out([("a", "b"), ("b", "a")])
    assert places["a"] != places["b"]
