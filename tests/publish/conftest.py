from __future__ import annotations

import networkx as nx
import pytest

from pipeline.graph import Graph

LABEL = "Sở <A> & \"B\" ]]> 'C' \\ | [x, y]\n\tđ"
"""What a label may hold; XML must give it back letter for letter."""


@pytest.fixture
def hostile() -> Graph:
    """A graph with everything that breaks graph files, and three parallel edges."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_node(
        "a", label=LABEL, type="document", year=2021, number=1, ratio=float("nan"), forward=True, x=1.5, y=-2.0
    )
    graph.add_node("b\x0b", label="x\x00y\ufffe\ud800z", type=None, ratio=float("inf"), number=2.5, x=float("nan"), y=0)
    graph.add_node("c", names=[LABEL, "b", ""], mixed="text", ratio=float("-inf"), in_degree=16, start="s", pid="p")
    graph.add_node("", names=(), mixed=["p", "q"], ratio=3)
    graph.add_edge("a", "c", key="cites", id="e1", weight=2, kind="cites", first_date="2021", last_date="2021-05")
    graph.add_edge("a", "c", key="amends", id="e2", weight=1, kind="amends", type="x", label=LABEL)
    graph.add_edge("c", "a", key="cites", id="e3", weight=12345678901, kind="cites", clauses=("1/a", "-1"), end=5)
    return graph
