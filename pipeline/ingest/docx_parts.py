"""The parts of a Word document that hold its words, parsed without what makes no difference to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pipeline.errors import CorruptInput
from pipeline.ingest.archive import Archive, parsed
from pipeline.ingest.docx_fonts import UNICODE_FONTS, Fonts, may_be_old, read_fonts
from pipeline.ingest.docx_template import lists_of, styles_of
from pipeline.ingest.flow import GAP
from pipeline.ingest.numbering import Lists, NumberedStyles, W

PARAGRAPH, BOX, HIDDEN, POSITION = f"{W}p", f"{W}txbxContent", f"{W}vanish", f"{W}vertAlign"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
SIGNS = {f"{W}tab": GAP, f"{W}ptab": GAP, f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_STOPS = f"{W}tabs"  # of the tabulator: they are called as the sign
_ODD = (*SIGNS, *NOTES, BOX, HIDDEN, POSITION, f"{W}del", f"{W}moveFrom", FALLBACK)
"""What holds words that are no text, or stands for a sign."""

_LOOKS = re.compile(rb"<w:rPr>(?:<(?!w:vanish|w:vertAlign)[^>]*/>)*+</w:rPr>")
"""The properties of a run that only say how it looks: half of the XML."""

_SEAM = re.compile(rb'</w:t></w:r><w:r(?: [^>]*)?><w:t(?: xml:space="preserve")?>')
"""Where a run of text begins behind another."""

_DOCUMENT = "word/document.xml"

Notes = dict[tuple[str, str], etree._Element]
"""Contents of notes by kind and id."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The body of a document, its notes, the fonts of their words, and the lists and styles that number paragraphs.

    `numbered`: the paragraphs that may be so; `odd`: those that hold more than runs of plain text: of the others no
    run needs to be looked at. `hides`: some words may be hidden.
    """

    body: etree._Element
    notes: Notes
    fonts: Fonts
    lists: Lists
    styles: NumberedStyles
    numbered: set[etree._Element]
    odd: set[etree._Element]
    hides: bool


def parts_of(archive: Archive) -> Parts:
    """What `archive` holds. Raises CorruptInput where it has no body, else as `Archive.part`."""
    lists, styles = lists_of(archive), styles_of(archive)
    sources = dict(_sources(archive))
    old = may_be_old(list(sources.values()), styles.fonts)
    document, *others = [parsed(source if old else _merged(source), name) for name, source in sources.items()]
    body = document.find(f"{W}body")
    if body is None:
        raise CorruptInput(f"no body in {_DOCUMENT}")
    notes = {(kind, note.get(f"{W}id", "")): note for part in others for kind, note in _notes(part)}
    parts = (body, *notes.values())
    return Parts(
        body,
        notes,
        read_fonts(parts, styles.fonts) if old else UNICODE_FONTS,
        lists,
        styles.numbered,
        {paragraph for part in parts for paragraph in _numbered(part, styles.numbered)} if lists.bases else set(),
        {paragraph for part in parts for paragraph in _odd(part)},
        any(next(part.iter(HIDDEN), None) is not None for part in parts),
    )


def _sources(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """The XML of the document, then that of the notes it refers to, each with its name."""
    document = archive.content(_DOCUMENT)
    if not document:
        raise CorruptInput(f"no body in {_DOCUMENT}")
    yield _DOCUMENT, document
    for kind in NOTES.values():
        refers = f"{kind}Reference".encode() in document or b"\x00" in document  # the latter: in UTF-16
        notes = archive.content(name := f"word/{kind}s.xml") if refers else None
        if notes:
            yield name, notes


def _merged(source: bytes) -> bytes:
    """The XML with runs that only differ in looks as one. Where old fonts count, they differ in more.

    >>> _merged(b"<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>")
    b'<w:r><w:t>ab</w:t></w:r>'
    """
    source = _LOOKS.sub(b"", source)
    return source if b"<w:vanish" in source or b"superscript" in source else _SEAM.sub(b"", source)


def _notes(part: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for kind in NOTES.values():
        for note in part.iterfind(f"{W}{kind}"):
            yield kind, note


def _odd(part: etree._Element) -> Iterator[etree._Element]:
    for element in part.iter(*_ODD):
        above = element.getparent()
        if above is not None and above.tag != _STOPS:
            yield from element.iterancestors(PARAGRAPH)


def _numbered(part: etree._Element, styles: NumberedStyles) -> Iterator[etree._Element]:
    for element in part.iter(f"{W}numPr", f"{W}pStyle"):
        if element.get(f"{W}val", "") in styles or element.tag == f"{W}numPr":
            yield from element.iterancestors(PARAGRAPH)
