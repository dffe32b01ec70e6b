"""Names of persons in the end of a document: which words are one, their surnames mended, where they stray."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from pipeline.extract.layout.cues import cues
from pipeline.gazetteers.load import read_table
from pipeline.patterns import one_of
from pipeline.spelling import UPPER, fold, unmarked

_LINE = 90
_PERSON = re.compile(rf"(?: [{UPPER}][\w'’]* \s ){{1,4}} [{UPPER}]\w*", re.VERBOSE)
_BEHIND = re.compile(rf"(?:^|[;,.)\d\W]\s[“\"'‘]?)(?P<name>(?:[{UPPER}][\w'’]*\s){{1,4}}[{UPPER}][\w]*)\W*$")
_CUT = re.compile(rf"[;.)]\s+(?P<first>[^\W\d]{{2,6}})\s(?P<rest>(?:[{UPPER}]\w+\s){{0,3}}[{UPPER}]\w+)\W*$")
_ITEM = re.compile(r"[-–~].*(?:;|\b[Ll]ưu\b)")
_DAMAGED = re.compile(rf"^[\W_\d]*(?:\w[\W_]+)?(?P<first>\w{{2,7}})\s(?P<rest>(?:[{UPPER}]\w+\s){{0,3}}[{UPPER}]\w+)$")
_SIGNED = re.compile(r"\W*(?:đã k[ýí]|ký tên)\W*$", re.IGNORECASE)
_PREFIXES = ("H'", "K'", "H’", "K’")
"""What names of the Ede and the K'Ho begin with: H'Yim, K'Brai."""
_LIKENESS = 0.8
_MARGIN = 0.04
_LAST = 4
"""A name stands in one of so many last lines."""


def is_person(words: str) -> bool:
    """Whether `words` look like the name of a person: two to five words with capital first letters.

    A rank or an academic title may stand before them, `(Đã ký)` behind. An office set in capitals is no name.

    >>> is_person("Lê Thị Mận (đã ký)"), is_person("TRƯỞNG TIỂU BAN"), is_person("TRƯƠNG VĂN NA")
    (True, False, True)
    """
    name = without_rank(without_mark(words))
    office = words.isupper() and fold(name).split(" ", 1)[0] in _office_words()
    return not office and _PERSON.fullmatch(name) is not None


def without_mark(words: str) -> str:
    """`words` without the note that the original is signed.

    >>> without_mark("Lê Thị Mận (đã ký)"), without_mark("(Đã ký)")
    ('Lê Thị Mận', '')
    """
    found = _SIGNED.search(words[-_LINE:])
    return words[: len(words) - len(found[0])].rstrip() if found else words


def without_rank(words: str) -> str:
    """
    >>> without_rank("Thượng tướng Trần Văn Na"), without_rank("PGS.TS. Lê Thị Mận"), without_rank("Lê Thị Mận")
    ('Trần Văn Na', 'Lê Thị Mận', 'Lê Thị Mận')
    """
    found = _ranks().match(fold(words))
    return words[found.end() :] if found else words


def _like_surname(word: str) -> str | None:
    """The surname that `word`, without marks, is plainly most like, or None."""
    close = get_close_matches(word, _surnames(), n=2, cutoff=_LIKENESS)
    likeness = [SequenceMatcher(None, word, one).ratio() for one in close] + [0.0]
    return _surnames()[close[0]] if close and likeness[0] > likeness[1] + _MARGIN else None


def _surname_of_end(rest: str) -> str | None:
    """The surname of which `rest`, with its marks, is all but the first letter, or None."""
    whole = {name for name in cues("surname") if name[1:] == rest}
    return whole.pop() if len(whole) == 1 else None


def surname_of(name: str) -> str | None:
    """The surname that `name` begins with, a common one as it is rightly spelled (Nguyên Văn → Nguyễn); else None.

    One that few bear counts only as it stands: Lữ is no misread Lù.
    """
    first = name.split(" ", 1)[0]
    first = first.title() if first.isupper() else first
    if first in cues("surname") or first in cues("rare_surname") or first[:2] in _PREFIXES:
        return first
    return _surnames().get(unmarked(first.lower()))


def spelled(name: str) -> str:
    """`name` in the capitals of a name: NGUYỄN VĂN NA → Nguyễn Văn Na."""
    return " ".join(word.title() if word.isupper() and len(word) > 1 else word for word in name.split(" "))


def mended(name: str) -> str:
    """`name` as it stood before a scan wore off its marks: each word that is no name as the commonest like it.

    >>> mended("Trần Cam Tú"), mended("Lê Quốc Đũng"), mended("Giàng A Pờ"), mended("Nguyên Văn Na")
    ('Trần Cẩm Tú', 'Lê Quốc Dũng', 'Giàng A Pờ', 'Nguyễn Văn Na')
    """
    first, *given = name.split(" ")
    return " ".join(
        [
            surname_of(name) or first,
            *(word if word in _given() else _by_letters().get(_letters(word), word) for word in given),
        ]
    )


def _letters(word: str) -> str:
    return unmarked(word.lower()).replace("đ", "d")


def stray_name(lines: list[str], worn: bool) -> str | None:
    """A name without position: alone in one of the last lines, else behind an item of the recipients.

    In a `worn` text a surname of which the seal has covered a letter is mended where only one is like it
    (` rần Cẩm Tú`).
    """
    for line in reversed(lines):
        if is_person(line) and surname_of(line):
            return spelled(line)
    return _damaged_name(lines) if worn else None


def _damaged_name(lines: list[str]) -> str | None:
    for line in reversed(lines[-_LAST:]):
        found = _DAMAGED.search(line) if len(line) <= _LINE else None
        surname = found and _like_surname(unmarked(found["first"].lower()))
        if found and surname:
            return f"{surname} {found['rest']}"
    return next(filter(None, map(_name_behind, reversed(lines))), None)


def _name_behind(line: str) -> str | None:
    """A name at the end of `line`, an item of the recipients; the first letter of its surname may be lost."""
    words = line[-_LINE:]
    if not _ITEM.match(line):
        return None
    cut = _CUT.search(words)
    surname = cut and _surname_of_end(cut["first"])
    if cut and surname:
        return f"{surname} {cut['rest']}"
    found = _BEHIND.search(words)
    named = found is not None and surname_of(found["name"]) and len(found["name"].split()) > 2
    return spelled(found["name"]) if found and named else None


@cache
def _office_words() -> frozenset[str]:
    """The first words of offices: trưởng, phó, giám."""
    return frozenset(fold(name).split(" ", 1)[0] for name in cues("position"))


@cache
def _surnames() -> dict[str, str]:
    return {unmarked(name.lower()): name for name in reversed(cues("surname"))}


@dataclass(frozen=True, slots=True)
class _GivenName:
    """A word of given names and middle names; the commonest stand first."""

    name: str


@cache
def _given() -> frozenset[str]:
    return frozenset(row.name for row in read_table("given_names", _GivenName))


@cache
def _by_letters() -> dict[str, str]:
    return {_letters(row.name): row.name for row in reversed(read_table("given_names", _GivenName))}


@cache
def _ranks() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(cues('rank'))}(?:\s|\.\s?))+")
