"""A mark that opens a clause, and its place in the list it belongs to."""

from __future__ import annotations

from typing import NamedTuple

COUNTED = ("roman", "capital", "arabic", "paren", "small-roman")
"""Kinds whose numbers count on over the document."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"


class Mark(NamedTuple):
    """A mark that opens a clause. `ordinal` is its place in its list, None for a bullet or a number in words."""

    start: int
    text_start: int
    line_end: int
    kind: str
    label: str
    printed: str
    ordinal: int | None
    before: str
    """The last character of the line in front; empty where that line is short or there is none."""

    @property
    def announced(self) -> bool:
        """Whether the line in front ends in a colon."""
        return self.before == ":"


def ordinal_of(kind: str, label: str) -> int | None:
    """The place in its list that a label gives its clause: `đ` → 5, `IV` → 4, `2.3` → 3; None for bullets and words."""
    last = label.rsplit(" ", 1)[-1].rsplit(".", 1)[-1].lower()
    digits = last.rstrip("abcdđeghik")
    if digits.isdigit():
        return int(digits)
    if kind in ("letter", "capital"):
        return _ALPHABET.find(last[0]) + 1 or None
    if last and all(letter in _ROMAN for letter in last) and kind != "bullet":
        return roman(last)
    return None


def roman(label: str) -> int:
    """
    >>> [roman(label) for label in ("iv", "viii", "xix")]
    [4, 8, 19]
    """
    values = [_ROMAN[letter] for letter in label]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def following(marks: list[Mark]) -> list[dict[str, int | None]]:
    """For each mark the count of the next mark of every counted kind."""
    upcoming: dict[str, int | None] = dict.fromkeys(COUNTED)
    found = []
    for mark in reversed(marks):
        found.append(dict(upcoming))
        if mark.kind in upcoming:
            upcoming[mark.kind] = mark.ordinal
    return found[::-1]
