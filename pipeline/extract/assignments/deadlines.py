"""Due times and recurrences of a task: `trước ngày 15/12/2024`, `trong quý III năm 2012`, `định kỳ hằng quý`.

`thường xuyên`, `kịp thời`, `khẩn trương` are none; nor is a year that belongs to the name of a plan or follows
"tầm nhìn", "định hướng" (guidelines, sections 4 and 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = r"\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|\stháng\s\d{1,2}(?:(?:\snăm\s|/)\d{4})?)"
_MONTH = r"tháng\s\d{1,2}(?:(?:\snăm\s|\s?[/-]\s?)\d{4})?"
_QUARTER = r"quý\s(?:iv|i{1,3}|[1-4])(?:(?:\snăm\s|\s?[/-]\s?|,\s)\d{4})?"
_YEAR = r"năm\s(?:\d{4}|học\s\d{4}\s?-\s?\d{4})"
_EACH = r"(?:hằng|hàng|mỗi)\s(?:năm|quý|tháng|tuần|ngày)"
_COUNT = r"(?:0?[1-9]|1[0-2]|một|hai|ba|sáu|chín)"
_EVERY = rf"(?:{_EACH}|{_COUNT}\s(?:tháng|năm|tuần|ngày)(?:/lần|\smột\slần)?|quý|tháng|năm|tuần)"
_POINT = rf"(?:ngày\s{_DAY}|{_QUARTER}|{_MONTH}|{_YEAR})"
_DEADLINE = re.compile(
    rf"""
    (?<!\w) (?:
        (?P<regular> định\skỳ                                     # định kỳ 6 tháng, hàng năm (trước ngày 10/12)
            (?: \s (?:vào\s)? {_EVERY} (?: (?:,|\svà|\shoặc) \s {_EVERY} )* )?
            (?: \s\( [^()\n]{{1,30}} \) )? )
      | (?P<before> (?: trước | chậm\snhất(?:\slà|\sđến|\svào)* | không\squá | muộn\snhất ) \s
            (?: {_POINT} | {_DAY} | ngày \s (?: \d{{1,2}} (?=\s(?:hằng|hàng|của|tháng|mỗi)) | cuối ) )
            (?: \s (?: {_EACH} | của\s(?:tháng|quý|năm) (?:\s(?:cuối|sau|đầu|quý|kế|tiếp|theo))* ) )? )
      | (?P<within> trong \s (?: (?:đầu|cuối|nửa\sđầu|nửa\scuối) \s )? (?:
            {_QUARTER} | {_MONTH} | {_YEAR}                       # trong quý III năm 2012
          | năm (?=\s*[.;,)]|\s*$|\snay\b) | tháng (?=\s*[.;)]|\s*$)
          | giai\sđoạn \s \d{{4}} \s? - \s? \d{{4}}
          | (?:thời\shạn\stối\sđa|thời\shạn|thời\sgian|vòng) \s \d{{1,3}}
            \s (?:ngày|tháng|giờ|tuần) (?:\slàm\sviệc)? ) )
      | (?P<until> (?: từ\s(?:nay|{_YEAR}|ngày\s{_DAY}) \s )? (?:đến|tới) \s (?: (?:hết|cuối|trước) \s )* {_POINT} )
      | (?P<each> {_EACH} )                                      # hằng năm
      | (?P<due> (?:hoàn\sthành|xong) \s (?:vào\s)? (?P<when> {_POINT} ) )
      | thời\s(?:gian|hạn) (?: \s (?:thực\shiện|hoàn\sthành|báo\scáo|gửi) )* \s? : \s? (?P<labelled> [^\n;.]{{1,60}} )
    ) (?!\w)
    """,
    re.VERBOSE,
)
_START = re.compile(
    r"(?<!\w)(?:định kỳ|trước|chậm nhất|muộn nhất|không quá|trong|từ|đến|tới|hằng|hàng|mỗi|hoàn thành|xong"
    r"|thời gian|thời hạn)(?!\w)"
)
_HORIZON = re.compile(
    r"(?:định hướng|tầm nhìn|giai đoạn|thời kỳ|nhiệm kỳ|từ năm \d{4}|so với|kể từ|tính)\s(?:từ\s)?$|\d{4},?\s$"
)
_AIM = re.compile(r"(?:phấn đấu|đảm bảo|bảo đảm|hoàn thành|mục tiêu|xong|[.;:(–-])\s?$|^\s*$")
_TITLED = re.compile(
    r"\b(?:Quy hoạch|Chiến lược|Chương trình|Kế hoạch|Đề án|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Nghị định|Dự án)\b"
    r"[^.;:\n]*$"
)
_NUMBERS = {"một": 1, "hai": 2, "ba": 3, "sáu": 6, "chín": 9}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_RECURRENCES = {"năm": "yearly", "quý": "quarterly", "tháng": "monthly", "tuần": "weekly", "ngày": "daily"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due time as it stands at `start:end`; `date` is ISO (to the day, month or year), a recurrence, or None."""

    start: int
    end: int
    text: str
    date: str | None


