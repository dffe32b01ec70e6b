"""The words of a PDF page with their boxes, straight from PDFium: one call for the text, boxes at word ends only."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, repeat
from operator import sub
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.calls import ADDRESS, INT, address_of, answers, plain, room_for
from pipeline.ingest.cleaning import raised

_SPACES = r" \t\r\n\u00a0\x00"  # the characters between words, for use in patterns
_HYPHENS = ("\x02", "\ufffe")  # what PDFium makes of a hyphen at the end of a line
_GAP = re.compile(f"([{_SPACES}]+)")
_NUMBERED = re.compile(rf"[0-9](?<=[^\d{_SPACES}].)\d?(?=[.,;:)\]”\"]*(?:[{_SPACES}]|\Z))")
_origin = plain(pdfium_c.FPDFText_GetCharOrigin, ADDRESS, INT, ADDRESS, ADDRESS)
_loose_box = plain(pdfium_c.FPDFText_GetLooseCharBox, ADDRESS, INT, ADDRESS)
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
        self._address = address_of(self._raw)
        self._rotation = page.get_rotation()
        self._size = page.get_mediabox()[2:] if self._rotation else (0.0, 0.0)
        self.text = _text_of(self._raw)

    def close(self) -> None:
        """Give the page's memory back."""
        self._textpage.close()

    def words(self, form: re.Pattern[str] | None = None) -> list[Word]:
        """The words in the order of the file; with a `form` only those that have it."""
        texts, starts = _parted(self.text)
        if form:
            held = [bool(form.fullmatch(text)) for text in texts]
            texts, starts = list(compress(texts, held)), list(compress(starts, held))
        if not texts:
            return []
        lefts, tops, _, bottoms = zip(*self._boxes(starts), strict=True)
        lasts = [start + len(text) - 1 for start, text in zip(starts, texts, strict=True)]
        rights = [right for _, _, right, _ in self._boxes(lasts)]
        edges = list(zip(bottoms, tops, strict=True))
        firsts = dict(zip(reversed(edges), reversed(starts), strict=True))  # type that reaches from here to there
        bases = dict(zip(firsts, self._bases(firsts.values()), strict=True))  # has one base line, as a rule
        heights = map(sub, tops, bottoms)
        rows = zip(texts, lefts, rights, map(bases.__getitem__, edges), heights, repeat(None), strict=False)
        words = list(map(tuple.__new__, repeat(Word), rows))  # Word(…) takes three times as long
        if not form:
            self._mark(words, starts)
        return words

    def _mark(self, words: list[Word], starts: Sequence[int]) -> None:
        """A number set above the line behind a word is the mark of a footnote; each word has its start."""
        for found in _NUMBERED.finditer(self.text):
            at = bisect_right(starts, found.start()) - 1
            word, start, end = words[at], found.start() - starts[at], found.end() - starts[at]
            if all(self._is_raised(index, word) for index in range(*found.span())):
                words[at] = word._replace(text=word.text[:start] + raised(found[0]) + word.text[end:])

    def _is_raised(self, index: int, word: Word) -> bool:
        ((_, top, _, bottom),) = self._boxes([index])
        (base,) = self._bases([index])
        return base - word.base > _RAISED * word.height and top - bottom < 0.9 * word.height

    def _bases(self, indices: Collection[int]) -> Iterator[float]:
        """The heights of the base lines of the characters, as the page is shown."""
        origins = answers(_origin, "2d", (0, 8), len(indices), repeat(self._address), indices)
        return (self._turned(*origin)[1] if self._rotation else origin[1] for origin in origins)

    def _boxes(self, indices: Sequence[int]) -> Iterator[tuple[float, ...]]:
        """Left, top, right and bottom of the characters, y upwards, as the page is shown."""
        boxes = answers(_loose_box, "4f", (0,), len(indices), repeat(self._address), indices)
        return map(self._turned_box, boxes) if self._rotation else boxes

    def _turned_box(self, box: tuple[float, ...]) -> tuple[float, ...]:
        (x1, y1), (x2, y2) = self._turned(*box[:2]), self._turned(*box[2:])
        return min(x1, x2), max(y1, y2), max(x1, x2), min(y1, y2)

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        width, height = self._size
        if self._rotation == 90:
            return y, width - x
        if self._rotation == 180:
            return width - x, height - y
        if self._rotation == 270:
            return height - y, x
        return x, y


def _parted(text: str) -> tuple[list[str], list[int]]:
    """The words of `text`, and where each of them begins.

    >>> _parted(" Sở Y tế\\r\\n")
    (['Sở', 'Y', 'tế'], [1, 4, 6])
    """
    parts = _GAP.split(text)  # a word, a gap, a word and so on; in one call, which is faster than to look for each word
    words, starts = parts[::2], list(accumulate(map(len, parts), initial=0))[:-1:2]
    first, end = int(not words[0]), len(words) - (not words[-1])
    return words[first:end], starts[first:end]


def _text_of(page: pdfium_c.FPDF_TEXTPAGE) -> str:
    """A character for each of the page's, so that both have the same index."""
    count = max(0, pdfium_c.FPDFText_CountChars(page))
    units = room_for(ctypes.c_ushort, count + 1)  # UTF-16, and its end
    written = pdfium_c.FPDFText_GetText(page, 0, count, units) - 1
    text = str(memoryview(units).cast("B")[: 2 * max(0, written)], "utf-16-le", "replace")
    if len(text) != count:
        text = "".join([chr(pdfium_c.FPDFText_GetUnicode(page, index)) for index in range(count)])
    for hyphen in _HYPHENS:
        text = text.replace(hyphen, "-")
    return text
