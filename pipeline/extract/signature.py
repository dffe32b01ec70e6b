"""The signature block: in whose place somebody signs (TM., KT., TL.), his position and his name."""

from __future__ import annotations

import re

from pipeline.extract.cues import cues
from pipeline.spelling import UPPER, fold, unmarked

_LINE = 90
_AUTHORITY = re.compile(
    rf"""
    (?P<mark> T/?M | K/?T | T/?L | T/?UQ | Q ) (?: [.,]\s? | \s | (?<=/[MTL])\s? ) (?P<whom> [{UPPER}].* )
    """,
    re.VERBOSE,
)
_PERSON = re.compile(rf"(?: [{UPPER}][\w'’]* \s ){{1,4}} [{UPPER}]\w*", re.VERBOSE)


def is_signature(words: str) -> bool:
    """Whether the line `words` opens or goes on with a signature: an authority or a position, in capitals."""
    if len(words) > _LINE or not words[0].isalpha() or not words[1:4].strip(" ./").isupper():
        return False
    return _AUTHORITY.fullmatch(words) is not None or is_position(words)


def is_position(words: str) -> bool:
    """Whether `words` are a position in capitals, alone or with its body: PHÓ CHỦ TỊCH THƯỜNG TRỰC."""
    plain = unmarked(fold(words))
    return words == words.upper() and plain.startswith(_positions()) and not words.endswith((":", ";"))


def is_person(words: str) -> bool:
    """Whether `words` look like the name of a person: two to five words with capital first letters."""
    return _PERSON.fullmatch(words) is not None


def _positions() -> tuple[str, ...]:
    return cues("position")
