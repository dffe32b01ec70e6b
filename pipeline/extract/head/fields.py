"""The single fields of a head: number and symbol, place and date, type, title, lists of addressees and recipients."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.citations.symbols import find_symbols
from pipeline.extract.head.persons import is_person
from pipeline.extract.head.provinces import province_named
from pipeline.extract.head.signature import is_signature
from pipeline.extract.layout.head_lines import (
    ADDRESSEE,
    DATE,
    NUMBER,
    SUBJECT,
    TITLE,
    TYPE,
    HeadLine,
    is_noise,
)
from pipeline.extract.layout.lines import Line
from pipeline.extract.layout.type_lines import title_start, type_of_line
from pipeline.gazetteers import load
from pipeline.spelling import UPPER, fold, unmarked

_PREFIX = re.compile(
    r"""
    [\W_]{0,4} (?: (?: bo \s )? luat \s | phap \s lenh \s | nghi \s quyet \s (?= so \s? : [^,;]{3,30} $ ) )?
    [s§] [o0] \s? [:.;]? \s*
    """,
    re.VERBOSE,
)
_TAIL = re.compile(
    rf"""
    (?: / \s? (?: (?:19|20)\d\d ) \s? )?
    (?P<sep> [/-] ) \s?
    (?P<tail> [{UPPER}][\wĐđ]* (?: \s? [-/–] \s? [{UPPER}]\w* )* )
    """,
    re.VERBOSE,
)
_DATE = re.compile(
    r"""
    (?P<place> [^,;]* ) ,? \s? \b nga[yw]?
    (?: (?P<day> .{0,20}? ) thang (?P<month> .{0,20}? ) \b nam \b \s? (?P<year> (?:19|20)\d\d )
      | \s (?P<d> \d{1,2} ) [/.-] (?P<m> \d{1,2} ) [/.-] (?P<y> (?:19|20)\d\d ) )
    """,
    re.VERBOSE,
)
"""Place and date in unmarked letters; `ngày` and `tháng` may run into the handwriting between them."""
_PLACE = re.compile(rf"(?P<place>[{UPPER}][^\d:;/]*)$")
_SUBJECT = re.compile(r"\W*(?:v\s?[/.]\s?v\b|trích yếu)\s*[:.]?\s*", re.IGNORECASE)
_ABOUT = re.compile(r"\bVề (?:việc )?")
_ADDRESSED = re.compile(r"(?P<before>.*?)\b(?:k[ií]nh\s+g[ửuứ]i|điện)\s*:?\s*", re.IGNORECASE)
_BULLET = re.compile(r"[\W_]{0,6}[-–—+*•~]\s*")
_ENDS = " .;,:_-/"
_FILED = re.compile(r"l[ưu]u\b", re.IGNORECASE)


class Number(NamedTuple):
    """The number with its symbol, and the symbol, None where they are blank or unreadable."""

    number: str | None = None
    symbol: str | None = None


class PlaceDate(NamedTuple):
    """Where and when; the date stops where the print does."""

    place: str | None = None
    date: str | None = None


class Title(NamedTuple):
    """The trích yếu as one line, and where it stands."""

    text: str
    span: tuple[int, int]


def read_number(head: tuple[HeadLine, ...]) -> Number:
    """Number and symbol of the line `Số: ...`; a blank or unreadable number leaves the symbol alone."""
    for role, line in head:
        if role == NUMBER:
            found = number_of(line.text)
            if found.symbol:
                return found
    return Number()


def number_of(line: str) -> Number:
    """
    >>> number_of("Số: 3125 /KH-STC"), number_of("Số:      /UBND-NC").symbol, number_of("Số 05-NQ/TU").number
    (Number(number='3125/KH-STC', symbol='KH-STC'), 'UBND-NC', '05-NQ/TU')
    """
    found = _PREFIX.match(unmarked(fold(line)))
    start = found.end() if found else 0
    symbol = next(find_symbols(line, start, bare=True), None)
    if symbol and symbol.start == start:
        return Number(symbol.number, symbol.tail)
    tail = _TAIL.search(line, start)
    if tail is None:
        return Number()
    known = next(find_symbols(f"1{tail['sep']}{tail['tail']}"), None)
    return Number(None, known.tail if known else re.sub(r"\s", "", tail["tail"]))


def read_place_date(head: tuple[HeadLine, ...]) -> PlaceDate:
    """Place and date of the line `Hưng Yên, ngày 28 tháng 11 năm 2019`; blanks stay open."""
    lines = [line.text for role, line in head if role in (DATE, NUMBER)]
    for words in (*lines, *map(" ".join, pairwise(lines))):
        if found := _DATE.search(unmarked(fold(words))):
            day, month, year = (
                found[long] or found[short] or "" for long, short in (("day", "d"), ("month", "m"), ("year", "y"))
            )
            return PlaceDate(_place(words[: found.end("place")]), _iso(year, month, day))
    return PlaceDate()


def _place(words: str) -> str | None:
    """The place at the end of `words` (a number may stand before it), a province rightly spelled."""
    number = _PREFIX.match(unmarked(fold(words)))
    tail = _TAIL.search(words, number.end()) if number else None
    found = _PLACE.search(words[tail.end() if tail else 0 :].strip())
    if found is None:
        return None
    place = found["place"].strip(" .-")
    return province_named(place) or place or None


def _iso(year: str, month: str, day: str) -> str:
    """The date as far as it can be read.

    >>> _iso("2025", " 02 ", " "), _iso("2024", " 9 ", "/1}"), _iso("2026", " 54 ", "15")
    ('2025-02', '2024-09', '2026')
    """
    if not (month.strip().isdecimal() and 1 <= int(month) <= 12):
        return year
    open_date = f"{year}-{int(month):02}"
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return open_date


def read_type(head: tuple[HeadLine, ...], symbol: str | None) -> str | None:
    """The type by its own line; a letter (V/v, Kính gửi) is a công văn; else by the symbol's abbreviation."""
    named = (type_of_line(line.text) for role, line in head if role == TYPE)
    if found := next(filter(None, named), None):
        return found
    roles = {role for role, _ in head}
    code = re.split("[-/]", symbol or "")[0]
    if code in _types() and SUBJECT not in roles:
        return _types()[code]
    return "công văn" if symbol or roles & {SUBJECT, ADDRESSEE} else None


