"""Due times and recurrences of a task: `trước ngày 15/12/2024`, `trong quý III năm 2012`, `định kỳ hằng quý`.

`thường xuyên`, `kịp thời`, `khẩn trương` are none; nor is a year that belongs to the name of a plan or follows
"tầm nhìn", "định hướng" (guidelines, sections 4 and 5); nor the time of what has been done ("kết quả thực hiện trong
tháng 5", "dự toán hằng năm đã được giao"), of a feast, of money paid or of what a task is grounded on ("Tết từ ngày 1
đến ngày 5", "trợ cấp hằng tháng", "căn cứ dự toán hằng năm").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.assignments.due import due_date
from pipeline.extract.bodies.finder import Finder
from pipeline.extract.bodies.vocabulary import alternation
from pipeline.gazetteers import duties

_DAY = r"\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|\stháng\s\d{1,2}(?:(?:\snăm\s|/)\d{4})?)"
_MONTH = r"tháng\s\d{1,2}(?:(?:\snăm\s|\s?[/-]\s?)\d{4})?"
_QUARTER = r"quý\s(?:iv|i{1,3}|[1-4])(?:(?:\snăm\s|\s?[/-]\s?|,\s)\d{4})?"
_YEAR = r"năm\s(?:\d{4}|học\s\d{4}\s?-\s?\d{4})"
_EACH = r"(?:hằng|hàng|mỗi)\s(?:năm|quý|tháng|tuần|ngày)"
_COUNT = r"(?:0?[1-9]|1[0-2]|một|hai|ba|sáu|chín)"
_EVERY = rf"(?:{_EACH}|{_COUNT}\s(?:tháng|năm|tuần|ngày)(?:/lần|\smột\slần)?|quý|tháng|năm|tuần)"
_WHEN = r"(?:vào\s)?(?:ngày\s\d{1,2}|thứ\s(?:hai|ba|tư|năm|sáu|bảy))\s"
_POINT = rf"(?:ngày\s{_DAY}|{_QUARTER}|{_MONTH}|{_YEAR})"
_SEASON = rf"mùa\s(?:mưa|lũ|bão)(?:,?\s(?:mưa|lũ|bão))*(?:\s(?:{_YEAR}|{_EACH}))?"
_FEAST = rf"""(?:ngày\s)? (?: quốc\skhánh | tết (?:\snguyên\sđán|\sdương\slịch)? | khai\sgiảng | bầu\scử | năm\shọc\smới
    | giỗ\stổ (?:\shùng\svương)? | hội\snghị\s(?:tổng|sơ)\skết ) (?: \s(?:ngày\s)?{_DAY} | \s{_YEAR} )?"""
_HOUR = r"\d{1,2}\s?(?:giờ|h)(?:\s?\d{2}(?:\sphút)?)?\s"
_PERIOD = r"(?:của\s)?(?:tháng|quý|năm)(?:\s(?:cuối|sau|đầu|của|mỗi|hằng|hàng|quý|kế|tiếp|theo|liền|kề))+"
_NUMBER = r"\d{1,3}(?:\s\([^()\n]{1,20}\))?"
_SPAN = rf"{_NUMBER}\s(?:giờ|(?:ngày|tuần)(?:\slàm\sviệc)?)"
_LONG_SPAN = rf"(?:{_SPAN}|{_NUMBER}\s(?:tháng|năm))"
_DEADLINE = re.compile(
    rf"""
    (?<!\w) (?:
        (?P<regular> định\skỳ (?! \s(?:trước|chậm)\s )           # định kỳ 6 tháng, hàng năm (trước ngày 10/12)
            (?: \s (?:vào\s)? (?:{_WHEN})? {_EVERY} (?: (?:,|\svà|\shoặc) \s {_EVERY} )* )?
            (?: \s\( [^()\n]{{1,30}} \) )? )
      | (?P<before> (?: trước(?:\sthời\sđiểm)? | chậm\snhất(?:\slà|\sđến|\svào)* | không\squá | muộn\snhất ) \s
          (?: (?:{_HOUR})? (?: {_POINT} | {_DAY} | ngày \s (?: \d{{1,2}} (?=\s(?:hằng|hàng|của|tháng|mỗi)) | cuối ) )
              (?: \s(?:và|hoặc)\s(?:trước\s)?ngày\s{_DAY} (?=\s{_EACH}) )?
              (?: \s (?: {_EACH} | {_PERIOD} ) )?
            | {_HOUR} {_EACH} | {_SEASON} | {_FEAST} ) )
      | (?P<after> (?: chậm\snhất(?:\slà|\ssau)* | muộn\snhất(?:\slà|\ssau)* | không\squá | tối\sđa ) \s {_SPAN} )
      | (?P<term> thời\shạn \s {_SPAN} ) (?=\s(?:kể\s)?từ\s)
      | (?P<within> trong \s (?: (?:đầu|giữa|cuối|nửa\sđầu|nửa\scuối) \s )? (?:
            {_SEASON} \s {_YEAR} | (?: (?:sáng|chiều) \s )? ngày \s {_DAY}
          | {_QUARTER} | {_MONTH} | {_YEAR}                       # trong quý III năm 2012
          | năm (?=\s*[.;,)]|\s*$|\snay\b) | tháng (?=\s*[.;)]|\s*$)
          | giai\sđoạn \s \d{{4}} \s? - \s? \d{{4}}
          | (?:những|các) \s tháng \s (?:đầu|cuối) \s {_YEAR} (?: \s và \s (?:đầu|cuối) \s {_YEAR} )?
          | (?:thời\shạn|thời\sgian|vòng) \s (?:(?:tối\sđa|không\squá)\s)? {_LONG_SPAN} | {_SPAN} ) )
      | (?P<until> (?: từ\s(?:nay|{_YEAR}|ngày\s(?:{_DAY}|\d{{1,2}})) \s )?
            (?:đến|tới) \s (?: (?:hết|cuối|trước) \s )* {_POINT}
            (?: \s {_EACH} )?
          | (?: trong\s{_NUMBER}\s?năm,? \s )? từ \s (?:năm\s)? \d{{4}} \s (?:đến|-) \s (?:năm\s)? \d{{4}} )
      | (?P<each> {_EACH} | {_WHEN} {_EACH} )                    # hằng năm
      | (?P<part> (?: vào \s (?:đầu|cuối) | giữa ) \s (?: {_QUARTER} | {_MONTH} )
          | vào \s (?: (?:đầu|giữa|cuối) \s )? {_YEAR}
          | tại \s kỳ\shọp \s (?: (?:đầu|giữa|cuối) \s )? {_YEAR} )
      | (?P<due> (?:hoàn\sthành|xong) \s (?:vào\s)? (?P<when> {_POINT} ) )
      | thời\s(?:gian|hạn) (?: \s (?:thực\shiện|hoàn\sthành|báo\scáo|gửi) )* \s? : \s? (?P<labelled> [^\n;.]{{1,60}} )
    ) (?!\w)
    """,
    re.VERBOSE,
)
_FIRST_WORDS = (
    *("định kỳ", "trước", "chậm nhất", "muộn nhất", "không quá", "tối đa", "trong", "từ", "đến", "tới", "hằng", "hàng"),
    *("mỗi", "vào", "giữa", "tại kỳ họp", "hoàn thành", "xong", "thời gian", "thời hạn"),
)
_HORIZON = re.compile(
    r"(?:định hướng|tầm nhìn|giai đoạn|thời kỳ|nhiệm kỳ|từ năm \d{4}|so với|kể từ|tính)\s(?:từ\s)?$|\d{4},?\s$"
)
_AIM = re.compile(r"(?:phấn đấu|đảm bảo|bảo đảm|hoàn thành|mục tiêu|xong|[.;:(–-])\s?$|^\s*$")
_TITLED = re.compile(
    r"\b(?:Quy hoạch|Chiến lược|Chương trình|Kế hoạch|Đề án|Nghị quyết|Quyết định|Chỉ thị|Kết luận|Nghị định|Dự án)\b"
    r"[^.;:\n]*$"
)
_APPROVED = re.compile(r"(?:được|đã) (?:phê duyệt|duyệt|ban hành|cấp|ký|thành lập|công nhận|giao) $")
_DONE_BEFORE = re.compile(r"(?:kết quả|tình hình)(?: thực hiện| đạt được)?\s$")
_DONE_BEHIND = re.compile(r"\s(?:đã\s|tại (?:quyết định|nghị quyết|kế hoạch|chương trình|đề án)\b)")
_NO_SPAN_BEHIND = re.compile(r"\s(?:đầu|cuối|qua|gần|trước|liên|nghỉ|cao điểm|lễ|tết)(?!\w)")
_PLANNED_BEHIND = re.compile(r"\stheo (?:quyết định|nghị quyết|kế hoạch|đề án) số\b")
_NO_DUE = ("each", "until", "part")
_REACH = 80
_CONSTANTLY = re.compile(r"\s*thường xuyên\b")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due time as it stands at `start:end`; `date` is what it means in the notation of `due.py`, or None."""

    start: int
    end: int
    text: str
    date: str | None


