"""Dates as official documents print them, as ISO strings."""

from __future__ import annotations

import re
from datetime import date

_NUMERIC = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
_LONG = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s*,?\s+năm\s+(\d{4})")


def iso_date(printed: str) -> str | None:
    """`15/7/2021`, `15-07-2021`, `15 tháng 7 năm 2021` → `2021-07-15`; None where the calendar has no such day.

    >>> iso_date("08 tháng 11 năm 2011"), iso_date("31/02/2020")
    ('2011-11-08', None)
    """
    found = _NUMERIC.search(printed) or _LONG.search(printed)
    if found is None:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
