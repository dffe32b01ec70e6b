"""Collective references: `các sở, ban, ngành tỉnh`, `các cơ quan, địa phương liên quan`, `chính quyền địa phương`.

`các sở, ban, ngành`, `các bộ, ngành`, `các cơ quan, đơn vị` and `các cấp, ngành` are one body each; everything else
that a comma or "và" joins is split, and a shared "các" or modifier is handed to each (guidelines, section 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.bodynames import named_body_at
from pipeline.extract.canonical import Setting, expand
from pipeline.extract.levels import place_end
from pipeline.extract.vocabulary import alternation, words_pattern
from pipeline.gazetteers import duties
from pipeline.gazetteers.duties import CollectiveNoun
from pipeline.spelling import fold

_PLURAL = re.compile(r"(?:tất cả |toàn thể )?(?:các|những|mọi|từng|mỗi|một số)\s(?:đồng chí )?")
_JOIN = re.compile(r"(?:,|;| và| hoặc|/| -)\s?(?:các |những )?")
_SPACE = re.compile(" ")
_RELATED = re.compile(r"\s(?:có )?liên quan(?: khác| đến[^,;.:\n]{0,60})?(?!\w)")
_WHERE = re.compile(
    r"""
    (?: \s (?: trên | trong | đóng \s trên | ở ) \s (?:toàn\s)? (?: địa \s bàn | phạm \s vi )
    (?: \s toàn )? (?: \s (?: tỉnh | thành \s phố | huyện | quận | xã | phường | cả \s nước ) \b )?
    | \s (?: cấp | thuộc | của | trong | toàn ) \s (?: tỉnh | thành \s phố ) \b
    ) (?! \s (?: ủy | đoàn ) \b )
    """,
    re.VERBOSE,
)
_OWNER = re.compile(r"\s(?P<link>(?:trực )?thuộc|của|tham mưu, giúp việc(?: của)?|trực thuộc)(?= )")
_CAPITAL = re.compile(r" (?:Bộ|Sở|Ban|Cục|Tỉnh|Ngành|Đảng|Chính phủ)\b")
_BRANCHES = {"sở": "các sở, ban, ngành", "bộ": "các bộ, ngành"}


@dataclass(frozen=True, slots=True)
class Part:
    """One noun of a collective with its span and what it keeps of the words behind it."""

    noun: CollectiveNoun
    start: int
    end: int
    tail: str = ""
    related: bool = False


@dataclass(frozen=True, slots=True)
class Collective:
    """The bodies of a collective reference: spans and canonical names, and the end with all modifiers."""

    end: int
    bodies: tuple[tuple[int, int, str], ...]


def collective_at(text: str, folded: str, position: int, setting: Setting, listed: bool) -> Collective | None:
    """The collective that begins at `position`, or None; `listed`: it goes on with a list, so "các" may be missing."""
    plural = _PLURAL.match(folded, position)
    parts, end = _parts(text, folded, plural.end() if plural else position, setting)
    if not parts or not (plural or listed or _plain(parts)):
        return None
    alone = len(parts) == 1
    if (parts[0].noun.group == "unit" and (alone or not plural)) or (
        parts[0].noun.group in ("branch", "tier") and alone and not plural
    ):
        return None
    return Collective(end, tuple(_bodies(text, position, end, _shared(parts))))


def _plain(parts: list[Part]) -> bool:
    """Whether a collective without "các" is still one: a noun that needs none, a modifier, or several nouns of a group."""
    first = parts[0]
    grouped = (
        len(parts) > 1 and first.noun.group in ("branch", "agency", "tier") and parts[1].noun.group == first.noun.group
    )
    return first.noun.bare or grouped or bool(first.tail) or any(part.related for part in parts)


def _parts(text: str, folded: str, position: int, setting: Setting) -> tuple[list[Part], int]:
    """The nouns from `position` on, each with its modifiers, and where the last one ends."""
    parts: list[Part] = []
    end, join = position, None
    while True:
        found = _noun_at(folded, join.end() if join else end)
        if found is None or _is_name(text, folded, found, setting):
            return parts, parts[-1].end if parts else position
        part = _modified(text, folded, found, setting)
        parts.append(part)
        end = part.end
        join = _JOIN.match(folded, end) or _unpunctuated(folded, end, part)
        if join is None:
            return parts, end


def _unpunctuated(folded: str, end: int, part: Part) -> re.Match[str] | None:
    """`cơ quan đơn vị`, `bộ ngành`: nouns of one group with only a space between."""
    space = _SPACE.match(folded, end)
    following = _noun_at(folded, end + 1) if space else None
    if following is None or part.noun.group in (None, "unit") or _rows()[following[0]].group != part.noun.group:
        return None
    return space if following[0] != "ban" or folded.startswith((" ngành", ", ngành"), following.end()) else None


def _noun_at(folded: str, position: int) -> re.Match[str] | None:
    """The noun at `position`, unless it is only the beginning of another word: `ban hành`, `phòng, chống`."""
    found = _nouns().match(folded, position)
    while found and folded.startswith(_continued(found[0]), found.end()):
        shorter = found[0].rpartition(" ")[0]
        found = _nouns().match(folded, position, position + len(shorter)) if shorter in _rows() else None
    return found


@cache
def _continued(noun: str) -> tuple[str, ...]:
    return tuple(word if word.startswith(",") else f" {word}" for word in _rows()[noun].not_before)


def _is_name(text: str, folded: str, noun: re.Match[str], setting: Setting) -> bool:
    """`Sở Nội vụ`, `Ban Dân tộc` begin like a collective but go on as a name."""
    if not text[noun.start()].isupper() and not text[noun.end() + 1 : noun.end() + 2].isupper():
        return False
    named = named_body_at(text, folded, noun.start(), setting)
    return named is not None and named.end > noun.end()


def _modified(text: str, folded: str, noun: re.Match[str], setting: Setting) -> Part:
    """A noun with the words behind it: kept ones (`chức năng`), "liên quan", places that are dropped, owners."""
    row = _rows()[noun[0]]
    end, tails, related = noun.end(), [], False
    while True:
        if found := _RELATED.match(folded, end):
            related = True
        elif found := _WHERE.match(folded, end):
            end = place_end(text, found.end())
            continue
        elif owner := _owner(text, folded, end, setting):
            end, tail = owner
            tails.append(tail)
            continue
        elif found := _modifiers().match(folded, end):
            if _kept()[found[0][1:]]:
                tails.append(_kept()[found[0][1:]])
        else:
            return Part(row, noun.start(), end, "".join(f" {tail}" for tail in tails), related)
        end = found.end()


def _owner(text: str, folded: str, end: int, setting: Setting) -> tuple[int, str] | None:
    """`thuộc Sở`, `của Tỉnh ủy`, `chuyên môn thuộc UBND cấp tỉnh, cấp huyện`: the body that the collective belongs to."""
    link = _OWNER.match(folded, end)
    if link is None:
        return None
    named = named_body_at(text, folded, link.end() + 1, setting)
    if named is None:
        own = _CAPITAL.match(text, link.end())
        return (own.end(), f"{link['link']}{own[0]}") if own else None
    word = "" if link["link"] == "của" else f"{link['link']} "
    many = len(named.names) > 1 and named.tails
    base = named.names[0][: -len(named.tails[0])] if many else ""
    return named.end, word + (base + ", ".join(named.tails) if many else named.names[0])


def _shared(parts: list[Part]) -> list[Part]:
    """Modifiers that stand once at the end are handed to every noun; places and "liên quan" alike."""
    last = parts[-1]
    related = last.related
    tail = last.tail if last.tail.startswith((" thuộc ", " trực thuộc ")) and "Trung ương" not in last.tail else ""
    return [Part(part.noun, part.start, part.end, part.tail or tail, part.related or related) for part in parts]


def _bodies(text: str, begin: int, end: int, parts: list[Part]) -> list[tuple[int, int, str]]:
    """Groups of nouns as one body, the others one by one; the first takes the words before it, the last those behind."""
    runs: list[list[Part]] = []
    for part in parts:
        group = part.noun.group
        before = runs[-1][-1] if runs else None
        if (
            before
            and group
            and group == before.noun.group
            and (not before.tail or group == "branch")
            and part.noun is not before.noun
        ):
            runs[-1].append(part)
        elif runs and part.noun.noun == "ngành" and runs[-1][0].noun.group == "tier":
            runs[-1].append(part)
        elif runs and part.noun.noun == "cấp" and [p.noun.noun for p in runs[-1]] == ["ngành"]:
            runs[-1].append(part)
        else:
            runs.append([part])
    found = []
    for run in runs:
        start = begin if run is runs[0] else run[0].start
        stop = end if run is runs[-1] else run[-1].end
        found.append((start, stop, _name(text, run)))
    return found


def _name(text: str, run: list[Part]) -> str:
    nouns = [part.noun.noun for part in run]
    last = run[-1]
    related = " liên quan" if last.related and any(part.noun.related for part in run) else ""
    if run[0].noun.group == "unit":
        return "các " + ", ".join(nouns)
    if "cấp" in nouns and "ngành" in nouns:
        return "các cấp, ngành"
    if len(run) > 1 and run[0].noun.group == "branch":
        chief = next((noun for noun in ("sở", "bộ") if noun in nouns), None)
        if chief == "bộ" and "ban" in nouns:
            return "các " + ", ".join(nouns)
        return _BRANCHES[chief] if chief else "các " + ", ".join(nouns)
    if last.noun.name == "chính quyền các cấp":
        return last.noun.name
    name = ", ".join(dict.fromkeys(part.noun.name for part in run)) + last.tail + related
    return _article(run, text) + expand(name)


def _article(run: list[Part], text: str) -> str:
    """`các`, save for what is one by nature: `chính quyền địa phương`, `cơ quan Thi hành án dân sự`, `cấp trên`."""
    first = run[0]
    alone = text[max(0, first.start - 4) : first.start].lower() != "các " and len(run) == 1 and not first.related
    single = re.match(r"chính quyền|cấp (?!ủy)", first.noun.name)
    listed = re.search(r"(?:,|;|và)\s$", text[max(0, first.start - 3) : first.start])
    return "" if single or (alone and first.tail and not listed) else "các "


@cache
def _rows() -> dict[str, CollectiveNoun]:
    return {row.noun: row for row in duties.collective_nouns()}


@cache
def _nouns() -> re.Pattern[str]:
    return words_pattern(_rows())


@cache
def _kept() -> dict[str, str]:
    """Folded modifier → as it stands in a canonical name, empty where it is dropped."""
    return {fold(row.words): row.words if row.kept else "" for row in duties.collective_modifiers()}


@cache
def _modifiers() -> re.Pattern[str]:
    """A modifier with the space before it, not the beginning of `tỉnh ủy` or `tỉnh đoàn`."""
    return re.compile(rf" {alternation(_kept())}(?!\w| (?:ủy|đoàn)\b)")


def noun_pattern() -> re.Pattern[str]:
    """The nouns of collectives, on folded text."""
    return _nouns()
