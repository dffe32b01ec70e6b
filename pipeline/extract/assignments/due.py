"""What the words of a due time mean, in one small notation.

    2025-12-31, 2025-12, 2025       to the day, month or year as far as the words say it; quý III năm 2025 is 2025-09
    --06-30, --06                   a day or month whose year is not said, which is never guessed (ISO 8601)
    yearly, quarterly, monthly, weekly, daily, 6-monthly, 2-yearly            how often
    yearly:12-15, quarterly:15, monthly:15, weekly:1     by that day of the year, of the quarter's last month, of the
                                    month, of the week (1 is Monday); yearly:06-01,12-01 twice
    within:24h, 10d, 10wd, 2w, 3m, 5y   hours, days, working days, weeks, months, years from what the text names

Nothing else is given; where the words say less (`định kỳ`), or a day that no calendar has, there is None.
"""

from __future__ import annotations

import re
from datetime import date

_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6, "chín": 9}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_RECURRENCES = {"năm": "yearly", "quý": "quarterly", "tháng": "monthly", "tuần": "weekly", "ngày": "daily"}
_UNITS = {"giờ": "h", "ngày": "d", "ngày làm việc": "wd", "tuần": "w", "tháng": "m", "năm": "y"}
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")

_SPAN = re.compile(
    r"(?:trong|vòng|hạn|gian|tối đa|không quá|chậm nhất(?: là)?|sau) (\d{1,3})(?: \([^()\n]{1,20}\))? "
    r"(giờ|ngày làm việc|ngày|tuần|tháng|năm)(?!,? (?:\d|từ (?:năm )?\d))\b"
)
_EVERY = re.compile(
    r"(?:hằng|hàng|mỗi|định kỳ) (?P<each>năm|quý|tháng|tuần|ngày)\b(?! \d)"
    r"|(?<!ngày )\b(?P<count>0?[1-9]|1[0-2]|một|hai|ba|sáu|chín) (?P<unit>tháng|năm|tuần)\b(?! \d)"
    r"|của (?P<next>năm) (?:liền kề|kế tiếp|sau|tiếp theo)"
    r"|(?:của|tháng (?:cuối|đầu)(?: của| mỗi| hằng| hàng)?) (?P<of>quý|tháng)\b(?! (?:\d|i|cuối|đầu))"
)
_DAY_OF_YEAR = re.compile(r"(\d{1,2})(?:\s?[/.-]\s?|\stháng\s)(\d{1,2})(?![\d/])")
_DAY_OF_MONTH = re.compile(r"ngày (\d{1,2})(?![\d/])")
_WEEKDAY = re.compile(r"thứ (hai|ba|tư|năm|sáu|bảy)")
_DAY = re.compile(r"(\d{1,2})(?:\s?[/.-]\s?|\stháng\s)(\d{1,2})(?:(?:\s?[/.-]\s?|\snăm\s)(\d{4}))?(?!\d)")
_MONTH = re.compile(r"tháng (\d{1,2})(?:(?: năm |\s?[/-]\s?)(\d{4}))?(?!\d)")
_QUARTER = re.compile(r"quý (iv|i{1,3}|[1-4])\b(?:(?: năm |\s?[/-]\s?|, )(\d{4}))?")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def due_date(words: str) -> str | None:
    """The date, recurrence or span that the folded `words` of a due time mean, in the notation of this module.

    >>> due_date("trước ngày 5/12/2024"), due_date("trong quý iii năm 2012"), due_date("trước ngày 30/6")
    ('2024-12-05', '2012-09', '--06-30')
    >>> due_date("định kỳ 6 tháng, hằng năm"), due_date("trước ngày 15/12 hằng năm"), due_date("trong 05 ngày làm việc")
    ('6-monthly', 'yearly:12-15', 'within:5wd')
    """
    words = " ".join(words.split())
    span = _SPAN.search(words)
    if span:
        return f"within:{int(span[1])}{_UNITS[span[2]]}"
    every = _EVERY.search(words)
    return _recurrence(every, words) if every and not _YEAR.search(words) else _point(words)


def _recurrence(every: re.Match[str], words: str) -> str:
    unit = _RECURRENCES[every["each"] or every["unit"] or every["next"] or every["of"]]
    count = _NUMBERS.get(every["count"]) or int(every["count"]) if every["count"] else 1
    period = unit if count == 1 else f"{count}-{unit}"
    days = _days(period, words)
    return f"{period}:{days}" if days else period


def _days(period: str, words: str) -> str | None:
    """The days of the period by which it is due, None where the words name none that there is."""
    if period == "yearly":
        days = [_iso(None, int(month), int(day)) for day, month in _DAY_OF_YEAR.findall(words)]
        return ",".join(day.removeprefix("--") for day in days if day) or None
    if period == "weekly":
        weekday = _WEEKDAY.search(words)
        return str(_WEEKDAYS.index(weekday[1]) + 1) if weekday else None
    named = period in ("monthly", "quarterly") and "đầu quý" not in words
    day = _DAY_OF_MONTH.search(words) if named else None
    return f"{int(day[1]):02}" if day and 0 < int(day[1]) <= 31 else None


def _point(words: str) -> str | None:
    """The last day, month, quarter or year of the words: "từ ngày 1/3 đến ngày 5/3/2026" is due on the fifth."""
    days = list(_DAY.finditer(words))
    if days:
        day, month, year = days[-1].groups()
        return _iso(year, int(month), int(day))
    month_named = _MONTH.search(words)
    if month_named:
        return _iso(month_named[2], int(month_named[1]))
    quarter = _QUARTER.search(words)
    if quarter:
        return _iso(quarter[2], 3 * (_ROMAN.get(quarter[1]) or int(quarter[1])))
    years = _YEAR.findall(words)
    return years[-1] if years else None


def _iso(year: str | None, month: int, day: int | None = None) -> str | None:
    """ISO 8601, `--` in place of a year that is not said; None for what no calendar has.

    >>> _iso("2025", 2, 29), _iso(None, 2, 29), _iso("2025", 13)
    (None, '--02-29', None)
    """
    try:
        date(int(year or 2000), month, day or 1)
    except ValueError:
        return None
    return f"{year or '-'}-{month:02}" + (f"-{day:02}" if day else "")
