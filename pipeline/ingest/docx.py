"""Word documents → lines, by their XML: paragraphs, tables, automatic numbers and footnotes in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.ingest.archive import Archive
from pipeline.ingest.cleaning import raised
from pipeline.ingest.docx_parts import BOX, FALLBACK, HIDDEN, NOTES, PARAGRAPH, POSITION, SIGNS, Notes, Parts, parts_of
from pipeline.ingest.encodings.rewriting import Rewriting, may_be_old
from pipeline.ingest.flow import reading, table_lines, words_of
from pipeline.ingest.lines import NOTE_CLOSE, NOTE_OPEN, Reading
from pipeline.ingest.numbering import Numbering, W, first

_TABLE, _RUN, _TEXT = f"{W}tbl", f"{W}r", f"{W}t"
_PROPERTIES, _VALUE = f"{W}rPr", f"{W}val"
_OFF = (None, "0", "false", "off")
_SKIPPED = {
    f"{W}{name}"
    for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")
} | {FALLBACK}


@dataclass(slots=True)
class _Story:
    """What is being read: the parts, the notes that may be met, those met but not yet set, and boxes of text."""

    parts: Parts
    notes: Notes
    numbering: Numbering
    rewriting: Rewriting
    met: int = 0
    pending: list[tuple[str, etree._Element]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


def read_docx(data: bytes) -> Reading:
    """The lines of a DOCX. Raises CorruptInput, UnsafeInput, BombInput, EncryptedInput or TooLarge."""
    archive = Archive(data)
    archive.refuse_remote_parts()
    parts = parts_of(archive)

    def read(rewriting: Rewriting) -> Iterator[str]:
        return _blocks(parts.body, _Story(parts, parts.notes, Numbering(parts.lists, parts.styles), rewriting))

    return reading("docx", read)


def _blocks(parent: etree._Element, story: _Story) -> Iterator[str]:
    """The texts of the paragraphs and tables below `parent`; an empty paragraph is an empty text."""
    for child in parent:
        if child.tag == PARAGRAPH:
            yield from _paragraph(child, story)
            if story.boxes:
                yield from _boxes(story)
            if story.pending:
                yield from _note_texts(story)
        elif child.tag == _TABLE:
            yield from _table(child, story)
            yield from _note_texts(story)
        elif child.tag not in _SKIPPED:
            yield from _blocks(child, story)


def _paragraph(paragraph: etree._Element, story: _Story) -> list[str]:
    """The lines of a paragraph: a forced line break parts them, the automatic number stands before the first."""
    mark = story.numbering.mark(paragraph) if paragraph in story.parts.numbered else ""
    text = "".join((_runs if paragraph in story.parts.odd else _plain_texts)(paragraph, story))
    lines = story.rewriting.line(text).split("\n")
    if mark and text.strip():
        lines[0] = mark + lines[0].lstrip()
    return lines


def _plain_texts(paragraph: etree._Element, story: _Story) -> list[str]:
    """The words of a paragraph that holds nothing else: as `_runs` has them, in a third of its time."""
    if story.parts.fonts.old:
        return [_in_font(words_of(words.text), words, story) for words in paragraph.iter(_TEXT)]
    return [words_of("".join([words.text or "" for words in paragraph.iter(_TEXT)]))]


def _runs(parent: etree._Element, story: _Story) -> list[str]:
    texts = []
    for child in parent:
        tag = child.tag
        if tag == _RUN:
            texts.append(_run(child, story))
        elif tag == BOX:
            story.boxes.append(child)
        elif tag not in _SKIPPED and isinstance(tag, str):
            texts += _runs(child, story)
    return texts


def _run(run: etree._Element, story: _Story) -> str:
    if story.parts.hides and _property(run, HIDDEN) not in _OFF:
        return ""
    text = _in_font("".join(_pieces(run, story)), run, story)
    return raised(text) if text.strip().isdigit() and _property(run, POSITION) == "superscript" else text


def _in_font(text: str, element: etree._Element, story: _Story) -> str:
    """`text`, of a run or a part of it, in Unicode."""
    if not (story.parts.fonts.old and may_be_old(text)):
        return text
    run = element if element.tag == _RUN else next(element.iterancestors(_RUN), element)
    return story.rewriting.run(text, story.parts.fonts.of(run))


def _pieces(run: etree._Element, story: _Story) -> list[str]:
    pieces = []
    for child in run:
        tag = child.tag
        if tag == _TEXT:
            pieces.append(words_of(child.text))
        elif tag in SIGNS:
            pieces.append(SIGNS[tag])
        elif tag in NOTES:
            pieces.append(_note_mark(NOTES[tag], child.get(f"{W}id", ""), story))
        elif tag not in _SKIPPED and isinstance(tag, str):
            pieces += _runs(child, story)
    return pieces


def _property(run: etree._Element, name: str) -> str | None:
    """The value of the property `name` of `run`, empty where it has none; None where the run has no such property."""
    properties = first(run, _PROPERTIES)
    element = first(properties, name) if properties is not None else None
    return element.get(_VALUE, "") if element is not None else None


def _note_mark(kind: str, note_id: str, story: _Story) -> str:
    note = story.notes.get((kind, note_id))
    if note is None:
        return ""
    story.met += 1
    mark = f"{NOTE_OPEN}{story.met}{NOTE_CLOSE}"
    story.pending.append((mark, note))
    return mark


def _note_texts(story: _Story) -> Iterator[str]:
    """The contents of the notes met since the last call, each behind its mark."""
    while story.pending:
        mark, note = story.pending.pop(0)
        text = " ".join(" ".join(_blocks(note, replace(story, notes={}, pending=[], boxes=[]))).split())
        if text:
            yield f"{mark} {text}"


def _boxes(story: _Story) -> Iterator[str]:
    while story.boxes:
        yield from _blocks(story.boxes.pop(0), story)


def _table(table: etree._Element, story: _Story) -> list[str]:
    rows = [[list(_blocks(cell, story)) for cell in _children(row, "tc")] for row in _children(table, "tr")]
    return table_lines(rows)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, through the wrappers that may stand between."""
    tag = f"{W}{name}"
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _SKIPPED and isinstance(child.tag, str):
            yield from _children(child, name)