def find_deadline(text: str, folded: str, start: int, end: int) -> Deadline | None:
    """The first due time in `text[start:end]`, or None."""
    position = start
    while lead := _START.search(folded, position, end):
        found = _DEADLINE.match(folded, lead.start(), end)
        if found and not (found["until"] and _in_name(text, folded, start, found)):
            name = "when" if found["due"] else "labelled" if found["labelled"] else 0
            left, right = found.span(name)
            return Deadline(left, right, text[left:right].strip(), due_date(folded[left:right]))
        position = lead.end()
    return None


def _in_name(text: str, folded: str, floor: int, found: re.Match[str]) -> bool:
    """Whether `đến năm …` is the horizon of a plan: behind "tầm nhìn", or in the title of a document."""
    left = max(floor, found.start() - 160)
    before = folded[left : found.start()]
    if _HORIZON.search(before):
        return True
    return _AIM.search(before) is None and _TITLED.search(text[left : found.start()]) is not None


def due_date(words: str) -> str | None:
    """The date or recurrence that folded words mean, as far as they say it.

    >>> due_date("trước ngày 5/12/2024"), due_date("trong quý iii năm 2012"), due_date("định kỳ 6 tháng, hằng năm")
    ('2024-12-05', '2012-09', '6-monthly')
    """
    every = (
        re.search(r"\b(0?[1-9]|1[0-2]|một|hai|ba|sáu|chín) (tháng|năm)\b(?! \d)", words) if "định kỳ" in words else None
    )
    if every:
        count = _NUMBERS.get(every[1]) or int(every[1])
        return _RECURRENCES[every[2]] if count == 1 else f"{count}-{_RECURRENCES[every[2]]}"
    each = re.search(r"(?:hằng|hàng|mỗi|định kỳ) (năm|quý|tháng|tuần|ngày)", words)
    return _RECURRENCES[each[1]] if each else _point(words)


def _point(words: str) -> str | None:
    day = re.search(r"(\d{1,2})\s?(?:[/.-]|tháng)\s?(\d{1,2})(?:\s?[/.-]\s?|\snăm\s)(\d{4})", words)
    if day:
        return f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}" if int(day[1]) <= 31 and 0 < int(day[2]) <= 12 else None
    month = re.search(r"tháng (\d{1,2})(?: năm |\s?[/-]\s?)(\d{4})", words)
    if month:
        return f"{month[2]}-{int(month[1]):02}" if 0 < int(month[1]) <= 12 else None
    quarter = re.search(r"quý (iv|i{1,3}|[1-4])(?: năm |\s?[/-]\s?|, )(\d{4})", words)
    if quarter:
        return f"{quarter[2]}-{3 * (_ROMAN.get(quarter[1]) or int(quarter[1])):02}"
    years = re.findall(r"\d{4}", words)
    return years[-1] if years else None
