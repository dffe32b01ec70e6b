"""What the finders of citations without number hand to `citations`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name: its span, type, the identifying name behind the type word, issuer, printed date."""

    start: int
    end: int
    doc_type: str
    name: str
    issuer: str | None
    rule: str
    date: str | None = None
