"""The fourth room: all extractions → one graph. networkx in, networkx out."""

from __future__ import annotations

from typing import Any, TypeAlias

import networkx as nx

Attributes: TypeAlias = dict[str, Any]
Graph: TypeAlias = "nx.MultiDiGraph[str]"
"""Nodes by id; parallel edges by their kind, which is the key."""


def nodes_in_order(graph: Graph) -> list[tuple[str, Attributes]]:
    """Nodes with their attributes, by id."""
    return [(node, graph.nodes[node]) for node in sorted(graph)]


def edges_in_order(graph: Graph) -> list[tuple[str, str, str, Attributes]]:
    """Edges as source, target, key and attributes, sorted by the first three."""
    return sorted(graph.edges(keys=True, data=True), key=lambda edge: (edge[0], edge[1], str(edge[2])))
