"""A text → the words that stand beside each other, as the models count them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.spelling import fold

UNKNOWN, BREAK, PAUSE, SYMBOL = "?", ".", ",", "0"
SPECIAL = (UNKNOWN, BREAK, PAUSE, SYMBOL)
"""What is no word: a word not seen in training, the end of a sentence, a lesser mark, a number or symbol."""
_CHUNK = re.compile(r"\n|\S+")
_ENDS = frozenset(".;:!?…")
_MARKS = "".join(_ENDS) + ",()[]{}<>\"'“”‘’«»*_"


@dataclass(frozen=True, slots=True)
class Tokens:
    """`keys`: words as `fold` spells them, and specials. `starts`: where a word may be changed, -1 where not."""

    keys: list[str]
    starts: list[int]


def tokens(text: str) -> Tokens:
    """The tokens of `text`, a BREAK at the end.

    A chunk between spaces is one word if it is all letters once the punctuation around it is off; else it is a SYMBOL
    (numbers, `12/NQ-CP`, `và/hoặc`, letters with loose combining marks). A word in capitals, or with capitals inside,
    counts as neighbour but may not be changed. A line end is a BREAK unless the next line goes on in lower case.

    >>> tokens("Theo Nghị quyết 12/NQ-CP,\\nxã, TỈNH (đã họp).").keys
    ['theo', 'nghị', 'quyết', '0', ',', 'xã', ',', 'tỉnh', ',', 'đã', 'họp', '.', '.']
    >>> tokens("Theo TỈNH đã").starts
    [0, -1, 10, -1]
    """
    folded = fold(text)
    keys: list[str] = []
    starts: list[int] = []
    for match in _CHUNK.finditer(text):
        chunk, start = match[0], match.start()
        if chunk.isalpha():
            keys.append(folded[start : start + len(chunk)])
            starts.append(start if _may_change(chunk) else -1)
        elif chunk != "\n":
            _take_marked(chunk, start, folded, keys, starts)
        elif not _goes_on(text, match.end()):
            keys.append(BREAK)
            starts.append(-1)
    return Tokens([*keys, BREAK], [*starts, -1])


def _take_marked(chunk: str, start: int, folded: str, keys: list[str], starts: list[int]) -> None:
    """Append the tokens of a chunk that holds more than letters."""
    tail = chunk.lstrip(_MARKS)
    core = tail.rstrip(_MARKS)
    first = start + len(chunk) - len(tail)
    if len(tail) < len(chunk):
        keys.append(PAUSE)
        starts.append(-1)
    if core:
        keys.append(folded[first : first + len(core)] if core.isalpha() else SYMBOL)
        starts.append(first if core.isalpha() and len(core) > 1 and _may_change(core) else -1)  # `đ)` marks a clause
    if len(core) < len(tail):
        keys.append(BREAK if not _ENDS.isdisjoint(tail[len(core) :]) else PAUSE)
        starts.append(-1)


def _may_change(word: str) -> bool:
    return word.islower() or (word[1:].islower() and word[0].isupper())


def _goes_on(text: str, start: int) -> bool:
    """Whether the line at `start` continues a sentence: a small letter first, and no clause mark such as `a)`."""
    head = text[start : start + 3].lstrip(" ")
    return head[:1].islower() and head[1:2].isalpha()
