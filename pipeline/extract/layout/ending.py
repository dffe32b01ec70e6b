"""Where the end of a document begins: at `Nơi nhận`, at the signature, or at a list of recipients without heading."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.head.persons import is_person, without_mark
from pipeline.extract.head.signature import is_signature, is_small_signature
from pipeline.extract.layout.cues import cues
from pipeline.extract.layout.lines import Line
from pipeline.patterns import RECIPIENTS

_SHORT = 160
"""Lines of the end are shorter."""
_TAIL = 60
_SIGNATURE_REACH = 12
"""So many lines of signature, stamp and noise may stand before `Nơi nhận`."""
_NAME_REACH = 6
"""The name stands within so many lines of the first line of a signature."""
_LIST_REACH = 40
"""A list of recipients is no longer."""

_RECIPIENTS = re.compile(rf"\W{{0,4}}{RECIPIENTS}")
_GLUED = re.compile(r"(?<=[./]) \s n[ơo]i \s nh[ậâa]n \s? [:.]? \s? (?: $ | - )", re.VERBOSE)
_ITEM = re.compile(r".{0,4}? - \s? (?: nh[ưu] \s (?: tr[êe]n | đi[ềêe]u \s \d ) | l[ưu]u \s? : )", re.VERBOSE)


class End(NamedTuple):
    """The line in which the end begins, and the offset in the text."""

    line: int
    offset: int


def find_end(lines: list[Line], first: int, limit: int) -> End | None:
    """The beginning of the end among `lines[first:limit]`; None where there is none."""
    signature = None
    for index in range(first, limit):
        line = lines[index]
        if signature is not None and index > signature + _SIGNATURE_REACH:
            if _is_signed(lines, signature, limit):
                break
            signature = None
        glued = _GLUED.search(line.folded, max(0, len(line.text) - _TAIL))
        if glued:
            return End(index, line.start + glued.start())
        if len(line.text) > _SHORT:
            continue
        if _RECIPIENTS.match(line.folded):
            return _at(lines, _signature_above(lines, first, index))
        if _ITEM.match(line.folded):
            return _at(lines, _list_above(lines, first, index))
        if signature is None and is_signature(line.text):
            signature = index
    if signature is None or not _is_signed(lines, signature, limit):
        signature = _small_signature(lines, first, limit)
    return None if signature is None else _at(lines, signature)


def _is_signed(lines: list[Line], index: int, limit: int) -> bool:
    """Whether a name, or the end of the text, follows the position at `index`; a heading in capitals is none."""
    below = [line.text for line in lines[index + 1 : min(limit, index + _NAME_REACH)]]
    return len(below) < _NAME_REACH - 1 or any(is_person(words) for words in below)


def _small_signature(lines: list[Line], first: int, limit: int) -> int | None:
    """The first line of a signature in small letters that is the last of the text: UBND xã Hà / Chủ tịch / Lê Na."""
    reach = range(limit - 2, max(first, limit - _NAME_REACH) - 1, -1)
    office = next((index for index in reach if is_small_signature(lines[index].text)), None)
    if office is None or not all(_is_name(line.text) for line in lines[office + 1 : limit]):
        return None
    return _agency_above(lines, first, office)


def _is_name(words: str) -> bool:
    return is_person(words) or not without_mark(words)


def _agency_above(lines: list[Line], first: int, index: int) -> int:
    """The first line of the small signature at `index`, above which the body's name may stand."""
    while index > first and (is_small_signature(lines[index - 1].text) or _is_agency(lines[index - 1])):
        index -= 1
    return index


def _is_agency(line: Line) -> bool:
    return len(line.text) <= _TAIL and line.folded.startswith(cues("agency")) and line.text[-1].isalpha()


def _at(lines: list[Line], index: int) -> End:
    return End(index, lines[index].start)


def _signature_above(lines: list[Line], first: int, index: int) -> int:
    """The first line of a signature that stands right above the recipients at `index`, else `index`."""
    top = index
    for above in range(index - 1, max(first, index - _SIGNATURE_REACH) - 1, -1):
        words = lines[above].text
        if is_signature(words) or is_small_signature(words):
            top = above
        elif not is_person(words) and (len(words) > 40 or words.endswith((".", ";", ":"))):
            break
    return _agency_above(lines, first, top) if is_small_signature(lines[top].text) else top


def _list_above(lines: list[Line], first: int, index: int) -> int:
    """The first line of the list of recipients around `index`: all below the sentence that ends the body."""
    for above in range(index - 1, max(first, index - _LIST_REACH) - 1, -1):
        words = lines[above].text
        if len(words) > _SHORT or "./." in words or (words.endswith(".") and len(words) > _TAIL):
            return above + 1
    return index
