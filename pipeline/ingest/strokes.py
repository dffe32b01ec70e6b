"""The straight strokes that stand on a PDF page, level and upright: tables are ruled with them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.pieces import PATH, Piece
from pipeline.ingest.places import Box

_THIN = 3.0  # points: what is filled and no thicker is a stroke, the rest is colour behind words
_STRAIGHT = 0.5  # points
_MOST = 20_000  # segments: more are a drawing

Point = tuple[float, float]


def strokes_of(page: pdfium.PdfPage, pieces: Iterable[Piece]) -> list[Box]:
    """The strokes among the `pieces` of the page, each without breadth, those of frames and boxes too.

    None where the page is turned or cut, or a drawing.
    """
    if page.get_rotation() or page.get_mediabox()[:2] != (0, 0) or page.get_cropbox() != page.get_mediabox():
        return []
    # What other pieces keep has measures of its own.
    paths = [piece.raw for piece in pieces if piece.kind == PATH and piece.depth == 1]
    if sum(map(pdfium_c.FPDFPath_CountSegments, paths)) > _MOST:
        return []
    height = page.get_height()
    return [stroke for path in paths for stroke in _strokes(path, height)]


def _strokes(path: pdfium_c.FPDF_PAGEOBJECT, height: float) -> Iterator[Box]:
    drawn = _is_drawn(path)
    for points in _outlines(path):
        if drawn or _is_thin(points):
            for (x1, y1), (x2, y2) in pairwise(points):
                if abs(y1 - y2) < _STRAIGHT:
                    yield min(x1, x2), height - y1, max(x1, x2), height - y1
                elif abs(x1 - x2) < _STRAIGHT:
                    yield x1, height - max(y1, y2), x1, height - min(y1, y2)


def _outlines(path: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[list[Point]]:
    """The corners that straight lines join, outline by outline, the first once more where it is closed."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(path, matrix)
    points: list[Point] = []
    for index in range(pdfium_c.FPDFPath_CountSegments(path)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        if pdfium_c.FPDFPathSegment_GetType(segment) != pdfium_c.FPDF_SEGMENT_LINETO:
            yield points
            points = []
        points.append(_point(segment, matrix))
        if pdfium_c.FPDFPathSegment_GetClose(segment) and points[-1] != points[0]:
            points.append(points[0])
    yield points


def _point(segment: pdfium_c.FPDF_PATHSEGMENT, matrix: pdfium_c.FS_MATRIX) -> Point:
    across, up = ctypes.c_float(), ctypes.c_float()
    pdfium_c.FPDFPathSegment_GetPoint(segment, across, up)
    x, y = across.value, up.value
    return matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f


def _is_drawn(path: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    """Whether the path is drawn along its outline, not only filled."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, filled, stroked)
    return bool(stroked.value)


def _is_thin(points: list[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return bool(points) and min(max(xs) - min(xs), max(ys) - min(ys)) < _THIN
