"""The edges: what a document says is a claim, claims of the same source, target and kind are one edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from pipeline.graph import Attributes
from pipeline.graph.labels import kind_label
from pipeline.graph.nodes import BODY, province_id, province_of, year
from pipeline.model import MAIN, Assignment, Extraction

ISSUED_BY = "issued_by"
BELONGS_TO = "belongs_to"
COORDINATES = "coordinates_with"
CITES = "cites:"
ASSIGNS = "assigns:"

MOST_CLAUSES = 100
"""So many clauses are listed on an edge; `n_clauses` counts them all."""
MOST_PARTNERS = 50
"""So many bodies of a clause, on each side, are paired: a clause that names thousands must not give millions."""


class Claim(NamedTuple):
    """One reason for an edge. `clause` says where it stands, `date` when it was said."""

    source: str
    target: str
    kind: str
    date: str | None = None
    clause: str | None = None


@dataclass(slots=True)
class Evidence:
    """All claims behind one edge."""

    weight: int = 0
    first: str | None = None
    last: str | None = None
    clauses: set[str] = field(default_factory=set)

    def add(self, claim: Claim) -> None:
        """Count one more."""
        self.weight += 1
        if claim.clause:
            self.clauses.add(claim.clause)
        if claim.date:
            self.first = min(self.first or claim.date, claim.date)
            self.last = max(self.last or claim.date, claim.date)


def claims_of(doc_id: str, extraction: Extraction) -> Iterator[Claim]:
    """Everything that one document claims: citations, assignments, bodies that work together."""
    date = extraction.head.date
    for citation in extraction.citations:
        if citation.target_id:
            place = clause_reference(doc_id, citation.part, citation.clause)
            yield Claim(doc_id, citation.target_id, CITES + citation.relation, date, place)
    for assignment in extraction.assignments:
        if assignment.body_id:
            place = clause_reference(doc_id, assignment.part, assignment.clause)
            yield Claim(doc_id, assignment.body_id, ASSIGNS + assignment.role, date, place)
    for place, leaders, partners in _teams(doc_id, extraction.assignments):
        for leader, partner in product(leaders[:MOST_PARTNERS], partners[:MOST_PARTNERS]):
            yield Claim(leader, partner, COORDINATES, date, place)


def claims_about(nodes: Mapping[str, Attributes]) -> Iterator[Claim]:
    """What follows from the nodes alone: who issued a document, which province a body belongs to."""
    for node, attributes in nodes.items():
        if issuer := attributes.get("issuer_id"):
            yield Claim(node, issuer, ISSUED_BY, attributes.get("date"))
        if attributes["type"] == BODY and (slug := province_of(node)):
            yield Claim(node, province_id(slug), BELONGS_TO)


def weigh(claims: Iterable[Claim]) -> dict[tuple[str, str, str], Evidence]:
    """Claims summed per source, target and kind, sorted by them; a node's claim on itself is dropped."""
    edges: dict[tuple[str, str, str], Evidence] = {}
    for claim in claims:
        if claim.source != claim.target:
            edges.setdefault(claim[:3], Evidence()).add(claim)
    return dict(sorted(edges.items()))


def edge_attributes(kind: str, evidence: Evidence, source: Attributes, target: Attributes) -> Attributes:
    """The attributes of an edge; `forward` where a document cites one that is later than itself."""
    found: Attributes = {
        "label": kind_label(kind),
        "kind": kind,
        "family": kind.partition(":")[0],
        "weight": evidence.weight,
        "forward": kind.startswith(CITES) and _is_later(target.get("date"), source.get("date")),
        "n_clauses": len(evidence.clauses),
        "clauses": tuple(sorted(evidence.clauses)[:MOST_CLAUSES]),
    }
    if evidence.first and evidence.last:
        found |= {"first_date": evidence.first, "last_date": evidence.last}
        found |= {"first_year": year(evidence.first), "last_year": year(evidence.last)}
    return found


def clause_reference(doc_id: str, part: str, clause: str) -> str:
    """A clause of a document in one string.

    >>> clause_reference("/akn/vn/x", "main", "3/b"), clause_reference("/akn/vn/x", "annex-1", "I")
    ('/akn/vn/x#3/b', '/akn/vn/x#annex-1:I')
    """
    return f"{doc_id}#{clause}" if part == MAIN else f"{doc_id}#{part}:{clause}"


def _teams(doc_id: str, assignments: Iterable[Assignment]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Per clause: its place, the bodies that answer for it, the bodies told to work with them; each once."""
    teams: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for each in assignments:
        if each.body_id and each.role in ("lead", "responsible", "coordinate"):
            team = teams.setdefault(clause_reference(doc_id, each.part, each.clause), ({}, {}))
            team[each.role == "coordinate"][each.body_id] = None
    for place, (leaders, partners) in teams.items():
        yield place, list(leaders), list(partners)


def _is_later(target: str | None, source: str | None) -> bool:
    """Whether one date is surely after the other, compared as far as both go."""
    if not target or not source:
        return False
    known = min(len(target), len(source))
    return target[:known] > source[:known]
