"""Dates as official documents print them, as ISO strings."""

from __future__ import annotations

import re
from datetime import date

from pipeline.extract.misread import mended_digits

_TWO = r"(\d[\dlIiOo|]?|[lIiOo|]\d)"
_NUMERIC = re.compile(rf"{_TWO}\s?[/.-]\s?{_TWO}\s?[/.-]\s?(\d{{4}})")
_LONG = re.compile(rf"{_TWO}\s*tháng\s*{_TWO}\s*,?\s*năm\s*(\d{{4}})")


def iso_date(printed: str) -> str | None:
    """`15/7/2021`, `15-07-2021`, `15 tháng 7 năm 2021` → `2021-07-15`; None where the calendar has no such day.

    >>> iso_date("08 tháng 11 năm 2011"), iso_date("30tháng 3 năm2013"), iso_date("l5/7/2021"), iso_date("31/02/2020")
    ('2011-11-08', '2013-03-30', '2021-07-15', None)
    """
    found = _NUMERIC.search(printed) or _LONG.search(printed)
    if found is None:
        return None
    day, month, year = (int(mended_digits(part)) for part in found.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
