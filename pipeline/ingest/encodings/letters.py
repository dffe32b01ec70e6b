"""Letters of TCVN3 and VNI, as they look when their bytes are taken for Latin-1, → Unicode.

TCVN3 (ABC) has no codes for capitals with a tone: they are the small ones, set in a font of capitals (`.VnTimeH`).
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.gazetteers.legacy import legacy_letters

TCVN3, TCVN5712, VNI = "TCVN3", "TCVN5712-1", "VNI"

# Other characters that stand for a byte of TCVN3 in text taken from PDF files and from the web.
_LIKENESSES = {"μ": "µ", "∙": "·"}
_WORD = re.compile(r"[^\W\d_]+")


def from_tcvn3(text: str) -> str:
    """TCVN3 → Unicode; a word with capitals becomes one of capitals.

    >>> from_tcvn3("CéNG HßA X· HéI, Uû ban nh©n d©n tØnh")
    'CỘNG HÒA XÃ HỘI, Uỷ ban nhân dân tỉnh'
    """
    converted = text.translate(_table(TCVN3))
    return "\n".join(
        _with_capitals(line, printed) for line, printed in zip(converted.split("\n"), text.split("\n"), strict=True)
    )


def from_tcvn3_capitals(text: str) -> str:
    """TCVN3 in a font of capitals → Unicode."""
    return text.translate(_table(TCVN3)).upper()


def from_tcvn5712(text: str) -> str:
    """TCVN 5712:1993, VN1, which has all capitals → Unicode."""
    return text.translate(_table(TCVN3) | _table(TCVN5712))


def from_vni(text: str) -> str:
    """VNI-Windows, whose letters take one or two characters → Unicode.

    >>> from_vni("Uyû ban nhaân daân tænh, ÑOÄC LAÄP")
    'Uỷ ban nhân dân tỉnh, ĐỘC LẬP'
    """
    letters = legacy_letters(VNI)
    return _vni_letter().sub(lambda match: letters.get(match[0], match[0]), text)


@cache
def _table(encoding: str) -> dict[int, str]:
    letters = legacy_letters(encoding)
    likenesses = {other: letters[byte] for other, byte in _LIKENESSES.items() if byte in letters}
    return str.maketrans(letters | likenesses)


@cache
def _vni_letter() -> re.Pattern[str]:
    codes = legacy_letters(VNI)
    vowels = "".join({code[0] for code in codes if len(code) == 2})
    marks = "".join({code[1] for code in codes if len(code) == 2})
    alone = "".join(code for code in codes if len(code) == 1)
    return re.compile(f"[{vowels}][{marks}]|[{alone}]")


def _with_capitals(line: str, printed: str) -> str:
    """The words made of capitals but for letters that have no capital code, and beside them what may be so too.

    `printed` is the line before conversion: as long, since TCVN3 has one character for a letter.
    """
    words = [(match[0], printed[match.start() : match.end()], match.start()) for match in _WORD.finditer(line)]
    proved = [_is_shouted(word, codes) for word, codes, _ in words]
    if not any(proved):
        return line
    can_be = [_is_open(word, codes) for word, codes, _ in words]
    letters, before = list(line), False
    for at, (word, _, start) in enumerate(words):
        beside = (before and all(can_be[at + 1 : at + 2])) or any(proved[at + 1 : at + 2])
        before = proved[at] or (can_be[at] and beside)
        if before:
            letters[start : start + len(word)] = word.upper()
    return "".join(letters)


def _is_shouted(word: str, codes: str) -> bool:
    """`CéNG`, `ñY`: small letters only where TCVN3 has no others, and two capitals or one behind a small letter."""
    capitals = sum(map(str.isupper, word))
    return _is_open(word, codes) and not word.isupper() and (capitals > 1 or (capitals == 1 and word[-1].isupper()))


def _is_open(word: str, codes: str) -> bool:
    """`X·`, `µ`, `CéNG`: no small letter that could have been written as a capital."""
    return not any(letter.islower() and letter == code for letter, code in zip(word, codes, strict=True))
