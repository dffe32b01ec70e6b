"""Lists of letters: what a scan made of their marks, and letters that look like small roman numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.extract.clauses.mark import COUNTED, Mark, following, ordinal_of, roman
from pipeline.markers import LETTERS

_MISREAD = {"dd": "đ", "cđ": "d", "hl": "i", "be": "c"}
"""The letter before and the label printed → the letter meant."""
_DIGITS = {"a6": "b", "e8": "g", "e9": "g", "h1": "i", "k1": "l", "n0": "o", "p9": "q", "q1": "r"}
"""The letter before and the number printed → the letter meant."""


def lettered_numbers(marks: list[Mark]) -> list[Mark]:
    """Reads as a letter the number that stands in a list of letters and in no count: `1)` behind `h)` is i)."""
    found: list[Mark] = []
    letter, last = "", dict.fromkeys(COUNTED, 0)
    for mark, after in zip(marks, following(marks), strict=True):
        meant = _DIGITS.get(letter + mark.label)
        count = mark.ordinal or 0
        counted = after.get(mark.kind) == count + 1 or last.get(mark.kind) == count - 1 != 0
        if meant and mark.kind in ("arabic", "paren") and mark.printed[0] != "(" and not (mark.announced or counted):
            mark = mark._replace(kind="letter", label=meant, ordinal=ordinal_of("letter", meant))
        if mark.kind in last:
            last[mark.kind] = count
        if mark.kind != "bullet":
            letter = mark.label if mark.kind == "letter" else ""
        found.append(mark)
    return found


def name_letters(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Tells letters from small roman numbers and mends a repeated letter that can only be the next one."""
    letter, count = "", 0
    for mark in marks:
        if (
            mark.kind in ("letter", "small-roman")
            and mark.label in ("i", "v", "x")
            and _is_roman(mark.label, letter, count)
        ):
            mark = mark._replace(kind="small-roman", ordinal=roman(mark.label))
        if mark.kind == "small-roman":
            count = mark.ordinal or 0
        elif mark.kind == "letter":
            mark = _mended_letter(mark, letter)
            letter = mark.label
        elif mark.kind != "bullet":
            letter, count = "", 0
        yield mark


def _mended_letter(mark: Mark, before: str) -> Mark:
    """d and đ, i and l, c and e taken for each other: a second d is đ, a đ right behind c is d."""
    label = _MISREAD.get(before + mark.label, mark.label)
    if label == mark.label:
        return mark
    return mark._replace(label=label, ordinal=ordinal_of("letter", label))


def _is_roman(label: str, letter: str, count: int) -> bool:
    if label == "i":
        return letter not in ("h", "g")
    before = LETTERS[LETTERS.index(label) - 1]
    return count == roman(label) - 1 and letter != before
