"""The picture of a page → its words, whichever way round it was scanned."""

from __future__ import annotations

import numpy as np

from pipeline.ingest.scan.prepare import straightened
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.second_look import second_look
from pipeline.ingest.scan.tesseract import quarter_turns, recognise, recognise_part
from pipeline.ingest.scan.words import ScannedPage, confidence

_POOR = 0.65  # confidence: a page below may stand on its side
_FEW = 8  # words: a page with fewer may, too


def read_page(image: PageImage) -> ScannedPage:
    """The words of a page. Raises InputError where Tesseract fails, DependencyMissing where there is none."""
    page = _read(image, 0)
    if len(page.words) >= _FEW and confidence(page.words) >= _POOR:
        return page
    turns = quarter_turns(image)
    turned = _read(image, turns) if turns else page
    return max(page, turned, key=lambda page: (len(page.words) >= _FEW, confidence(page.words)))


def _read(image: PageImage, turns: int) -> ScannedPage:
    pixels, angle = straightened(np.ascontiguousarray(np.rot90(image.pixels, -turns)))
    level = PageImage(pixels, image.dpi)
    words = second_look(recognise(level), level, recognise_part)
    height, width = pixels.shape
    return ScannedPage(tuple(words), turns, angle, width, height, image.dpi)
