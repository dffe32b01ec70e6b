"""The straight strokes that stand on a PDF page, level and upright: tables are ruled with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise, repeat

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.calls import ADDRESS, INT, answers, plain
from pipeline.ingest.pieces import PATH, Piece, bounds_of
from pipeline.ingest.places import Box

_THIN = 3.0  # points: what is filled and no thicker is a stroke, the rest is colour behind words
_STRAIGHT = 0.5  # points
_MOST = 20_000  # segments: more are a drawing
_ONE_OUTLINE = 5  # segments: a box has no more, with its closing one

_count = plain(pdfium_c.FPDFPath_CountSegments, ADDRESS)
_segment = plain(pdfium_c.FPDFPath_GetPathSegment, ADDRESS, INT, result=ADDRESS)
_kind = plain(pdfium_c.FPDFPathSegment_GetType, ADDRESS)
_closes = plain(pdfium_c.FPDFPathSegment_GetClose, ADDRESS)
_point = plain(pdfium_c.FPDFPathSegment_GetPoint, ADDRESS, ADDRESS, ADDRESS)
_matrix = plain(pdfium_c.FPDFPageObj_GetMatrix, ADDRESS, ADDRESS)
_draw_mode = plain(pdfium_c.FPDFPath_GetDrawMode, ADDRESS, ADDRESS, ADDRESS)

Point = tuple[float, float]


def strokes_of(page: pdfium.PdfPage, pieces: Iterable[Piece]) -> list[Box]:
    """The strokes among the `pieces` of the page, each without breadth, those of frames and boxes too.

    None where the page is turned or cut, or a drawing.
    """
    # What other pieces keep has measures of its own.
    paths = [piece.address for piece in pieces if piece.kind == PATH and piece.depth == 1]
    if not paths or sum(map(_count, paths)) > _MOST:
        return []
    if page.get_rotation() or page.get_mediabox()[:2] != (0, 0) or page.get_cropbox() != page.get_mediabox():
        return []
    return list(_strokes(paths, page.get_height()))


def _strokes(paths: list[int], height: float) -> Iterator[Box]:
    modes = answers(_draw_mode, "2i", (0, 4), len(paths), paths)
    for path, (_, drawn), (left, bottom, right, top) in zip(paths, modes, bounds_of(paths), strict=True):
        if drawn:  # along its outline
            yield from _sides(_outlines(path), height)
        elif min(right - left, top - bottom) < _THIN:
            across, down = ((left + right) / 2, height - (top + bottom) / 2)
            level = right - left > top - bottom
            yield (left, down, right, down) if level else (across, height - top, across, height - bottom)
        elif _count(path) > _ONE_OUTLINE:
            yield from _sides(filter(_is_thin, _outlines(path)), height)


def _sides(outlines: Iterable[list[Point]], height: float) -> Iterator[Box]:
    """The level and the upright ones."""
    for points in outlines:
        for (x1, y1), (x2, y2) in pairwise(points):
            if abs(y1 - y2) < _STRAIGHT:
                yield min(x1, x2), height - y1, max(x1, x2), height - y1
            elif abs(x1 - x2) < _STRAIGHT:
                yield x1, height - max(y1, y2), x1, height - min(y1, y2)


def _outlines(path: int) -> Iterator[list[Point]]:
    """The corners that straight lines join, outline by outline, the first once more where it is closed."""
    a, b, c, d, e, f = next(answers(_matrix, "6f", (0,), 1, (path,)))
    segments = list(map(_segment, repeat(path), range(_count(path))))
    corners = answers(_point, "2f", (0, 4), len(segments), segments)
    points: list[Point] = []
    for (x, y), kind, closes in zip(corners, map(_kind, segments), map(_closes, segments), strict=True):
        if kind != pdfium_c.FPDF_SEGMENT_LINETO:
            yield points
            points = []
        points.append((a * x + c * y + e, b * x + d * y + f))
        if closes and points[-1] != points[0]:
            points.append(points[0])
    yield points


def _is_thin(points: list[Point]) -> bool:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return bool(points) and min(max(xs) - min(xs), max(ys) - min(ys)) < _THIN
