"""Symbols of documents that a line end cut in two."""

from __future__ import annotations

import re

# Behind the hyphen or slash ("140-" / "KH/TU", "71/2016/NĐ-" / "CP") …
_TAIL = re.compile(r"(?:\d\S*|\S*[/\d]\S*|[A-ZĐƯ]{2,}[A-ZĐƯ-]*)[-/]$")
_HEAD = re.compile(r"[A-ZĐƯ]{2}|[A-ZĐƯ][A-ZĐƯa-z]{0,2}[A-ZĐƯ]|[A-ZĐƯ]{1,4}[-/]|\d")
# … or before it ("76/NQ" / "-CP", "Số: 12" / "/CT-UBND").
_LATE_TAIL = re.compile(r"\d\S*$")
_LATE_HEAD = re.compile(r"[-/][A-ZĐƯ]{2}[A-ZĐƯa-z]*\b")
_BLANK_TAIL = re.compile(r"\bS[ốo]\s?:?$")
_TOKEN = 24


def cut_symbol(above: str, line: str) -> bool:
    """Whether the end of `above` and the start of `line` are one symbol or number.

    >>> cut_symbol("ngày 01/7/2016, Nghị định số 71/2016/NĐ-", "CP của Chính phủ")
    True
    >>> cut_symbol("phát triển kinh tế -", "Xã hội")
    False
    """
    if above[-1:] in ("-", "/"):
        return _HEAD.match(line) is not None and _TAIL.search(above[-_TOKEN:]) is not None
    if line[:1] in ("-", "/"):
        return _LATE_HEAD.match(line) is not None and _LATE_TAIL.search(above[-_TOKEN:]) is not None
    return False


def blank_number(above: str, line: str) -> bool:
    """Whether `above` is a lone "Số:" and `line` the symbol that belongs to it."""
    return line[:1] == "/" and _LATE_HEAD.match(line) is not None and _BLANK_TAIL.search(above[-_TOKEN:]) is not None
