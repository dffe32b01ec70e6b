"""Text that is none: glyph numbers, replacement characters, Vietnamese in a font of the last century (TCVN3, VNI)."""

from __future__ import annotations

import re

_GLYPH_NUMBER = re.compile(r"\(cid:\d+\)")
_BAD = re.compile(r"[\ufffd\x01\x03-\x08\x0e-\x1f\ue000-\uf8ff]")
_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VIETNAMESE = frozenset(f"{_LETTERS}{_LETTERS.upper()}\u0300\u0301\u0302\u0303\u0309\u0323")
# What TCVN3 and VNI leave when they are read as Latin-1: letters and signs that no Vietnamese word holds.
_MOJIBAKE = re.compile(r"[äåæëïöøûüçîñÿÄÅÆËÏÖØÛÜÇÎÑ]|(?<=[^\W\d_])[¡-¿×÷]|[µ®¬§¦©](?=[^\W\d_])")

_ENOUGH = 40  # letters: fewer prove nothing
_BAD_SHARE, _MOJIBAKE_SHARE, _VIETNAMESE_SHARE = 0.02, 0.03, 0.05


def is_rubbish(text: str) -> bool:
    """Whether `text`, said to be Vietnamese, is unreadable.

    >>> is_rubbish("Uû ban nh©n d©n tØnh " * 5), is_rubbish("Ủy ban nhân dân tỉnh " * 5)
    (True, False)
    """
    if len(_GLYPH_NUMBER.findall(text)) > 5 or len(_BAD.findall(text)) > _BAD_SHARE * len(text):
        return True
    letters = sum(map(str.isalpha, text))
    if letters < _ENOUGH:
        return False
    vietnamese = sum(map(_VIETNAMESE.__contains__, text))
    return is_mojibake(text) or vietnamese < _VIETNAMESE_SHARE * letters


def is_mojibake(text: str) -> bool:
    """Whether `text` looks like TCVN3 or VNI bytes taken for Latin-1; plain English is not."""
    return len(text) >= _ENOUGH and len(_MOJIBAKE.findall(text)) > _MOJIBAKE_SHARE * len(text)
