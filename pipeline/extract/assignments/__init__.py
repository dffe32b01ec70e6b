"""Who must do what, with which role, by when: one row per leaf clause, body and role (guidelines, sections 4 and 5).

A clause with children hands the bodies of its heading down; the order line of the preamble hands its bodies to the
top-level leaves; a leaf's own subject displaces both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pipeline.extract.assignments.deadlines import find_deadline
from pipeline.extract.assignments.duties import (
    NOTHING,
    Scope,
    heading_scope,
    order_scope,
    own_task,
    preamble_duties,
    requests,
    title_scope,
)
from pipeline.extract.assignments.labels import shared_duties
from pipeline.extract.assignments.passage import LEAD, RESPONSIBLE, Duty, Reading
from pipeline.extract.assignments.phrases import begins_task, enacts, is_definition, listed_below
from pipeline.extract.assignments.predicates import any_of, grants
from pipeline.extract.assignments.roles import read_roles
from pipeline.extract.assignments.targets import find_targets
from pipeline.extract.assignments.tasks import heading_above, tasks_of
from pipeline.extract.bodies.canonical import Setting, setting_of
from pipeline.extract.bodies.mending import mend
from pipeline.model import CLOSING, MAIN, PREAMBLE, Assignment, Clause, Document, Head
from pipeline.spelling import fold

DEMAND, OF_HEADINGS = "yêu cầu", {"heading", "subject"}
ASKING_TYPES = ("báo cáo", "tờ trình", "đề án")


@dataclass(frozen=True, slots=True)
class Source:
    """What every step reads: the document, its folded text, its setting, whether it only asks, where pages begin."""

    document: Document
    folded: str
    setting: Setting
    asks: bool
    pages: tuple[int, ...]


def find_assignments(document: Document, head: Head, clauses: tuple[Clause, ...]) -> tuple[Assignment, ...]:
    """The assignments of every part, in text order of the clauses. Never raises; `body_id` is left to link."""
    setting, folded = setting_of(document.text, head), fold(document.text)
    source = Source(
        document,
        mend(folded) if document.is_worn else folded,
        setting,
        (head.doc_type or "") in ASKING_TYPES,
        tuple(page.start for page in document.pages),
    )
    about = title_scope(document.text, source.folded, head, setting)
    parts = groupby(clauses, key=lambda clause: clause.part)
    return tuple(row for _, part in parts for row in _of_part(source, list(part), about))


def _of_part(source: Source, clauses: list[Clause], about: Scope) -> Iterator[Assignment]:
    text, folded, setting = source.document.text, source.folded, source.setting
    parents = {clause.parent for clause in clauses if clause.parent}
    paths = {clause.path: clause for clause in clauses}
    shared = shared_duties(text, folded, clauses, setting)
    defined = set[str]()
    scopes: dict[str, Scope] = {}
    orders = NOTHING
    for clause in clauses:
        parent = clause.parent or ""
        span = folded, clause.text_start, clause.end
        defines = parent in defined or is_definition(*span)
        if defines or (clause.path in parents and listed_below(*span) == "condition"):
            defined.add(clause.path)
        if clause.path in parents and clause.kind not in (PREAMBLE, CLOSING):
            above = scopes.get(parent, about)
            scopes[clause.path] = heading_scope(text, folded, clause, setting, above, source.asks)
            told = own_task(text, folded, clause, setting)
            if told is None or source.asks:
                continue
            clause = told
        if defines:
            continue
        reading = _read(source, clause, bool(scopes.get(parent, NOTHING).duties))
        if clause.kind == PREAMBLE:
            orders = NOTHING if source.asks else order_scope(text, folded, clause, setting)
            alone = len(clauses) == 1 and clause.part == MAIN
            yield from _rows(source, clause, None, preamble_duties(text, clause, orders, reading, alone), [])
        elif clause.kind == CLOSING:
            yield from _rows(source, clause, None, [*reading.subjects, *reading.others], [])
        else:
            above = scopes.get(parent) or (orders if not parent and orders.duties else about)
            above = Scope(duties=shared[clause.path]) if shared.get(clause.path) else above
            if above.duties:
                words = folded[clause.text_start : clause.end]
                above = NOTHING if enacts(words) or grants(words) else above
            if not (above.duties or reading.subjects or reading.others):
                continue
            yield from _rows(source, clause, paths.get(parent), *_leaf(text, folded, clause, reading, above))


def _read(source: Source, clause: Clause, asked: bool) -> Reading:
    """The clause's own duties; a report's only where it, or the heading above, asks for something."""
    where = source.document.text, source.folded, clause.text_start, clause.end
    outside = clause.kind in (PREAMBLE, CLOSING)
    reading = read_roles(*where, source.setting, formal=clause.kind == CLOSING, outside=outside)
    return requests(reading, closing=asked or clause.kind == CLOSING) if source.asks else reading


def _leaf(text: str, folded: str, clause: Clause, reading: Reading, above: Scope) -> tuple[list[Duty], list[Duty]]:
    """The own duties of a leaf and those it inherits; `chủ trì` without subject falls to the inherited subjects.

    Under the heading of a body `Yêu cầu X …` is a task of that body as well, and `phân công nhiệm vụ cho X` is one of
    whoever is told from above. Bodies that are all the clause says (`Địa điểm: Bảo tàng tỉnh.`) are told nothing, save
    by `Rà soát: Sở Y tế.`
    """

    def told(duty: Duty) -> bool:
        start, end = duty.listed or (duty.mention.start, duty.mention.end)
        more = any(letter.isalpha() for letter in text[end : clause.end])
        return more or begins_task(folded[clause.text_start : start])

    subjects = [duty for duty in reading.subjects if duty.rule != "heading" or told(duty)]
    own = [*subjects, *reading.others]
    demands = all(duty.cue == DEMAND for duty in reading.subjects) and {d.rule for d in above.duties} <= OF_HEADINGS
    hands_on = demands or all(any_of("delegates").fullmatch(duty.cue or "") for duty in reading.subjects)
    if reading.subjects and not reading.imperative and not hands_on:
        return own, []
    inherited = [
        duty._replace(role=LEAD) if reading.leads and duty.role == RESPONSIBLE and duty.rule != "direct" else duty
        for duty in above.duties
    ]
    return own, inherited


def _rows(
    source: Source, clause: Clause, parent: Clause | None, own: list[Duty], inherited: list[Duty]
) -> Iterator[Assignment]:
    if not own and not inherited:
        return
    document = source.document
    text, folded = document.text, source.folded
    due = find_deadline(text, folded, clause.text_start, clause.end)
    targets = find_targets(text, folded, clause.text_start, clause.end)
    heading = heading_above(clause, parent, (*own, *inherited))
    task = tasks_of(text, folded, clause, own, bool(inherited), heading)
    for duty, from_above in _distinct(own, inherited):
        mention = duty.mention
        yield Assignment(
            clause=clause.path,
            text=text[mention.start : mention.end],
            body=mention.body,
            office=mention.office,
            role=duty.role,
            inherited=from_above,
            deadline=due.text if due else None,
            deadline_date=due.date if due else None,
            task=task(duty, from_above),
            rule=duty.rule,
            start=mention.start,
            end=mention.end,
            page=_page(source, clause, mention.start),
            cue=duty.cue,
            province=mention.province or source.setting.province,
            part=clause.part,
            targets=tuple(target.text for target in targets),
            target_values=tuple(target.value for target in targets),
        )


def _page(source: Source, clause: Clause, offset: int) -> int:
    index = bisect_right(source.pages, offset) - 1
    return source.document.pages[index].number if index >= 0 else clause.page


def _distinct(own: Iterable[Duty], inherited: Iterable[Duty]) -> Iterator[tuple[Duty, bool]]:
    """Each body, office and role once; who leads is not responsible as well."""
    rows = [*((duty, True) for duty in inherited), *((duty, False) for duty in own)]
    leaders = {(duty.mention.body, duty.mention.office) for duty, _ in rows if duty.role == LEAD}
    seen = set()
    for duty, from_above in rows:
        key = (duty.mention.body, duty.mention.office, duty.role)
        if key in seen or (duty.role == RESPONSIBLE and key[:2] in leaders):
            continue
        seen.add(key)
        yield duty, from_above
