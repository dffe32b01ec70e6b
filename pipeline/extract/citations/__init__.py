"""All citations of a document: found by the grammars, set in their clause, given relation and pinpoint."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.extract.citations.congress import find_congresses
from pipeline.extract.citations.laws import find_fixed, find_laws
from pipeline.extract.citations.leads import find_leads
from pipeline.extract.citations.mentions import Named, name_starts
from pipeline.extract.citations.numbered import Numbered, find_numbered
from pipeline.extract.citations.pinpoints import pinpoint_at
from pipeline.extract.citations.programmes import find_counted, find_short_numbers
from pipeline.extract.citations.relations import (
    MENTIONS,
    NO_RELATION,
    Relation,
    expires,
    lead_relation,
    relation_at,
    sentence_start,
)
from pipeline.extract.citations.schemes import find_schemes
from pipeline.model import MAIN, TITLE, Citation, Clause, Document, Head
from pipeline.spelling import fold

Mention = Numbered | Named


class Spot(NamedTuple):
    """Where a mention stands: path and part of its clause, and the lead-in of the list whose item it opens."""

    clause: str
    part: str
    lead: tuple[int, int] | None = None


Place = Callable[[int], Spot]
# Rules of schemes.py: their names may stand in the title of a numbered document.
_TITLED = ("timed", "family", "quoted", "approved", "titled", "place", "programme")
# "(gọi tắt là Đề án 06)" gives the document just cited its short name.
_ALIAS = re.compile(r"(?:gọi (?:tắt|chung) là|viết tắt là|\()\s*$")
# Behind a citation's last word a mark may follow its closing quote or bracket.
_AT_MARK = 2
_TITLE_VERBS = (" về ", "phê duyệt", "ban hành", "thông qua", "điều chỉnh", "quy định")


def find_citations(document: Document, head: Head, clauses: tuple[Clause, ...]) -> tuple[Citation, ...]:
    """Every mention of another document in the title and the clauses, in text order.

    Reads `document.text`; the document itself ("Chỉ thị này", its own number) is no citation.
    """
    text = _one_line_title(document.text, head)
    folded = fold(text)
    found: list[Citation] = []
    if head.title_span:
        found += _in_zone(document, text, folded, head, head.title_span, lambda _: Spot(TITLE, MAIN))
    place = _placing(text, clauses)
    for zone in _zones(clauses):
        found += _in_zone(document, text, folded, head, zone, place)
    return tuple(found)


def _placing(text: str, clauses: tuple[Clause, ...]) -> Place:
    """Where in `clauses` an offset stands."""
    starts = [clause.start for clause in clauses]
    leads = find_leads(text, clauses)

    def place(offset: int) -> Spot:
        clause = clauses[bisect_right(starts, offset) - 1]
        opens = not text[clause.text_start : offset].strip()
        return Spot(clause.path, clause.part, leads.get((clause.part, clause.path)) if opens else None)

    return place


def _zones(clauses: tuple[Clause, ...]) -> list[tuple[int, int]]:
    """The stretches of text that the clauses share out: the body, each annex."""
    zones: list[tuple[int, int]] = []
    for clause in clauses:
        if zones and zones[-1][1] == clause.start:
            zones[-1] = (zones[-1][0], clause.end)
        else:
            zones.append((clause.start, clause.end))
    return zones


def _one_line_title(text: str, head: Head) -> str:
    """The title's lines are set by hand: read them as one."""
    if head.title_span is None:
        return text
    start, end = head.title_span
    return text[:start] + text[start:end].replace("\n", " ") + text[end:]


def _in_zone(
    document: Document, text: str, folded: str, head: Head, zone: tuple[int, int], place: Place
) -> Iterator[Citation]:
    governed: list[tuple[int, Relation]] = []
    for mention in _mentions(text, folded, zone, head):
        if _is_itself(mention, head):
            continue
        floor = max(zone[0], folded.rfind("\n", 0, mention.start) + 1)
        spot = place(mention.start)
        relation = _relation(document, folded, _anchor(mention), floor, governed)
        if spot.lead and relation == NO_RELATION:
            relation = lead_relation(folded, *spot.lead)
        sentence = sentence_start(folded, mention.start, floor)
        if relation.name == MENTIONS and not _last_before(governed, mention.start, sentence):
            relation = Relation("repeals", "hết hiệu lực") if expires(folded, _tail(mention)) else relation
        nested = relation.nested and governed
        governed.append((_tail(mention), governed[-1][1] if nested else relation))
        yield _citation(document, folded, mention, relation, spot, floor)


