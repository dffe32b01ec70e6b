"""The signature block: in whose place somebody signs (TM., KT., TL.), the position and the name.

Signing powers after Decree 30/2020/NĐ-CP, annex I, and Party Guidance 05-HD/VPTW (`T/M`, `K/T`, `T/L`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from pipeline.extract.head.naming import body_name, is_known
from pipeline.extract.head.persons import is_person, spelled, stray_name, surname_of, without_rank
from pipeline.extract.layout.cues import cues
from pipeline.spelling import UPPER, fold, unmarked

_LINE = 90
_AUTHORITY = re.compile(
    rf"""
    (?: ^ | (?<= \s ) )
    (?P<mark> T/?M | K/?T | T/?L | T/?UQ | Q ) (?: [.,]{{1,2}}\s? | (?<=/[MTLQ])\s? | \s )
    (?P<whom> [{UPPER}][{UPPER}\s,.-]+ ) $
    """,
    re.VERBOSE,
)
_RECIPIENTS = re.compile(r"\W* (?: \w? n | v )[ơo]i \s? nh[ậâa]n \W* | \W* nhận: \s*", re.VERBOSE | re.IGNORECASE)
_FIRST_ITEM = re.compile(r"\s+(?:-\s.*|\w?Nơi)$")
"""What of the left column has run into the first line of the signature."""

_CAPITAL_TAIL = re.compile(rf"(?P<words>[{UPPER}]{{2,}}(?:\s[{UPPER}]{{2,}}){{1,4}})\W*$")
_LIKENESS = 0.8


class Signature(NamedTuple):
    """`authorities` as printed, in canonical capitals (`TM. Ủy ban nhân dân`); what is not there is None."""

    authorities: tuple[str, ...] = ()
    position: str | None = None
    name: str | None = None


def is_signature(words: str) -> bool:
    """Whether the line `words` opens or goes on with a signature: an authority or a position, in capitals."""
    if len(words) > _LINE or not words[0].isalpha() or not words[1:4].strip(" ./").isupper():
        return False
    return _AUTHORITY.match(words) is not None or is_position(words)


def is_position(words: str) -> bool:
    """Whether `words` are a position in capitals, alone or with its body: PHÓ CHỦ TỊCH THƯỜNG TRỰC."""
    return words == words.upper() and _position(words) is not None and not words.endswith((":", ";"))


def read_signature(lines: Iterable[str]) -> Signature:
    """The signature among the lines of a document's end, recipients and all."""
    authorities: list[str] = []
    position = name = None
    rest = []
    for line in map(without_rank, map(_behind_heading, lines)):
        authority = _authority(line)
        if authority:
            authorities.append(authority)
        elif position is None and (is_position(line) or (authorities and len(line) <= _LINE and _position(line))):
            position = _position(line)
        elif position and name is None and _repeats(line, position):  # no office is printed twice but so
            authorities.append(f"KT. {position}")
        elif position and is_position(line):  # an office that goes with it: TRƯỞNG BAN / CHỦ TỊCH UBND TỈNH
            continue
        elif name is None and is_person(line) and surname_of(line) and (authorities or position):
            name = spelled(line)
        else:
            rest.append(line)
    position = position or _stray_position(rest) or _represented(authorities)
    return Signature(tuple(authorities), position and _deputy(position, authorities), name or stray_name(rest))


def _behind_heading(line: str) -> str:
    """What stands in a line behind `Nơi nhận:`, where the two columns have run together."""
    found = _RECIPIENTS.match(line)
    return _FIRST_ITEM.sub("", line[found.end() :]) if found else line


