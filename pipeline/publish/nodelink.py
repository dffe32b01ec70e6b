"""The graph as node-link JSON: `networkx.node_link_graph` reads it, and so does d3."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pyarrow as pa

from pipeline.files import replacing
from pipeline.graph import Graph
from pipeline.publish.cells import Column, batches, filled, joined, line, lines, text, within, write
from pipeline.tables.safe import json_quoted

_HEAD = b'{"directed": true, "multigraph": true, "graph": {}, "nodes": [\n'
_NEXT = ",\n"


def write_node_link(graph: Graph, path: Path) -> None:
    """Write `graph` to `path`: nodes and edges with all that is known of them; the key of an edge is its kind."""
    nodes, edges = batches(graph, json_quoted)
    with replacing(path) as unfinished, unfinished.open("wb") as file:
        file.write(_HEAD)
        names = list(filled(graph.nodes, frozenset({"id"})))
        for number, rows in enumerate(nodes):
            _write(file, lines(_NEXT, '{"id": ', _text(rows["id"]), *_values(rows, names), "}"), number)
        file.write(b'\n], "edges": [\n')
        names = list(filled(graph.edges, frozenset({"id", "source", "target"})))
        for number, rows in enumerate(edges):
            own = ('{"key": ', _text(rows["kind"]), ', "id": ', _text(rows["id"]))
            ends = (', "source": ', rows["source"], ', "target": ', rows["target"])
            _write(file, lines(_NEXT, *own, *ends, *_values(rows, names), "}"), number)
        file.write(b"\n]}\n")


def _values(rows: pa.RecordBatch, names: list[str]) -> Iterator[str | Column]:
    for name in names:
        yield from within(f', "{name}": ', _text(rows[name]), "")


def _text(column: Column) -> Column:
    return text(column, json_quoted, lambda lists: line("[", joined(lists, ", ", json_quoted), "]"))


def _write(file: IO[bytes], rows: Column, batch: int) -> None:
    """Write rows, the very first of all without the comma before it."""
    write(file, rows, 0 if batch else len(_NEXT))
