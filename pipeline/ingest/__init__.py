"""A file → a Document: sniff its content, read its lines, clear and join them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from pipeline.errors import EmptyInput, InputError, TooLarge
from pipeline.ingest.columns import split_columns
from pipeline.ingest.compose import compose
from pipeline.ingest.docx import read_docx
from pipeline.ingest.footnotes import mark_bare_notes, take_notes
from pipeline.ingest.furniture import without_furniture
from pipeline.ingest.lines import Reading
from pipeline.ingest.paragraphs import joints
from pipeline.ingest.pdf import read_pdf
from pipeline.ingest.sniff import DOCX, PDF, TEXT, sniff
from pipeline.ingest.text import read_text
from pipeline.limits import LIMITS
from pipeline.model import Document

_READERS: dict[str, Callable[[bytes], Reading]] = {TEXT: read_text, DOCX: read_docx, PDF: read_pdf}


def read(path: Path, source: str | None = None) -> Document:
    """The document in the file `path`, called `source` (the file's name where none is given).

    Raises a subclass of InputError that says what is wrong with the file and what to do about it.
    """
    data = _bytes_of(path)
    reading = _READERS[sniff(data)](data)
    lines = split_columns(without_furniture(reading.lines))
    lines, notes = take_notes(mark_bare_notes([line for line in lines if line.text]))
    if not lines:
        raise EmptyInput("no text in the file")
    composition = compose(lines, joints(lines, reading.fullness), notes, reading.pages)
    return Document(
        source=path.name if source is None else source,
        text=composition.text,
        method=reading.method,
        sha256=hashlib.sha256(data).hexdigest(),
        pages=composition.pages,
        footnotes=tuple(composition.footnotes),
        issues=reading.issues,
    )


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LIMITS.file_bytes:
            raise TooLarge(f"{path.stat().st_size:,} bytes")
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be opened: {error.strerror}") from error
