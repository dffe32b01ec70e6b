"""The tables of a run → one graph of documents, bodies and provinces."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph import Graph
from pipeline.graph.arrays import ABSENT, codes_in, encoded, ranked
from pipeline.graph.claims import (
    BELONGS_TO,
    ISSUED_BY,
    SUCCEEDS,
    assigning,
    citing,
    plain,
    together,
    working_together,
)
from pipeline.graph.edges import weigh
from pipeline.graph.layout import with_layout
from pipeline.graph.measure import with_measures
from pipeline.graph.nodes import (
    body_nodes,
    cited_nodes,
    document_nodes,
    province_id,
    province_nodes,
    province_of,
    succession,
)
from pipeline.link.successors import province_today, successor_ids
from pipeline.model import OCR, Extraction
from pipeline.tables.make import make_tables
from pipeline.tables.texts import text_files

if TYPE_CHECKING:
    import networkx as nx

_PLACE = ("source", "doc_id", "clause", "part", "page")
MADE_FROM = {
    "documents": (
        *("source", "doc_id", "method", "doc_type", "number", "symbol", "title", "date"),
        *("issuer", "issuer_id", "province"),
    ),
    "citations": (*_PLACE, "doc_type", "number", "name", "date", "issuer", "issuer_id", "relation", "target_id"),
    "assignments": (*_PLACE, "body", "body_id", "role"),
}
"""The tables that the graph is made from, with the columns that it needs."""
TABLES = tuple(MADE_FROM)


def build_graph(extractions: Sequence[Extraction]) -> nx.MultiDiGraph[str]:
    """The graph of linked extractions, with measures and a layout, for networkx; nodes and edges in sorted order.

    An extraction without `doc_id`, a citation without `target_id` and an assignment without `body_id` give nothing.
    A document read from several inputs is one node and is counted once.
    """
    return finished(graph_of(make_tables(extractions, text_files(extractions)))).to_networkx()


def finished(graph: Graph) -> Graph:
    """`graph`, its nodes measured and laid out."""
    return with_layout(with_measures(graph))


def graph_of(tables: Mapping[str, pa.Table]) -> Graph:
    """The graph of the tables of a run, neither measured nor laid out."""
    return gather(tables).graph()


class Findings(NamedTuple):
    """All nodes, sorted by id, and all claims about them."""

    nodes: pa.Table
    claims: pa.Table

    def graph(self) -> Graph:
        """The graph of them, neither measured nor laid out."""
        return Graph(self.nodes, weigh(self.claims, self.nodes))


def gather(tables: Mapping[str, pa.Table]) -> Findings:
    """What the tables of a run say, as `MADE_FROM` names them."""
    documents = _representatives(tables["documents"].select(MADE_FROM["documents"]))
    citations, assignments = (_of(documents, tables[name], name) for name in ("citations", "assignments"))
    named = document_nodes(documents)
    named = pa.concat_tables([named, cited_nodes(citations, named["id"])])
    names = _names(named, assignments)
    slugs = {slug for slug in map(province_of, names) if slug}
    slugs |= set(map(province_today, slugs))
    nodes = pa.concat_tables([named, body_nodes(names), province_nodes(sorted(slugs))]).sort_by("id")
    claims = (
        citing(documents, citations),
        assigning(documents, assignments),
        working_together(documents, assignments),
        plain(ISSUED_BY, zip(*(named[name].to_pylist() for name in ("id", "issuer_id", "date")), strict=True)),
        plain(BELONGS_TO, ((body, province_id(slug), None) for body in names if (slug := province_of(body)))),
        plain(SUCCEEDS, succession(nodes)),
    )
    return Findings(nodes, together(claims))


def _representatives(documents: pa.Table) -> pa.Table:
    """One row per document, by id: text before OCR, then the first source; without identity, none.

    The column `sources` has all of them.
    """
    known = documents.filter(documents["doc_id"].is_valid())
    known = known.append_column("scan", pc.equal(known["method"], OCR))
    known = known.sort_by([("doc_id", "ascending"), ("scan", "ascending"), ("source", "ascending")])
    ids = known["doc_id"].combine_chunks()
    _, first = np.unique(codes_in(ids, pc.unique(ids)), return_index=True)
    by_source = known.select(["doc_id", "source"]).sort_by([("doc_id", "ascending"), ("source", "ascending")])
    offsets = pa.array(np.append(first, len(known)), pa.int32())
    sources = pa.ListArray.from_arrays(offsets, by_source["source"].combine_chunks())
    return known.take(first).append_column("sources", sources)


def _of(documents: pa.Table, rows: pa.Table, name: str) -> pa.Table:
    """The rows of the inputs that stand for a document; texts as codes, for the same few stand in most rows."""
    columns = {column: rows[column] for column in MADE_FROM[name]}
    texts = {name: encoded(column) for name, column in columns.items() if not pa.types.is_integer(column.type)}
    represented = codes_in(texts["source"], documents["source"].combine_chunks()) != ABSENT
    return pa.table(columns | texts).filter(pa.array(represented))


def _names(documents: pa.Table, assignments: pa.Table) -> dict[str, str]:
    """All bodies by id: how the first to call on it, or to be issued by it, names it; and their successors."""
    names: dict[str, str] = {}
    for table, body, name in ((assignments, "body_id", "body"), (documents, "issuer_id", "issuer")):
        told = table.select([body, name]).filter(table[body].is_valid())
        codes, ids = ranked(told[body])
        _, first = np.unique(codes, return_index=True)
        names = dict(zip(ids.to_pylist(), told[name].take(first).to_pylist(), strict=True)) | names
    named = {body: name or body for body, name in names.items()}
    return {heir: name for body, name in named.items() for heir in successor_ids(body)} | named
