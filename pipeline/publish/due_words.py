"""The notation of due times (extract/assignments/due.py) in the words of the follow-up sheet."""

from __future__ import annotations

import re
from datetime import date

_PERIODS = {"yearly": "năm", "quarterly": "quý", "monthly": "tháng", "weekly": "tuần", "daily": "ngày"}
_UNITS = {"h": "giờ", "d": "ngày", "wd": "ngày làm việc", "w": "tuần", "m": "tháng", "y": "năm"}
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_RECURRENCE = re.compile(r"(?:(\d+)-)?(yearly|quarterly|monthly|weekly|daily)(?::(.+))?")
_SPAN = re.compile(r"within:(\d+)(\w+)")


def due_cell(due: str | None) -> date | str | None:
    """A day as a date, so that a spreadsheet can sort and filter by it; all else in Vietnamese words.

    >>> due_cell("2025-12-31"), due_cell("2025-09"), due_cell("--06-30")
    (datetime.date(2025, 12, 31), '9/2025', '30/6')
    >>> due_cell("monthly:05"), due_cell("yearly:06-01,12-01"), due_cell("6-monthly"), due_cell("within:10wd")
    ('hằng tháng, ngày 5', 'hằng năm, ngày 1/6, 1/12', '6 tháng một lần', 'trong 10 ngày làm việc')
    """
    if due is None:
        return None
    recurrence, span = _RECURRENCE.fullmatch(due), _SPAN.fullmatch(due)
    if recurrence:
        return _recurrence(*recurrence.groups())
    if span:
        return f"trong {span[1]} {_UNITS[span[2]]}"
    if len(due) == len("2025-12-31") and due[0] != "-":
        return date.fromisoformat(due)
    return f"tháng {_short(due[2:])}" if len(due) == len("--06") and due[0] == "-" else _short(due.removeprefix("--"))


def _recurrence(count: str | None, period: str, days: str | None) -> str:
    words = f"{count} {_PERIODS[period]} một lần" if count else f"hằng {_PERIODS[period]}"
    if days is None:
        return words
    if period == "weekly":
        return f"{words}, thứ {_WEEKDAYS[int(days) - 1]}"
    return f"{words}, ngày {', '.join(map(_short, days.split(',')))}"


def _short(due: str) -> str:
    """`2025-09` → `9/2025`, `06-30` → `30/6`."""
    return "/".join(part.lstrip("0") for part in reversed(due.split("-")))
