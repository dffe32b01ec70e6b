"""Text that is none: glyph numbers, replacement characters, Vietnamese in a font of the last century (TCVN3, VNI)."""

from __future__ import annotations

import math
import re
from itertools import islice

_GLYPH_NUMBER = re.compile(r"\(cid:\d+\)")
_BAD_CHARACTERS = r"\ufffd\x01\x03-\x08\x0e-\x1f\ue000-\uf8ff"
_BAD = re.compile(f"[{_BAD_CHARACTERS}]")
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VIETNAMESE = re.compile(f"[{_LETTERS}{_LETTERS.upper()}\u0300\u0301\u0302\u0303\u0309\u0323]")
# What TCVN3 and VNI leave when they are read as Latin-1: letters and signs that no Vietnamese word holds.
_FOREIGN_LETTERS, _SIGNS = "äåæëïöøûüçîñÿÄÅÆËÏÖØÛÜÇÎÑ", "¡-¿×÷"
_MOJIBAKE = re.compile(rf"[{_FOREIGN_LETTERS}]|(?<=[^\W\d_])[{_SIGNS}]|[µ®¬§¦©](?=[^\W\d_])")
_ODD = re.compile(f"[{_BAD_CHARACTERS}{_FOREIGN_LETTERS}{_SIGNS}]")
"""What all that is bad or mojibake holds: one look finds nothing of it in a good text."""

_ENOUGH = 40  # letters: fewer prove nothing
_BAD_SHARE, _MOJIBAKE_SHARE, _VIETNAMESE_SHARE = 0.02, 0.03, 0.05


def is_rubbish(text: str) -> bool:
    """Whether `text`, said to be Vietnamese, is unreadable.

    >>> is_rubbish("Uû ban nh©n d©n tØnh " * 5), is_rubbish("Ủy ban nhân dân tỉnh " * 5)
    (True, False)
    """
    if len(_GLYPH_NUMBER.findall(text)) > 5:
        return True
    odd = _ODD.search(text) is not None
    if odd and len(_BAD.findall(text)) > _BAD_SHARE * len(text):
        return True
    return (odd and _has_letters(text) and is_mojibake(text)) or _lacks_vietnamese(text)


def is_mojibake(text: str) -> bool:
    """Whether `text` looks like TCVN3 or VNI bytes taken for Latin-1; plain English is not."""
    return len(text) >= _ENOUGH and len(_MOJIBAKE.findall(text)) > _MOJIBAKE_SHARE * len(text)


def _has_letters(text: str) -> bool:
    return sum(map(str.isalpha, text)) >= _ENOUGH


def _lacks_vietnamese(text: str) -> bool:
    """Few of its letters, of which there are enough, are Vietnamese; so many among its characters settle it."""
    many = math.ceil(_VIETNAMESE_SHARE * len(text))
    found = sum(1 for _ in islice(_VIETNAMESE.finditer(text), many))
    if found == many:
        return False
    letters = sum(map(str.isalpha, text))
    return letters >= _ENOUGH and found < _VIETNAMESE_SHARE * letters
