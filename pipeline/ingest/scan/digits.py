"""The digits of a picture that was laid over a blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pypdfium2 as pdfium

from pipeline.ingest.glyphs import Blank, Word
from pipeline.ingest.places import POINTS, Frame
from pipeline.ingest.scan.render import HIGHEST, PageImage, red
from pipeline.ingest.scan.tesseract import recognise_part

_ABOVE, _BELOW = 1.2, 0.6  # heights of the type
_SURE = 0.6


def read_digits(page: pdfium.PdfPage, blanks: Iterable[Blank], frame: Frame) -> Iterator[Word]:
    """The number in each of the blanks that can be read for sure. Raises DependencyMissing where nothing can read."""
    step = HIGHEST / POINTS
    bitmap = page.render(scale=step, may_draw_forms=False)
    pixels = red(bitmap.to_numpy()).copy()
    bitmap.close()
    for blank in blanks:
        base = frame.height - (blank.base - frame.bottom)
        rows = slice(max(0, round((base - _ABOVE * blank.height) * step)), round((base + _BELOW * blank.height) * step))
        columns = slice(round((blank.left - frame.left) * step), round((blank.right - frame.left) * step))
        part = np.pad(pixels[rows, columns], round(blank.height), constant_values=255)
        found = recognise_part(PageImage(np.ascontiguousarray(part), HIGHEST), "digits")
        text = "".join(word.text for word in found)
        if text.isdecimal() and min(word.sure for word in found) >= _SURE:
            yield Word(text, blank.left, blank.right, blank.base, blank.height)
