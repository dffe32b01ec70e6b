"""The two columns of the head and of the end, read one after the other: left lines first, then the right ones.

Layout text sets columns apart by runs of spaces; OCR leaves one space, so there only known words part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.ingest.blocks import Block
from pipeline.ingest.end_columns import end_block
from pipeline.ingest.head_columns import MOTTO, head_block
from pipeline.ingest.lines import Line, squeezed
from pipeline.patterns import RECIPIENTS

_END = re.compile(rf"\W{{0,3}}{RECIPIENTS}|\bn[ơo]i nh[ậâa]n\s?:", re.IGNORECASE)
_LIST = re.compile(rf"\W{{0,3}}(?:{RECIPIENTS}|kính gửi\b)", re.IGNORECASE)
_SHORT = 200


def split_columns(lines: list[Line]) -> list[Line]:
    """The lines with heads and ends in the order in which a person reads them, words one space apart."""
    result: list[Line] = []
    index = 0
    for block in _blocks(lines):
        result += _body(lines[index : block.start])
        result += block.lines
        index = block.end
    result += _body(lines[index:])
    return result


def is_head(text: str) -> bool:
    """Whether `text` holds the motto of the state or the name of the Party that stands at the top right."""
    return "NG " in text and len(text) < _SHORT and MOTTO.search(text) is not None


def is_list(text: str) -> bool:
    """Whether `text` opens the list of addressees or of recipients."""
    return len(text) < _SHORT and _LIST.match(text) is not None


def is_end(text: str) -> bool:
    """Whether `text` opens the list of recipients."""
    return len(text) < _SHORT and (_END.search if "   " in text else _END.match)(text) is not None


def _blocks(lines: list[Line]) -> Iterator[Block]:
    floor = 0
    for index, line in enumerate(lines):
        if index < floor:
            continue
        if is_head(line.text):
            block = head_block(lines, index)
        elif is_end(line.text):
            block = end_block(lines, index, floor)
        else:
            continue
        yield block
        floor = block.end


def _body(lines: list[Line]) -> Iterator[Line]:
    """Two lines in a row with wide gaps are rows of a table: each stands alone."""
    wide = [False, *("   " in line.text for line in lines), False]
    for at, line in enumerate(lines, 1):
        row = wide[at] and (wide[at + 1] or wide[at - 1])
        row = row or " | " in line.text
        yield squeezed(line, alone=True if row else None)
