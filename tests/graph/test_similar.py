from __future__ import annotations

from itertools import combinations, product

import pyarrow as pa
import pytest

from pipeline.graph import similar
from pipeline.graph.similar import similar_documents
from tests.graph.make import make_graph

CITES = [*product("ab", "xyz"), *product("c", "yz"), ("d", "w")]


def pairs(table: pa.Table) -> list[tuple[str, str, int, float]]:
    return [(row["source"], row["target"], row["shared"], row["cosine"]) for row in table.to_pylist()]


@pytest.mark.parametrize("block", [similar._BLOCK, 1, 2])
def test_pairs_that_share_most_go_first(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "_BLOCK", block)
    found = similar_documents(make_graph(CITES + [("a", "x")] * 5))
    assert pairs(found["coupling"]) == [("a", "b", 3, 1.0), ("a", "c", 2, 0.816497), ("b", "c", 2, 0.816497)]
    assert pairs(found["cocitation"]) == [("y", "z", 3, 1.0), ("x", "y", 2, 0.816497), ("x", "z", 2, 0.816497)]


def test_what_all_have_in_common_tells_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "MOST_SHARING", 2)
    assert pairs(similar_documents(make_graph(CITES))["coupling"]) == []


def test_only_the_closest_pairs_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "MOST_PAIRS", 2)
    monkeypatch.setattr(similar, "_BLOCK", 1)
    assert [pair[:2] for pair in pairs(similar_documents(make_graph(CITES))["coupling"])] == [("a", "b"), ("a", "c")]


def test_other_edges_do_not_count() -> None:
    graph = make_graph([(one, other) for one, other in combinations("abcd", 2)], kind="assigns:lead")
    assert {name: len(table) for name, table in similar_documents(graph).items()} == {"cocitation": 0, "coupling": 0}
