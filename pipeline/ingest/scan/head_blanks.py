"""Number and date of a head where they are filled in by hand: what cannot be read for sure is left blank."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.ingest.hints import UNREADABLE_NUMBER
from pipeline.ingest.scan.words import ReadWord, Row, rows_of
from pipeline.model import Issue

SURE = 0.75
"""Below this confidence a number is taken for handwriting."""

NUMBER_LINE = re.compile(
    r"""
    ^ .{0,2}? \b S[ốôóồo] \s? [:.;]?  (?P<number> [^/]{0,12}? )            # Số: 12
    \s? (?: (?: / (?:19|20)\d\d )? / \s? [A-ZĐƯ] | - [A-ZĐƯ]{2}\w* / [A-Z] )   # /CT-UBND  /2023/QĐ-UBND  -CT/TU
    """,
    re.VERBOSE,
)
"""
>>> NUMBER_LINE.search("Số: đï- /CT-UBND Quảng Ngãi, ngày?")["number"].strip()
'đï-'
"""
_DATE = re.compile(
    r"(?:,|^)\s?ng[àaá]y(?P<day>.{0,8}?)th[áa]ng(?P<speck>[. ]*)(?P<month>[^,;]{0,8}?)\s?n[ăa]m\s?(?:19|20)\d\d\W*$"
)
"""The date at the end of its line, behind the place: no sentence."""
_MONTH = re.compile(r"th[áa]ng\s?(?P<month>\d{1,2})\s?n[ăa]m\s?(?:19|20)\d\d\W*$")
"""The same with the place and the day left out, which a second reading may garble."""

_SERIAL = re.compile(r"\s?\d{1,5}[a-zđ]?\s?")
_DAY = re.compile(r"[\s.]*\d{1,2}[\s.]*")
_ROWS = 16  # of a head


def blank_handwriting(words: Sequence[ReadWord], page_height: float) -> tuple[list[ReadWord], list[Issue]]:
    """The words of a first page without what was filled in by hand, and an issue for each such blank."""
    rows = rows_of(words)
    issues: list[Issue] = []
    for index, row in enumerate(rows[:_ROWS]):
        if row.words[0].base > page_height / 2:
            break
        rows[index] = _without_date(_without_number(row, issues), issues)
        if _DATE.search(row.text):
            break
    return [word for row in rows for word in row.words], issues


def digits_in(row: Row) -> dict[str, re.Match[str]]:
    """The `number` of the document and the `month` of its date in their places, each a group of what is found.

    >>> digits_in(Row((ReadWord("Huế, ngày 7 tháng 12 năm 2024", 0, 0, 9, 9, 9, 9, 0.9),)))["month"].span("month")
    (18, 20)
    """
    found = {"number": NUMBER_LINE.search(row.text), "month": _MONTH.search(row.text)}
    return {part: match for part, match in found.items() if match and match[part].strip().isdigit()}


def _without_number(row: Row, issues: list[Issue]) -> Row:
    found = NUMBER_LINE.search(row.text)
    if not found or not found["number"].strip() or _is_readable(row, *found.span("number"), _SERIAL):
        return row
    issues.append(Issue(UNREADABLE_NUMBER, "the number in the head is written by hand or cannot be read"))
    return row.blanked(*found.span("number"))


def _without_date(row: Row, issues: list[Issue]) -> Row:
    found = _DATE.search(row.text)
    if not found:
        return row
    for part in ("month", "speck", "day"):
        if "." in found[part] and part == "speck":
            row = row.blanked(*found.span(part))
        elif found[part].strip() and not _is_readable(row, *found.span(part), _DAY):
            issues.append(Issue("unreadable-date", f"the {part} in the head is written by hand or cannot be read"))
            row = row.blanked(*found.span(part))
    return row


def _is_readable(row: Row, start: int, end: int, form: re.Pattern[str]) -> bool:
    return form.fullmatch(row.text, start, end) is not None and row.sure(start, end) >= SURE
