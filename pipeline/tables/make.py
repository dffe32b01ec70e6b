"""Linked extractions → the tables of a run: documents, clauses, citations, assignments, issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import pyarrow as pa

from pipeline.gazetteers.places import province_2025
from pipeline.model import Extraction
from pipeline.tables import columns
from pipeline.tables.rectangles import rectangles
from pipeline.tables.safe import safe_strings, xml_safe
from pipeline.tables.tasks import assignments_in_order, citations_of, tasks_of, without_deadline

Row = tuple[Any, ...]
Maker = Callable[[Extraction], Callable[[Any], Any]]
"""Of an extraction: a function from one of its records to the value of a column."""

_MADE: dict[str, Maker] = {
    "source": lambda extraction: lambda _: extraction.document.source,
    "doc_id": lambda extraction: lambda _: extraction.doc_id,
    "bbox": lambda extraction: rectangles(extraction.document),
}


def make_tables(extractions: Sequence[Extraction], text_files: Mapping[str, str]) -> dict[str, pa.Table]:
    """All tables by name. Rows go by source, then by their place in the document.

    `text_files`: source → name of the file of its text, as `write_texts` gives it.
    """
    ordered = sorted(extractions, key=lambda each: each.document.source)
    return {
        "documents": make_table(columns.DOCUMENTS, [_document_row(each, text_files) for each in ordered]),
        "clauses": _records(columns.CLAUSES, ordered, lambda each: each.clauses, clause=lambda _: attrgetter("path")),
        "citations": _records(columns.CITATIONS, ordered, _citations),
        "assignments": _records(columns.ASSIGNMENTS, ordered, assignments_in_order, cites=_cites),
        "issues": make_table(columns.ISSUES, [row for each in ordered for row in _issue_rows(each)]),
    }


def _citations(extraction: Extraction) -> list[Any]:
    return sorted(extraction.citations, key=attrgetter("start", "end"))


def _records(
    schema: pa.Schema,
    extractions: Iterable[Extraction],
    records: Callable[[Extraction], Iterable[Any]],
    **made: Maker,
) -> pa.Table:
    """One row per record; a column is the field of its name, or what `made` makes of the record in its extraction.

    Column by column: rows as tuples would cost three times as much.
    """
    found = [(each, tuple(records(each))) for each in extractions]
    flat = [record for _, group in found for record in group]
    of = _MADE | made
    values = (
        [value for each, group in found for value in map(of[column](each), group)]
        if column in of
        else list(map(attrgetter(column), flat))
        for column in schema.names
    )
    return _table(schema, values)


def _cites(extraction: Extraction) -> Callable[[Any], list[str]]:
    """The ids of the documents that the clause of an assignment cites."""
    ids = {
        place: [each.target_id for each in cited if each.target_id] for place, cited in citations_of(extraction).items()
    }
    return lambda assignment: ids.get((assignment.part, assignment.clause), [])


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
    tasks = tasks_of(extraction)
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
        "n_tasks": len(tasks),
        "n_without_deadline": without_deadline(tasks),
        "text_file": text_files[document.source],
    }
    return tuple(known[name] if name in known else getattr(head, name) for name in columns.DOCUMENTS.names)


def _issue_rows(extraction: Extraction) -> list[Row]:
    found = dict.fromkeys((*extraction.document.issues, *extraction.issues))
    read = attrgetter("code", "message", "clause", "start", "end")
    return [(extraction.document.source, *read(issue), extraction.doc_id) for issue in found]
