"""The time that a node or an edge stands for, as Gephi's timeline wants it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph.arrays import renamed

START = ("first_date", "valid_from", "date")
END = ("last_date", "valid_to")


def periods(rows: pa.Table) -> tuple[pa.DictionaryArray, pa.DictionaryArray]:
    """First and last day: of an edge, of a body's validity; a document is there from its date on."""
    return _days(rows, START, first_day), _days(rows, END, last_day)


def timesets(start: pa.Array, end: pa.Array) -> pa.Array:
    """Periods in Gephi's notation for tables: `<[2010-01-01, 2011-02-28]>`; null where there is none."""
    ends = (pc.fill_null(start.cast(pa.string()), "-Infinity"), ", ", pc.fill_null(end.cast(pa.string()), "Infinity"))
    found = pc.binary_join_element_wise("<[", *ends, "]>", "")
    return pc.if_else(pc.or_(start.is_valid(), end.is_valid()), found, None)


def first_day(text: str) -> str | None:
    """The first day of an ISO date that may stop at the year or month; None where there is no such date.

    >>> first_day("2021-07-15"), first_day("2021"), first_day("2021-13"), first_day("hằng năm")
    ('2021-07-15', '2021-01-01', None, None)
    """
    return _day(text, last=False)


def last_day(text: str) -> str | None:
    """The last day of such a date.

    >>> last_day("2024-02"), last_day("2025")
    ('2024-02-29', '2025-12-31')
    """
    return _day(text, last=True)


def _days(rows: pa.Table, names: tuple[str, ...], day: Callable[[str], str | None]) -> pa.DictionaryArray:
    known = [rows[name] for name in names if name in rows.column_names]
    if len(known) != 1:
        known = [pc.coalesce(*(column.cast(pa.string()) for column in known), pa.scalar(None, pa.string()))]
    return renamed(known[0], day)


@lru_cache(maxsize=1 << 14)
def _day(text: str, *, last: bool) -> str | None:
    try:
        year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
        month = month or (12 if last else 1)
        day = day or (monthrange(year, month)[1] if last else 1)
        return date(year, month, day).isoformat()
    except ValueError:
        return None
