"""Which of the marks at line starts open a clause, and what the doubtful ones stand for.

A number that fits no count (`15. 000`, `V. I. Lênin`) is running text; a footnote and a quoted passage of another
document open no clause; `i)` is a letter behind `h)` and a small roman number elsewhere; a second `d)` is đ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.extract.clauses.letters import lettered_numbers, name_letters
from pipeline.extract.clauses.mark import COUNTED, Mark, following, ordinal_of
from pipeline.extract.layout.lines import raw_lines
from pipeline.markers import NAMED, TITLED, match_marker

_REACH = 200
"""A mark and the first words behind it lie within so many characters of the line's start."""
_TAIL = 8
_OPENING, _CLOSING = ("“", '"'), ("”", '"')
_MARK_INITIALS = "PpCcMmTtĐđDÐIiVvXxLl"
"""What Phần, Chương, Mục, Tiểu mục, Điều and roman numbers begin with."""
_HEADING = 160
"""A longer line without a stop at its end is a sentence that goes on in the next line."""
_TOLERANCE = 3
"""A count may lose two numbers to a bad scan; a longer jump must be confirmed by the number that follows."""
_COARSE = ("part", "chapter", "section", "article", "roman", "capital", "arabic", "decimal")
"""Kinds below which `(1)` begins anew."""


def find_marks(text: str, span: tuple[int, int], footnotes: Iterable[tuple[int, int]] = ()) -> tuple[Mark, ...]:
    """The marks that open a clause in `text[span]`, in order."""
    skipped = {start for start, _ in footnotes}
    marks = [mark for mark in _read(text, _unquoted(text, span)) if mark.start not in skipped]
    return tuple(name_letters(_plausible(lettered_numbers(_first_decimals(_two_strokes(marks))))))


def _read(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[Mark]:
    """The marks at the starts of the lines `spans` of `text`.

    A stroke within a sentence is no bullet: the line above breaks off, and the list's items begin with capitals.
    """
    before = last = ""
    capital = False
    for start, end in spans:
        line = text[start : min(end, start + _REACH)]
        found = None if _is_plain(line) else match_marker(line)
        first = line[found.end : found.end + 1] if found else ""
        stroke = found and found.kind == "bullet" and capital and first.islower() and last.isalpha()
        if found and not stroke and not (found.kind in TITLED and first.islower()):
            capital = first.isupper() and found.kind == "bullet"
            kind = _bracketed(found.label) if found.kind == "paren" else found.kind
            ordinal = ordinal_of(kind, found.label)
            mark_start = start + len(line) - len(line.lstrip())  # with the specks before it
            yield Mark(mark_start, start + found.end, end, kind, found.label, found.text, ordinal, before)
        last = text[end - 1]
        before = last if end - start > _HEADING or last == ":" else ""


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


def _two_strokes(marks: list[Mark]) -> list[Mark]:
    """Reads H as II where it is the only capital that opens a clause: so it stands for no eighth part."""
    if {mark.label for mark in marks if mark.kind == "capital"} != {"H"}:
        return marks
    return [mark._replace(kind="roman", label="II", ordinal=2) if mark.kind == "capital" else mark for mark in marks]


def _first_decimals(marks: list[Mark]) -> list[Mark]:
    """Reads as 5.1 what a scan has made of it behind 5. where 5.2 is the next: I, one stroke of it, or 5.11."""
    found, above = list(marks), ""
    for index, (mark, after) in enumerate(zip(marks, _next_decimals(marks), strict=True)):
        worn = mark.kind == "roman" and mark.label == "I"
        doubled = mark.kind == "decimal" and mark.label == f"{above}.11"
        if (worn or doubled) and after == f"{above}.2":
            found[index] = mark._replace(kind="decimal", label=f"{above}.1", ordinal=1)
        above = mark.label if mark.kind == "arabic" else above
    return found


def _next_decimals(marks: list[Mark]) -> list[str]:
    """For each mark the label of the next decimal one, before the next of a coarser kind."""
    upcoming, found = "", []
    for mark in reversed(marks):
        found.append(upcoming)
        if mark.kind in _COARSE:
            upcoming = mark.label if mark.kind == "decimal" else ""
    return found[::-1]


def _plausible(marks: list[Mark]) -> Iterator[Mark]:
    """Drops numbers that no count leads to; tells I from 1 by what follows and by the article that it stands in."""
    last = dict.fromkeys((*COUNTED, "article"), 0)
    inside = ""  # of the coarse kinds, the last
    for mark, after in zip(marks, following(marks), strict=True):
        if mark.kind in _COARSE:
            last["paren"] = last["small-roman"] = 0
        mark = _told_apart(mark, after, last["roman"], inside)
        if mark.kind in last and mark.ordinal is not None:
            if _is_intruder(mark, last[mark.kind], after.get(mark.kind)):
                continue
            last[mark.kind] = mark.ordinal
        inside = mark.kind if mark.kind in NAMED else inside
        yield mark


def _told_apart(mark: Mark, after: dict[str, int | None], roman: int, inside: str) -> Mark:
    """`mark` with I for 1, or 1 for I, where the count before and `after` it, or the article around it, says so."""
    if mark.label == "I" and mark.kind == "roman" and after["roman"] != 2:
        one = after["arabic"] == 2 or inside == "article"
        return mark._replace(kind="arabic", label="1") if one else mark
    if mark.label == "1" and mark.kind == "arabic" and not roman and (after["arabic"], after["roman"]) == (1, 2):
        return mark._replace(kind="roman", label="I")
    return mark


def _is_intruder(mark: Mark, last: int, after: int | None) -> bool:
    """Whether no count leads to `mark`: it leaps too far, or is glued to its word and breaks a count that goes on.

    `(2)` opens a clause only behind `(1)`, and neither does within a sentence.
    """
    count = mark.ordinal or 0
    if mark.printed[-1].isalnum():  # without a dot it must count on
        return count != last + 1
    if mark.kind == "article":
        return False
    if mark.printed[0] == "(" and ((last == 0 and count > 1) or mark.before.isalnum()):
        return True
    if mark.printed[-1] == ",":
        return count not in (1, last + 1)
    if count > last + _TOLERANCE:
        return after != count + 1
    glued = mark.text_start == mark.start + len(mark.printed)
    return glued and count not in (1, last + 1) and after == last + 1
