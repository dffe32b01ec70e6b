"""The graph as GraphML. The names x, y, z, r, g, b, size, label and weight mean to Gephi what they mean here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pyarrow as pa

from pipeline.files import replacing
from pipeline.graph import Graph
from pipeline.graph.arrays import mapped
from pipeline.publish.appearance import node_colour, node_sizes
from pipeline.publish.cells import Column, batches, filled, joined, lines, text, within, write
from pipeline.tables.safe import xml_escaped
from pipeline.tables.store import LIST_SEPARATOR

_HEAD = """<?xml version="1.0" encoding="utf-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
_ENDS = frozenset({"id", "source", "target"})


def write_graphml(graph: Graph, path: Path) -> None:
    """Write `graph` to `path`. GraphML has no lists: they are joined with ` | `."""
    looks: dict[str, pa.DataType] = dict.fromkeys("rgb", pa.int64()) | {"size": pa.float64()}
    of_nodes, of_edges = filled(graph.nodes, _ENDS) | looks, filled(graph.edges, _ENDS)
    nodes, edges = batches(graph, xml_escaped)
    with replacing(path) as unfinished, unfinished.open("wb") as file:
        file.write((_HEAD + _declared("node", of_nodes) + _declared("edge", of_edges)).encode())
        file.write(b'<graph edgedefault="directed">\n')
        for rows in map(_with_looks, nodes):
            head = ('<node id="', _text(rows["id"]), '">')
            write(file, lines(*head, *_values("node", rows, of_nodes), "</node>\n"))
        for rows in edges:
            ends = ('" source="', rows["source"], '" target="', rows["target"], '">')
            write(file, lines('<edge id="', rows["id"], *ends, *_values("edge", rows, of_edges), "</edge>\n"))
        file.write(b"</graph>\n</graphml>\n")


def _declared(owner: str, kinds: Mapping[str, pa.DataType]) -> str:
    return "".join(
        f'<key id="{owner}-{name}" for="{owner}" attr.name="{name}" attr.type="{_kind(kind)}"/>\n'
        for name, kind in kinds.items()
    )


def _kind(kind: pa.DataType) -> str:
    if pa.types.is_boolean(kind):
        return "boolean"
    return "long" if pa.types.is_integer(kind) else "double" if pa.types.is_floating(kind) else "string"


def _with_looks(rows: pa.RecordBatch) -> pa.RecordBatch:
    looks = {name: mapped(rows["type"], partial(_channel, at), pa.int64()) for at, name in enumerate("rgb")}
    columns = {name: rows[name] for name in rows.schema.names}
    return pa.RecordBatch.from_pydict(columns | looks | {"size": node_sizes(rows)})


def _channel(at: int, kind: str) -> int:
    return node_colour(kind)[at]


def _values(owner: str, rows: pa.RecordBatch, names: Iterable[str]) -> Iterator[str | Column]:
    for name in names:
        yield from within(f'<data key="{owner}-{name}">', _text(rows[name]), "</data>")


def _text(column: Column) -> Column:
    return text(column, xml_escaped, partial(joined, separator=LIST_SEPARATOR, form=xml_escaped))
