"""Lines that stand on a page and that Tesseract's analysis of the layout has left out."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np

from pipeline.ingest.scan.render import PageImage, Pixels
from pipeline.ingest.scan.words import ReadWord, type_height

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in dots of the page."""

_DPI = 100.0  # of the small copy in which ink is looked for
_AROUND = 0.3  # heights of the type: ink so near a word is its own
_SPACE = 1.0  # heights: ink so near, side by side, is of one line
_LOWEST, _HIGHEST, _SHORTEST = 0.55, 1.7, 2.5  # heights of the type: what can be a line, and no page number
_EDGE = 0.015  # of the page: the shadow of the paper's edge
_THIN, _THICK = 0.08, 0.6  # share of ink in a line of print


def missed_lines(image: PageImage, words: Sequence[ReadWord]) -> list[Box]:
    """The boxes of what looks like lines of print beside the words that were read."""
    if not words:
        return []
    scale = min(1.0, _DPI / image.dpi)
    height = max(4.0, type_height(words) * scale)
    ink = _ink_beside(image.pixels, words, scale, height)
    bridge = np.ones((1, max(1, round(_SPACE * height))), np.uint8)
    _, _, found, _ = cv2.connectedComponentsWithStats(cv2.morphologyEx(ink, cv2.MORPH_CLOSE, bridge))
    return [
        (left / scale, top / scale, (left + width) / scale, (top + tall) / scale)
        for left, top, width, tall, _ in found[1:].tolist()
        if _LOWEST * height <= tall <= _HIGHEST * height
        and width >= _SHORTEST * height
        and _EDGE * ink.shape[1] < left < (1 - _EDGE) * ink.shape[1] - width
        and _EDGE * ink.shape[0] < top < (1 - _EDGE) * ink.shape[0] - tall
        and _THIN <= float(ink[top : top + tall, left : left + width].mean()) <= _THICK
    ]


def only(image: PageImage, boxes: Sequence[Box], room: float) -> PageImage:
    """The page with nothing on it but what the boxes, and `room` dots round them, hold."""
    pixels = np.full_like(image.pixels, int(np.median(image.pixels[::8, ::8])))
    for left, top, right, bottom in boxes:
        rows = slice(max(0, round(top - room)), round(bottom + room))
        columns = slice(max(0, round(left - room)), round(right + room))
        pixels[rows, columns] = image.pixels[rows, columns]
    return PageImage(pixels, image.dpi)


def _ink_beside(pixels: Pixels, words: Sequence[ReadWord], scale: float, height: float) -> Pixels:
    """1 where a dot of the small copy is dark and belongs to no word."""
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = cv2.adaptiveThreshold(small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 20)
    room = _AROUND * height
    for word in words:
        rows = slice(max(0, round(word.top * scale - room)), round(word.bottom * scale + room))
        columns = slice(max(0, round(word.left * scale - room)), round(word.right * scale + room))
        dark[rows, columns] = 0
    return np.asarray(dark, dtype=np.uint8)
