"""Where annexes begin: at PHỤ LỤC, at the title of what the document issues, or at a second head."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extract.head.persons import is_person, surname_of
from pipeline.extract.head.signature import is_signature
from pipeline.extract.layout.cues import cues
from pipeline.extract.layout.lines import Line
from pipeline.extract.layout.type_lines import is_capital, type_of_line
from pipeline.spelling import unmarked

_SHORT = 160
_HEADING = 8
"""A heading has no more lines, from its first to `(Ban hành kèm theo ...)`."""

_ANNEX = re.compile(
    r"phu \s (?: luc | bieu ) (?: \s (?: so \s )? (?: [ivxlc]{1,6} | \d{1,3} | [a-z] ) \b )? \W*", re.VERBOSE
)
_ATTACHED = re.compile(r"\(\s? (?: duoc \s )? (?: ban \s hanh \s kem | kem \s theo | dinh \s kem )", re.VERBOSE)


def annex_lines(lines: list[Line], first: int, ended: bool) -> Iterator[int]:
    """The indices of the lines from `first` on at which an annex begins.

    Only where the document itself has `ended` does a second national motto open one.
    """
    last = first - 1
    for index in range(first, len(lines)):
        start = _heading_at(lines, max(first, last + 1), index, ended, nameless=ended and last < first)
        if start is not None and not _same_heading(lines, last, start, first):
            yield start
            last = start
        elif start is not None:
            last = max(last, start)


def is_annex_heading(line: Line) -> bool:
    """Whether `line` is PHỤ LỤC, with its number or title: `Phụ lục II`, `PHỤ LỤC: DANH MỤC ...`."""
    if line.text[0] != "P" or len(line.text) > _SHORT:
        return False
    plain = unmarked(line.folded)
    found = _ANNEX.match(plain)
    if found is None:
        return False
    rest = line.text[found.end() :]
    return not rest or is_capital(rest) or _ATTACHED.match(plain, max(0, found.end() - 1)) is not None


def _heading_at(lines: list[Line], first: int, index: int, ended: bool, nameless: bool) -> int | None:
    """The first line of the annex heading that `lines[index]` shows, or None; a `nameless` one has no legible title."""
    line = lines[index]
    if is_annex_heading(line):
        return index
    if len(line.text) > 2 * _SHORT:
        return None
    if ended and line.text[:4].isupper() and any(cue in unmarked(line.folded) for cue in cues("republic")):
        office = index > first and lines[index - 1].folded.endswith("nước")  # CHỦ TỊCH NƯỚC / CỘNG HÒA ... signs
        return None if office else _agency_above(lines, first, index)
    if "(" in line.text and "kèm" in line.folded and _ATTACHED.search(unmarked(line.folded)):
        return _title_above(lines, first, index, nameless and line.text[0] == "(")
    return None


def _title_above(lines: list[Line], first: int, index: int, nameless: bool) -> int | None:
    """The first line of the heading that ends in `(Ban hành kèm theo ...)` at `index`.

    `nameless`: it need not say what it is, which a scan may have spoilt.
    """
    top = None
    for above in range(index, max(first, index - _HEADING) - 1, -1):
        words = lines[above].text
        if type_of_line(words) or lines[above].folded.startswith(cues("annex")) or is_annex_heading(lines[above]):
            top = above
        elif above < index and (len(words) > 2 * _SHORT or words.endswith((".", ";")) or _is_signed(words)):
            return above + 1 if nameless and top is None else top
    return top


def _is_signed(words: str) -> bool:
    """Whether `words` belong to a signature: an office or a name."""
    return is_signature(words) or (is_person(words) and surname_of(words) is not None)


def _agency_above(lines: list[Line], first: int, index: int) -> int:
    """The first line of the head whose motto stands at `index`: the agency's names above it belong to it."""
    top = index
    while top > first and is_capital(lines[top - 1].text) and not is_signature(lines[top - 1].text):
        top -= 1
    return top


def _same_heading(lines: list[Line], last: int, start: int, first: int) -> bool:
    """Whether `start` still belongs to the heading of the annex that begins at `last`, a few lines above."""
    if last < first or start > last + 2 * _HEADING:
        return False
    return all(len(line.text) <= 2 * _SHORT and not line.text.endswith((".", ";")) for line in lines[last:start])
