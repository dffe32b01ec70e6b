"""A file → a Document: sniff its content, read its lines, clear and join them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import EmptyInput, InputError, TooLarge
from pipeline.ingest.columns import split_columns
from pipeline.ingest.compose import compose
from pipeline.ingest.doc import read_doc
from pipeline.ingest.docx import read_docx
from pipeline.ingest.footnotes import mark_bare_notes, take_notes
from pipeline.ingest.furniture import without_furniture
from pipeline.ingest.hints import with_hints
from pipeline.ingest.html import read_html
from pipeline.ingest.lines import Reading
from pipeline.ingest.odt import read_odt
from pipeline.ingest.paragraphs import joints
from pipeline.ingest.pdf import read_pdf
from pipeline.ingest.rtf import read_rtf
from pipeline.ingest.scan import read_picture
from pipeline.ingest.sniff import DOC, DOCX, HTML, ODT, PDF, PICTURE, RTF, TEXT, sniff
from pipeline.ingest.syllables import quality
from pipeline.ingest.text import read_text
from pipeline.ingest.worn import is_worn
from pipeline.limits import LIMITS
from pipeline.model import OCR, PDF_TEXT, WORN_TEXT, Document, Issue

_WORN = Issue(WORN_TEXT, "the text reads as OCR leaves it; tone marks that it took for others were set right")
_BY_OTHERS = (TEXT, PDF_TEXT)
"""What may hold text that OCR made before it came here: plain text, and the layer of text below scanned pages."""
_READERS: dict[str, Callable[[bytes], Reading]] = {
    TEXT: read_text,
    DOCX: read_docx,
    DOC: read_doc,
    ODT: read_odt,
    RTF: read_rtf,
    HTML: read_html,
}
_PAGE_READERS: dict[str, Callable[[bytes, Path | None], Reading]] = {PDF: read_pdf, PICTURE: read_picture}


def read(path: Path, source: str | None = None, kept: Path | None = None) -> Document:
    """The document in the file `path`, called `source` (the file's name where none is given).

    `kept` is a folder that keeps what OCR has read, so that reading it again costs nothing; None keeps nothing.
    Raises a subclass of InputError that says what is wrong with the file and what to do about it.
    """
    data = _bytes_of(path)
    kind = sniff(data)
    reading = _READERS[kind](data) if kind in _READERS else _PAGE_READERS[kind](data, kept)
    lines = without_furniture(reading.lines)
    reading.lines.clear()  # a long document is not held twice
    lines = split_columns(lines)
    lines, notes = take_notes(mark_bare_notes([line for line in lines if line.text]))
    if not lines:
        raise EmptyInput("no text in the file")
    composition = compose(lines, joints(lines, reading.fullness), notes, reading.pages)
    worn = reading.method in _BY_OTHERS and is_worn(composition.text)
    text = _mended(composition.text) if worn or reading.method == OCR else composition.text
    return Document(
        source=path.name if source is None else source,
        text=text,
        method=reading.method,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=composition.pages,
        footnotes=tuple(composition.footnotes),
        ocr_confidence=reading.confidence,
        issues=(*with_hints(reading.issues, path.name), *((_WORN,) if worn else ())),
        places=composition.places,
        quality=quality(text),
    )


def _mended(text: str) -> str:
    """Text of OCR with the tone marks that it took for others set right; same length, so that all offsets hold."""
    from pipeline.learn.tones import corrected  # loads numpy and the model, which only scans need

    return corrected(text)[0]


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMITS.file_bytes:
            raise TooLarge(f"{path.stat().st_size:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}") from error
