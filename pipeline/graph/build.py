"""Extractions → one graph of documents, bodies and provinces.

Node types: `document` (in the corpus), `cited` (only cited), `body`, `province`. Kinds of edges:

    document → document   cites:<relation>       document → body      assigns:<role>, issued_by
    body → body           coordinates_with       body → province      belongs_to
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import networkx as nx

from pipeline.graph import Attributes, Graph
from pipeline.graph.edges import claims_about, claims_of, edge_attributes, weigh
from pipeline.graph.layout import add_layout
from pipeline.graph.measure import add_measures
from pipeline.graph.nodes import (
    body_node,
    cited_node,
    document_node,
    province_id,
    province_node,
    province_of,
    representatives,
)
from pipeline.model import Citation, Extraction


def build_graph(extractions: Sequence[Extraction]) -> Graph:
    """The graph of linked extractions, with measures and a layout; nodes and edges in sorted order.

    An extraction without `doc_id`, a citation without `target_id` and an assignment without `body_id` give nothing.
    A document read from several inputs is one node and is counted once.
    """
    documents = representatives(extractions)
    nodes = _nodes(documents, extractions)
    claims = chain.from_iterable(claims_of(doc_id, extraction) for doc_id, extraction in documents.items())
    edges = weigh(chain(claims, claims_about(nodes)))
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(nodes.items())
    for number, ((source, target, kind), evidence) in enumerate(edges.items(), 1):
        attributes = edge_attributes(kind, evidence, nodes[source], nodes[target])
        graph.add_edge(source, target, key=kind, id=f"e{number}", **attributes)
    return finished(graph)


def finished(graph: Graph) -> Graph:
    """`graph` itself, its nodes measured and laid out."""
    add_measures(graph)
    add_layout(graph)
    return graph


def _nodes(documents: Mapping[str, Extraction], extractions: Iterable[Extraction]) -> dict[str, Attributes]:
    sources: dict[str, list[str]] = defaultdict(list)
    for extraction in extractions:
        if extraction.doc_id:
            sources[extraction.doc_id].append(extraction.document.source)
    nodes = {doc_id: document_node(each.head, sources[doc_id]) for doc_id, each in documents.items()}
    for target, mentions in _mentions(documents.values()).items():
        if target not in nodes:
            nodes[target] = cited_node(target, mentions)
    names: dict[str, str] = {}
    for body_id, name in chain(_assigned(documents.values()), _issuers(nodes.values())):
        names.setdefault(body_id, name)
    slugs = {slug for slug in map(province_of, names) if slug}
    nodes |= {body_id: body_node(body_id, name) for body_id, name in names.items()}
    nodes |= {province_id(slug): province_node(slug) for slug in slugs}
    return dict(sorted(nodes.items()))


def _mentions(extractions: Iterable[Extraction]) -> dict[str, list[Citation]]:
    mentions: dict[str, list[Citation]] = defaultdict(list)
    for extraction in extractions:
        for citation in extraction.citations:
            if citation.target_id:
                mentions[citation.target_id].append(citation)
    return mentions


def _assigned(extractions: Iterable[Extraction]) -> Iterator[tuple[str, str]]:
    for extraction in extractions:
        for assignment in extraction.assignments:
            if assignment.body_id:
                yield assignment.body_id, assignment.body


def _issuers(nodes: Iterable[Attributes]) -> Iterator[tuple[str, str]]:
    for attributes in nodes:
        if issuer := attributes.get("issuer_id"):
            yield issuer, str(attributes.get("issuer", issuer))
