"""Words with boxes → printed lines: words on one base line, wide gaps between columns, small type told apart."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.ingest.cleaning import clean_print, raised
from pipeline.ingest.glyphs import Word
from pipeline.ingest.lines import NOTE_OPEN, Line, is_rule
from pipeline.ingest.places import Box, Frame

_SAME_BASE = 0.42  # of the height of the type
_RAISED = 0.75  # of the height of the type: a raised number is smaller and no further up
_WIDE = 3.0  # characters
_GAP = 1.45  # of the usual distance between base lines
_SMALL = 0.9  # of the usual height
_NOTE_START = re.compile(r"(?P<mark>\d{1,3})(?:\s+(?=\S)|(?=[^\W\d_]))")


def character_width(words: list[Word]) -> float:
    """The width of an average character, in points."""
    widths = [(word.right - word.left) / len(word.text) for word in words if len(word.text) > 1]
    return max(1.0, median(widths)) if widths else 6.0


def typeset(words: list[Word], page: int, unit: float, frame: Frame | None = None) -> list[Line]:
    """The printed lines of a page from top to bottom; `unit` is the width of an average character.

    With a `frame` each line knows its box.
    """
    rows = _rows(words)
    if not rows:
        return []
    height = median(word.height for word in words)
    steps = [upper[0].base - lower[0].base for upper, lower in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    lines: list[Line] = []
    gap = True
    for row, step in zip(rows, [0.0, *steps], strict=True):
        gap = gap or step > _GAP * usual
        text, indent, end = _text(row, unit)
        small = median(word.height for word in row) < _SMALL * height
        box, sure = (_box(row, frame), _sure(row)) if frame else (None, None)
        line = Line(text, indent, end, page, gap, small=small, box=box, sure=sure)
        if not line.text or is_rule(line.text):
            gap = True
        else:
            lines.append(line)
            gap = False
    return _with_notes(lines)


def _box(row: list[Word], frame: Frame) -> Box:
    right, height = max([word.right for word in row]), max([word.height for word in row])
    return frame.box(row[0].left, right, median([word.base for word in row]), height)


def _sure(row: list[Word]) -> float | None:
    known = [word.sure for word in row if word.sure is not None]
    return round(sum(known) / len(known), 3) if known else None


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words on one base line, more or less, from left to right; the rows from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        if rows and rows[-1][0].base - word.base < _tolerance(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def _tolerance(above: Word, word: Word) -> float:
    """How far below the first word of a row a word of that row may stand; a raised number stands higher."""
    if above.text.isdigit() and above.height < _RAISED * word.height:
        return _RAISED * word.height
    return _SAME_BASE * max(above.height, word.height)


def _text(row: list[Word], unit: float) -> tuple[str, float, float]:
    """The text of a row with its left and right edge, in average characters."""
    row = _marked(row)
    indent = row[0].left / unit
    text = row[0].text
    right = row[0].right
    for word in row[1:]:
        space = (word.left - right) / unit
        if space > _WIDE:
            text += " " * max(3, round(word.left / unit - indent) - len(text))
        elif space > 0.12 or word.text[0].isalnum():
            text += " "
        text += word.text
        right = max(right, word.right)
    return clean_print(text), indent, right / unit


def _marked(row: list[Word]) -> list[Word]:
    """Numbers raised above the other words of the row are marks of footnotes."""
    if not any(word.text.isdigit() for word in row):
        return row
    base, height = median(word.base for word in row), max(word.height for word in row)
    return [
        word._replace(text=raised(word.text))
        if word.text.isdigit() and len(word.text) < 3 and word.height < _RAISED * height and word.base > base + 1
        else word
        for word in row
    ]


def _with_notes(lines: list[Line]) -> list[Line]:
    """Small lines at the bottom of the page that begin with a number hold footnotes."""
    bottom = len(lines)
    while bottom > 0 and lines[bottom - 1].small:
        bottom -= 1
    notes = [
        replace(line, text=_NOTE_START.sub(lambda match: raised(match["mark"]) + " ", line.text, count=1))
        if _NOTE_START.match(line.text)
        else line
        for line in lines[bottom:]
    ]
    return lines[:bottom] + notes if notes and notes[0].text.startswith(NOTE_OPEN) else lines
