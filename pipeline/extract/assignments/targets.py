"""The measurable aims of a clause: `tối thiểu 80 %`, `đạt 100% hồ sơ`, `giảm 20 - 25%`, `ít nhất 02 mô hình`.

A number counts where it is a percentage or has a unit of the gazetteer, and where a word in front makes it an aim:

    at least      tối thiểu, ít nhất, không dưới …      trên, hơn, từ … trở lên (of percentages, or behind an aim)
    at most       tối đa, không quá, không vượt quá …   dưới, từ … trở xuống (the same)
    just that     đạt, phấn đấu, hoàn thành …           100% needs no such word
    by so much    tăng, nâng, giảm, rút ngắn …          (of percentages)

What has been reached ("đã đạt 95%"), a condition ("nếu chênh lệch quá 10%") and a due time ("không quá 10 ngày làm
việc") is no target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.extract.bodies.vocabulary import alternation
from pipeline.gazetteers import duties

_LEAST = r"tối\sthiểu|ít\snhất|không\sdưới|không\sthấp\shơn|không\sít\shơn"
_MOST = r"tối\sđa|không\squá|không\svượt(?:\squá)?|nhiều\snhất|không\scao\shơn"
_AIM = r"đạt|phấn\sđấu|hoàn\sthành|thu\shút"
_STATE = r"bảo\sđảm|đảm\sbảo|giải\sngân|còn|xuống|lên|ở\smức|tỷ\slệ|có|chiếm|được|là|từ"
_NUMBER = r"\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,6}(?:,\d{1,3})?(?!\d)"
_BEFORE, _LONGEST_HEAD = 160, 60

_DIGIT = re.compile(r"\d(?<![\w.,/-].)")  # a search for a digit is fast, one for what is not before it slow
_HEAD = re.compile(
    rf"""
    (?<!\w)
    (?: (?P<aim> (?: (?:{_AIM}|{_STATE}) [ ] ){{1,3}} ) )?
    (?: (?: (?P<increase> tăng(?:\sthêm)?|nâng ) | (?P<decrease> giảm|cắt\sgiảm|rút\sngắn|tiết\skiệm|hạ ) ) [ ] )?
    (?: (?: (?P<least>{_LEAST}) | (?P<most>{_MOST}) | (?P<more>trên|hơn) | (?P<less>dưới) ) [ ]
        (?: (?:là|đạt|từ) [ ] )? )? $
    """,
    re.VERBOSE,
)
_AIMS = re.compile(rf"\b(?:{_AIM})\b")
_ACTS = re.compile(r"\b(?:bảo\sđảm|đảm\sbảo|giải\sngân|xuống|lên|ở\smức)\b")
_NO_AIM = re.compile(
    r"\b(?:đã|vừa|nếu|trường hợp|có giá trị|chênh lệch|quy mô|công suất|lượng mưa|số điểm|trước"
    r"|(?<!căn )cứ|(?:mới|chỉ|ước|kết quả)(?= đạt| có| còn| thực hiện| giải ngân)|(?<!thực )hiện(?= nay| có| tại))\b"
)
_TIMES = ("ngày làm việc", "ngày", "giờ", "tuần", "tháng", "năm")
_SIGNS = {"least": ">=", "most": "<=", "more": ">", "less": "<"}


@dataclass(frozen=True, slots=True)
class Target:
    """An aim as it stands at `start:end`, and what it means: `>= 80 %`, `100 %`, `decrease 20..25 %`, `< 2 vụ`."""

    start: int
    end: int
    text: str
    value: str


@cache
def _tail() -> re.Pattern[str]:
    """The number and its unit."""
    unit = alternation(row.unit for row in duties.units()).replace(" ", r"\s")
    scaled = rf"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s){{0,2}}{unit}(?:/\w+)?"
    return re.compile(
        rf"""
        (?P<number> {_NUMBER} ) (?! /\d ) (?: \s?%? \s? (?:-|đến) \s? (?P<to> {_NUMBER} ) )?
        (?: \s? (?P<percent> % ) (?: \s (?:tổng\s|số\s)* {unit} (?!\w) | /năm )?
          | \s (?: \( [^()\n]{{1,20}} \) \s )? (?P<unit> {scaled} ) )
        (?! \w ) (?: [^.,;:\n\d]{{0,30}}? \s trở \s (?: (?P<up>lên) | (?P<down>xuống) ) (?!\w) )?
        """,
        re.VERBOSE,
    )


def find_targets(text: str, folded: str, start: int, end: int) -> tuple[Target, ...]:
    """The targets in `text[start:end]`, in text order; `folded` is the folded text. Linear in the length.

    >>> text = "Phấn đấu đạt tối thiểu 80% hồ sơ"
    >>> [(target.text, target.value) for target in find_targets(text, text.lower(), 0, len(text))]
    [('Phấn đấu đạt tối thiểu 80% hồ sơ', '>= 80 %')]
    """
    return tuple(_targets(text, folded, start, end))


def _targets(text: str, folded: str, start: int, end: int) -> Iterator[Target]:
    position = free = start  # behind the last target
    while digit := _DIGIT.search(folded, position, end):
        position = digit.end()
        tail = _tail().match(folded, digit.start(), end)
        if tail is None:
            continue
        left = max(free, digit.start() - _LONGEST_HEAD)
        head = _HEAD.search(folded[left : digit.start()])
        begin = left + head.start() if head else digit.start()
        if head and _is_aim(head, tail) and not _is_none(folded, max(start, begin - _BEFORE), begin, head, tail):
            yield Target(begin, tail.end(), text[begin : tail.end()], _value(head, tail))
            position = free = tail.end()


def _is_aim(head: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether the words before the number make it an aim."""
    if head["least"] or head["most"]:
        return True
    aims = head["aim"] and _AIMS.search(head["aim"])
    if head["aim"] and head["aim"].startswith("có ") and not aims:  # dự án có tỷ lệ giải ngân dưới 10%
        return False
    if tail["percent"] is None:
        return bool(aims) and not tail["down"]
    opened = tail["up"] or tail["down"] or head["more"] or head["less"] or head["increase"] or head["decrease"]
    return bool(opened or aims or tail["number"] == "100" or (head["aim"] and _ACTS.search(head["aim"])))


def _is_none(folded: str, left: int, begin: int, head: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether it is a condition, a thing of the past, a due time, or the points of an assessment."""
    before = folded[left:begin]
    phrase = before[max(before.rfind(mark) for mark in ".,;:\n(") + 1 :] + head[0]
    due = tail["unit"] in _TIMES and head["most"]
    points = tail["unit"] == "điểm" and before.endswith("(")
    return bool(due or points or _NO_AIM.search(phrase))


def _value(head: re.Match[str], tail: re.Match[str]) -> str:
    sign = ">=" if tail["up"] else "<=" if tail["down"] else next((_SIGNS[name] for name in _SIGNS if head[name]), "")
    change = "increase" if head["increase"] else "decrease" if head["decrease"] else ""
    number = "..".join(_plain(each) for each in (tail["number"], tail["to"]) if each)
    unit = "%" if tail["percent"] else tail["unit"]
    return " ".join(part for part in (change, sign, number, unit) if part)


def _plain(number: str) -> str:
    """A number as Vietnam prints it → as programs read it.

    >>> _plain("2.000"), _plain("0,4"), _plain("02")
    ('2000', '0.4', '2')
    """
    plain = number.replace(".", "").replace(",", ".")
    return plain.lstrip("0") if plain.lstrip("0")[:1].isdigit() else f"0{plain.lstrip('0')}" if "." in plain else "0"
