"""Graph → its two tables, with the headers of Gephi's own import."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from pipeline.graph import Attributes, Graph, edges_in_order, nodes_in_order
from pipeline.publish.periods import timeset
from pipeline.tables import columns
from pipeline.tables.make import make_table

Row = tuple[Any, ...]


def graph_tables(graph: Graph) -> dict[str, pa.Table]:
    """`nodes` and `edges`, by their ids."""
    return {
        "nodes": make_table(columns.NODES, _node_rows(graph)),
        "edges": make_table(columns.EDGES, _edge_rows(graph)),
    }


def _node_rows(graph: Graph) -> list[Row]:
    return [
        (node, data.get("label"), timeset(data), *map(data.get, columns.NODES.names[3:]))
        for node, data in nodes_in_order(graph)
    ]


def _edge_rows(graph: Graph) -> list[Row]:
    return [
        (*_edge_head(source, target, data), *map(data.get, columns.EDGES.names[7:]))
        for source, target, _, data in edges_in_order(graph)
    ]


def _edge_head(source: str, target: str, data: Attributes) -> Row:
    """The columns that Gephi's import knows."""
    return source, target, "Directed", data["id"], data.get("label"), data["weight"], timeset(data)
