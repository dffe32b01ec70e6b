"""What the documents say, one claim a row: the reasons for the edges, each with its date, clause and page.

document → document   cites:<relation>       document → body      assigns:<role>, issued_by
body → body           coordinates_with       body → province      belongs_to
body → body, province → province             succeeds: the later one → the one whose place it has taken
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph.arrays import codes_in, ranked, taken
from pipeline.model import MAIN

ISSUED_BY = "issued_by"
BELONGS_TO = "belongs_to"
COORDINATES = "coordinates_with"
SUCCEEDS = "succeeds"
CITES = "cites:"
ASSIGNS = "assigns:"

MOST_PARTNERS = 50
"""So many bodies of a clause, on each side, are paired: a clause that names thousands must not give millions."""

_TEXT = pa.dictionary(pa.int32(), pa.string())
SCHEMA = pa.schema([(name, _TEXT) for name in ("source", "target", "kind", "date", "clause")] + [("page", pa.int32())])


def citing(documents: pa.Table, citations: pa.Table) -> pa.Table:
    """Documents and what they cite."""
    kinds = _prefixed(CITES, citations["relation"])
    return _said(documents, citations, citations["target_id"], kinds)


def assigning(documents: pa.Table, assignments: pa.Table) -> pa.Table:
    """Documents and the bodies they call on."""
    kinds = _prefixed(ASSIGNS, assignments["role"])
    return _said(documents, assignments, assignments["body_id"], kinds)


def working_together(documents: pa.Table, assignments: pa.Table) -> pa.Table:
    """Bodies that answer for a clause, and those told to work with them; each pair once a clause."""
    place = _references(assignments)
    leaders = _members(assignments, place, ("lead", "responsible"))
    partners = _members(assignments, place, ("coordinate",))
    pairs = leaders.join(partners, "place", join_type="inner", right_suffix="_partner", use_threads=False)
    pairs = pairs.sort_by([("row", "ascending"), ("row_partner", "ascending")])
    rows = assignments.take(pairs["row"])
    partner = assignments["body_id"].take(pairs["row_partner"])
    kinds = pa.chunked_array([pa.repeat(COORDINATES, len(rows))])
    return _said(documents, rows, partner, kinds, source="body_id")


def plain(kind: str, triples: Iterable[tuple[str, str, str | None]]) -> pa.Table:
    """Claims that no clause makes: source, target, date."""
    sources, targets, dates = zip(*triples, strict=True) if (triples := list(triples)) else ((), (), ())
    columns = {"source": sources, "target": targets, "kind": [kind] * len(sources), "date": dates}
    return _table({name: pa.array(values, pa.string()) for name, values in columns.items()})


def together(parts: Iterable[pa.Table]) -> pa.Table:
    """Several tables of claims as one."""
    return pa.concat_tables(parts).unify_dictionaries().combine_chunks()


def _said(
    documents: pa.Table, rows: pa.Table, target: pa.ChunkedArray, kind: pa.ChunkedArray, source: str = "doc_id"
) -> pa.Table:
    """What documents say: a claim for each of `rows`; its date is that of its document."""
    dates = documents["date"].combine_chunks().cast(pa.string())
    date = taken(dates, codes_in(rows["doc_id"], documents["doc_id"].combine_chunks()))
    ends = {"source": rows[source], "target": target}
    return _table(ends | {"kind": kind, "date": date, "clause": _references(rows), "page": rows["page"]})


def _table(columns: dict[str, pa.Array | pa.ChunkedArray]) -> pa.Table:
    """Claims with these columns; one that lacks an end is left out."""
    n = len(columns["source"])
    found = pa.table([_as(columns.get(field.name, pa.nulls(n, field.type)), field) for field in SCHEMA], SCHEMA)
    return found.filter(pc.and_(found["source"].is_valid(), found["target"].is_valid()))


def _as(column: pa.ChunkedArray | pa.Array, field: pa.Field) -> pa.ChunkedArray | pa.Array:
    if pa.types.is_dictionary(field.type) and not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    return column.cast(field.type)


def _prefixed(prefix: str, column: pa.ChunkedArray) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(prefix, column.cast(pa.string()), "")


def _references(rows: pa.Table) -> pa.ChunkedArray:
    """The clause of every row in one string: `doc_id#3/b`, in an annex `doc_id#annex-1:I`."""
    part, clause = rows["part"].cast(pa.string()), rows["clause"].cast(pa.string())
    place = pc.if_else(pc.equal(part, MAIN), clause, pc.binary_join_element_wise(part, clause, ":"))
    return pc.binary_join_element_wise(rows["doc_id"].cast(pa.string()), place, "#")


def _members(assignments: pa.Table, references: pa.ChunkedArray, roles: tuple[str, ...]) -> pa.Table:
    """Rows with one of `roles`, each body once a clause, the first `MOST_PARTNERS` of each; and their clauses."""
    place, _ = ranked(references)
    body, bodies = ranked(assignments["body_id"])
    meant = pc.is_in(assignments["role"].cast(pa.string()), pa.array(roles)).to_numpy() & (body >= 0)
    rows = np.flatnonzero(meant)
    _, first = np.unique(place[rows].astype(np.int64) * max(len(bodies), 1) + body[rows], return_index=True)
    rows = rows[np.sort(first)]
    rows = rows[np.argsort(place[rows], kind="stable")]
    _, start, size = np.unique(place[rows], return_index=True, return_counts=True)
    rows = rows[np.arange(len(rows)) - np.repeat(start, size) < MOST_PARTNERS]
    return pa.table({"place": place[rows], "row": rows})
