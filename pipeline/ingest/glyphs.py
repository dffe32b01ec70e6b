"""The words of a PDF page with their boxes, straight from PDFium: one call for the text, boxes at word ends only."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.cleaning import raised

_WORD = re.compile(r"[^ \t\r\n\u00a0\x00]+")
# What PDFium makes of a hyphen at the end of a line.
_HYPHENS = str.maketrans("\x02\ufffe", "--")
_NUMBERED = re.compile(r"(?<=\D)(?P<mark>\d{1,2})(?=[.,;:)\]”\"]*$)")
_RAISED = 0.15  # of the height of a character: a mark set higher than this stands above the line


class Word(NamedTuple):
    """A word, its left and right edge, its base line and the height of its type, in points as the page is shown.

    `sure`: the confidence of OCR, 0 to 1.
    """

    text: str
    left: float
    right: float
    base: float
    height: float
    sure: float | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """Space left between two words, on their base line, in points as words are placed."""

    left: float
    right: float
    base: float
    height: float


class Glyphs:
    """The characters of one page. Close it when done: PDFium's memory is not Python's."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._textpage = page.get_textpage()
        self._raw = self._textpage.raw
        self._box_read = pdfium_c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._rotation = page.get_rotation()
        self._size = (page.get_mediabox()[2], page.get_mediabox()[3])
        self.text = _text_of(self._raw)

    def close(self) -> None:
        """Give the page's memory back."""
        self._textpage.close()

    def words(self) -> Iterator[Word]:
        """The words in the order of the file."""
        bases: dict[tuple[float, float], float] = {}  # of type that reaches from here to there: a line has the same
        for found in _WORD.finditer(self.text):
            start, end = found.span()
            left, bottom, right, top = self._box(start)
            if end - start > 1:
                right = self._box(end - 1)[2]
            base = bases.get((bottom, top))
            if base is None:
                base = bases[bottom, top] = self._base(start)
            text, height = found[0], top - bottom
            if not text.isalpha():
                text = self._with_mark(text.translate(_HYPHENS), start, base, height)
            yield Word(text, left, right, base, height)

    def _with_mark(self, text: str, start: int, base: float, height: float) -> str:
        """A number set above the line behind a word is the mark of a footnote."""
        found = _NUMBERED.search(text)
        if found is None:
            return text
        offsets = range(found.start(), found.end("mark"))
        if not all(self._is_raised(start + at, base, height) for at in offsets):
            return text
        return text[: found.start()] + raised(found["mark"]) + text[found.end("mark") :]

    def _is_raised(self, index: int, base: float, height: float) -> bool:
        box = self._box(index)
        return self._base(index) - base > _RAISED * height and box[3] - box[1] < 0.9 * height

    def _base(self, index: int) -> float:
        x, y = self._x, self._y
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, x, y)
        return self._turned(x.value, y.value)[1] if self._rotation else y.value

    def _box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character, as the page is shown."""
        box = self._box_read
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, box)
        if not self._rotation:
            return box.left, box.bottom, box.right, box.top
        x1, y1 = self._turned(box.left, box.bottom)
        x2, y2 = self._turned(box.right, box.top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        width, height = self._size
        if self._rotation == 90:
            return y, width - x
        if self._rotation == 180:
            return width - x, height - y
        if self._rotation == 270:
            return height - y, x
        return x, y


def _text_of(page: pdfium_c.FPDF_TEXTPAGE) -> str:
    """A character for each of the page's, so that both have the same index."""
    count = max(0, pdfium_c.FPDFText_CountChars(page))
    units = (ctypes.c_ushort * (count + 1))()  # UTF-16, and its end
    written = pdfium_c.FPDFText_GetText(page, 0, count, units) - 1
    text = bytes(units)[: 2 * max(0, written)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    return "".join([chr(pdfium_c.FPDFText_GetUnicode(page, index)) for index in range(count)])
