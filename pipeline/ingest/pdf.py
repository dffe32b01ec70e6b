"""PDF files with a text layer → lines, page by page."""

from __future__ import annotations

import re

import pypdfium2 as pdfium

from pipeline.errors import CorruptInput, EncryptedInput, NeedsOcr
from pipeline.ingest.glyphs import Glyphs, Word
from pipeline.ingest.lines import Line, Reading
from pipeline.ingest.rubbish import is_rubbish
from pipeline.ingest.typeset import character_width, typeset
from pipeline.limits import LIMITS
from pipeline.model import Issue

_ENOUGH_WORDS = 50
_FULLNESS = 0.97  # boxes are exact but for the words of the next line, whose width is guessed
_PASSWORD = re.compile(r"password|security", re.IGNORECASE)


def read_pdf(data: bytes) -> Reading:
    """The lines of a PDF. A page without a readable text layer becomes an issue.

    Raises EncryptedInput, CorruptInput, or NeedsOcr where no page has readable text.
    """
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        kind = EncryptedInput if _PASSWORD.search(str(error)) else CorruptInput
        raise kind(f"PDF: {error}") from error
    try:
        return _read(document, count)
    finally:
        document.close()


def _read(document: pdfium.PdfDocument, count: int) -> Reading:
    lines: list[Line] = []
    issues: list[Issue] = []
    unit: float | None = None
    for number in range(1, min(count, LIMITS.pdf_pages) + 1):
        words, problem = _words(document, number)
        if problem:
            issues.append(Issue("page-without-text", f"page {number}: {problem}"))
            continue
        own = character_width(words)
        unit = own if unit is None and len(words) >= _ENOUGH_WORDS else unit
        lines += typeset(words, number, unit or own)
    if count == 0:
        raise CorruptInput("PDF without pages")
    if not lines:
        raise NeedsOcr(issues[0].message if count == 1 else f"none of the {count} pages has readable text")
    if count > LIMITS.pdf_pages:
        issues.append(Issue("too-many-pages", f"read {LIMITS.pdf_pages} of {count} pages"))
    return Reading("pdf-text", lines, min(count, LIMITS.pdf_pages), tuple(issues), _FULLNESS)


def _words(document: pdfium.PdfDocument, number: int) -> tuple[list[Word], str]:
    """The words of a page and, where they cannot be used, why."""
    try:
        page = document[number - 1]
        glyphs = Glyphs(page)
    except pdfium.PdfiumError as error:
        return [], f"damaged ({error})"
    try:
        if not glyphs.text.strip("\x00 \t\r\n\u00a0"):
            return [], "no text layer; run OCR"
        if is_rubbish(glyphs.text):
            return [], "the text layer is not readable; run OCR"
        return list(glyphs.words()), ""
    finally:
        glyphs.close()
        page.close()
