"""PDF files → lines, page by page: by their text layer where it is good, else by OCR."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2 as pdfium

from pipeline.errors import CorruptInput, EmptyInput, EncryptedInput, InputError
from pipeline.ingest.lines import Reading
from pipeline.ingest.pdf_pages import PdfPages
from pipeline.ingest.scan.join import FULLNESS, confidence_of, laid_out
from pipeline.limits import LIMITS
from pipeline.model import OCR, PDF_TEXT, Issue

_FULLNESS = 0.97  # boxes are exact but for the words of the next line, whose width is guessed
_PASSWORD = re.compile(r"password|security", re.IGNORECASE)


def read_pdf(data: bytes, folder: Path | None = None) -> Reading:
    """The lines of a PDF. A page that cannot be read becomes an issue; `folder` keeps what OCR has read.

    Raises EncryptedInput, CorruptInput, EmptyInput, or DependencyMissing where all pages need an OCR that is missing.
    """
    try:
        pages = PdfPages(data, folder)
    except pdfium.PdfiumError as error:
        kind = EncryptedInput if _PASSWORD.search(str(error)) else CorruptInput
        raise kind(f"PDF: {error}") from error
    with pages:
        if pages.count == 0:
            raise CorruptInput("PDF without pages")
        return _read(pages)


def _read(pages: PdfPages) -> Reading:
    last = min(pages.count, LIMITS.pdf_pages)
    for number in range(1, last + 1):
        try:
            pages.add(number)
        except pdfium.PdfiumError as error:
            pages.lose(number, f"damaged ({error})")
    if pages.count > last:
        pages.issues.append(Issue("too-many-pages", f"read {last} of {pages.count} pages"))
    return _joined(pages, last)


def _joined(pages: PdfPages, count: int) -> Reading:
    """Text and scans in the order of the pages. Raises the error of the pages where none holds a line."""
    read = {number: laid_out(future, number) for number, future in pages.scans.items()}
    lines = [line for number in range(1, count + 1) for line in pages.texts.get(number, ())]
    scanned = [line for number in sorted(read) for line in read[number].lines]
    issues = [*pages.issues, *(issue for page in read.values() for issue in page.issues)]
    if not lines and not scanned:
        if pages.missing:
            raise pages.missing
        raise InputError(issues[0].message) if issues else EmptyInput(f"nothing stands on its {count} pages")
    by_ocr = len(scanned) > len(lines)
    return Reading(
        OCR if by_ocr else PDF_TEXT,
        sorted(lines + scanned, key=lambda line: line.page),
        count,
        tuple(sorted(issues, key=_page_of)),
        FULLNESS if by_ocr else _FULLNESS,
        confidence_of(read.values()),
    )


def _page_of(issue: Issue) -> int:
    """The page that the message names, so that issues stand in the order of the pages."""
    found = re.match(r"page (\d+)", issue.message)
    return int(found[1]) if found else 0