def find_deadline(text: str, folded: str, start: int, end: int) -> Deadline | None:
    """The first due time in `text[start:end]`, or None. Linear in the length."""
    for lead in _leads().finditer(folded, start, end):
        found = _DEADLINE.match(folded, lead.start(), end)
        if found and _is_due(text, folded, start, found):
            name = "when" if found["due"] else "labelled" if found["labelled"] else 0
            left, right = found.span(name)
            return Deadline(left, right, text[left:right].strip(), due_date(folded[left:right]))
    return None


@cache
def _none_behind(kind: str) -> re.Pattern[str]:
    """The phrase whose words say that a time of that kind behind it is no due time."""
    return re.compile(rf"\b(?:{alternation(duties.sentence_words()[f'no due time: {kind}'])})\b[^,;.:\n]*$")


@cache
def _leads() -> Finder:
    return Finder.of(_FIRST_WORDS)


def _is_due(text: str, folded: str, floor: int, found: re.Match[str]) -> bool:
    """Whether it is the time of what is to be done, not of what has been done or of what a document is named after."""
    before = folded[max(floor, found.start() - _REACH) : found.start()]
    if found["labelled"]:
        return _CONSTANTLY.match(found["labelled"]) is None
    if (said := found.lastgroup) and said in _NO_DUE and _none_behind(said).search(before):
        return False
    if found["until"] and not found["until"].startswith("trong"):
        return not (_DONE_BEHIND.match(folded, found.end()) or _in_name(text, folded, floor, found))
    if found["before"]:
        return _APPROVED.search(before) is None
    if found["each"]:
        return not (before.endswith("theo ") or folded.startswith(" đã ", found.end()))
    if found["after"] or found["within"]:
        behind = _NO_SPAN_BEHIND.match(folded, found.end()) or _PLANNED_BEHIND.match(folded, found.end())
        return not (_DONE_BEFORE.search(before) or behind)
    return True


def _in_name(text: str, folded: str, floor: int, found: re.Match[str]) -> bool:
    """Whether `đến năm …` is the horizon of a plan: behind "tầm nhìn", or in the title of a document."""
    left = max(floor, found.start() - 160)
    before = folded[left : found.start()]
    if _HORIZON.search(before):
        return True
    return _AIM.search(before) is None and _TITLED.search(text[left : found.start()]) is not None
