"""One spelling for matching, letter for letter: `fold` and `unmarked` keep the length, so offsets stay true."""

from __future__ import annotations

import codecs
import re
import unicodedata
from functools import lru_cache

_NEW_TONES = ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
_OLD_TONES = ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"]
_TONES = dict(zip(_NEW_TONES, _OLD_TONES, strict=True))
# Only at the end of a syllable, and not behind q: "hoài", "quý" keep their marks. A search for one letter is fast.
_NEW_STYLE = (re.compile(r"o[àáảãạèéẻẽẹ](?![a-zà-ỹđ])"), re.compile(r"u[ỳýỷỹỵ](?<!qu.)(?![a-zà-ỹđ])"))
UPPER = "A-Z" + "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters of Vietnamese, for a character class (the range À-Ỹ would take small letters too)."""
_MARKED = [
    letter
    for letter in map(chr, range(0xC0, 0x1EFA))
    if letter in "đĐ" or len(unicodedata.normalize("NFD", letter)) > 1
]
_UNMARKED = str.maketrans(
    {
        letter: "dD"["đĐ".index(letter)] if letter in "đĐ" else unicodedata.normalize("NFD", letter)[0]
        for letter in _MARKED
    }
)
_SMALL = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
LOWER = "a-z" + _SMALL
"""The small letters of Vietnamese, for a character class."""
LETTERS_OF_PAGE = "".join(map(chr, range(128))) + _SMALL
"""A code page: one byte for each small letter of Vietnamese."""
_TO_PAGE = codecs.charmap_build(LETTERS_OF_PAGE)
_PAGE = codecs.charmap_encode("".join(map(chr, range(0x1F00))), "replace", _TO_PAGE)[0]
"""The byte of every letter; all behind the last Vietnamese one share the last byte, a "?"."""
_FROM_PAGE = LETTERS_OF_PAGE.translate(_UNMARKED).encode("ascii").ljust(256, b"?")
_DOCUMENT = 1000
_SAME = {"–": "-", "—": "-", "−": "-", "‑": "-", "ð": "đ", "\u00a0": " "}


def fold(text: str) -> str:
    """`text` in lower case, tone marks in the old style (hòa, ủy), one kind of dash; same length as `text`.

    >>> fold("Uỷ ban nhân dân – HOÀ BÌNH, quý")
    'ủy ban nhân dân - hòa bình, quý'
    """
    return _folded_document(text) if len(text) > _DOCUMENT else _folded_phrase(text)


@lru_cache(maxsize=4)
def _folded_document(text: str) -> str:
    """Every stage folds the same document."""
    return _folded(text)


@lru_cache(maxsize=1 << 15)
def _folded_phrase(text: str) -> str:
    """The names of bodies recur all over a document."""
    return _folded(text)


def _folded(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter such as İ that grows when lowered
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    for letter, plain in _SAME.items():  # far faster than str.translate on text that holds none of them
        lowered = lowered.replace(letter, plain)
    for pattern in _NEW_STYLE:
        lowered = pattern.sub(lambda match: _TONES[match[0]], lowered)
    return lowered


def unmarked(text: str) -> str:
    """`text` without the marks of Vietnamese letters (ưu → uu, đ → d); same length.

    >>> unmarked("quyét định, HƯNG YÊN")
    'quyet dinh, HUNG YEN'
    """
    return text.translate(_UNMARKED)


def unmarked_words(folded: str) -> str:
    """Folded text without marks, as `unmarked` gives it but ten times as fast; other letters become "?"; same length.

    >>> unmarked_words("quyết định số 7 – пять")
    'quyet dinh so 7 ? ????'
    """
    return code_page(folded).translate(_FROM_PAGE).decode("ascii")


@lru_cache(maxsize=4)
def code_page(folded: str) -> bytes:
    """Folded text with one byte for each letter, as it stands in `LETTERS_OF_PAGE`; other letters become "?".

    >>> len("số 7"), len(code_page("số 7")), code_page("so 7 – пять")
    (4, 4, b'so 7 ? ????')
    """
    if folded.isascii():
        return folded.encode("ascii")
    if len(folded) <= _DOCUMENT:
        return codecs.charmap_encode(folded, "replace", _TO_PAGE)[0]
    import numpy as np  # slow to load, but twice as fast

    letters = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), "<u4")
    return np.frombuffer(_PAGE, np.uint8).take(letters, mode="clip").tobytes()


def bare_letters(text: str) -> str:
    """The letters of `text` alone, small and unmarked: a key under which misread names in capitals meet.

    >>> bare_letters("HUNG YÊN") == bare_letters("Hưng Yên")
    True
    """
    return "".join(letter for letter in unmarked(fold(text)) if letter.isalpha())
