"""Numbers that stand on a finished PDF only as a picture over a blank: `Số:    /UBND-NC`, `ngày    tháng    năm`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2 as pdfium

from pipeline.errors import DependencyMissing
from pipeline.ingest.glyphs import Blank, Word
from pipeline.ingest.pieces import PICTURE, pieces_of
from pipeline.ingest.places import Frame

_SAID = (re.compile(r"S[ốô](?: ?: ?| )(\d?)"), re.compile(r"ngày( \d+ tháng \d+ năm \d)?"))
_NUMBER = (re.compile(r"S[ốô]\s?:?"), re.compile(r"[/-].*"))
_DAY = (re.compile(r"ngày"), re.compile(r"tháng"))
_MONTH = (re.compile(r"tháng"), re.compile(r"năm"))
_SAME_BASE = 0.4  # of the height of the type
_WIDE = 0.8  # heights of the type: a blank that a digit fits in
_TALL = 5.0  # heights of the type: higher pictures are stamps, scans and backgrounds


def is_numbered(words: list[Word]) -> bool:
    """Whether the first number and the first day of the page, those of a head, stand in full: nothing was set in.

    >>> [is_numbered([Word(text, 0, 0, 0, 14) for text in f"Số: {number}/UBND ngày 5 tháng 3 năm 2026".split()])
    ...     for number in ("507", "")]
    [True, False]
    """
    text = " ".join(word.text for word in words)
    first = [form.search(text) for form in _SAID]
    return all(found and found[1] for found in first)


def stamped_numbers(page: pdfium.PdfPage, words: list[Word], frame: Frame) -> list[Word]:
    """The numbers that OCR reads in the blanks of a head over which pictures lie; none where there is no OCR."""
    blanks = list(find_blanks(words))
    if not blanks:
        return []
    pictures = [piece.bounds() for piece in pieces_of(page, PICTURE)]
    covered = [blank for blank in blanks if any(_covers(picture, blank) for picture in pictures)]
    if not covered:
        return []
    from pipeline.ingest.scan.digits import read_digits  # loads numpy, which only scans need

    try:
        return list(read_digits(page, covered, frame))
    except DependencyMissing:
        return []


def find_blanks(words: list[Word]) -> Iterator[Blank]:
    """The first blank each for the number, the day and the month.

    >>> words = [Word("Số:", 100, 118, 700, 14), Word("/UBND-NC", 150, 210, 700, 14)]
    >>> [(blank.left, blank.right) for blank in find_blanks(words)]
    [(118, 150)]
    """
    for label, end in (_NUMBER, _DAY, _MONTH):
        for index, word in enumerate(words):
            if not label.fullmatch(word.text):
                continue
            behind = [each for each in words if _follows(each, word)]
            follower = min(behind, key=lambda each: each.left, default=None)
            if follower and end.fullmatch(follower.text) and follower.left - word.right > _WIDE * word.height:
                yield Blank(word.right, follower.left, word.base, word.height)
                break
            if index > len(words) / 2:
                break


def _follows(word: Word, label: Word) -> bool:
    return word.left >= label.right and abs(word.base - label.base) < _SAME_BASE * label.height


def _covers(picture: tuple[float, ...], blank: Blank) -> bool:
    left, bottom, right, top = picture
    across = min(right, blank.right) - max(left, blank.left)
    down = min(top, blank.base + blank.height) - max(bottom, blank.base - blank.height / 2)
    return across > 0 and down > 0 and top - bottom < _TALL * blank.height
