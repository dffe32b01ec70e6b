"""The head: name of the body, number and V/v to the left; the motto, place and date to the right."""

from __future__ import annotations

import re

from pipeline.ingest.blocks import Block, columns, cut, halves, segments
from pipeline.ingest.lines import WIDE_GAP, Line

# OCR loses or changes the marks of letters.
MOTTO = re.compile(r"C[ỘOÔỌ]NG H[OÒÓỎÕỌ][AÀÁẢÃẠ]? X[ÃAÀ]|[ĐD][ẢÁAÃĂÀ]NG C[ỘOÔỌ]NG S[ẢAÁ]N V")
_MOTTO_BELOW = re.compile(r"[ĐD][ộoôọ]c\s+l[ậaâạ]p\s*[-–—]", re.IGNORECASE)
_DATE = re.compile(r",\s*ng[àaá]\S{0,5}\s?.{0,14}?th[áa]ng|,?\s*ng[àaá]y.{0,16}?th[áa]ng.{0,16}?n[ăa]m", re.IGNORECASE)
_NUMBER = re.compile(r"S[ốoô]\s?[:.\d]", re.IGNORECASE)
_SUBJECT = re.compile(r"[vV]\s?/\s?[vV]\b")
_CAPITALISED = re.compile(r"(?:TP\.?|[A-ZĐÀ-Ỹ][a-zà-ỹđ]+(?:-[A-ZĐÀ-Ỹ][a-zà-ỹđ]+)*)$")
_UNIT = re.compile(r"(?<!\S)(?:[Tt]hành phố|[Tt]ỉnh|[Hh]uyện|[Tt]hị xã)\s*$")

_LONGEST_UNIT = 12
_REACH = 10
_MARGIN_OF_COLUMN = 10.0
_FAR = 15.0


def head_block(lines: list[Line], index: int) -> Block:
    """The block of the head whose motto stands in line `index`."""
    end = _end(lines, index)
    motto = _split_at(lines[index])
    position = lines[index].indent + (motto or 0)
    column = position if WIDE_GAP.search(lines[index].text) or (position >= _FAR and not motto) else None
    if motto and column is None and lines[index].indent + motto >= _FAR and _is_layout(lines[index:end]):
        column = position
    left: list[Line] = []
    right: list[Line] = []
    for line in lines[index:end]:
        for part, is_right in _parts(line, column):
            (right if is_right else left).append(part)
    if column is None and not any(_split_at(line) for line in lines[index:end]):
        return Block(index, end, columns(list(lines[index:end]), []))
    subject_end = _subject_end(lines, end, column)
    return Block(index, subject_end, columns(left + list(lines[end:subject_end]), right))


def _is_layout(lines: list[Line]) -> bool:
    return any(WIDE_GAP.search(line.text) for line in lines)


def _end(lines: list[Line], index: int) -> int:
    """Behind the line of the date, or the last line that is plainly of the head."""
    end = index + 1
    for at in range(index, min(len(lines), index + _REACH)):
        line = lines[at]
        if line.page != lines[index].page or len(line.text) > 160 or (at > index and MOTTO.search(line.text)):
            break
        if _has_date(line.text):
            return at + 1
        if _MOTTO_BELOW.search(line.text) or _NUMBER.match(line.text):
            end = at + 1
    return end


def _subject_end(lines: list[Line], start: int, column: float | None) -> int:
    """Behind the lines of `V/v …` that follow the number in the left column, up to the next white space."""
    if column is None or start >= len(lines) or not _SUBJECT.match(lines[start].text):
        return start
    end = start + 1
    while (
        end < len(lines) and not lines[end].gap and lines[end].page == lines[start].page and lines[end].end < column + 4
    ):
        end += 1
    return end


def _parts(line: Line, column: float | None) -> list[tuple[Line, bool]]:
    """The parts of `line`, each with whether it stands in the right column."""
    at = _split_at(line)
    if at is not None:
        return halves(line, at)
    if column is None:
        return [(line, False)]
    return [(cut(line, part.start, part.stop), part.left >= column - _MARGIN_OF_COLUMN) for part in segments(line)]


def _split_at(line: Line) -> int | None:
    """The offset where the right column begins, where its words tell; None where they do not."""
    for words in (MOTTO, _MOTTO_BELOW):
        if found := words.search(line.text):
            return found.start()
    if found := _DATE.search(line.text):
        return _place_start(line.text, found.start())
    return None


def _has_date(text: str) -> bool:
    """A date behind the name of a place, or alone on its line."""
    found = _DATE.search(text)
    return found is not None and (
        not text[: found.start()].strip() or _place_start(text, found.start()) < found.start()
    )


def _place_start(text: str, end: int) -> int:
    """Where the name of the place begins that ends at `end`."""
    gaps = [gap.end() for gap in WIDE_GAP.finditer(text, 0, end) if text[gap.end() : end].strip()]
    if gaps:
        return gaps[-1]
    start = end
    while start > 0:
        word_start = text.rfind(" ", 0, max(0, len(text[:start].rstrip()))) + 1
        word = text[word_start:start].strip(" ,")
        if not (_CAPITALISED.match(word) or (word == "-" and start < end)):
            break
        start = word_start
    unit = _UNIT.search(text, max(0, start - _LONGEST_UNIT), start)  # Thành phố Hồ Chí Minh
    return unit.start() if unit else start
