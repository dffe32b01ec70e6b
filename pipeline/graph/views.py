"""Parts of the graph that answer one question each; every one is measured and laid out on its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import networkx as nx

from pipeline.graph import Attributes, Graph
from pipeline.graph.build import finished
from pipeline.graph.edges import BELONGS_TO, COORDINATES
from pipeline.graph.nodes import DOCUMENT

Edge = tuple[str, str, str, Attributes]


def citations_view(graph: Graph) -> Graph:
    """Which document rests on which: all documents of the corpus, and what they cite."""
    documents = [node for node, data in graph.nodes(data=True) if data["type"] == DOCUMENT]
    return _view(graph, documents, _edges(graph, {"cites"}))


def responsibility_view(graph: Graph) -> Graph:
    """Who has to do what: documents, the bodies they call on, who works with whom, and where."""
    calls = _edges(graph, {"assigns", COORDINATES})
    called = {target for _, target, *_ in calls}
    return _view(graph, (), calls + [edge for edge in _edges(graph, {BELONGS_TO}) if edge[0] in called])


def _edges(graph: Graph, families: Collection[str]) -> list[Edge]:
    return [edge for edge in graph.edges(keys=True, data=True) if edge[3]["family"] in families]


def _view(graph: Graph, nodes: Iterable[str], edges: Collection[Edge]) -> Graph:
    """A new graph of `edges`, their ends and `nodes`, in the order of `graph`."""
    kept = {*nodes, *(node for edge in edges for node in edge[:2])}
    view: Graph = nx.MultiDiGraph()
    view.add_nodes_from((node, dict(data)) for node, data in graph.nodes(data=True) if node in kept)
    for source, target, kind, data in edges:
        view.add_edge(source, target, key=kind, **data)
    return finished(view)
