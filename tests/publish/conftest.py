from __future__ import annotations

import pyarrow as pa
import pytest

from pipeline.graph import Graph
from pipeline.graph.build import finished, gather
from pipeline.graph.claims import plain, together
from pipeline.graph.edges import weigh
from tests.generate import generate
from tests.graph.make import make_nodes

LABEL = "Sở <A> & \"B\" ]]> 'C' \\ | [x, y]\n\tđ"
"""What a label may hold; XML must give it back letter for letter."""


@pytest.fixture(scope="session")
def large() -> Graph:
    """A graph of more than 5,000 nodes, and three times as many edges."""
    graph = finished(gather(generate(670)).graph())
    assert len(graph.nodes) >= 5000
    return graph


@pytest.fixture
def hostile() -> Graph:
    """A graph with everything that breaks graph files, and three parallel edges."""
    nodes = make_nodes(
        [
            {"id": "a", "label": LABEL, "type": "document", "year": 2021, "in_corpus": True, "date": "2021"},
            {"id": "b\x0b", "label": "x\x00y\ufffez", "type": None, "name": "pid"},
            {"id": "c", "label": None, "sources": [LABEL, "b", ""], "type": "\r\n<new>"},
            {"id": "d", "label": "", "sources": []},
        ]
    )
    many = [("c", "a", "2021")] * 12345
    said = [plain("cites", [("a", "c", "2021"), ("a", "c", "2021-05")]), plain("amends", [("a", "c", None)])]
    graph = Graph(nodes, weigh(together([*said, plain("cites", many)]), nodes))
    edges, names = graph.edges, graph.edges.column_names
    edges = edges.set_column(names.index("clauses"), "clauses", pa.array([[LABEL, "-1"], [], ["1/a"]]))
    edges = edges.set_column(names.index("pages"), "pages", pa.array([[7, 0], [], [2]], pa.list_(pa.int32())))
    return finished(Graph(nodes, edges))
