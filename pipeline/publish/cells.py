"""Columns of a graph → the text of a file, batch by batch: time is linear, memory that of a batch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph import Graph
from pipeline.publish.periods import periods

BATCH = 20_000

Column: TypeAlias = pa.Array
Form: TypeAlias = Callable[[Column], Column]


def batches(graph: Graph, escaped: Form) -> tuple[Iterator[pa.RecordBatch], Iterator[pa.RecordBatch]]:
    """Nodes and edges, in their order, a batch at a time, with the columns `start` and `end`.

    The ends of an edge are ids as `escaped` gives them, once for all; its own id is `e` and its number.
    """
    ids = escaped(graph.nodes["id"].combine_chunks())

    def named(edges: pa.RecordBatch) -> pa.RecordBatch:
        ends = {end: ids.take(edges[end]) for end in ("source", "target")}
        columns = {name: ends.get(name, edges[name]) for name in edges.schema.names}
        return pa.RecordBatch.from_pydict(columns | {"id": line("e", edges["id"].cast(pa.string()))})

    nodes, edges = (_with_period(table).to_batches(BATCH) for table in (graph.nodes, graph.edges))
    return iter(nodes), map(named, edges)


def plain(column: Column) -> Column:
    """The column as it is."""
    return column


def filled(table: pa.Table, without: frozenset[str]) -> dict[str, pa.DataType]:
    """The columns that hold a value and are not in `without`, with the types of their values."""
    kinds = {field.name: field.type for field in table.schema if field.name not in without}
    return {
        name: kind.value_type if pa.types.is_dictionary(kind) else kind
        for name, kind in kinds.items()
        if table[name].null_count < len(table)
    }


def line(*parts: str | Column) -> Column:
    """Texts side by side; null where one of them is null."""
    return pc.binary_join_element_wise(*parts, "")


def lines(*parts: str | Column) -> Column:
    """Texts side by side; what is null is left out."""
    return pc.binary_join_element_wise(*parts, "", null_handling="replace", null_replacement="")


def within(before: str, column: Column, after: str) -> tuple[str | Column, ...]:
    """A column of texts between two words, for `lines`; where it is null, the words are left out too."""
    return (line(before, column, after),) if column.null_count else (before, column, after)


def text(column: Column, escaped: Form, listed: Form) -> Column:
    """Every value as text: strings as `escaped`, lists as `listed` gives them, numbers as they are."""
    kind = column.type
    if pa.types.is_dictionary(kind):
        return text(column.dictionary, escaped, listed).take(column.indices)
    if pa.types.is_list(kind):
        return listed(column)
    return escaped(column) if pa.types.is_string(kind) else column.cast(pa.string())


def joined(column: Column, separator: str, form: Form) -> Column:
    """A column of lists as strings: every item, if it is a string, as `form` gives it."""
    items = text(column.flatten(), form, form)
    sizes = pc.fill_null(pc.list_value_length(column), 0)
    offsets = pc.cumulative_sum(pa.concat_arrays([pa.array([0], pa.int32()), sizes]))
    found = pc.binary_join(pa.ListArray.from_arrays(offsets, items), separator)
    return pc.if_else(column.is_valid(), found, None)


def write(file: IO[bytes], rows: Column, skip: int = 0) -> None:
    """Write a column of texts, none of them null, but for the first bytes of all."""
    _, offsets, texts = rows.buffers()
    if texts is not None:
        begin, end = np.frombuffer(offsets, np.int32)[[rows.offset, rows.offset + len(rows)]]
        file.write(memoryview(texts)[begin + skip : end])


def _with_period(table: pa.Table) -> pa.Table:
    start, end = periods(table)
    return table.append_column("start", start).append_column("end", end)
