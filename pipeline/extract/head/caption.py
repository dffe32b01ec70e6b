"""The caption of a document copied without its head: `Nghị quyết số 148/NQ-CP ngày 07/6/2026 của Chính phủ về …`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.citations.symbols import find_symbols
from pipeline.extract.dates import iso_date
from pipeline.extract.layout.lines import Line
from pipeline.gazetteers import load
from pipeline.patterns import DATE, one_of
from pipeline.spelling import fold

_DATED = re.compile(rf",?\s(?:ngày\s)?(?P<date>{DATE})")


class Caption(NamedTuple):
    """What the first line says of the document."""

    doc_type: str
    number: str
    symbol: str
    date: str | None


def read_caption(line: Line) -> Caption | None:
    """What `line`, the first of a document, says, where it begins with a type and its number; else None."""
    typed = _typed().match(line.folded)
    symbol = next(find_symbols(line.text, typed.end()), None) if typed else None
    if typed is None or symbol is None or symbol.start != typed.end():
        return None
    dated = _DATED.match(line.folded, symbol.end)
    return Caption(_types()[typed["type"]], symbol.number, symbol.tail, iso_date(dated["date"]) if dated else None)


@cache
def _types() -> dict[str, str]:
    return {fold(kind.name): kind.name for kind in load.document_types()}


@cache
def _typed() -> re.Pattern[str]:
    return re.compile(rf"(?P<type>{one_of(_types())})\s(?:số\s?:?\s)?")
