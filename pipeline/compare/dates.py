"""Dates as documents give them: ISO days that may stop at the year or the month."""

from __future__ import annotations

from datetime import date

from pipeline.link.dates import is_later

_DAY = 10


def days_between(first: str | None, last: str | None) -> int | None:
    """Days from `first` to `last`, below zero where that is the earlier; None unless both are whole days.

    >>> days_between("2021-07-15", "2021-08-01"), days_between("2021-07", "2021-08-01"), days_between(None, "2021")
    (17, None, None)
    """
    if not first or not last or len(first) != _DAY or len(last) != _DAY:
        return None
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:
        return None


def who_first(one: str | None, other: str | None) -> str:
    """`one`, `other`, `same day`, or `unknown` where a date is missing or leaves it open.

    >>> who_first("2021-05", "2021-06-02"), who_first("2022", "2021-06-02"), who_first("2021", "2021-06-02")
    ('one', 'other', 'unknown')
    >>> who_first("2021-06-02", "2021-06-02"), who_first("2021", "2021"), who_first(None, "2021")
    ('same day', 'unknown', 'unknown')
    """
    if is_later(other, one):
        return "one"
    if is_later(one, other):
        return "other"
    return "same day" if one == other and one and len(one) == _DAY else "unknown"
