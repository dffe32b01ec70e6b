"""Parts of the graph that answer one question each; every one is measured and laid out on its own."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx

from pipeline.graph import Graph
from pipeline.graph.build import finished
from pipeline.graph.edges import BELONGS_TO, COORDINATES

_CITING = frozenset({"cites"})
_ANSWERING = frozenset({"assigns", COORDINATES, BELONGS_TO})


def citations_view(graph: Graph) -> Graph:
    """Which document rests on which: all documents of the corpus, and what they cite."""
    return _view(graph, _CITING, keep=("document",))


def responsibility_view(graph: Graph) -> Graph:
    """Who has to do what: documents, the bodies they call on, who works with whom, where."""
    return _view(graph, _ANSWERING, keep=())


def _view(graph: Graph, families: Collection[str], keep: Collection[str]) -> Graph:
    """A new graph of the edges of `families` and their nodes, and of all nodes whose type is to keep."""
    edges = [edge for edge in graph.edges(keys=True, data=True) if edge[3]["family"] in families]
    ends = {node for edge in edges for node in edge[:2]}
    view: Graph = nx.MultiDiGraph()
    view.add_nodes_from(
        (node, dict(data)) for node, data in graph.nodes(data=True) if node in ends or data["type"] in keep
    )
    for source, target, kind, data in edges:
        view.add_edge(source, target, key=kind, **data)
    return finished(view)
