"""The facts that only `publish` needs: what our relations are called elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table


@dataclass(frozen=True, slots=True)
class EliRelation:
    """A relation of citations and the property of the European Legislation Identifier's ontology that says it."""

    relation: str
    property: str


@cache
def eli_properties() -> dict[str, str]:
    """Relation → property; `changes` is the one that covers replacement, `related_to` says least."""
    return {row.relation: row.property for row in read_table("eli_relations", EliRelation)}
