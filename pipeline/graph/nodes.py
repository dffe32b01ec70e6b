"""The nodes: documents of the corpus, documents that are only cited, bodies, provinces; what is not known is null."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.gazetteers.load import Body, Province, bodies
from pipeline.gazetteers.places import province_2025, provinces_by_slug
from pipeline.graph import Attributes
from pipeline.graph.arrays import Codes, codes_in, distinct, mapped
from pipeline.graph.labels import document_label, document_name
from pipeline.link.bodies import MERGER
from pipeline.link.ids import DocumentId
from pipeline.link.successors import province_today, successor_ids

DOCUMENT = "document"
CITED = "cited"
BODY = "body"
PROVINCE = "province"
PROVINCE_ID = "province:"

_LIST = pa.list_(pa.string())
SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("id", "label", "type", "doc_type", "number", "name", "title", "date")]
    + [("year", pa.int32())]
    + [(name, pa.string()) for name in ("issuer", "issuer_id", "province", "province_2025")]
    + [("in_corpus", pa.bool_()), ("sources", _LIST)]
    + [(name, pa.string()) for name in ("body_kind", "branch", "level", "valid_from", "valid_to")]
    + [("successors", _LIST)]
)
_MENTIONED = ("doc_type", "number", "name", "date", "issuer", "issuer_id")


def document_nodes(documents: pa.Table) -> pa.Table:
    """The documents of the corpus; `documents` has one row per `doc_id` and a column `sources`."""
    names = map(document_name, *(documents[name].to_pylist() for name in ("number", "symbol", "title")))
    known = ("doc_type", "number", "title", "date", "issuer", "issuer_id", "province", "sources")
    columns: dict[str, pa.Array | pa.ChunkedArray] = {name: documents[name] for name in known}
    return _table(columns | {"id": documents["doc_id"]}, DOCUMENT, names, in_corpus=True)


def cited_nodes(citations: pa.Table, known: pa.Array) -> pa.Table:
    """The documents that are cited and not among the ids `known`, put together from their mentions.

    What an earlier mention tells, stands; a date that none tells is that of the identity.
    """
    ids = distinct(citations["target_id"])
    ids = ids.filter(pc.invert(pc.is_in(ids, known)))
    target = codes_in(citations["target_id"], ids)
    columns: dict[str, pa.Array] = {name: _first(target, citations[name], len(ids)) for name in _MENTIONED}
    identities = [_identity(target) for target in ids.to_pylist()]
    columns["date"] = pc.coalesce(columns["date"], pa.array([each and each.date for each in identities], pa.string()))
    columns["province"] = pa.array([each and _jurisdiction(each) for each in identities], pa.string())
    names = pc.coalesce(columns["number"], columns["name"]).to_pylist()
    return _table(columns | {"id": ids}, CITED, names, in_corpus=False)


def body_nodes(names: Mapping[str, str]) -> pa.Table:
    """Bodies by id, each with the name that the documents give it."""
    rows = [{"id": body, "in_corpus": None, **body_node(body, name)} for body, name in names.items()]
    return pa.Table.from_pylist(rows, SCHEMA)


def province_nodes(slugs: Iterable[str]) -> pa.Table:
    """Provinces of the gazetteer by slug."""
    return pa.Table.from_pylist([{"id": province_id(slug), **province_node(slug)} for slug in slugs], SCHEMA)


def body_node(body_id: str, name: str) -> Attributes:
    """A body; the catalogue's name goes before `name`, which is how the documents call it."""
    code, _, slug = body_id.partition("@")
    entry, province = _catalogue().get(code), provinces_by_slug().get(slug)
    label = entry.name if entry else name
    if province:
        label = f"{_of_its_kind(label, province)} ({province.name})"
    return _known(
        label=label,
        type=BODY,
        body_kind=entry and entry.kind,
        branch=entry and entry.branch,
        level=entry and entry.level,
        valid_from=entry and entry.valid_from,
        valid_to=entry and entry.valid_to,
        successors=successor_ids(body_id) or None,
        province=province and province.name,
        province_2025=province and province.name_2025,
    )


