"""Small helpers for building regular expressions from the words of the gazetteers."""

from __future__ import annotations

import re
from collections.abc import Iterable

YEAR = r"(?:19|20)\d\d"
_TWO = r"(?:\d[\dlIiOo|]?|[lIiOo|]\d)"
RECIPIENTS = r"(?:(?:\w?[nN]|v)[ơo]i\s?nh[ậâa]n\b|(?:(?:\w|[ơo]i)\s)?nhận(?=:(?!\s*\d)))"
"""The label of the list of recipients, also as OCR may leave it: `Noi nhận`, `ơi nhận:`, `x nhận:`."""

DATE = rf"{_TWO}\s?[/.-]\s?{_TWO}\s?[/.-]\s?\d{{4}}|{_TWO}\s*tháng\s*{_TWO}\s*,?\s*năm\s*\d{{4}}"
"""A day as official documents print it: `15/7/2021`, `15 tháng 7 năm 2021`; or OCR reads it: `l5/7/2021`."""


def one_of(words: Iterable[str]) -> str:
    """A group that matches any of `words`, the longest that fits; may stand in a verbose pattern.

    >>> one_of(["theo", "theo dõi"])
    '(?:theo\\\\ dõi|theo)'
    """
    return f"(?:{'|'.join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))})"
