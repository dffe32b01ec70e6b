"""Graphs of any shape for tests, from their edges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from pipeline.graph import Graph
from pipeline.graph.build import graph_of
from pipeline.graph.claims import plain, together
from pipeline.graph.edges import weigh
from pipeline.graph.nodes import SCHEMA
from pipeline.model import Extraction
from pipeline.tables.make import make_tables
from pipeline.tables.texts import text_files


def graph_from(extractions: Sequence[Extraction]) -> Graph:
    """The graph as the rooms hand it on, neither measured nor laid out."""
    return graph_of(make_tables(extractions, text_files(extractions)))


def make_graph(edges: Iterable[tuple[str, str]], nodes: Iterable[str] = (), kind: str = "cites:mentions") -> Graph:
    """A graph of `edges`, which may repeat, and of `nodes` besides."""
    edges = list(edges)
    ids = sorted({*nodes, *(node for edge in edges for node in edge)})
    table = make_nodes({"id": node} for node in ids)
    return Graph(table, weigh(together([plain(kind, ((*edge, None) for edge in edges))]), table))


def make_nodes(rows: Iterable[dict[str, Any]]) -> pa.Table:
    """Nodes with just these attributes."""
    return pa.Table.from_pylist(list(rows), SCHEMA)
