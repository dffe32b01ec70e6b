"""The text layer of a PDF page, and whether it is worth reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.calls import ADDRESS, plain
from pipeline.ingest.encodings.words import rewritten_words
from pipeline.ingest.glyphs import Glyphs, Word
from pipeline.ingest.pieces import PATH, PICTURE, TEXT, Piece, pieces_of
from pipeline.ingest.places import Box, Frame
from pipeline.ingest.rubbish import is_rubbish
from pipeline.ingest.strokes import strokes_of
from pipeline.ingest.syllables import quality

NO_LAYER = "no text layer"

_COVERED = 0.7  # of the page: then its picture is a scan
_GOOD = 0.9  # share of Vietnamese words
_AGREEING = 0.75  # share of the layer's words that OCR finds too
_INVISIBLE = 3

_render_mode = plain(pdfium_c.FPDFTextObj_GetTextRenderMode, ADDRESS)


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The words of a page. `fault`: why they cannot be used; `hidden`: they lie under a scan, which may say else.

    `encoding`: what they were in, where they had to be converted to Unicode; `strokes`: the lines drawn among them.
    """

    words: list[Word]
    frame: Frame
    strokes: list[Box] = field(default_factory=list)
    fault: str = ""
    hidden: bool = False
    encoding: str = ""


def text_layer(page: pdfium.PdfPage) -> TextLayer:
    """The text layer of `page`. Raises PdfiumError where the page is damaged."""
    frame = frame_of(page)
    glyphs = Glyphs(page)
    try:
        if not glyphs.text.strip("\x00 \t\r\n\u00a0"):
            return TextLayer([], frame, fault=NO_LAYER)
        words = glyphs.words()
        texts, encoding = rewritten_words([word.text for word in words])
        if not encoding and is_rubbish(glyphs.text):
            return TextLayer([], frame, fault="the text layer is not readable")
        pieces = pieces_of(page, PICTURE, PATH)
        hidden = _is_under_scan(page, pieces)
        share = quality(glyphs.text) if hidden and not encoding else None
        if share is not None and share < _GOOD:
            return TextLayer([], frame, fault="the text layer under the scan is garbled")
        if encoding:
            words = [word._replace(text=text) for word, text in zip(words, texts, strict=True)]
        return TextLayer(words, frame, strokes_of(page, pieces), hidden=hidden, encoding=encoding)
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


def _is_under_scan(page: pdfium.PdfPage, pieces: list[Piece]) -> bool:
    """Pictures cover the page, and the text is invisible or lies beneath them."""
    pictures = [piece.bounds() for piece in pieces if piece.kind == PICTURE]
    area = sum((right - left) * (top - bottom) for left, bottom, right, top in pictures)
    if area < _COVERED * page.get_width() * page.get_height():
        return False
    drawn = pieces_of(page, PICTURE, TEXT)
    visible = any(_render_mode(piece.address) != _INVISIBLE for piece in drawn if piece.kind == TEXT)
    return not visible or drawn[-1].kind == PICTURE