def _authority(line: str) -> str | None:
    """`TM. ỦY BAN NHÂN DÂN` at the end of `line` as it is written in a sentence; None where there is none.

    Behind other words, and after a mark that needs an office, only what the tables know is taken for one.
    """
    found = _AUTHORITY.search(line[-_LINE:])
    if found is None or not found["whom"].isupper():
        return None
    mark, whom = found["mark"], found["whom"].strip(" .,;:")
    known = _position(whom) or (body_name(whom) if is_known(whom) else _like_position(whom))
    if known is None and found.start() == 0 and mark in ("TM", "T/M"):
        known = body_name(whom)
    if known is None:
        return None
    return f"{mark} {known}" if "/" in mark else f"{mark}. {known}"


def _position(words: str) -> str | None:
    """The position that `words` begin with, in its own capitals, with what follows it: PHÓ CHỦ TỊCH TỈNH → ...

    >>> _position("PHÓ CHỦ TỊCH THƯỜNG TRỰC"), _position("KẾ TOÁN")
    ('Phó Chủ tịch Thường trực', None)
    """
    if len(words) > _LINE:
        return None
    plain = unmarked(fold(words)).strip(" .,")
    for key, name in _positions():
        if plain == key:
            return name
        if plain.startswith(key) and plain[len(key)] in " ,-":
            return name + _tail(words.strip(" .,")[len(key) :])
    return None


def _tail(words: str) -> str:
    """What follows a position: another one (BỘ TRƯỞNG, CHỦ NHIỆM) or its body."""
    lead = words[: len(words) - len(words.lstrip(" ,-"))]
    rest = words[len(lead) :]
    return lead + (_position(rest) or body_name(rest))


def _deputy(position: str, authorities: list[str]) -> str:
    """Who signs KT. CHỦ TỊCH is a deputy, even where PHÓ cannot be read.

    >>> _deputy("Chủ tịch", ["TM. Ủy ban nhân dân", "KT. Chủ tịch"])
    'Phó Chủ tịch'
    """
    return f"Phó {position}" if {f"KT. {position}", f"K/T {position}"} & set(authorities) else position


def _represented(authorities: list[str]) -> str | None:
    """The office that a deputy signs for: the last KT. of the signature, the own office's line being unread.

    Of two offices in one hand the deputy's is the last: a ministry's deputies have a title of their own.
    """
    signed = [one.split(" ", 1)[1] for one in authorities if one.startswith(("KT.", "K/T"))]
    last = signed[-1].split(", ")[-1] if signed else ""
    if not last or last.startswith(("Phó", "Thứ trưởng")):  # misread: nobody signs for a deputy
        return None
    return "Thứ trưởng" if last.startswith("Bộ trưởng") else f"Phó {last}"


def _repeats(line: str, position: str) -> bool:
    """Whether `line` prints `position` again, or the end of it."""
    if is_position(line):
        return _position(line) == position
    return line.isupper() and len(line) > 3 and position.upper().endswith(f" {line}")


def _stray_position(lines: list[str]) -> str | None:
    """A position at the end of a line of recipients, perhaps without the letters that the seal covers."""
    for line in lines:
        found = _CAPITAL_TAIL.search(line[-_LINE:])
        words = found["words"].split() if found else []
        tails = (_like_position(" ".join(words[start:])) for start in range(len(words) - 1))
        position = next(filter(None, tails), None)
        if position:
            return position
    return None


def _like_position(words: str) -> str | None:
    """The position that `words` are most like, in each of its parts; None where a part is like none."""
    keys = dict(_positions())
    start = f"{fold(words)} "
    begun = {name for _, name in _positions() if f"{fold(name)} ".startswith(start)}
    begun = begun or {name for key, name in _positions() if f"{key} ".startswith(unmarked(start))}
    if len(begun) == 1:  # cut off behind a word
        return begun.pop()
    parts = [get_close_matches(unmarked(fold(part)), keys, n=1, cutoff=_LIKENESS) for part in words.split(", ")]
    return ", ".join(keys[part[0]] for part in parts) if all(parts) else None


@cache
def _positions() -> tuple[tuple[str, str], ...]:
    """Plain form and name of every position, the longest first."""
    names = sorted(cues("position"), key=len, reverse=True)
    return tuple((unmarked(fold(name)), name) for name in names)
