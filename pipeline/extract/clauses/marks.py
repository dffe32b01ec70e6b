"""Which of the marks at line starts open a clause, and what the doubtful ones stand for.

A number that fits no count (`15. 000`, `V. I. Lênin`) is running text; a footnote and a quoted passage of another
document open no clause; `i)` is a letter behind `h)` and a small roman number elsewhere; a second `d)` is đ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.extract.layout.lines import raw_lines
from pipeline.markers import LETTERS, match_marker

_REACH = 200
"""A mark and the first words behind it lie within so many characters of the line's start."""
_TAIL = 8
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_MARK_INITIALS = "PpCcMmTtĐđIiVvXxLl"
"""What Phần, Chương, Mục, Tiểu mục, Điều and roman numbers begin with."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_HEADING = 160
"""A longer line without a stop at its end is a sentence that goes on in the next line."""
_TOLERANCE = 3
"""A count may lose two numbers to a bad scan; a longer jump must be confirmed by the number that follows."""
_TITLED = ("part", "chapter", "section")
_COUNTED = ("roman", "capital", "arabic", "paren", "small-roman")


_MISREAD = {"dd": "đ", "cđ": "d", "h1": "i", "k1": "l"}
"""The letter before and the label printed → the letter meant."""

_COARSE = ("part", "chapter", "section", "article", "roman", "capital", "arabic", "decimal")
"""Kinds below which `(1)` begins anew."""


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


def find_marks(text: str, span: tuple[int, int], footnotes: Iterable[tuple[int, int]] = ()) -> tuple[Mark, ...]:
    """The marks that open a clause in `text[span]`, in order."""
    skipped = {start for start, _ in footnotes}
    marks = [mark for mark in _read(text, _unquoted(text, span)) if mark.start not in skipped]
    return tuple(_letters(_plausible(_two_strokes(marks))))


def _read(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Mark]:
    """The marks at the starts of the lines `spans` of `text`."""
    before = ""
    for start, end in spans:
        line = text[start : min(end, start + _REACH)]
        found = None if _is_plain(line) else match_marker(line)
        if found and not (found.kind in _TITLED and line[found.end : found.end + 1].islower()):
            kind = _bracketed(found.label) if found.kind == "paren" else found.kind
            ordinal = ordinal_of(kind, found.label)
            mark_start = start + line.index(found.text)
            yield Mark(mark_start, start + found.end, end, kind, found.label, found.text, ordinal, before)
        before = text[end - 1] if end - start > _HEADING or text[end - 1] == ":" else ""


def _bracketed(label: str) -> str:
    """The kind of a mark in brackets: `(1)` counts by itself, `(ii)` with ii), `(b)` with b)."""
    return "paren" if label.isdigit() else "small-roman" if set(label) <= set("ivx") else "letter"


def _is_plain(line: str) -> bool:
    """Whether `line` begins with a word that no mark begins with: spares most paragraphs the grammar."""
    return line[:3].isalpha() and line[0] not in _MARK_INITIALS


def _unquoted(text: str, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The lines outside a passage that is quoted over several lines (as decrees quote what they amend)."""
    lines = list(raw_lines(text, span))
    closes = _closes(text, lines)
    quoted_to = -1
    for index, (start, end) in enumerate(lines):
        if index <= quoted_to:
            continue
        if text[start] in _OPENING and index and text[lines[index - 1][1] - 1] == ":" and closes.get(index):
            quoted_to = closes[index]
            continue
        yield start, end


def _closes(text: str, lines: list[tuple[int, int]]) -> dict[int, int]:
    """For each line that opens a quotation the later line that ends it, before another one opens."""
    closes: dict[int, int] = {}
    close = 0
    for index in range(len(lines) - 1, -1, -1):
        start, end = lines[index]
        if text[start] in _OPENING:
            if close and not any(mark in text[start + 1 : end] for mark in _CLOSING):
                closes[index] = close
            close = 0
        elif text[max(start, end - _TAIL) : end].rstrip(" .;,/").endswith(_CLOSING):
            close = index
    return closes


def ordinal_of(kind: str, label: str) -> int | None:
    """The place in its list that a label gives its clause: `đ` → 5, `IV` → 4, `2.3` → 3; None for bullets and words."""
    last = label.rsplit(" ", 1)[-1].rsplit(".", 1)[-1].lower()
    digits = last.rstrip("abcdđeghik")
    if digits.isdigit():
        return int(digits)
    if kind in ("letter", "capital"):
        return _ALPHABET.find(last[0]) + 1 or None
    if last and all(letter in _ROMAN for letter in last) and kind != "bullet":
        return _roman(last)
    return None


