"""The pieces that PDFium takes a page apart into: words, pictures, paths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.calls import ADDRESS, INT, Call, address_of, answers, plain

PICTURE, TEXT, PATH = pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_PATH
LINK = pdfium_c.FPDF_ANNOT_LINK
_FORM = pdfium_c.FPDF_PAGEOBJ_FORM
_DEEPEST = 3  # pieces may be kept within each other, without end where somebody wants it so

_count_on_page, _count_in_form = (
    plain(function, ADDRESS) for function in (pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFFormObj_CountObjects)
)
_on_page, _in_form = (
    plain(function, ADDRESS, INT, result=ADDRESS)
    for function in (pdfium_c.FPDFPage_GetObject, pdfium_c.FPDFFormObj_GetObject)
)
_kind = plain(pdfium_c.FPDFPageObj_GetType, ADDRESS)
_bounds = plain(pdfium_c.FPDFPageObj_GetBounds, *(5 * [ADDRESS]))


class Piece(NamedTuple):
    """Where PDFium keeps it as long as the page is open, what it stands for, and how deep within others it is kept."""

    address: int
    kind: int
    depth: int = 1

    def bounds(self) -> tuple[float, ...]:
        """Left, bottom, right and top in points, y upwards, as what keeps it measures them."""
        return next(bounds_of((self.address,)))


def bounds_of(addresses: Sequence[int]) -> Iterator[tuple[float, ...]]:
    """The bounds of the piece at each of the `addresses`."""
    return answers(_bounds, "4f", (0, 4, 8, 12), len(addresses), addresses)


def pieces_of(page: pdfium.PdfPage, *kinds: int) -> list[Piece]:
    """What stands on the page of these kinds, in the order it is drawn, what other pieces keep in their stead."""
    return list(_within(address_of(page.raw), _count_on_page, _on_page, kinds, 1))


def annotations_of(page: pdfium.PdfPage) -> set[int]:
    """The kinds of what is laid over the page: LINK, fields, notes, stamps."""
    kinds = set()
    for index in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, index)
        kinds.add(pdfium_c.FPDFAnnot_GetSubtype(annotation))
        pdfium_c.FPDFPage_CloseAnnot(annotation)
    return kinds


def _within(parent: int, count: Call, piece: Call, kinds: tuple[int, ...], depth: int) -> Iterator[Piece]:
    addresses = list(map(piece, repeat(parent), range(count(parent))))
    wanted = {*kinds, _FORM}  # of a page with a piece for each word few are
    for address, kind in [each for each in zip(addresses, map(_kind, addresses), strict=True) if each[1] in wanted]:
        if kind in kinds:
            yield Piece(address, kind, depth)
        elif kind == _FORM and depth < _DEEPEST:
            yield from _within(address, _count_in_form, _in_form, kinds, depth + 1)
