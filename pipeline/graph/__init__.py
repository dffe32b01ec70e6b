"""The fourth room: all extractions → one graph. networkx in, networkx out."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx

Graph: TypeAlias = "nx.MultiDiGraph[str]"
"""Nodes by id; parallel edges by their kind, which is the key."""
