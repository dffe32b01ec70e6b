"""Words with boxes → printed lines: words on one base line, wide gaps between columns, small type told apart."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import attrgetter
from statistics import median

from pipeline.ingest.cleaning import clean_print, raised
from pipeline.ingest.glyphs import Word
from pipeline.ingest.lines import NOTE_OPEN, Line, is_rule
from pipeline.ingest.places import Frame

_SAME_BASE = 0.42  # of the height of the type
_RAISED = 0.75  # of the height of the type: a raised number is smaller and no further up
_WIDE = 3.0  # characters
_GAP = 1.45  # of the usual distance between base lines
_SMALL = 0.9  # of the usual height
_NOTE_START = re.compile(r"(?P<mark>\d{1,3})(?:\s+(?=\S)|(?=[^\W\d_]))")


def character_width(words: list[Word]) -> float:
    """The width of an average character, in points."""
    widths = [(right - left) / len(text) for text, left, right, *_ in words if len(text) > 1]
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
        texts, lefts, rights, bases, heights, sures = zip(*row, strict=True)
        row = _marked(row, bases, heights) if any(map(str.isdigit, texts)) else row
        text, indent, end = _text(row, unit)
        small = _middle(heights) < _SMALL * height
        box = frame.box(lefts[0], max(rights), _middle(bases), max(heights)) if frame else None
        line = Line(text, indent, end, page, gap, small=small, box=box, sure=_mean(sures) if frame else None)
        if not line.text or is_rule(line.text):
            gap = True
        else:
            lines.append(line)
            gap = False
    return _with_notes(lines)


def _middle(values: tuple[float, ...]) -> float:
    """The median, at once where all are the same, as they are in most rows."""
    return values[0] if values.count(values[0]) == len(values) else median(values)


def _mean(confidences: tuple[float | None, ...]) -> float | None:
    known = [confidence for confidence in confidences if confidence is not None]
    return round(sum(known) / len(known), 3) if known else None


def _rows(words: list[Word]) -> list[list[Word]]:
    """Words on one base line, more or less, from left to right; the rows from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=attrgetter("base"), reverse=True):
        if rows and (word.base == rows[-1][0].base or _is_beside(rows[-1][0], word)):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=attrgetter("left")) for row in rows]


def _is_beside(first: Word, word: Word) -> bool:
    """Whether a word stands on the line of the first word of a row; a raised number stands higher."""
    below, height = first.base - word.base, word.height
    if below < _SAME_BASE * height or below < _SAME_BASE * first.height:
        return True
    return below < _RAISED * height and first.text.isdigit() and first.height < _RAISED * height


def _text(row: list[Word], unit: float) -> tuple[str, float, float]:
    """The text of a row with its left and right edge, in average characters."""
    text, left, right, *_ = row[0]
    indent = left / unit
    for word, left, end, *_ in row[1:]:
        space = (left - right) / unit
        if space > _WIDE:
            text += " " * max(3, round(left / unit - indent) - len(text))
        elif space > 0.12 or word[0].isalnum():
            text += " "
        text += word
        if end > right:
            right = end
    return clean_print(text), indent, right / unit


def _marked(row: list[Word], bases: tuple[float, ...], heights: tuple[float, ...]) -> list[Word]:
    """Numbers raised above the other words of the row are marks of footnotes."""
    base, height = _middle(bases), max(heights)
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
        line._replace(text=_NOTE_START.sub(lambda match: raised(match["mark"]) + " ", line.text, count=1))
        if _NOTE_START.match(line.text)
        else line
        for line in lines[bottom:]
    ]
    return lines[:bottom] + notes if notes and notes[0].text.startswith(NOTE_OPEN) else lines
