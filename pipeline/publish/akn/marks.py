"""What is marked inside the running text: parts of the head, cited documents, bodies told to act, the signer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.extract.dates import iso_date
from pipeline.model import Extraction
from pipeline.publish.akn.parts import parts_of

_DATE = re.compile(r"ngày\s[^\n]{1,16}tháng[^\n]{1,12}năm\s\d{4}")


class Mark(NamedTuple):
    """An element round `text[start:end]`."""

    start: int
    end: int
    tag: str
    attributes: dict[str, str]


def find_marks(extraction: Extraction) -> list[Mark]:
    """Marks in text order, none overlapping: where two would, a citation goes before the head, that before a body."""
    taken: list[Mark] = []
    for wanted in (_citations(extraction), _head(extraction), _signer(extraction), _bodies(extraction)):
        taken = sorted([*taken, *_free(sorted(wanted, key=lambda mark: mark[:2]), taken)], key=lambda mark: mark.start)
    return taken


def organization_id(body_id: str) -> str:
    """The eId of a body in the metadata."""
    return f"org_{body_id}"


def _free(wanted: Iterable[Mark], taken: list[Mark]) -> Iterator[Mark]:
    """Those of `wanted` (in text order) that touch none of `taken` (likewise) and none that was given before."""
    place, last = 0, 0
    for mark in wanted:
        while place < len(taken) and taken[place].end <= mark.start:
            place += 1
        clear = place == len(taken) or mark.end <= taken[place].start
        if clear and last <= mark.start < mark.end:
            last = mark.end
            yield mark


def _citations(extraction: Extraction) -> Iterator[Mark]:
    for citation in extraction.citations:
        if citation.target_id:
            yield Mark(citation.start, citation.end, "ref", {"href": citation.target_id})


def _bodies(extraction: Extraction) -> Iterator[Mark]:
    """Bodies where they stand. Their roles stand in the metadata: the schema has no place for them here."""
    spans: dict[tuple[int, int], dict[str, None]] = {}
    for each in extraction.assignments:
        if each.body_id:
            spans.setdefault((each.start, each.end), {})[f"#{organization_id(each.body_id)}"] = None
    for (start, end), bodies in spans.items():
        yield Mark(start, end, "organization", {"refersTo": " ".join(bodies)})


def _head(extraction: Extraction) -> Iterator[Mark]:
    """Type, number, date and title, each where the head first prints it."""
    head, text = extraction.head, extraction.document.text
    main = parts_of(extraction)[0]
    first = main.clauses[0].start if main.clauses else main.end
    if head.title_span:
        yield Mark(*head.title_span, "docTitle", {})
    if head.number and (place := text.find(head.number, 0, first)) >= 0:
        yield Mark(place, place + len(head.number), "docNumber", {})
    if (found := _DATE.search(text, 0, first)) and head.date and iso_date(found[0]) == head.date:
        yield Mark(*found.span(), "docDate", {"date": head.date})
    if head.doc_type and (kind := re.search(rf"(?mi)^{re.escape(head.doc_type)}$", text[:first])):
        yield Mark(*kind.span(), "docType", {})


def _signer(extraction: Extraction) -> Iterator[Mark]:
    """The name below the main part, as a signature."""
    name, main = extraction.head.signer_name, parts_of(extraction)[0]
    below = main.clauses[-1].end if main.clauses else main.start
    if name and (place := extraction.document.text.find(name, below, main.end)) >= 0:
        yield Mark(place, place + len(name), "signature", {"refersTo": "#signer"})
