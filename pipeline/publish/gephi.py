"""nodes and edges as tables, with the headers of Gephi's own import; written a batch at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from pipeline.graph import Graph
from pipeline.publish.cells import batches, plain
from pipeline.publish.periods import timesets
from pipeline.tables import columns
from pipeline.tables.store import write_batches

_NAMES = {name: name.capitalize() for name in ("id", "label", "source", "target", "weight")}


def write_gephi(graph: Graph, out: Path) -> None:
    """Write nodes and edges, by their ids, to the folder `out`, as Parquet and CSV."""
    nodes, edges = gephi_batches(graph)
    write_batches(columns.NODES, nodes, out / "nodes")
    write_batches(columns.EDGES, edges, out / "edges")


def gephi_batches(graph: Graph) -> tuple[Iterator[pa.RecordBatch], Iterator[pa.RecordBatch]]:
    """The rows of `nodes` and of `edges`."""
    nodes, edges = batches(graph, plain)
    return (_for_gephi(rows, columns.NODES) for rows in nodes), (_for_gephi(rows, columns.EDGES) for rows in edges)


def _for_gephi(rows: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    known = {_NAMES.get(name, name): rows[name] for name in rows.schema.names}
    known |= {"Timeset": timesets(rows["start"], rows["end"]), "Type": pa.repeat("Directed", len(rows))}
    return pa.RecordBatch.from_arrays([known[field.name].cast(field.type) for field in schema], schema=schema)