def _mentions(text: str, folded: str, zone: tuple[int, int], head: Head) -> list[Mention]:
    """Numbered and named mentions that do not overlap; a number wins, and a title keeps what stands inside it."""
    numbered = find_numbered(text, folded, zone, head)
    starts = [one.start for one in numbered]
    at_names = name_starts(text, folded, zone)
    named = [
        *find_laws(text, folded, zone, at_names),
        *find_fixed(text, folded, zone, at_names),
        *find_congresses(text, folded, zone, at_names, head),
        *find_schemes(text, folded, zone, at_names, head),
        *find_counted(text, folded, zone, at_names),
        *find_short_numbers(text, folded, zone, at_names, head),
    ]
    kept: list[Mention] = list(numbered)
    end = zone[0]
    for one in sorted(named, key=lambda mention: (mention.start, -mention.end)):
        at = bisect_right(starts, one.start)
        before = numbered[at - 1] if at else None
        after = numbered[at] if at < len(numbered) else None
        if one.start < end or (before and one.start < before.end) or (after and after.start < one.end):
            continue
        if before is None or not _in_title(folded, one, before):
            kept.append(one)
            end = one.end
    return sorted(kept, key=lambda mention: mention.start)


def _in_title(folded: str, one: Named, before: Numbered) -> bool:
    """A scheme named inside the title of a document just cited by number is that document (guidelines, section 5)."""
    gap = folded[before.tail : one.start]
    if one.rule == "short":
        return _ALIAS.search(folded, before.tail, one.start) is not None
    if one.rule not in _TITLED or len(gap) > 300 or any(stop in gap for stop in (";", "\n", ". ")):
        return False
    return any(verb in gap for verb in _TITLE_VERBS)


def _is_itself(mention: Mention, head: Head) -> bool:
    return (
        isinstance(mention, Numbered)
        and mention.symbol.number == head.number
        and mention.doc_type == head.doc_type
        and (mention.date is None or head.date is None or mention.date.startswith(head.date))
    )


def _relation(
    document: Document, folded: str, start: int, floor: int, governed: list[tuple[int, Relation]]
) -> Relation:
    """As `relation_at` says; in a footnote without a cue of its own, the relation of the phrase at its mark.

    `governed` holds the ends of the mentions so far, with the relation that governs what they stand in.
    """
    relation = relation_at(folded, start, floor, _last_before(governed, start, floor))
    note = next((note for note in document.footnotes if note.start <= start < note.end), None)
    if note is None or relation.name != MENTIONS:
        return relation
    line = folded.rfind("\n", 0, note.anchor) + 1
    before = _last_before(governed, note.anchor + 1, line)
    if before is not None and note.anchor - before[0] <= _AT_MARK:
        return before[1]
    return relation_at(folded, note.anchor, line, before)


def _last_before(governed: list[tuple[int, Relation]], position: int, floor: int) -> tuple[int, Relation] | None:
    at = bisect_right(governed, position, key=lambda one: one[0]) - 1
    return governed[at] if at >= 0 and governed[at][0] > floor else None


def _anchor(mention: Mention) -> int:
    return mention.anchor if isinstance(mention, Numbered) else mention.start


def _tail(mention: Mention) -> int:
    return mention.tail if isinstance(mention, Numbered) else mention.end


def _citation(
    document: Document, folded: str, mention: Mention, relation: Relation, spot: Spot, floor: int
) -> Citation:
    numbered = isinstance(mention, Numbered)
    return Citation(
        clause=spot.clause,
        text=document.text[mention.start : mention.end],
        doc_type=mention.doc_type,
        number=mention.symbol.number if isinstance(mention, Numbered) else None,
        name=None if isinstance(mention, Numbered) else mention.name,
        date=mention.date,
        issuer=mention.issuer,
        relation=relation.name,
        kind="numbered" if numbered else "named",
        rule=mention.rule,
        start=mention.start,
        end=mention.end,
        page=page_at(document, mention.start),
        cue=relation.cue,
        pinpoint=pinpoint_at(document.text, folded, _anchor(mention), _tail(mention), floor),
        part=spot.part,
    )


def page_at(document: Document, offset: int) -> int:
    """The number of the page that holds `offset`."""
    at = bisect_right([page.start for page in document.pages], offset) - 1
    return document.pages[max(at, 0)].number if document.pages else 1
