"""The hOCR that Tesseract writes → words with boxes and confidences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import inf

from lxml import etree

from pipeline.ingest.scan.words import ReadWord

_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_BASE = re.compile(r"\bbaseline (-?[\d.]+) (-?[\d.]+)")
_SIZE = re.compile(r"\bx_size ([\d.]+)")
_SURE = re.compile(r"\bx_wconf (\d+)")
_STEEP = 0.5  # dots that a base line rises or falls per dot; pages are made level before
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})


def read_hocr(markup: bytes) -> Iterator[ReadWord]:
    """The words of a page in Tesseract's order, in dots of its picture; nothing where the markup is broken.

    Lines that stand on their side are left out: a page full of them is turned and read again.
    """
    try:
        root = etree.fromstring(markup, etree.XMLParser(recover=True, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError:
        return
    if root is None:
        return
    for line in root.iter("{*}span"):
        if line.get("class") in _LINES and _is_level(line.get("title", "")):
            yield from _words(line)


def _is_level(title: str) -> bool:
    """Of a line on its side Tesseract gives the angle, no base line, or one that rises out of the page."""
    slope, _ = _numbers(_BASE, title) or (inf, 0.0)
    return abs(slope) < _STEEP and "textangle" not in title


def _words(line: etree._Element) -> Iterator[ReadWord]:
    title = line.get("title", "")
    left, _, _, bottom = _numbers(_BOX, title) or (0.0,) * 4
    slope, drop = _numbers(_BASE, title) or (0.0, 0.0)
    height = next(iter(_numbers(_SIZE, title)), 0.0)
    for word in line.iter("{*}span"):
        said, text = word.get("title", ""), "".join(map(str, word.itertext())).strip()
        box = _numbers(_BOX, said)
        if word is line or not box or not text:
            continue
        base = bottom + drop + slope * ((box[0] + box[2]) / 2 - left)
        sure = next(iter(_numbers(_SURE, said)), 0.0) / 100
        yield ReadWord(text, box[0], box[1], box[2], box[3], base, height or box[3] - box[1], sure)


def _numbers(pattern: re.Pattern[str], title: str) -> tuple[float, ...]:
    found = pattern.search(title)
    return tuple(map(float, found.groups())) if found else ()
