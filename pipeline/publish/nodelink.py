"""The graph as node-link JSON: `networkx.node_link_graph` reads it, and so does d3."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from pipeline.files import replacing
from pipeline.graph import Graph
from pipeline.publish.cells import Column, batches, filled, joined, line, lines, text, within, write
from pipeline.tables.safe import json_quoted

_HEAD = b'{"directed": true, "multigraph": true, "graph": {}, "nodes": [\n'


def write_node_link(graph: Graph, path: Path) -> None:
    """Write `graph` to `path`: nodes and edges with all that is known of them; the key of an edge is its kind."""
    nodes, edges = batches(graph)
    with replacing(path) as unfinished, unfinished.open("wb") as file:
        file.write(_HEAD)
        names = list(filled(graph.nodes, frozenset({"id"})))
        for number, rows in enumerate(nodes):
            write(file, _separated(lines('{"id": ', _text(rows["id"]), *_values(rows, names), "}"), number))
        file.write(b'\n], "edges": [\n')
        names = list(filled(graph.edges, frozenset({"id"})))
        for number, rows in enumerate(edges):
            key = ('{"key": ', _text(rows["kind"]), ', "id": ', _text(rows["id"]))
            write(file, _separated(lines(*key, *_values(rows, names), "}"), number))
        file.write(b"\n]}\n")


def _values(rows: pa.RecordBatch, names: list[str]) -> Iterator[str | Column]:
    for name in names:
        yield from within(f', "{name}": ', _text(rows[name]), "")


def _text(column: Column) -> Column:
    return text(column, json_quoted, lambda lists: line("[", joined(lists, ", ", json_quoted), "]"))


def _separated(rows: Column, batch: int) -> Column:
    """Rows with a comma before each but the very first."""
    first = "" if batch == 0 else ",\n"
    return line(pa.array([first, *[",\n"] * (len(rows) - 1)]), rows)