def province_node(slug: str) -> Attributes:
    """A province of the gazetteer, by its slug."""
    province = provinces_by_slug()[slug]
    today = province_today(slug)
    return _known(
        label=f"{province.type.capitalize()} {province.name}",
        type=PROVINCE,
        province=province.name,
        province_2025=province.name_2025,
        successors=(province_id(today),) if today != slug else None,
    )


def province_of(body_id: str) -> str | None:
    """The slug of the province in the id of a body, where it is one of the gazetteer.

    >>> province_of("P-SNV@hung-yen"), province_of("C-CP")
    ('hung-yen', None)
    """
    slug = body_id.partition("@")[2]
    return slug if slug in provinces_by_slug() else None


def province_id(slug: str) -> str:
    """The id of a province's node."""
    return PROVINCE_ID + slug


def succession(nodes: pa.Table) -> Iterator[tuple[str, str, str]]:
    """Successor, predecessor and the day of each body and province among `nodes` whose place others have taken."""
    gone = nodes.filter(nodes["successors"].is_valid()).select(["id", "successors", "valid_to"])
    for row in gone.to_pylist():
        for heir in row["successors"]:
            yield heir, row["id"], row["valid_to"] or MERGER


def year(date: str) -> int:
    """The year of an ISO date."""
    return int(date[:4])


def _table(
    columns: dict[str, pa.Array | pa.ChunkedArray], kind: str, names: Iterable[str | None], *, in_corpus: bool
) -> pa.Table:
    """Documents from the columns that are known of them and what people call them."""
    said = (columns[name].to_pylist() for name in ("doc_type", "issuer", "date"))
    labels = [document_label(doc_type, name, *origin) for name, doc_type, *origin in zip(names, *said, strict=True)]
    n = len(labels)
    columns |= {
        "label": pa.array(labels, pa.string()),
        "type": pa.repeat(kind, n),
        "in_corpus": pa.repeat(in_corpus, n),
        "year": mapped(columns["date"], year, pa.int32()),
        "province_2025": mapped(columns["province"], province_2025),
    }
    return pa.table([_plain(columns.get(field.name, pa.nulls(n, field.type)), field) for field in SCHEMA], SCHEMA)


def _plain(column: pa.Array | pa.ChunkedArray, field: pa.Field) -> pa.Array | pa.ChunkedArray:
    return column if column.type == field.type else column.cast(field.type)


def _first(target: Codes, column: pa.ChunkedArray, n: int) -> pa.Array:
    """For each of `n` targets the first value of the column that is not null."""
    told = np.flatnonzero(column.is_valid().to_numpy() & (target >= 0))
    found, first = np.unique(target[told], return_index=True)
    rows = np.full(n, -1)
    rows[found] = told[first]
    return column.combine_chunks().take(pa.array(rows, mask=rows < 0)).cast(pa.string())


def _of_its_kind(name: str, province: Province) -> str:
    """The catalogue speaks of the `tỉnh` and its `Tỉnh ủy`; in Hà Nội that is the `thành phố` and its `Thành ủy`."""
    if province.type == "tỉnh":
        return name
    return f"{name} ".replace(" tỉnh ", f" {province.type} ").replace("Tỉnh ủy", "Thành ủy").rstrip()


def _known(**fields: object) -> Attributes:
    return {name: value for name, value in fields.items() if value is not None}


def _identity(target_id: str) -> DocumentId | None:
    try:
        return DocumentId.parse(target_id)
    except ValueError:
        return None


def _jurisdiction(identity: DocumentId) -> str | None:
    """The name of the province in the identity of a document."""
    province = provinces_by_slug().get(identity.jurisdiction.partition("-")[2])
    return province.name if province else None


@cache
def _catalogue() -> dict[str, Body]:
    return {body.id: body for body in bodies()}