def read_title(head: tuple[HeadLine, ...]) -> Title | None:
    """The trích yếu: the lines below the type, in a letter those from `V/v` on; without `V/v`."""
    typed = next((index for index, (role, _) in enumerate(head) if role == TYPE), -1)
    lines = [line for role, line in head[typed + 1 :] if role in (TITLE, SUBJECT)]
    if typed >= 0 and (rest := _behind_type(head[typed].line)):
        lines.insert(0, rest)
    if not lines:
        return None
    lead = _lead(lines[0].text)
    start = lines[0].start + lead
    words = [lines[0].text[lead:], *(line.text for line in lines[1:])]
    words += [_before_addressee(line.text) for role, line in head[typed + 1 :] if role == ADDRESSEE][:1]
    text = " ".join(filter(None, words)).strip(" ./:_-")
    return Title(text, (start, lines[-1].end)) if text else None


def _behind_type(line: Line) -> Line | None:
    """The beginning of a title that stands in the type's own line."""
    start = title_start(line.text)
    if start == len(line.text):
        return None
    return Line(line.start + start, line.end, line.text[start:], line.folded[start:])


def _before_addressee(line: str) -> str:
    """The end of a title that has run into `Kính gửi:`."""
    found = _ADDRESSED.match(line)
    glued = found and "gửi" in found[0].lower() and found["before"].count(" ") > 1
    return found["before"].strip() if found and glued else ""


def _lead(line: str) -> int:
    """How much of a title's first line is not title: `V/v`, or noise before "Về việc"."""
    found = _SUBJECT.match(line)
    if found:
        return found.end()
    about = _ABOUT.search(line) if is_noise(line) else None
    return about.start() if about else 0


def read_addressees(head: tuple[HeadLine, ...]) -> tuple[str, ...]:
    """The items of `Kính gửi`, in a công điện those behind `điện:`."""
    lines = [line.text for role, line in head if role == ADDRESSEE]
    if not lines:
        return ()
    lines[0] = _ADDRESSED.sub("", lines[0], count=1)
    return items_of(line for line in lines if not is_noise(line) or _BULLET.match(line))


def read_recipients(lines: Iterable[str]) -> tuple[str, ...]:
    """The items of `Nơi nhận` among the lines of a document's end, down to the filing line `Lưu: ...`."""
    kept: list[str] = []
    for line in lines:
        if is_signature(line) or (is_person(line) and kept and kept[-1].endswith((".", ";"))):
            continue
        if kept and _FILED.match(_BULLET.sub("", kept[-1], count=1)) and not kept[-1].endswith(","):
            break
        if kept or _BULLET.match(line):
            kept.append(line)
    return items_of(kept)


def items_of(lines: Iterable[str]) -> tuple[str, ...]:
    """The items of a list set over lines: a line without bullet goes on with the item before it.

    >>> items_of(["- Như trên;", "- Vụ Pháp chế,", "Bộ Nội vụ;", "Sở Y tế."])
    ('Như trên', 'Vụ Pháp chế, Bộ Nội vụ', 'Sở Y tế')
    """
    items: list[str] = []
    for line in lines:
        bullet = _BULLET.match(line)
        words = line[bullet.end() :] if bullet else line
        if items and not bullet and not items[-1].rstrip().endswith((";", ".")):
            items[-1] = f"{items[-1]} {words}"
        elif words.strip(_ENDS):
            items.append(words)
    return tuple(item.strip(_ENDS) for item in items if item.strip(_ENDS))


@cache
def _types() -> dict[str, str]:
    """Abbreviation → type; one that stands for two types keeps the first."""
    names: dict[str, str] = {}
    for kind in load.document_types():
        for code in kind.abbreviations:
            names.setdefault(code, kind.name)
    return names
