"""What Tesseract misses when it looks at a whole page is looked at again, alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from pipeline.ingest.scan.head_blanks import SURE, digits_in
from pipeline.ingest.scan.missed import Box, missed_lines, only
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.words import ReadWord, Row, confidence, rows_of, type_height
from pipeline.patterns import RECIPIENTS

Look = Callable[[PageImage, str], tuple[ReadWord, ...]]
"""Reads a part of a page: one block with the `large` or the `fast` net, or `scattered` lines."""

_BEYOND_DOUBT = {"number": SURE, "month": 0.9}  # confidence; a month is often printed, and written with one digit
_CONTRADICTED = 0.5
_ROWS = 12
_RECIPIENTS = re.compile(RECIPIENTS)
_ABOVE, _BELOW = 3.0, 22.0  # heights of the type: where the signature stands, from the list of recipients
_ASIDE = 1.0
_ROOM = 0.6
_MIDDLE = 0.55  # of the width of the page
_NEAR = 4.0  # heights below the list's label: there the office of the signer begins
_HOPELESS, _LEGIBLE, _CLEAR = 0.2, 0.4, 0.6
_SHARED = 0.2  # of the box of a word
_MOST_MISSED = 40  # more of them are a picture, no lines


def second_look(words: Sequence[ReadWord], image: PageImage, look: Look) -> list[ReadWord]:
    """The words of the page with lines that were left out, a doubtful number confirmed and the signature found."""
    rows = rows_of(_with_missed(words, image, look))
    confirmed = [word for row in rows[:_ROWS] for word in _confirmed(row, image, look).words]
    confirmed += [word for row in rows[_ROWS:] for word in row.words]
    return confirmed + _signature(rows, image, look)


def _with_missed(words: Sequence[ReadWord], image: PageImage, look: Look) -> list[ReadWord]:
    """The words and those of lines that were left out; what was hardly read gives way to a better reading."""
    legible = _legible(words)
    boxes = missed_lines(image, legible)
    if not 0 < len(boxes) <= _MOST_MISSED:
        return list(words)
    found = _look_at(boxes, image, _ROOM * type_height(words), look)
    better = [word for word in found if word.sure >= _CLEAR and not any(_overlap(word, other) for other in legible)]
    known = set(legible)
    rest = [word for word in words if word not in known and not any(_overlap(word, other) for other in better)]
    return legible + rest + better


def _look_at(boxes: Sequence[Box], image: PageImage, room: float, look: Look) -> list[ReadWord]:
    """The words in the boxes, each with `room` round it, and nothing else of the page."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    round_all = (min(lefts) - room, min(tops) - room, max(rights) + room, max(bottoms) + room)
    return [_moved(word, round_all) for word in look(_crop(only(image, boxes, room), round_all), "scattered")]


def _legible(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words of stretches that were well read, but for those among them that were not read at all."""
    stretches = (stretch for row in rows_of(words) for stretch in row.stretches() if confidence(stretch) >= _CLEAR)
    return [word for stretch in stretches for word in stretch if word.sure >= _HOPELESS]


def _overlap(one: ReadWord, two: ReadWord) -> bool:
    """Whether a good part of the box of either word is the other's too."""
    if one.right <= two.left or two.right <= one.left or one.bottom <= two.top or two.bottom <= one.top:
        return False
    across = min(one.right, two.right) - max(one.left, two.left)
    down = min(one.bottom, two.bottom) - max(one.top, two.top)
    return across * down > _SHARED * min(map(_area, (one, two)))


def _area(word: ReadWord) -> float:
    """That of the box; a lone sign counts as large, so that it is in nobody's way."""
    if len(word.text) < 2 and not word.text.isalnum():
        return float("inf")
    return (word.right - word.left) * (word.bottom - word.top)


def _confirmed(row: Row, image: PageImage, look: Look) -> Row:
    """A doubtful number or month counts as read where the other net reads the same digits, and not where others."""
    for part, found in digits_in(row).items():
        if row.sure(*found.span(part)) < _BEYOND_DOUBT[part]:
            box = _around(row.within(*found.span()))
            row = _judged(row, found.span(part), _digits_of(part, look(_crop(image, box), "fast")))
    return row


def _judged(row: Row, span: tuple[int, int], again: tuple[str, float]) -> Row:
    """The row with its digits as sure as the second reading, digits and confidence, makes them."""
    digits, sure = again
    same, doubtful = digits == row.text[slice(*span)].strip(), row.within(*span)
    if not digits or (same and sure < SURE):
        return row
    bound, limit = (max, SURE) if same else (min, _CONTRADICTED)
    return Row(tuple(replace(word, sure=bound(limit, word.sure)) if word in doubtful else word for word in row.words))


def _digits_of(part: str, words: Sequence[ReadWord]) -> tuple[str, float]:
    """What the words say in place of the `number` or `month`, and how sure; none is said with no confidence."""
    for row in rows_of(words):
        if found := digits_in(row).get(part):
            return found[part].strip(), row.sure(*found.span(part))
    return "", 0.0


def _signature(rows: list[Row], image: PageImage, look: Look) -> list[ReadWord]:
    """The words to the right of the list of recipients, where Tesseract took stamp and signature for a picture."""
    at = next((index for index, row in enumerate(rows) if _RECIPIENTS.match(row.text)), None)
    if at is None:
        return []
    label, middle = rows[at].words[0], _MIDDLE * image.pixels.shape[1]
    top, bottom = label.base - _ABOVE * label.height, label.base + _BELOW * label.height
    beside = [word for row in rows for word in row.words if top < word.base < bottom]
    listed = [word for word in beside if word.left < middle and word.base >= label.base]
    signed = [word for word in beside if word.left >= middle and word.sure >= _LEGIBLE]
    if any(word.base < label.base + _NEAR * label.height for word in signed):
        return []
    end = min((word.top for word in signed), default=bottom)
    edge = min(middle, max((word.right for word in listed), default=middle))
    box = (edge + _ASIDE * label.height, top, float(image.pixels.shape[1]), end)
    return [_moved(word, box) for word in look(_crop(image, box), "large") if word.sure >= _CLEAR]


def _around(words: Sequence[ReadWord]) -> Box:
    """A box with room around the words: without it Tesseract does not find them."""
    room = _ROOM * type_height(words)
    left, right = min(word.left for word in words), max(word.right for word in words)
    return left - room, min(word.top for word in words) - room, right + room, max(word.bottom for word in words) + room


def _crop(image: PageImage, box: Box) -> PageImage:
    left, top, right, bottom = (max(0, round(side)) for side in box)
    return PageImage(np.ascontiguousarray(image.pixels[top:bottom, left:right]), image.dpi)


def _moved(word: ReadWord, box: Box) -> ReadWord:
    """The word with its place on the page instead of that in the box."""
    x, y = max(0.0, box[0]), max(0.0, box[1])
    return replace(
        word, left=word.left + x, right=word.right + x, top=word.top + y, bottom=word.bottom + y, base=word.base + y
    )
