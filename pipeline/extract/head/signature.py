"""The signature block: in whose place somebody signs (TM., KT., TL.), the position and the name.

Signing powers after Decree 30/2020/NĐ-CP, annex I, and Party Guidance 05-HD/VPTW (`T/M`, `K/T`, `T/L`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from pipeline.extract.head.naming import body_name, is_known, read_name
from pipeline.extract.head.persons import is_person, spelled, stray_name, surname_of, without_mark, without_rank
from pipeline.extract.layout.cues import cues, opens_with
from pipeline.patterns import RECIPIENTS
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
_SMALL_AUTHORITY = re.compile(r"(?P<mark>T/?M|K/?T|T/?L|T/?UQ|Q)(?:[.,]\s?|\s)(?P<whom>[^.,;:]+)$")
_RECIPIENTS = re.compile(rf"\W*{RECIPIENTS}\W*", re.IGNORECASE)
_FIRST_ITEM = re.compile(r"\s+(?:-\s.*|\w?Nơi)$")
"""What of the left column has run into the first line of the signature."""

_MARK = re.compile(r"(?:T/?M|K/?T|T/?L|T/?UQ)[.,]?")
_SIGNED = re.compile(
    rf"(?P<office>[{UPPER}][{UPPER}\s./,]+[{UPPER}])\s+(?P<name>[{UPPER}]\w*[^{UPPER}\W](?:\s\w+){{1,4}})"
)
_CAPITAL_TAIL = re.compile(rf"(?P<words>[{UPPER}]{{2,}}(?:\s[{UPPER}]{{2,}}){{1,4}})\W*$")
_LIKENESS = 0.8


class Signature(NamedTuple):
    """`authorities` as printed, in canonical capitals (`TM. Ủy ban nhân dân`); what is not there is None."""

    authorities: tuple[str, ...] = ()
    position: str | None = None
    name: str | None = None


def is_signature(words: str) -> bool:
    """Whether the line `words` opens or goes on with a signature: an authority or a position, in capitals."""
    signed = _SIGNED.fullmatch(words) if len(words) <= _LINE else None
    words = signed["office"] if signed and is_person(signed["name"]) else words
    if len(words) > _LINE or not words[0].isalpha() or not words[1:4].strip(" ./").isupper():
        return False
    return _AUTHORITY.match(words) is not None or is_position(words)


def is_position(words: str) -> bool:
    """Whether `words` are a position in capitals, alone or with its body: PHÓ CHỦ TỊCH THƯỜNG TRỰC."""
    return words == words.upper() and _position(words) is not None and not words.endswith((":", ";"))


def is_small_signature(words: str) -> bool:
    """Whether the line `words` is an authority or an office in small letters and nothing else: Chủ tịch, KT. Giám đốc.

    >>> is_small_signature("Phó Chủ tịch"), is_small_signature("KT. Chủ tịch"), is_small_signature("Chủ tịch xã")
    (True, True, False)
    """
    return _small_authority(words) is not None or (words[:1].isupper() and fold(words) in _offices())


def read_signature(lines: Iterable[str], worn: bool = False) -> Signature:
    """The signature among the lines of a document's end, recipients and all.

    `worn`: the text comes from OCR, which may have lost letters, marks and whole lines.
    """
    authorities: list[str] = []
    position = name = None
    rest = []
    for line in filter(None, map(without_rank, map(without_mark, _unfolded(map(_behind_heading, lines))))):
        authority = _authority(line) or _small_authority(line)
        if authority:
            authorities.append(authority)
        elif position is None and (is_position(line) or is_small_signature(line) or (authorities and _position(line))):
            position = _position(line)
        elif position and name is None and _repeats(line, position):  # no office is printed twice but so
            authorities.append(f"KT. {position}")
        elif position and is_position(line):  # an office that goes with it: TRƯỞNG BAN / CHỦ TỊCH UBND TỈNH
            continue
        elif name is None and (authorities or position) and _is_name(line, worn):
            name = spelled(line)
        else:
            rest.append(line)
    if worn:
        position = position or _stray_position(rest) or _represented(authorities)
    return Signature(tuple(authorities), position and _deputy(position, authorities), name or stray_name(rest, worn))


def _is_name(line: str, worn: bool) -> bool:
    """Whether `line`, below an office, is who signs; in clean text a surname that no table holds will do."""
    if not is_person(line):
        return False
    plain = not worn and not line.isupper() and not opens_with("agency", line) and not _position(line)
    return plain or surname_of(line) is not None


def _unfolded(lines: Iterable[str]) -> Iterator[str]:
    """The lines, a mark alone set before the office below it, an office and the name behind it each for itself."""
    mark = ""
    for line in lines:
        words = f"{mark}{line}".strip(" |")
        mark = f"{words} " if _MARK.fullmatch(words) else ""
        signed = None if mark else _SIGNED.fullmatch(words)
        if signed and is_signature(signed["office"]) and is_person(signed["name"]):
            yield from signed.groups()
        elif not mark:
            yield words


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
    of_body = found.start() == 0 and mark in ("TM", "T/M")
    known = _position(whom) or (body_name(whom) if is_known(whom) else None)
    if known is None and of_body and opens_with("agency", whom):
        known = read_name(whom).full()
    known = known or _like_position(whom) or (body_name(whom) if of_body else None)
    return known and _marked(mark, known)


def _small_authority(line: str) -> str | None:
    """An authority in small letters, alone in its line and for an office or a body that the tables know.

    >>> _small_authority("TM. Ủy ban nhân dân xã"), _small_authority("KT. Giám đốc"), _small_authority("TM. Lê Na")
    ('TM. Ủy ban nhân dân xã', 'KT. Giám đốc', None)
    """
    found = _SMALL_AUTHORITY.match(line) if len(line) <= _LINE else None
    if found is None:
        return None
    name = read_name(found["whom"])
    known = _position(found["whom"]) if fold(found["whom"]) in _offices() else None
    known = known or (name.full() if is_known(name.body) else None)
    return known and _marked(found["mark"], known)


def _marked(mark: str, known: str) -> str:
    """`T/M Ban Thường vụ`, `TM. Ủy ban nhân dân`."""
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
def _offices() -> frozenset[str]:
    return frozenset(map(fold, cues("position")))


@cache
def _positions() -> tuple[tuple[str, str], ...]:
    """Plain form and name of every position, the longest first."""
    names = sorted(cues("position"), key=len, reverse=True)
    return tuple((unmarked(fold(name)), name) for name in names)
