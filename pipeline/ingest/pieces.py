"""The pieces that PDFium takes a page apart into: words, pictures, paths."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

PICTURE, TEXT, PATH = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH
LINK = pdfium_c.FPDF_ANNOT_LINK
_FORM = pdfium_c.FPDF_PAGEOBJ_FORM
_DEEPEST = 3  # pieces may be kept within each other, without end where somebody wants it so


class Piece(NamedTuple):
    """PDFium's handle, alive as long as the page is open, what it stands for, and how deep within others it is kept."""

    raw: pdfium_c.FPDF_PAGEOBJECT
    kind: int
    depth: int = 1

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top in points, y upwards, as what keeps it measures them."""
        left, bottom, right, top = (ctypes.c_float() for _ in range(4))
        pdfium_c.FPDFPageObj_GetBounds(self.raw, left, bottom, right, top)
        return left.value, bottom.value, right.value, top.value


def pieces_of(page: pdfium.PdfPage) -> list[Piece]:
    """What stands on the page, in the order it is drawn; behind a piece that keeps others, these."""
    pieces: list[Piece] = []
    raw, kind_of = page.raw, pdfium_c.FPDFPageObj_GetType
    for index in range(pdfium_c.FPDFPage_CountObjects(raw)):
        handle = pdfium_c.FPDFPage_GetObject(raw, index)
        piece = Piece(handle, kind_of(handle))
        pieces.append(piece)
        if piece.kind == _FORM:
            pieces += _within(piece)
    return pieces


def annotations_of(page: pdfium.PdfPage) -> set[int]:
    """The kinds of what is laid over the page: LINK, fields, notes, stamps."""
    kinds = set()
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        kinds.add(pdfium_c.FPDFAnnot_GetSubtype(annotation))
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return kinds


def _within(form: Piece) -> Iterator[Piece]:
    for index in range(pdfium_c.FPDFFormObj_CountObjects(form.raw)):
        handle = pdfium_c.FPDFFormObj_GetObject(form.raw, index)
        piece = Piece(handle, pdfium_c.FPDFPageObj_GetType(handle), form.depth + 1)
        yield piece
        if piece.kind == _FORM and piece.depth < _DEEPEST:
            yield from _within(piece)
