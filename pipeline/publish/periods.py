"""The time that a node or an edge stands for, as Gephi's timeline wants it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

Period = tuple[str | None, str | None]


def period(attributes: Mapping[str, Any]) -> Period:
    """First and last day: of an edge, of a body's validity; a document is there from its date on."""
    start = attributes.get("first_date") or attributes.get("valid_from") or attributes.get("date")
    end = attributes.get("last_date") or attributes.get("valid_to")
    return _day(start, last=False), _day(end, last=True)


def timeset(attributes: Mapping[str, Any]) -> str | None:
    """The period in Gephi's notation for tables.

    >>> timeset({"first_date": "2010", "last_date": "2011-02"}), timeset({"date": "2021-07-15"})
    ('<[2010-01-01, 2011-02-28]>', '<[2021-07-15, Infinity]>')
    """
    start, end = period(attributes)
    return f"<[{start or '-Infinity'}, {end or 'Infinity'}]>" if start or end else None


@lru_cache(maxsize=1 << 14)
def _day(text: str | None, *, last: bool) -> str | None:
    """The first or last day of an ISO date that may stop at the year or month; None where there is no such date."""
    try:
        year, month, day = (*(int(part) for part in (text or "").split("-")), 0, 0)[:3]
        month = month or (12 if last else 1)
        day = day or (monthrange(year, month)[1] if last else 1)
        return date(year, month, day).isoformat()
    except ValueError:
        return None
