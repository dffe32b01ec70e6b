"""What the documents say, one claim a row: the reasons for the edges, each with its date, clause and page.

document → document   cites:<relation>       document → body      assigns:<role>, issued_by
body → body           coordinates_with       body → province      belongs_to
body → body, province → province             succeeds: the later one → the one whose place it has taken
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph.arrays import ABSENT, codes_in, encoded, numbers, renamed, taken
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
SCHEMA = pa.schema(
    [(name, _TEXT) for name in ("source", "target", "kind", "date", "document", "place")] + [("page", pa.int32())]
)
"""A claim of `document`, which is of `date`, that stands in its clause `place` on `page`; all three may be null."""


def citing(documents: pa.Table, citations: pa.Table) -> pa.Table:
    """Documents and what they cite."""
    kind = renamed(citations["relation"], lambda relation: CITES + relation)
    return _said(documents, citations, source=citations["doc_id"], target=citations["target_id"], kind=kind)


def assigning(documents: pa.Table, assignments: pa.Table) -> pa.Table:
    """Documents and the bodies they call on."""
    kind = renamed(assignments["role"], lambda role: ASSIGNS + role)
    return _said(documents, assignments, source=assignments["doc_id"], target=assignments["body_id"], kind=kind)


def working_together(documents: pa.Table, assignments: pa.Table) -> pa.Table:
    """Bodies that answer for a clause, and those told to work with them; each pair once a clause."""
    leaders = _members(assignments, ("lead", "responsible"))
    partners = _members(assignments, ("coordinate",))
    pairs = leaders.join(partners, "clause", join_type="inner", right_suffix="_partner", use_threads=False)
    pairs = pairs.sort_by([("row", "ascending"), ("row_partner", "ascending")])
    rows = assignments.take(pairs["row"])
    partner = assignments["body_id"].take(pairs["row_partner"])
    return _said(documents, rows, source=rows["body_id"], target=partner, kind=_all(COORDINATES, len(rows)))


def plain(kind: str, triples: Iterable[tuple[str, str | None, str | None]]) -> pa.Table:
    """Claims that no clause makes: source, target, date."""
    rows = [(source, target, kind, date) for source, target, date in triples]
    columns = zip(*rows, strict=True) if rows else [()] * 4
    text = (pa.array(values, pa.string()) for values in columns)
    return _table(dict(zip(("source", "target", "kind", "date"), text, strict=True)))


def together(parts: Iterable[pa.Table]) -> pa.Table:
    """Several tables of claims as one."""
    return pa.concat_tables(parts).unify_dictionaries().combine_chunks()


def _said(documents: pa.Table, rows: pa.Table, **columns: pa.Array | pa.ChunkedArray) -> pa.Table:
    """What documents say: a claim for each of `rows`; its date is that of its document."""
    document = encoded(rows["doc_id"])
    date = encoded(documents["date"])
    known = codes_in(document, documents["doc_id"].combine_chunks())
    columns |= {"document": document, "place": _places(rows), "page": rows["page"]}
    return _table(columns | {"date": pa.DictionaryArray.from_arrays(taken(date.indices, known), date.dictionary)})


def _table(columns: Mapping[str, pa.Array | pa.ChunkedArray]) -> pa.Table:
    """Claims with these columns; one that lacks an end is left out."""
    n = len(columns["source"])
    given = [columns[field.name] if field.name in columns else pa.nulls(n, field.type) for field in SCHEMA]
    found = pa.table([encoded(column) if pa.types.is_string(column.type) else column for column in given], SCHEMA.names)
    return found.filter(pc.and_(found["source"].is_valid(), found["target"].is_valid())).cast(SCHEMA)


def _all(value: str, n: int) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(np.zeros(n, np.int32), [value])


def _places(rows: pa.Table) -> pa.DictionaryArray:
    """The clause of every row: `3/b`, in an annex `annex-1:I`."""
    part, clause = encoded(rows["part"]), encoded(rows["clause"])
    parts, clauses = part.dictionary.to_pylist(), clause.dictionary.to_pylist()
    pair = numbers(part) * len(clauses) + numbers(clause)
    known, place = np.unique(pair, return_inverse=True)
    named = ((parts[each // len(clauses)], clauses[each % len(clauses)]) for each in known.tolist())
    names = [clause if part == MAIN else f"{part}:{clause}" for part, clause in named]
    return pa.DictionaryArray.from_arrays(place.astype(np.int32), pa.array(names, pa.string()))


def _members(assignments: pa.Table, roles: tuple[str, ...]) -> pa.Table:
    """Rows with one of `roles`, each body once a clause, the first `MOST_PARTNERS` of each; and their clauses."""
    place, body = encoded(_places(assignments)), encoded(assignments["body_id"])
    clause = numbers(encoded(assignments["doc_id"])) * len(place.dictionary) + numbers(place)
    rows = np.flatnonzero((codes_in(assignments["role"], pa.array(roles)) != ABSENT) & (numbers(body) != ABSENT))
    _, first = np.unique(clause[rows] * len(body.dictionary) + numbers(body)[rows], return_index=True)
    rows = rows[np.sort(first)]
    rows = rows[np.argsort(clause[rows], kind="stable")]
    _, start, size = np.unique(clause[rows], return_index=True, return_counts=True)
    rows = rows[np.arange(len(rows)) - np.repeat(start, size) < MOST_PARTNERS]
    return pa.table({"clause": clause[rows], "row": rows})
