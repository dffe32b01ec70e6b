"""Extractions and graph → tables, as Parquet (the truth) and CSV (for spreadsheets and Gephi)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from pipeline.files import replacing
from pipeline.graph import Attributes, Graph, edges_in_order, nodes_in_order
from pipeline.graph.places import province_2025
from pipeline.model import Assignment, Extraction
from pipeline.publish import columns
from pipeline.publish.periods import timeset
from pipeline.publish.rectangles import rectangles
from pipeline.publish.safe import neutral_strings, safe_strings, xml_safe

LIST_SEPARATOR = " | "
_BOM = b"\xef\xbb\xbf"

Row = tuple[Any, ...]


def make_tables(extractions: Sequence[Extraction], graph: Graph, text_files: Mapping[str, str]) -> dict[str, pa.Table]:
    """All tables by name. Rows go by source, then by their place in the document; nodes and edges by their ids."""
    ordered = sorted(extractions, key=lambda each: each.document.source)
    return {
        "documents": _rows(columns.DOCUMENTS, [_document_row(each, text_files) for each in ordered]),
        "clauses": _records(columns.CLAUSES, ordered, lambda each: each.clauses, clause="path"),
        "citations": _records(columns.CITATIONS, ordered, _citations),
        "assignments": _records(columns.ASSIGNMENTS, ordered, assignments_in_order),
        "issues": _rows(columns.ISSUES, [row for each in ordered for row in _issue_rows(each)]),
        "nodes": _rows(columns.NODES, _node_rows(graph)),
        "edges": _rows(columns.EDGES, _edge_rows(graph)),
    }


def write_table(table: pa.Table, path: Path) -> None:
    """Write `table` as `path`.parquet and `path`.csv."""
    with replacing(path.with_suffix(".parquet")) as unfinished:
        pa.parquet.write_table(table, unfinished, compression="zstd")
    with replacing(path.with_suffix(".csv")) as unfinished, unfinished.open("wb") as file:
        file.write(_BOM + ",".join(table.column_names).encode() + b"\n")
        pa.csv.write_csv(_for_spreadsheets(table), file, pa.csv.WriteOptions(include_header=False))


def assignments_in_order(extraction: Extraction) -> list[Assignment]:
    """The assignments of a document in the order of its clauses."""
    place = {(clause.part, clause.path): number for number, clause in enumerate(extraction.clauses)}
    return sorted(
        extraction.assignments,
        key=lambda each: (place.get((each.part, each.clause), len(place)), each.start, each.end, each.role),
    )


def _citations(extraction: Extraction) -> list[Any]:
    return sorted(extraction.citations, key=attrgetter("start", "end"))


def _records(
    schema: pa.Schema, extractions: Iterable[Extraction], records: Callable[[Extraction], Iterable[Any]], **names: str
) -> pa.Table:
    """One row per record; its columns are the fields of the same name or the ones that `names` gives, then its place.

    Column by column: rows as tuples would cost three times as much.
    """
    found = [(each, tuple(records(each))) for each in extractions]
    flat = [record for _, group in found for record in group]
    fields = (attrgetter(names.get(column, column)) for column in schema.names[2:-1])
    origins = (attrgetter("document.source"), attrgetter("doc_id"))
    heads = ([origin(each) for each, group in found for _ in group] for origin in origins)
    boxes = [box for each, group in found for box in map(rectangles(each.document), group)]
    return _table(schema, chain(heads, (list(map(field, flat)) for field in fields), [boxes]))


def _rows(schema: pa.Schema, rows: Sequence[Row]) -> pa.Table:
    return _table(schema, zip(*rows, strict=True) if rows else [()] * len(schema))


def _table(schema: pa.Schema, values: Iterable[Sequence[Any]]) -> pa.Table:
    return pa.table([_column(column, field) for column, field in zip(values, schema, strict=True)], schema)


def _column(values: Sequence[Any], field: pa.Field) -> pa.Array:
    if pa.types.is_string(field.type):
        return safe_strings(values)
    if pa.types.is_list(field.type):
        return pa.array([value and [xml_safe(item) for item in value] for value in values], field.type)
    return pa.array(values, field.type, from_pandas=True)  # from_pandas: nan is absent


def _document_row(extraction: Extraction, text_files: Mapping[str, str]) -> Row:
    document, head = extraction.document, extraction.head
    known = {
        "source": document.source,
        "doc_id": extraction.doc_id,
        "province_2025": province_2025(head.province),
        "pages": len(document.pages),
        "method": document.method,
        "ocr_confidence": document.ocr_confidence,
        "quality": document.quality,
        "sha256": document.sha256,
        "n_clauses": len(extraction.clauses),
        "n_citations": len(extraction.citations),
        "n_assignments": len(extraction.assignments),
        "text_file": text_files[document.source],
    }
    return tuple(known[name] if name in known else getattr(head, name) for name in columns.DOCUMENTS.names)


def _issue_rows(extraction: Extraction) -> list[Row]:
    found = dict.fromkeys((*extraction.document.issues, *extraction.issues))
    read = attrgetter("code", "message", "clause", "start", "end")
    return [(extraction.document.source, *read(issue), extraction.doc_id) for issue in found]


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


def _for_spreadsheets(table: pa.Table) -> pa.Table:
    """The same rows as a spreadsheet may see them: lists joined, formulas neutralised, nothing else changed."""
    for index, field in enumerate(table.schema):
        column = table.column(index)
        if pa.types.is_list(field.type):
            column = pc.binary_join(column, LIST_SEPARATOR)
        if pa.types.is_string(column.type) and field.name not in columns.EXACT:
            column = neutral_strings(column)
        table = table.set_column(index, field.name, column)
    return table
