"""The bodies that the nouns of a collective make, and their canonical names (guidelines, section 5).

`sở, ban, ngành`, `bộ, ngành`, `cơ quan, đơn vị` and `cấp, ngành` are one body each, all other nouns one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from pipeline.extract.bodies.canonical import expand
from pipeline.extract.bodies.vocabulary import alternation
from pipeline.gazetteers import duties
from pipeline.gazetteers.duties import CollectiveNoun

_BRANCHES = {"sở": "các sở, ban, ngành", "bộ": "các bộ, ngành"}
_NAMED_WHOLE = (" ngang bộ", " thuộc Chính phủ")
"""All bodies of that kind, whoever else behind them is only those concerned."""
_OF_ALL, _HAVING = (" chức năng", " chuyên môn"), ("agency", "force")
"""What stands once behind the last of such nouns: `các cơ quan, lực lượng chức năng`."""
_AUTHORITIES = "chính quyền các cấp"
PARTY_COMMITTEE, _AUTHORITY = "đảng ủy", "chính quyền"
"""`đảng ủy, chính quyền cấp xã`: those of one level."""
_ONE_BY_NATURE = re.compile(r"chính quyền|cấp (?!ủy)|cơ quan có thẩm quyền")
_GOES_ON = re.compile(r"(?:,|;|và)\s$")


class Part(NamedTuple):
    """One noun of a collective with its span, what it keeps of the words behind it, and whether "liên quan" follows.

    `plain`: these words make it a body even without "các".
    """

    noun: CollectiveNoun
    start: int
    end: int
    tail: str = ""
    related: bool = False
    plain: bool = False


class _Words(NamedTuple):
    """What of a part makes the name; `lead`: what stands before it, `các`, the comma or "và" of a list, or nothing."""

    noun: CollectiveNoun
    tail: str
    related: bool
    lead: str


def named_runs(text: str, begin: int, end: int, parts: list[Part]) -> Iterator[tuple[int, int, str]]:
    """The bodies of the collective in `text[begin:end]`: span and canonical name of each.

    >>> unit = CollectiveNoun("đơn vị", "đơn vị", "agency", False, True, True, (), ())
    >>> list(named_runs("các đơn vị có liên quan", 0, 23, [Part(unit, 4, 10, related=True)]))
    [(0, 23, 'các đơn vị liên quan')]
    """
    words = tuple(_Words(part.noun, part.tail, part.related, _lead(text, part.start)) for part in parts)
    for first, last, name in _bodies(words):
        yield parts[first].start if first else begin, parts[last].end if last < len(parts) - 1 else end, name


def _lead(text: str, position: int) -> str:
    before = max(0, position - 4)
    return "các" if text[before:position].lower() == "các " else "," if _GOES_ON.search(text, before, position) else ""


@lru_cache(maxsize=1 << 12)
def _bodies(words: tuple[_Words, ...]) -> tuple[tuple[int, int, str], ...]:
    """First and last part and name of each body; the same few collectives recur in all documents."""
    anew = [index for index, each in enumerate(words) if index and each.lead == "các"]
    bounds = pairwise([0, *anew, len(words)])
    found, first = list[tuple[int, int, str]](), 0
    for run in _runs([each for left, right in bounds for each in _shared(list(words[left:right]))]):
        found += [(first, first + len(run) - 1, name) for name in _apart(_name(run))]
        first += len(run)
    return tuple(found)


def _apart(name: str) -> list[str]:
    """`các cơ quan thông tấn, báo chí` are two bodies, and so are `các huyện, thành ủy`."""
    if ";" in name:
        return [f"các {each}" for each in name.removeprefix("các ").split("; ")]
    two = _two_kinds().fullmatch(name)
    if two is None:
        return [name]
    one, other = two["kinds"].split(", ")
    return [f"{two['noun']} {one}", f"{two['noun']} {other}{two['rest'] or ''}"]


@cache
def _two_kinds() -> re.Pattern[str]:
    kinds = alternation(row.words for row in duties.collective_modifiers() if row.apart)
    return re.compile(rf"(?P<noun>các [^,]+) (?P<kinds>{kinds})(?P<rest> .*)?")


def _shared(parts: list[_Words]) -> list[_Words]:
    """An owner ("thuộc Sở", "trực thuộc") and "liên quan" that stand once at the end are handed to every noun.

    `parts`: those from one "các" to the next, which begins anew.
    """
    last = parts[-1]
    if last.tail in _OF_ALL and not any(part.tail for part in parts[:-1]):
        parts = [part._replace(tail=last.tail) if part.noun.group in _HAVING else part for part in parts]
    for index in range(len(parts) - 2, -1, -1):
        left, right = parts[index : index + 2]
        parts = [*parts[:index], left._replace(tail=left.tail or _lent(left, right)), *parts[index + 1 :]]
    whole = "Trung ương" in last.tail or last.tail in _NAMED_WHOLE
    owned = last.tail.startswith((" thuộc ", " trực thuộc ")) and not whole
    owned = owned or (last.tail == " trực thuộc" and all(part.noun.subordinate for part in parts))
    tail = last.tail if owned else ""
    if not (tail or last.related):
        return parts
    return [
        part._replace(
            tail=part.tail or tail,
            related=part.related or (last.related and part.tail not in _NAMED_WHOLE),
        )
        for part in parts
    ]


def _lent(left: _Words, right: _Words) -> str:
    """The words behind a noun that the one before it shares: `tổ chức, cá nhân nước ngoài`."""
    if right.noun.noun in left.noun.shares:
        return right.tail
    if left.noun.noun == PARTY_COMMITTEE and right.noun.name.startswith(_AUTHORITY):
        return right.noun.name.removeprefix(_AUTHORITY) or right.tail
    return ""


def _runs(parts: list[_Words]) -> list[list[_Words]]:
    runs: list[list[_Words]] = []
    for part in parts:
        if runs and _same_body(runs[-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _same_body(run: list[_Words], part: _Words) -> bool:
    before, group = run[-1], part.noun.group
    if group in ("branch", "agency") and group == before.noun.group and part.noun is not before.noun:
        return group == "branch" or before.tail in ("", part.tail)
    return {before.noun.noun, part.noun.noun} == {"cấp", "ngành"}


def _name(run: list[_Words]) -> str:
    nouns = [part.noun.noun for part in run]
    if "cấp" in nouns and "ngành" in nouns:
        return "các cấp, ngành"
    if len(run) > 1 and run[0].noun.group == "branch":
        chief = next((noun for noun in _BRANCHES if noun in nouns), "")
        mixed = chief == "bộ" and "ban" in nouns
        return _BRANCHES[chief] if chief and not mixed else "các " + ", ".join(nouns)
    return _plain_name(run)


def _plain_name(run: list[_Words]) -> str:
    last = run[-1]
    if last.noun.name == _AUTHORITIES:
        return _AUTHORITIES
    related = " liên quan" if last.related and any(part.noun.related or part.tail for part in run) else ""
    name = ", ".join(dict.fromkeys(part.noun.name for part in run)) + last.tail + related
    return _article(run) + expand(name)


def _article(run: list[_Words]) -> str:
    """`các`, save for what is one by nature: `chính quyền địa phương`, `cơ quan Thi hành án dân sự`, `cấp trên`."""
    first = run[0]
    alone = not first.lead and len(run) == 1 and not first.related
    owned = alone and first.tail and first.tail not in _NAMED_WHOLE
    return "" if _ONE_BY_NATURE.match(first.noun.name) or owned else "các "
