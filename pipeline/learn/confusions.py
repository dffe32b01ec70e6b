"""Which words an OCR takes for which: same base letters, other marks.

The costs are natural logarithms of how often it happens to a letter, rounded from the readings of poor scans by
both Vietnamese nets of Tesseract; only their order of size matters.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT = "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
CHEAPEST, COMMON = -3.0, -4.0
"""The costs of the most common slip (ổ read as ố), and of the next: other tones over a circumflex, and ỉ for i."""
TONES = (_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT)
SHAPES = (_CIRCUMFLEX, _BREVE, _HORN)


def cost(read: str, meant: str) -> float:
    """The log probability that `meant` was printed where `read` was read; both in one spelling and equally long.

    >>> cost("tố", "tổ"), cost("chỉ", "chi"), cost("đông", "dòng")
    (-3.0, -4.0, -15.5)
    """
    return sum((letter_cost(*pair) for pair in zip(read, meant, strict=True) if pair[0] != pair[1]), 0.0)


@cache
def letter_cost(read: str, meant: str) -> float:
    """The same for one letter: tones over a circumflex are often misread, shapes seldom."""
    read_shape, read_tone = _marks(read)
    meant_shape, meant_tone = _marks(meant)
    if read_shape != meant_shape:
        return -7.0 if read_tone == meant_tone else -8.5
    if (read_shape, read_tone, meant_tone) == (_CIRCUMFLEX, _ACUTE, _HOOK):
        return CHEAPEST
    return COMMON if read_shape == _CIRCUMFLEX or meant == "i" else -5.5


def _marks(letter: str) -> tuple[str, str]:
    """Its shape (circumflex, breve, horn, the bar of đ) and its tone."""
    marks = unicodedata.normalize("NFD", letter)[1:] if letter != "đ" else letter
    return "".join(mark for mark in marks if mark not in TONES), "".join(mark for mark in marks if mark in TONES)
