"""The lines of a head that name the type of the document: alone, with its issuer or with the beginning of its title."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.layout.cues import cues
from pipeline.gazetteers import load
from pipeline.spelling import bare_letters, fold, unmarked

SENTENCE = 140
"""A line of a head that is longer is a sentence."""

_TYPE_AND_MORE = re.compile(r"(?P<type> [a-z ]{4,24}? ) \s (?P<more> cua | ve | v/v ) \s", re.VERBOSE)


def is_capital(words: str) -> bool:
    """Whether `words` are set in capitals, as names of agencies and titles of parts are; a few misread letters pass."""
    letters = [letter for letter in words if letter.isalpha()]
    return len(letters) > 2 and sum(letter.isupper() for letter in letters) >= 0.8 * len(letters)


def type_of_line(line: str) -> str | None:
    """The type of document that a line of the head names, alone or before its issuer (CHỈ THỊ CỦA ...); else None.

    >>> type_of_line("QUYÉTĐỊNH"), type_of_line("THÔNG BÁO KẾT LUẬN"), type_of_line("CÔNG ĐIỆN KHẨN")
    ('quyết định', 'thông báo', 'công điện')
    """
    if len(line) > SENTENCE:
        return None
    names = _type_names()
    key = bare_letters(line)
    if key in names:
        return names[key]
    found = _TYPE_AND_MORE.match(unmarked(fold(line)))
    if found is None or not line[: found.end("type")].isupper():
        return None
    return names.get(bare_letters(found["type"]))


def title_start(line: str) -> int:
    """Where in a line that begins with the type the title begins: KẾ HOẠCH về việc trồng cây; the line's end else.

    >>> title_start("KẾ HOẠCH Về trồng cây"), title_start("CHỈ THỊ")
    (9, 7)
    """
    found = _TYPE_AND_MORE.match(unmarked(fold(line)))
    return found.start("more") if found and found["more"] != "cua" else len(line)


def is_of_line(line: str) -> bool:
    """Whether `line` names the issuer below the type: CỦA BAN THƯỜNG VỤ TỈNH ỦY."""
    return unmarked(fold(line)).startswith("cua ") and is_capital(line)


@cache
def _type_names() -> dict[str, str]:
    """Letters of a type's name → the type; a heading may say more than the type (THÔNG BÁO KẾT LUẬN)."""
    names = {bare_letters(kind.name): kind.name for kind in load.document_types()}
    for row in cues("type_heading"):
        heading, _, name = row.partition("=")
        names[bare_letters(heading)] = name
    return names
