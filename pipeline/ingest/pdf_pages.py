"""The pages of a PDF as they are read one after the other, scans in the background."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from pipeline.errors import DependencyMissing, InputError
from pipeline.ingest.encodings.detect import converted
from pipeline.ingest.fields import field_numbers, flatten
from pipeline.ingest.glyphs import Word
from pipeline.ingest.lines import Line
from pipeline.ingest.stamped import is_numbered, stamped_numbers
from pipeline.ingest.tables import typeset_page
from pipeline.ingest.text_layer import NO_LAYER, TextLayer, agree, text_layer
from pipeline.ingest.typeset import character_width
from pipeline.model import Issue

if TYPE_CHECKING:
    from pipeline.ingest.scan.layout import ReadPage
    from pipeline.ingest.scan.reader import PageReader

_ENOUGH_WORDS = 50
_AT_ONCE = 100  # pages: PDFium keeps the fonts and objects of all pages that it has seen until the file is closed


class PdfPages:
    """Lines of the pages with text, OCR under way of the others, and what was wrong with them.

    Raises PdfiumError for what is no PDF.
    """

    def __init__(self, data: bytes, folder: Path | None) -> None:
        self.texts: dict[int, list[Line]] = {}
        self.scans: dict[int, Future[ReadPage]] = {}
        self.issues: list[Issue] = []
        self.missing: DependencyMissing | None = None
        self._data = data
        self._document = pdfium.PdfDocument(data)
        self.count = len(self._document)
        self._folder = folder
        self._reader: PageReader | None = None
        self._unit: float | None = None
        self._refuted: bool | None = None  # whether hidden text says something else than the scan; None: not compared

    def __enter__(self) -> PdfPages:
        return self

    def __exit__(self, *error: object) -> None:
        if self._reader:
            self._reader.close()
        self._document.close()

    def add(self, number: int) -> None:
        """Read the page, or begin to. Raises PdfiumError where it is damaged."""
        if number % _AT_ONCE == 0:
            self._document.close()
            self._document = pdfium.PdfDocument(self._data)
        page = self._document[number - 1]
        try:
            layer = text_layer(page)
            fault = layer.fault or (self._fault_of_hidden(layer, page, number) if layer.hidden else "")
            if not fault:
                self._add_text(layer, page, number)
            elif number not in self.scans:
                self._start(page, number, fault)
            if fault not in ("", NO_LAYER) and number in self.scans:
                self.issues.append(Issue("bad-text-layer", f"page {number}: {fault}; read by OCR"))
        finally:
            page.close()

    def lose(self, number: int, reason: str) -> None:
        """Record that a page was not read."""
        self.issues.append(Issue("page-without-text", f"page {number}: {reason}"))

    def _add_text(self, layer: TextLayer, page: pdfium.PdfPage, number: int) -> None:
        words = layer.words
        if number == 1 and not is_numbered(words):
            words = words + self._set_in(page, number, layer)
        if layer.encoding and converted(layer.encoding) not in self.issues:
            self.issues.append(converted(layer.encoding))
        unit = self._unit or character_width(words)
        if len(words) >= _ENOUGH_WORDS:
            self._unit = unit
        self.texts[number] = typeset_page(words, layer.strokes, number, unit, layer.frame)

    def _set_in(self, page: pdfium.PdfPage, number: int, layer: TextLayer) -> list[Word]:
        """The numbers that were set into the finished page: as form fields, or as pictures over blanks."""
        if not flatten(page):
            return stamped_numbers(page, layer.words, layer.frame)
        page = self._document[number - 1]
        try:
            numbers = field_numbers(page, layer.words)
            return numbers + stamped_numbers(page, layer.words + numbers, layer.frame)
        finally:
            page.close()

    def _start(self, page: pdfium.PdfPage, number: int, fault: str) -> None:
        try:
            self.scans[number] = self._scan(page, number)
        except DependencyMissing as error:
            self.missing = error
            self.lose(number, f"{fault}; OCR needs a program. {error.advice}")

    def _scan(self, page: pdfium.PdfPage, number: int) -> Future[ReadPage]:
        from pipeline.ingest.scan.reader import PageReader  # loads numpy, which only scans need
        from pipeline.ingest.scan.render import render

        self._reader = self._reader or PageReader(self._folder)
        return self._reader.start(render(page), number)

    def _fault_of_hidden(self, layer: TextLayer, page: pdfium.PdfPage, number: int) -> str:
        """Why the text under a scan cannot be used. The first one decides for all: it is compared with what OCR sees.

        Without OCR it is all there is.
        """
        if self._refuted is None:
            try:
                self.scans[number] = self._scan(page, number)
                seen = " ".join(line.text for line in self.scans[number].result().lines)
                self._refuted = not agree((word.text for word in layer.words), seen.split())
            except (DependencyMissing, InputError):
                self._refuted = False
            if not self._refuted:
                self.scans.pop(number, None)
        return "the text layer says something else than the scan" if self._refuted else ""
