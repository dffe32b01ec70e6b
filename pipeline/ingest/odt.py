"""OpenDocument text → lines, by its XML: paragraphs, lists with their numbers, tables and footnotes (ODF 1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.errors import CorruptInput, EncryptedInput, UnsafeInput
from pipeline.ingest.archive import Archive
from pipeline.ingest.cleaning import raised
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.flow import GAP, Cell, reading, table_lines, words_of
from pipeline.ingest.lines import Reading
from pipeline.ingest.odt_styles import OFFICE, TABLE, TEXT, Counters, OdtLists, OdtStyles, read_lists, read_styles

_SKIPPED = {f"{TEXT}{name}" for name in ("tracked-changes", "table-of-content", "page-number", "page-count")} | {
    f"{OFFICE}annotation",
    f"{OFFICE}forms",
}
_XLINK = "{http://www.w3.org/1999/xlink}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_SPACES = 100


@dataclass(slots=True)
class _Story:
    """What is being read: styles, lists, how letters are rewritten; notes and boxes met and not yet set."""

    styles: OdtStyles
    lists: OdtLists
    rewriting: Rewriting
    notes: int = 0
    pending: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Item:
    """The list that a paragraph stands in: style, depth, how far it has counted; whether a mark is due."""

    style: str
    depth: int
    counters: Counters
    due: bool = True


def read_odt(data: bytes) -> Reading:
    """The lines of an ODT. Raises CorruptInput, UnsafeInput, BombInput, EncryptedInput, EncodingInput or TooLarge."""
    archive = Archive(data)
    _refuse_encrypted(archive)
    content = archive.part("content.xml")
    body = content.find(f"{OFFICE}body/{OFFICE}text") if content is not None else None
    if content is None or body is None:
        raise CorruptInput("no text in content.xml")
    _refuse_remote(content)
    roots = [root for root in (archive.part("styles.xml"), content) if root is not None]

    def read(rewriting: Rewriting) -> Iterator[str]:
        return _blocks(body, _Story(read_styles(roots), read_lists(roots), rewriting))

    return reading("odt", read)


def _refuse_encrypted(archive: Archive) -> None:
    manifest = archive.part("META-INF/manifest.xml")
    if manifest is not None and manifest.find(f".//{_MANIFEST}encryption-data") is not None:
        raise EncryptedInput("an OpenDocument file protected with a password")


def _refuse_remote(content: etree._Element) -> None:
    """Sections that another file holds."""
    for source in content.iter(f"{TEXT}section-source"):
        if target := source.get(f"{_XLINK}href"):
            raise UnsafeInput(f"a section of content.xml points to {target[:80]}")


def _blocks(parent: etree._Element, story: _Story, item: _Item | None = None) -> Iterator[str]:
    """The texts of the paragraphs, lists and tables below `parent`; an empty paragraph is an empty text."""
    for child in parent:
        if child.tag in (f"{TEXT}p", f"{TEXT}h"):
            yield from _paragraph(child, story, item)
            item = replace(item, due=False) if item else None  # only the first paragraph of an item bears its mark
        elif child.tag == f"{TEXT}list":
            yield from _list(child, story, item)
        elif child.tag == f"{TABLE}table":
            yield from _table(child, story)
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield from _blocks(child, story, item)


def _list(element: etree._Element, story: _Story, outer: _Item | None) -> Iterator[str]:
    item = _begun(element, story.lists, outer)
    for child in element:
        if child.tag == f"{TEXT}list-item":
            story.lists.start_at(item.counters, item.depth, child.get(f"{TEXT}start-value"))
            yield from _blocks(child, story, item)
        elif child.tag == f"{TEXT}list-header":
            yield from _blocks(child, story, replace(item, due=False))


def _begun(element: etree._Element, lists: OdtLists, outer: _Item | None) -> _Item:
    """The list that begins with `element`: inside another, or one that goes on, or anew."""
    style = element.get(f"{TEXT}style-name", "")
    goes_on = element.get(f"{TEXT}continue-numbering") == "true"
    if outer is not None:
        if not goes_on:
            lists.restart(outer.counters, outer.depth + 1)
        return _Item(style or outer.style, outer.depth + 1, outer.counters)
    counters = lists.counters(style, element.get(_ID), element.get(f"{TEXT}continue-list"), goes_on)
    return _Item(style, 1, counters)


def _paragraph(paragraph: etree._Element, story: _Story, item: _Item | None) -> Iterator[str]:
    """The lines of a paragraph behind its automatic number; then its boxes and footnotes."""
    font = story.styles.font(paragraph.get(f"{TEXT}style-name"), None)
    text = story.rewriting.line("".join(_pieces(paragraph, story, font)))
    mark = ""
    if text.strip():
        if item is not None and item.due:
            mark = story.lists.mark(item.style, item.depth, item.counters)
        elif item is None and paragraph.tag == f"{TEXT}h":
            mark = story.lists.heading_mark(paragraph.get(f"{TEXT}outline-level", "1"))
    lines = text.split("\n")
    yield mark + (lines[0].lstrip() if mark else lines[0])
    yield from lines[1:]
    while story.boxes:
        yield from _blocks(story.boxes.pop(0), story)
    notes, story.pending = story.pending, []
    yield from notes


def _pieces(parent: etree._Element, story: _Story, font: str | None) -> Iterator[str]:
    yield _words(parent.text, story, font)
    for child in parent:
        yield from _piece(child, story, font)
        yield _words(child.tail, story, font)


def _piece(child: etree._Element, story: _Story, font: str | None) -> Iterator[str]:
    tag = child.tag
    if tag == f"{TEXT}s":
        yield " " * min(_MOST_SPACES, _number(child.get(f"{TEXT}c"), 1))
    elif tag == f"{TEXT}tab":
        yield GAP
    elif tag == f"{TEXT}line-break":
        yield "\n"
    elif tag == f"{TEXT}note":
        yield _note(child, story)
    elif isinstance(tag, str) and tag.endswith("}text-box"):
        story.boxes.append(child)
    elif tag not in _SKIPPED and isinstance(tag, str):
        style = child.get(f"{TEXT}style-name") if tag == f"{TEXT}span" else None
        if not story.styles.hides(style):
            yield from _pieces(child, story, story.styles.font(style, font))


def _words(text: str | None, story: _Story, font: str | None) -> str:
    return story.rewriting.run(_BLANKS.sub(" ", words_of(text)), font) if text else ""


def _note(note: etree._Element, story: _Story) -> str:
    """The mark of a footnote; its words wait for the end of the paragraph."""
    body = note.find(f"{TEXT}note-body")
    inner = replace(story, pending=[], boxes=[])
    text = " ".join(" ".join(_blocks(body, inner)).split()) if body is not None else ""
    if not text:
        return ""
    story.notes += 1
    story.pending.append(f"{raised(str(story.notes))} {text}")
    return raised(str(story.notes))


def _table(table: etree._Element, story: _Story) -> list[str]:
    rows = [list(_cells(row, story)) for row in table.iter(f"{TABLE}table-row") if _owner(row) is table]
    return table_lines(rows)


def _cells(row: etree._Element, story: _Story) -> Iterator[Cell]:
    for cell in row.iterchildren(f"{TABLE}table-cell"):
        yield list(_blocks(cell, story))


def _owner(row: etree._Element) -> etree._Element | None:
    """The innermost table that a row is part of."""
    return next(row.iterancestors(f"{TABLE}table"), None)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else default
