"""Pages of PDF files as pictures: the red channel alone, in which the red stamp over a signature vanishes."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.places import POINTS
from pipeline.limits import LIMITS

Pixels = npt.NDArray[np.uint8]

LOWEST, USUAL, HIGHEST = 150.0, 200.0, 300.0
"""Dots per inch: scans are read as they are between the first and the last, pages without a picture at `USUAL`."""

_DEPTH = 3
_GAP = 1.0  # points between the edges of a page and of its scan
NEARLY = 1.05  # times: so little finer than the finest, or than it is across, a scan is not drawn anew
_DARK = 128  # shades: paper is lighter
_COVER = 0.3  # of the width of the page: smaller pictures are stamps and signatures


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page in shades of grey, `dpi` dots per inch."""

    pixels: Pixels
    dpi: float


def render(page: pdfium.PdfPage) -> PageImage:
    """The page without its form fields (stamps of digital signatures), as fine as its scan, within the limits."""
    return _scan(page) or _drawn(page)


def _scan(page: pdfium.PdfPage) -> PageImage | None:
    """The one picture that is all of the page, as it was scanned: to draw it takes twice as long and may blur it."""
    found = list(page.get_objects(max_depth=1))
    if len(found) != 1 or not isinstance(found[0], pdfium.PdfImage) or not _fills(found[0], page):
        return None
    dpi = _square_dots(found[0])
    if not LOWEST <= dpi <= min(HIGHEST * NEARLY, _affordable(page)):
        return None
    try:
        bitmap = found[0].get_bitmap()
    except pdfium.PdfiumError:  # it knows how to draw more than it gives out
        return None
    pixels = red(bitmap.to_numpy()).copy()  # the dots may go with the bitmap
    return PageImage(pixels, dpi) if np.median(pixels[::16, ::16]) > _DARK else None  # a mask has ink for paper


def _fills(image: pdfium.PdfImage, page: pdfium.PdfPage) -> bool:
    """Whether an opaque picture covers the page upright, with nothing over it."""
    if page.get_rotation() or pdfium_c.FPDFPage_GetAnnotCount(page) or pdfium_c.FPDFPageObj_HasTransparency(image):
        return False
    across, slant, tilt, down, *_ = image.get_matrix().get()
    gaps = (side - edge for side, edge in zip(image.get_bounds(), page.get_bbox(), strict=True))
    return across > 0 < down and slant == tilt == 0 and all(abs(gap) <= _GAP for gap in gaps)


def _square_dots(image: pdfium.PdfImage) -> float:
    """The dots per inch of a picture; 0 where it has more of them down than across, as a telefax may have."""
    left, bottom, right, top = image.get_bounds()
    across, down = image.get_px_size()
    wide, high = across * POINTS / (right - left), down * POINTS / (top - bottom)
    return float(wide) if wide / NEARLY <= high <= wide * NEARLY else 0.0


def _drawn(page: pdfium.PdfPage) -> PageImage:
    """The page as it is shown."""
    dpi = min(resolution(page), _affordable(page))
    bitmap = page.render(scale=dpi / POINTS, may_draw_forms=False, prefer_bgrx=False)
    try:
        return PageImage(red(bitmap.to_numpy()), dpi)
    finally:
        bitmap.close()


def red(pixels: Pixels) -> Pixels:
    """The red channel of an image whose channels, if any, go blue, green, red."""
    if pixels.ndim == 3 and pixels.shape[2] >= 3:
        return np.asarray(cv2.extractChannel(np.ascontiguousarray(pixels), 2), dtype=np.uint8)
    return np.ascontiguousarray(pixels.squeeze())


def resolution(page: pdfium.PdfPage) -> float:
    """That of the widest picture of the page, within bounds: to draw a scan larger than it is costs and harms."""
    widest, found = _COVER * page.get_width(), USUAL
    for image in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH):
        left, _, right, _ = image.get_bounds()
        if right - left > widest:
            widest = right - left
            found = image.get_px_size()[0] * POINTS / widest
    return min(max(found, LOWEST), HIGHEST)


def _affordable(page: pdfium.PdfPage) -> float:
    square_inches = max(1.0, page.get_width() * page.get_height()) / POINTS**2
    return float((LIMITS.page_pixels / square_inches) ** 0.5)
