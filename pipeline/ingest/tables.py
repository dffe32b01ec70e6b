"""Ruled tables of a PDF page → a line per row, `cell | cell | cell`, in the order they are read."""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.columns import is_head, is_list
from pipeline.ingest.glyphs import Word
from pipeline.ingest.lines import Line
from pipeline.ingest.places import Box, Frame, union
from pipeline.ingest.symbols import cut_symbol
from pipeline.ingest.typeset import typeset

_LONG, _THIN = 12.0, 3.0  # points: sides of a stroke
_FEWEST = 3  # lines each way
_GRID = 6  # segments of a path that draws more than a frame
_MOST = 4000  # crossings: more are a drawing, which pdfplumber would look at for minutes
_MIDDLE = 0.3  # of the height of the type, above the base line

Cell = list[Word]
Table = list[list[Cell]]
Grid = list[list[Box]]
"""The boxes of the cells, row by row, in points from the top left corner of the page."""


def typeset_page(document: pdfium.PdfDocument, words: list[Word], number: int, unit: float, frame: Frame) -> list[Line]:
    """The printed lines of page `number` with `words`, each row of a ruled table one line.

    Raises PdfiumError where the page is damaged.
    """
    tables = _tables(document, words, number, frame)
    taken = {word for table in tables for row in table for cell in row for word in cell}
    lines = typeset([word for word in words if word not in taken] if taken else words, number, unit, frame)
    for block in (_rows(table, number, unit, frame) for table in tables):
        at = next((at for at, line in enumerate(lines) if _top(line) > _top(block[0])), len(lines))
        lines[at:at] = block
    return lines


def _tables(document: pdfium.PdfDocument, words: list[Word], number: int, frame: Frame) -> list[Table]:
    """The tables of the page; boxes behind words of running text (marked passages, say) make none."""
    found = []
    for grid in _grids(document, number):
        table = [[_inside(box, words, frame) for box in row] for row in grid]
        held = {word for row in table for cell in row for word in cell}
        heights = [height for row in grid for _, top, _, bottom in row for height in (top, bottom)]
        alone = all(word in held or not min(heights) <= _height(word, frame) < max(heights) for word in words)
        if alone and _is_table(table):
            found.append(table)
    return found


def _grids(document: pdfium.PdfDocument, number: int) -> list[Grid]:
    """The ruled grids of the page; none where it is turned or cut."""
    page = document[number - 1]
    try:
        whole = not page.get_rotation() and page.get_cropbox() == page.get_mediabox()
        if not (whole and page.get_mediabox()[:2] == (0, 0) and is_ruled(page)):
            return []
    finally:
        page.close()
    return _found(document, number)


def _found(document: pdfium.PdfDocument, number: int) -> list[Grid]:
    """What pdfplumber finds on the page; none where it does not understand it."""
    import pdfplumber  # slow to load, and few pages need it
    from pdfplumber.utils.exceptions import PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # what is odd about a page is none of the user's concern
    try:
        with pdfplumber.open(BytesIO(_alone(document, number))) as copy:
            found = copy.pages[0].filter(_is_drawn).find_tables()
            return [[[cell for cell in row.cells if cell] for row in table.rows] for table in found]
    except (PdfminerException, pdfium.PdfiumError):
        return []


def _is_drawn(piece: dict[str, Any]) -> bool:
    """A line, or a frame; a filled box is the colour behind words, unless it is as thin as a line."""
    return bool(piece["object_type"] == "line" or piece.get("stroke") or min(piece["width"], piece["height"]) < _THIN)


def _alone(document: pdfium.PdfDocument, number: int) -> bytes:
    """A PDF of this page only."""
    single, content = pdfium.PdfDocument.new(), BytesIO()
    try:
        single.import_pages(document, [number - 1])
        single.save(content)
    finally:
        single.close()
    return content.getvalue()


def is_ruled(page: pdfium.PdfPage) -> bool:
    """Whether lines across and down stand on the page in such numbers as cells need, and no drawing; quick to say."""
    across: set[int] = set()
    down: set[int] = set()
    hidden = 0  # lines each way within a frame
    for piece in _paths(page):
        left, bottom, right, top = _bounds(piece)
        wide, high = right - left > _LONG, top - bottom > _LONG
        if wide and high and _is_stroked(piece):
            across |= {round(bottom), round(top)}
            down |= {round(left), round(right)}
            segments = pdfium_c.FPDFPath_CountSegments(piece)
            hidden += segments // 4 if segments >= _GRID else 0
        elif wide and top - bottom < _THIN:
            across.add(round(top))
        elif high and right - left < _THIN:
            down.add(round(left))
    counts = len(across) + hidden, len(down) + hidden
    return min(counts) >= _FEWEST and counts[0] * counts[1] <= _MOST


def _paths(page: pdfium.PdfPage) -> Iterator[pdfium_c.FPDF_PAGEOBJECT]:
    for index in range(pdfium_c.FPDFPage_CountObjects(page.raw)):
        piece = pdfium_c.FPDFPage_GetObject(page.raw, index)
        if pdfium_c.FPDFPageObj_GetType(piece) == pdfium_c.FPDF_PAGEOBJ_PATH:
            yield piece


def _is_stroked(piece: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(piece, filled, stroked)
    return bool(stroked.value)


def _bounds(piece: pdfium_c.FPDF_PAGEOBJECT) -> Box:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium_c.FPDFPageObj_GetBounds(piece, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _inside(box: Box, words: list[Word], frame: Frame) -> Cell:
    left, top, right, bottom = box
    return [
        word for word in words if left <= (word.left + word.right) / 2 < right and top <= _height(word, frame) < bottom
    ]


def _height(word: Word, frame: Frame) -> float:
    """Of the middle of the word, from the top of the page."""
    return frame.height - word.base - _MIDDLE * word.height


def _is_table(table: Table) -> bool:
    """Two rows of two filled cells or more; head and end are set in columns, ruled or not."""
    filled = [[cell for cell in row if cell] for row in table]
    texts = (" ".join(word.text for word in cell) for row in filled for cell in row)
    return sum(len(row) > 1 for row in filled) > 1 and not any(is_head(text) or is_list(text) for text in texts)


def _rows(table: Table, number: int, unit: float, frame: Frame) -> list[Line]:
    """A line per row that holds words, as the reader of DOCX has it: without its empty cells."""
    rows = []
    for row in table:
        cells = [lines for lines in (typeset(cell, number, unit, frame) for cell in row) if lines]
        if cells:
            lines = [line for cell in cells for line in cell]
            start, end = min(line.indent for line in lines), max(line.end for line in lines)
            text = " | ".join(map(_text, cells))
            box = union(line.box for line in lines)
            rows.append(Line(text, start, end, number, gap=True, alone=True, box=box))
    return rows


def _text(lines: list[Line]) -> str:
    text = ""
    for line in lines:
        words = " ".join(line.text.split())
        text += words if not text or cut_symbol(text, words) else f" {words}"
    return text


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0
