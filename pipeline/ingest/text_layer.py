"""The text layer of a PDF page, and whether it is worth reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.encodings.words import rewritten_words
from pipeline.ingest.glyphs import Glyphs, Word
from pipeline.ingest.places import Frame
from pipeline.ingest.rubbish import is_rubbish
from pipeline.ingest.syllables import quality

NO_LAYER = "no text layer"

_COVERED = 0.7  # of the page: then its picture is a scan
_GOOD = 0.9  # share of Vietnamese words
_AGREEING = 0.75  # share of the layer's words that OCR finds too
_DEPTH = 3
_INVISIBLE = 3


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The words of a page. `fault`: why they cannot be used; `hidden`: they lie under a scan, which may say else.

    `encoding`: what they were in, where they had to be converted to Unicode.
    """

    words: list[Word]
    frame: Frame
    fault: str = ""
    hidden: bool = False
    encoding: str = ""


def text_layer(page: pdfium.PdfPage) -> TextLayer:
    """The text layer of `page`. Raises PdfiumError where the page is damaged."""
    frame = frame_of(page)
    glyphs = Glyphs(page)
    try:
        if not glyphs.text.strip("\x00 \t\r\n\u00a0"):
            return TextLayer([], frame, NO_LAYER)
        words = list(glyphs.words())
        texts, encoding = rewritten_words([word.text for word in words])
        if not encoding and is_rubbish(glyphs.text):
            return TextLayer([], frame, "the text layer is not readable")
        hidden = _is_under_scan(page)
        share = quality(glyphs.text) if hidden and not encoding else None
        if share is not None and share < _GOOD:
            return TextLayer([], frame, "the text layer under the scan is garbled")
        if encoding:
            words = [replace(word, text=text) for word, text in zip(words, texts, strict=True)]
        return TextLayer(words, frame, hidden=hidden, encoding=encoding)
    finally:
        glyphs.close()


def agree(layer: Iterable[str], seen: Iterable[str]) -> bool:
    """Whether the words of a hidden layer are those that OCR sees on the page."""
    said, found = Counter(map(str.lower, layer)), Counter(map(str.lower, seen))
    return (said & found).total() >= _AGREEING * max(said.total(), found.total())


def frame_of(page: pdfium.PdfPage) -> Frame:
    """The page as it is shown; where it is turned, its words are too."""
    left, bottom, _, _ = page.get_cropbox() if not page.get_rotation() else (0.0, 0.0, 0.0, 0.0)
    return Frame(page.get_width(), page.get_height(), left=left, bottom=bottom)


def _is_under_scan(page: pdfium.PdfPage) -> bool:
    """Pictures cover the page, and the text is invisible or lies beneath them."""
    area, last_picture, last_text, visible = 0.0, -1, -1, False
    for index, piece in enumerate(page.get_objects(max_depth=_DEPTH)):
        if piece.type == pdfium_c.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = piece.get_bounds()
            area += (right - left) * (top - bottom)
            last_picture = index
        elif piece.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            visible = visible or pdfium_c.FPDFTextObj_GetTextRenderMode(piece.raw) != _INVISIBLE
            last_text = index
    covered = area >= _COVERED * page.get_width() * page.get_height()
    return covered and (not visible or last_picture > last_text)
