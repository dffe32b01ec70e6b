"""The end: the list of recipients to the left, authority, office and name of the signer to the right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table
from pipeline.ingest.blocks import Block, columns, halves, segments
from pipeline.ingest.lines import WIDE_GAP, Line, squeezed
from pipeline.patterns import one_of
from pipeline.spelling import unmarked

_REACH = 45
_ABOVE = 2
_FAR = 28.0
_MARGIN_OF_COLUMN = 12.0
_BULLETS = "-–—+~*•"
_LONGEST_POWER = 4  # letters of "T/UQ"
_STRAY = 2  # lines without a dash that noise or a signature may leave between two items


@dataclass(frozen=True, slots=True)
class _SignatureWord:
    """The first words of a line of the signature, in capitals: `TM`, `PHÓ CHỦ TỊCH`."""

    word: str


@cache
def signature_words() -> tuple[str, ...]:
    """The words that open the lines of a signature."""
    return tuple(row.word for row in read_table("signature_words", _SignatureWord))


@cache
def _signature() -> re.Pattern[str]:
    """What opens a signature, without its marks, which a scan may have spoilt: CHỦ TICH."""
    words = list(map(unmarked, signature_words()))
    powers = one_of(word for word in words if len(word) <= _LONGEST_POWER)
    offices = one_of(word for word in words if len(word) > _LONGEST_POWER)
    return re.compile(rf"(?:{powers}\b[.,]?\s?(?=[A-Z]{{2}})|{offices}\b)")


@cache
def _signature_behind() -> re.Pattern[str]:
    return re.compile(rf"(?<=[:;.,)])\s+(?P<right>{_signature().pattern}.*)$")


def end_block(lines: list[Line], index: int, floor: int) -> Block:
    """The block of the end whose "Nơi nhận" stands in line `index`; it begins at `floor` at the earliest."""
    start = index
    while start > max(floor, index - _ABOVE) and _is_signature(lines[start - 1].text):
        start -= 1
    column = _column(lines[start : index + _REACH], lines[index].page)
    end = _end(lines, index, column)
    left: list[Line] = []
    right: list[Line] = []
    for line in lines[start:end]:
        for part, is_right in _parts(line, column):
            (right if is_right else left).append(part)
    kept = [squeezed(line) for line in left if line.text]
    return Block(start, end, kept + columns([], right))


def _is_signature(text: str) -> bool:
    return text.isupper() and _signature().match(unmarked(text)) is not None


def _column(lines: list[Line], page: int) -> float | None:
    """Where the right column begins in layout text; None where the lines tell of no columns."""
    starts = []
    for line in lines:
        if line.page != page:
            break
        if line.indent < _FAR and WIDE_GAP.search(line.text) is None:
            continue
        *_, last = segments(line)
        if last.left >= _FAR and _is_signature(last.text):
            starts.append(last.left)
    return min(starts, default=None)


def _end(lines: list[Line], index: int, column: float | None) -> int:
    """Behind the last line of the two columns; without columns, behind the last item of the list."""
    end = index + 1
    for at in range(index + 1, min(len(lines), index + _REACH)):
        line = lines[at]
        if line.page != lines[index].page or (line.text.isdigit() and line.indent < _FAR):
            break
        if column is not None:
            if line.text[0] not in _BULLETS and line.indent < column - _MARGIN_OF_COLUMN and _crosses(line, column):
                break
            end = at + 1
        elif line.text[0] in _BULLETS and len(line.text) < 160:
            end = at + 1
        elif at - end >= _STRAY:
            break
    return end


def _crosses(line: Line, column: float) -> bool:
    return any(part.left < column - _MARGIN_OF_COLUMN and part.right > column + 8 for part in segments(line))


def _parts(line: Line, column: float | None) -> list[tuple[Line, bool]]:
    if column is not None:
        at = next((part.start for part in segments(line) if part.left >= column - _MARGIN_OF_COLUMN), len(line.text))
        return halves(line, at)
    if _is_signature(line.text):
        return [(line, True)]
    found = _signature_behind().search(unmarked(line.text))
    if found:
        return halves(line, found.start("right"))
    return [(line, False)]
