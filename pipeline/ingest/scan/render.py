"""Pages of PDF files as pictures: the red channel alone, in which the red stamp over a signature vanishes."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.pieces import FIELD, LINK, PICTURE, annotations_of, pieces_of
from pipeline.ingest.places import POINTS
from pipeline.limits import LIMITS

Pixels = npt.NDArray[np.uint8]

LOWEST, USUAL, HIGHEST = 150.0, 200.0, 300.0
"""Dots per inch: scans are read as they are between the first and the last, pages without a picture at `USUAL`."""

_DEPTH = 3
_ABOUT = 1.02  # a scan may be so much finer than it needs be, or finer one way than the other
_DARK = 127  # shades: paper is lighter
_COVER = 0.3  # of the width of the page: smaller pictures are stamps and signatures


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page in shades of grey, `dpi` dots per inch."""

    pixels: Pixels
    dpi: float


def render(page: pdfium.PdfPage) -> PageImage:
    """The page without its form fields (stamps of digital signatures), as fine as its scan, within the limits.

    A scan that is all of the page is taken as it is: to draw it takes three times as long and blurs it.
    """
    return _scan(page) or _drawn(page)


def _scan(page: pdfium.PdfPage) -> PageImage | None:
    """The picture that is all of the page, unless it has to be turned, stretched or made smaller."""
    size = page.get_width(), page.get_height()
    alone = [piece.kind for piece in pieces_of(page)] == [PICTURE] and annotations_of(page) <= {LINK, FIELD}
    if not alone or page.get_rotation() or page.get_mediabox() != (0, 0, *size):
        return None
    picture = next(page.get_objects(max_depth=1))
    dpi, down = (dots * POINTS / side for dots, side in zip(picture.get_px_size(), size, strict=True))
    whole = zip(picture.get_matrix().get(), (size[0], 0, 0, size[1], 0, 0), strict=True)
    as_it_is = all(abs(value - due) < 1 for value, due in whole) and 1 / _ABOUT < dpi / down < _ABOUT
    if not (as_it_is and LOWEST <= dpi <= _ABOUT * HIGHEST and dpi <= _affordable(page)):
        return None
    image = PageImage(red(picture.get_bitmap().to_numpy()), dpi)
    return image if np.median(image.pixels[::8, ::8]) > _DARK else None  # a negative or a mask


def _drawn(page: pdfium.PdfPage) -> PageImage:
    dpi = min(resolution(page), _affordable(page))
    bitmap = page.render(scale=dpi / POINTS, may_draw_forms=False, prefer_bgrx=False)
    return PageImage(red(bitmap.to_numpy()), dpi)


def red(pixels: Pixels) -> Pixels:
    """The red channel, in memory of its own, of an image whose channels, if any, go blue, green, red."""
    if pixels.ndim == 3 and pixels.shape[2] >= 3:
        return np.asarray(cv2.extractChannel(np.ascontiguousarray(pixels), 2), dtype=np.uint8)
    return pixels.squeeze().copy()


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
