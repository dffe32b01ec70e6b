"""Everything of an Akoma Ntoso document that is text: preface, preamble, clauses, conclusions."""

from __future__ import annotations

import re
from bisect import bisect_right

from lxml import etree

from pipeline.model import CLOSING, PREAMBLE, Clause, Extraction
from pipeline.publish.akn.elements import add, element_of
from pipeline.publish.akn.marks import find_marks
from pipeline.publish.akn.parts import Part
from pipeline.tables.safe import xml_safe

_LINE = re.compile(r"\S(?:[^\n]*\S)?")
_NO_ID = re.compile(r"[^\w]+")

Place = tuple[str, str]
"""The part and the path of a clause."""


class Body:
    """Writes the parts of one document; `ids` gathers the eIds of its clauses by part and path."""

    def __init__(self, extraction: Extraction) -> None:
        self.text = extraction.document.text
        self.marks = find_marks(extraction)
        self.ids: dict[Place, str] = {}
        self._ends = [mark.end for mark in self.marks]
        self._given: set[str] = set()

    def fill(self, doc: etree._Element, part: Part) -> None:
        """Add all of `part` to `doc`, in the order of the text. Without a clause all of it is main body."""
        preamble, closing, numbered = part.unmarked(PREAMBLE), part.unmarked(CLOSING), part.numbered
        opening = part.clauses[0].start if part.clauses else part.start
        ending = part.clauses[-1].end if part.clauses else part.end
        self._section(doc, "preface", part.start, opening)
        if preamble and numbered:
            name = self._name(part, preamble, part.prefix, "preamble")
            self._section(doc, "preamble", preamble.start, preamble.end, name)
        main = add(doc, "mainBody")
        if numbered:
            self._clauses(main, part)
        else:
            self._paragraphs(main, opening, ending)
        if closing:
            name = self._name(part, closing, part.prefix, "closing")
            last = add(main, "hcontainer", name="closing", eId=name)
            self._paragraphs(add(last, "content"), closing.start, closing.end)
        if not len(main):
            add(main, "p")
        self._section(doc, "conclusions", ending, part.end)

    def _clauses(self, main: etree._Element, part: Part) -> None:
        """The tree of clauses; each follows its parent, as `find_clauses` gives them."""
        made: dict[str | None, etree._Element] = {None: main}
        parents = {clause.parent for clause in part.numbered}
        for clause in part.numbered:
            tag, prefix = element_of(clause.marker or "")
            above = self.ids.get((part.name, clause.parent or ""), part.prefix)
            number = _NO_ID.sub("-", clause.path.rsplit("/", 1)[-1].rsplit(" ", 1)[-1].lower()).strip("-")
            name = self._name(part, clause, above, f"{prefix}_{number}")
            made[clause.path] = element = add(made.get(clause.parent, main), tag, eId=name)
            self._clause(element, clause, "intro" if clause.path in parents else "content")

    def _clause(self, element: etree._Element, clause: Clause, inner: str) -> None:
        """Marker, heading and own text."""
        start = clause.text_start
        for mark in _LINE.finditer(self.text, clause.start, start):
            self._inline(add(element, "num"), *mark.span())
        if clause.heading and (line := _LINE.search(self.text, start, clause.end)):
            self._inline(add(element, "heading"), *line.span())
            start = line.end()
        self._section(element, inner, start, clause.end)

    def _section(self, parent: etree._Element, tag: str, start: int, end: int, name: str | None = None) -> None:
        """An element `tag` with the paragraphs of `text[start:end]`; nothing where that is blank."""
        if self.text[start:end].strip():
            self._paragraphs(add(parent, tag, eId=name), start, end)

    def _paragraphs(self, parent: etree._Element, start: int, end: int) -> None:
        for line in _LINE.finditer(self.text, start, end):
            self._inline(add(parent, "p"), *line.span())

    def _inline(self, element: etree._Element, start: int, end: int) -> None:
        """`text[start:end]` with the marks in it; one that goes on in another line is closed and opened again there."""
        last: etree._Element | None = None
        for index in range(bisect_right(self._ends, start), len(self.marks)):
            mark = self.marks[index]
            if mark.start >= end:
                break
            first, stop = max(mark.start, start), min(mark.end, end)
            _append(element, last, self.text[start:first])
            last = add(element, mark.tag, **mark.attributes)
            _append(last, None, self.text[first:stop])
            start = stop
        _append(element, last, self.text[start:end])

    def _name(self, part: Part, clause: Clause, *steps: str | None) -> str:
        """The eId of `clause`: `steps` from the top down, and a number where a sister has the same."""
        wanted = name = "__".join(filter(None, steps))
        count = 1
        while name in self._given:
            count += 1
            name = f"{wanted}-{count}"
        self._given.add(name)
        self.ids[part.name, clause.path] = name
        return name


def _append(element: etree._Element, last: etree._Element | None, text: str) -> None:
    """Add `text` to `element`, behind its last child if there is one."""
    if last is None:
        element.text = xml_safe(text)
    else:
        last.tail = xml_safe(text)
