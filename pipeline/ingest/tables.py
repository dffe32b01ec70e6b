"""Ruled tables of a PDF page → a line per row, `cell | cell | cell`, in the order they are read."""

from __future__ import annotations

from io import BytesIO

import pypdfium2 as pdfium

from pipeline.ingest.columns import is_head, is_list
from pipeline.ingest.glyphs import Word
from pipeline.ingest.lines import Line
from pipeline.ingest.places import Box, Frame, union
from pipeline.ingest.symbols import cut_symbol
from pipeline.ingest.typeset import typeset

_LONG = 12.0  # points: shorter strokes rule no cell
_FEWEST = 3  # lines each way
_MOST = 4000  # crossings: more are a drawing, which pdfplumber would look at for minutes
_MIDDLE = 0.3  # of the height of the type, above the base line

Spot = tuple[float, float, Word]
"""The middle of a word, in points from the top left corner of the page, and the word."""
Cell = list[Word]
Table = list[list[Cell]]
Grid = list[list[Box]]
"""The boxes of the cells, row by row, in points from the top left corner of the page."""


def typeset_page(words: list[Word], strokes: list[Box], number: int, unit: float, frame: Frame) -> list[Line]:
    """The printed lines of page `number`, each row of a table that is ruled with `strokes` one line.

    `unit` is the width of an average character.
    """
    tables = _tables(words, strokes, frame) if are_cells(strokes) else []
    taken = {word for table in tables for row in table for cell in row for word in cell}
    lines = typeset([word for word in words if word not in taken] if taken else words, number, unit, frame)
    for block in (_rows(table, number, unit, frame) for table in tables):
        at = next((at for at, line in enumerate(lines) if _top(line) > _top(block[0])), len(lines))
        lines[at:at] = block
    return lines


def _tables(words: list[Word], strokes: list[Box], frame: Frame) -> list[Table]:
    """The tables of the page; boxes behind words of running text (marked passages, say) make none."""
    spots = [((word.left + word.right) / 2, _height(word, frame), word) for word in words]
    found = []
    for grid in _grids(strokes, frame):
        table = [_filled(row, spots) for row in grid]
        held = {word for row in table for cell in row for word in cell}
        heights = [height for row in grid for _, top, _, bottom in row for height in (top, bottom)]
        top, bottom = min(heights), max(heights)
        if all(word in held for _, height, word in spots if top <= height < bottom) and _is_table(table):
            found.append(table)
    return found


def are_cells(strokes: list[Box]) -> bool:
    """Whether there are lines across and down in such numbers as cells need, and no drawing; quick to say."""
    across = {round(top) for left, top, right, _ in strokes if right - left > _LONG}
    down = {round(left) for left, top, _, bottom in strokes if bottom - top > _LONG}
    return min(len(across), len(down)) >= _FEWEST and len(across) * len(down) <= _MOST


def _grids(strokes: list[Box], frame: Frame) -> list[Grid]:
    """The grids that pdfplumber finds among the strokes of a page. It gets an empty page to see nothing else.

    To let it read the page itself would take a hundred times as long.
    """
    import pdfplumber  # slow to load, and few pages need it

    lines = [
        {"object_type": "line", "x0": left, "x1": right, "top": top, "bottom": bottom}
        | {"width": right - left, "height": bottom - top}
        for left, top, right, bottom in strokes
    ]
    settings = {
        "vertical_strategy": "explicit",
        "horizontal_strategy": "explicit",
        "explicit_vertical_lines": lines,
        "explicit_horizontal_lines": lines,
    }
    with pdfplumber.open(BytesIO(_empty(frame.width, frame.height))) as blank:
        found = blank.pages[0].find_tables(settings)
        return [[[cell for cell in row.cells if cell] for row in table.rows] for table in found]


def _empty(width: float, height: float) -> bytes:
    """A PDF of an empty page."""
    document, content = pdfium.PdfDocument.new(), BytesIO()
    try:
        document.new_page(width, height).close()
        document.save(content)
    finally:
        document.close()
    return content.getvalue()


def _filled(row: list[Box], spots: list[Spot]) -> list[Cell]:
    """The words in each of the boxes of a row."""
    top, bottom = min(box[1] for box in row), max(box[3] for box in row)
    level = [spot for spot in spots if top <= spot[1] < bottom]
    return [
        [word for across, down, word in level if left <= across < right and top <= down < bottom]
        for left, top, right, bottom in row
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
