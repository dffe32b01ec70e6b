"""Linked extractions → the tables of a run: documents, clauses, citations, assignments, issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any

import pyarrow as pa

from pipeline.gazetteers.places import province_2025
from pipeline.model import Assignment, Extraction
from pipeline.tables import columns
from pipeline.tables.rectangles import rectangles
from pipeline.tables.safe import safe_strings, xml_safe

Row = tuple[Any, ...]


def make_tables(extractions: Sequence[Extraction], text_files: Mapping[str, str]) -> dict[str, pa.Table]:
    """All tables by name. Rows go by source, then by their place in the document.

    `text_files`: source → name of the file of its text, as `write_texts` gives it.
    """
    ordered = sorted(extractions, key=lambda each: each.document.source)
    return {
        "documents": make_table(columns.DOCUMENTS, [_document_row(each, text_files) for each in ordered]),
        "clauses": _records(columns.CLAUSES, ordered, lambda each: each.clauses, clause="path"),
        "citations": _records(columns.CITATIONS, ordered, _citations),
        "assignments": _records(columns.ASSIGNMENTS, ordered, assignments_in_order),
        "issues": make_table(columns.ISSUES, [row for each in ordered for row in _issue_rows(each)]),
    }


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


def make_table(schema: pa.Schema, rows: Sequence[Row]) -> pa.Table:
    """A table of rows; every text in it is safe for XML."""
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
