"""The row of a Markdown table that holds the end of a document: recipients and signature, each in a cell."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from pipeline.ingest.end_columns import signature_words
from pipeline.patterns import one_of
from pipeline.spelling import UPPER

_ITEM = re.compile(r"(?<=[:;.])\s+(?=-\s)")
_LONGEST = 4_000


def end_lines(row: str) -> list[str]:
    """The lines that `row`, of a Markdown table, had before it became one; [] where no signature closes it.

    >>> end_lines("| Nơi nhận: - Như trên; - Lưu: VT. | KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Thị Mận |")
    ['Nơi nhận:', '- Như trên;', '- Lưu: VT.', 'KT.', 'CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thị Mận']
    >>> end_lines("| 1 | CHỦ TỊCH | Lê Thị Mận |")
    []
    """
    cells = [cell.strip() for cell in row.strip(" |").split(" | ")] if len(row) < _LONGEST else []
    signed = _signed().fullmatch(cells[-1]) if 0 < len(cells) < 3 else None
    if signed is None:
        return []
    marks = [found.start() for found in _signature().finditer(signed["office"])]
    starts = sorted({0, *marks, len(signed["office"])})
    parts = [signed["office"][start:end].strip() for start, end in pairwise(starts)]
    items = [item for cell in cells[:-1] for item in _ITEM.split(cell)]
    return [*filter(None, [*items, *parts]), signed["name"]]


@cache
def _signature() -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){one_of(signature_words())}(?![^\s.,])")


@cache
def _signed() -> re.Pattern[str]:
    """An authority or an office in capitals, and the name of who signs."""
    name = rf"[{UPPER}]\w*[^{UPPER}\W](?:\s[{UPPER}]\w*){{1,4}}"
    return re.compile(rf"(?P<office>{_signature().pattern}[{UPPER}\s.,/]*)\s(?P<name>{name})")
