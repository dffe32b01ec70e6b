"""Numbers, symbols and dates as OCR and typists leave them, and the letters and digits that they can only stand for."""

from __future__ import annotations

import re

from pipeline.spelling import unmarked

ONES = "lIi|"
NOUGHTS = "Oo"
_DIGITS = str.maketrans(ONES + "]" + NOUGHTS, "1" * len(ONES + "]") + "0" * len(NOUGHTS))
# Cyrillic and Greek letters that look like Latin ones, and what italics and worn type are taken for.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХІЅΑΒΕΗΙΚΜΝΟΡΤΥΧạ", "ABEKMHOPCTYXISABEHIKMNOPTYXg")
_MARKED = re.compile(r"[^\x00-\x7fĐđƯư]")


def mended_digits(printed: str) -> str:
    """The digits that `printed` stands for.

    >>> mended_digits("l5"), mended_digits("3O"), mended_digits("30c")
    ('15', '30', '30c')
    """
    return printed.translate(_DIGITS)


def mended_letters(code: str) -> str:
    """An abbreviation without the marks, look-alikes and broken letters of OCR; Đ and Ư are letters of codes.

    >>> mended_letters("CР"), mended_letters("TỪ"), mended_letters("TTạ"), mended_letters("TVV"), mended_letters("QĐ")
    ('CP', 'TU', 'TTg', 'TW', 'QĐ')
    """
    if code.isascii():
        return code.replace("VV", "W")
    return _MARKED.sub(lambda match: unmarked(match[0]), code.translate(_LOOKALIKES)).replace("VV", "W")