def _roman(label: str) -> int:
    """
    >>> [_roman(label) for label in ("iv", "viii", "xix")]
    [4, 8, 19]
    """
    values = [_ROMAN[letter] for letter in label]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))


def _two_strokes(marks: list[Mark]) -> list[Mark]:
    """Reads H as II where it is the only capital that opens a clause: so it stands for no eighth part."""
    if {mark.label for mark in marks if mark.kind == "capital"} != {"H"}:
        return marks
    return [mark._replace(kind="roman", label="II", ordinal=2) if mark.kind == "capital" else mark for mark in marks]


def _plausible(marks: list[Mark]) -> Iterator[Mark]:
    """Drops numbers that no count leads to; tells I from 1 by what follows."""
    last = dict.fromkeys(_COUNTED, 0)
    follows = _following(marks)
    for mark, after in zip(marks, follows, strict=True):
        if mark.kind in _COARSE:
            last["paren"] = last["small-roman"] = 0
        if mark.label == "I" and mark.kind == "roman" and after["arabic"] == 2 != after["roman"]:
            mark = mark._replace(kind="arabic", label="1")
        elif (
            mark.label == "1"
            and mark.kind == "arabic"
            and not last["roman"]
            and (after["arabic"], after["roman"]) == (1, 2)
        ):
            mark = mark._replace(kind="roman", label="I")
        if mark.kind in last and mark.ordinal is not None:
            if _is_intruder(mark, last[mark.kind], after.get(mark.kind)):
                continue
            last[mark.kind] = mark.ordinal
        yield mark


def _is_intruder(mark: Mark, last: int, after: int | None) -> bool:
    """Whether no count leads to `mark`: it leaps too far, or is glued to its word and breaks a count that goes on.

    `(2)` opens a clause only behind `(1)`, and neither does within a sentence.
    """
    count = mark.ordinal or 0
    if mark.printed[0] == "(" and ((last == 0 and count > 1) or mark.before.isalnum()):
        return True
    if count > last + _TOLERANCE:
        return after != count + 1
    glued = mark.text_start == mark.start + len(mark.printed)
    return glued and count not in (1, last + 1) and after == last + 1


def _following(marks: list[Mark]) -> list[dict[str, int | None]]:
    """For each mark the count of the next mark of every counted kind."""
    upcoming: dict[str, int | None] = dict.fromkeys(_COUNTED)
    found = []
    for mark in reversed(marks):
        found.append(dict(upcoming))
        if mark.kind in upcoming:
            upcoming[mark.kind] = mark.ordinal
    return found[::-1]


def _letters(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Tells letters from small roman numbers and mends a repeated letter that can only be the next one."""
    letter, roman = "", 0
    for mark in marks:
        if (
            mark.kind in ("letter", "small-roman")
            and mark.label in ("i", "v", "x")
            and _is_roman(mark.label, letter, roman)
        ):
            mark = mark._replace(kind="small-roman", ordinal=_roman(mark.label))
        if mark.kind == "small-roman":
            roman = mark.ordinal or 0
        elif mark.kind == "letter" or _is_letter_misread(mark, letter):
            mark = _mended_letter(mark, letter)
            letter = mark.label
        elif mark.kind != "bullet":
            letter, roman = "", 0
        yield mark


def _is_letter_misread(mark: Mark, before: str) -> bool:
    """Whether `1)` is the letter i or l of a list that has come to h or k."""
    return mark.printed == "1)" and before in ("h", "k") and not mark.announced


def _mended_letter(mark: Mark, before: str) -> Mark:
    """d and đ, or i, l and 1 taken for each other: a second d is đ, a đ right behind c is d."""
    label = _MISREAD.get(before + mark.label, mark.label)
    if label == mark.label:
        return mark
    return mark._replace(kind="letter", label=label, ordinal=ordinal_of("letter", label))


def _is_roman(label: str, letter: str, roman: int) -> bool:
    if label == "i":
        return letter not in ("h", "g")
    before = LETTERS[LETTERS.index(label) - 1]
    return roman == _roman(label) - 1 and letter != before
