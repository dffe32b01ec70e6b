"""Collective references: `các sở, ban, ngành tỉnh`, `các cơ quan, địa phương liên quan`, `chính quyền địa phương`.

`các sở, ban, ngành`, `các bộ, ngành`, `các cơ quan, đơn vị` and `các cấp, ngành` are one body each; everything else
that a comma or "và" joins is split, and a shared "các" or modifier is handed to each (guidelines, section 5).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.bodies.canonical import Setting
from pipeline.extract.bodies.collective_names import PARTY_COMMITTEE, Part, named_runs
from pipeline.extract.bodies.ends import form_at
from pipeline.extract.bodies.levels import place_end
from pipeline.extract.bodies.names import LEVELLED, named_body_at
from pipeline.extract.bodies.vocabulary import alternation, listed, words_pattern
from pipeline.gazetteers import duties
from pipeline.gazetteers.duties import CollectiveModifier, CollectiveNoun
from pipeline.spelling import fold

_PLURAL = re.compile(r"(?:tất cả |toàn thể )?(?:các|những|mọi|từng|mỗi|một số)\s(?:đồng chí )?")
_JOIN = re.compile(r"(?:,| và| hoặc|/| -)\s?(?:các |những )?")
MOST_NOUNS = 16
_MEMBERS = ("thành viên",)
_BRANCH = "ngành"
_BARE_JOINTS = (", ", " và ")
_SPACE = re.compile(" ")
_RELATED = re.compile(r"\s(?:có )?liên quan(?: khác| đến[^,;.:\n]{0,60})?(?!\w)")
_BELOW = r"(?:huyện|quận|thị\sxã|thị\strấn|xã|phường)"
_WHERE = re.compile(
    rf"""
    (?: \s (?: trên | trong | đóng \s trên | ở ) \s (?:toàn\s)? (?: địa \s bàn | phạm \s vi (?!\schức|\snhiệm|\squyền) )
    (?: \s toàn )? (?: \s (?: tỉnh | thành \s phố | huyện | quận | xã | phường | cả \s nước ) \b )?
    | \s (?: thuộc | của | trong | toàn ) \s (?: tỉnh | thành \s phố ) \b
    | \s (?: (?: thuộc | của | trong | toàn ) \s )? {_BELOW} (?: (?:,|\s-|/) \s? {_BELOW} )* \b
    ) (?! \s (?: ủy | đoàn | hội ) \b )
    """,
    re.VERBOSE,
)
_OWNER = re.compile(r"\s(?P<link>(?:trực )?thuộc|của|tham mưu, giúp việc(?: của)?|trực thuộc)(?= )")
_HAS_DUTY = "có trách nhiệm|có nghĩa vụ"
_MUST = re.compile(rf"\s(?:{_HAS_DUTY})\s")
_MUST_SOMEWHERE = re.compile(rf"[^.;:\n]{{0,120}}?\s(?:{_HAS_DUTY}|phải)\s")
_CAPITAL = re.compile(
    r" (?:Bộ|Sở|Ban|Cục|Tỉnh|Ngành|Đảng|Chính phủ|Nhà nước|Quốc hội|Mặt trận"
    r"|Tổng Liên đoàn|Tập đoàn|Tổng công ty|Công ty|Trường|Hội|Quỹ)\b"
)


class Collective(NamedTuple):
    """The bodies of a collective reference: spans and canonical names, and the end with all modifiers."""

    end: int
    bodies: tuple[tuple[int, int, str], ...]


def collective_at(text: str, folded: str, position: int, setting: Setting, listed: bool) -> Collective | None:
    """The collective that begins at `position`, or None; `listed`: it goes on with a list, so "các" may be missing.

    >>> text = "các sở, ngành, địa phương liên quan"
    >>> [name for _, _, name in collective_at(text, text, 0, Setting(), False).bodies]
    ['các sở, ban, ngành', 'các địa phương']
    """
    plural = _PLURAL.match(folded, position)
    parts, end = _parts(text, folded, plural.end() if plural else position, setting)
    if not parts or not (plural or listed or _plain(parts) or _bound(text, folded, position, parts)):
        return None
    alone, group = len(parts) == 1, parts[0].noun.group
    if group == "unit" and (alone or not plural):
        return None
    if group in ("branch", "tier") and alone and not plural and not _is_branch_of_work(text, parts[0]):
        return None
    return Collective(end, tuple(named_runs(text, position, end, parts)))


def _is_branch_of_work(text: str, part: Part) -> bool:
    """`ngành y tế`, which is one; `Ngành Y tế` is a name."""
    return part.plain and part.noun.noun == _BRANCH and text[part.start].islower()


def _bound(text: str, folded: str, position: int, parts: list[Part]) -> bool:
    """Whether a collective without "các" opens a sentence, or stands behind "thì", and is told what it must do."""
    if not (text[position].isupper() or folded.endswith("thì ", 0, position)):
        return False
    return (_MUST if len(parts) == 1 else _MUST_SOMEWHERE).match(folded, parts[-1].end) is not None


def _plain(parts: list[Part]) -> bool:
    """Whether a collective without "các" is one: a noun that needs none, a modifier, or several nouns of a group."""
    first = parts[0]
    lent = parts[1:] and parts[1].noun.noun in first.noun.shares  # phòng, ban, ngành
    groups = [part.noun.group for part in (parts[1:3] if lent else parts[:2])]
    grouped = groups in (["branch"] * 2, ["agency"] * 2, ["tier"] * 2)
    shares = first.noun.group == "branch" or first.noun.noun == PARTY_COMMITTEE
    named = first.plain or (shares and any(part.plain or part.noun.bare for part in parts))
    return first.noun.bare or grouped or named or any(part.related for part in parts)


def _parts(text: str, folded: str, position: int, setting: Setting) -> tuple[list[Part], int]:
    """The nouns from `position` on, each with its modifiers, and where the last one ends."""
    parts: list[Part] = []
    end, join = position, None
    while len(parts) < MOST_NOUNS:
        found = _noun_at(folded, join.end() if join else end)
        part = None
        if found is None and join is not None:
            part = _same_noun(text, folded, parts[-1], join, setting)
        elif found is not None and not _is_name(text, folded, found, setting):
            part = _modified(text, folded, listed(_rows(), found[0]), found.span(), setting)
        if part is None:
            return parts, parts[-1].end if parts else position
        parts.append(part)
        end = part.end
        join = _JOIN.match(folded, end) or _unpunctuated(folded, end, part)
        if join is None:
            break
    return parts, end


def _unpunctuated(folded: str, end: int, part: Part) -> re.Match[str] | None:
    """`cơ quan đơn vị`, `bộ ngành`: nouns of one group with only a space between."""
    space = _SPACE.match(folded, end)
    following = _noun_at(folded, end + 1) if space else None
    if following is None or part.noun.group in (None, "unit") or listed(_rows(), following[0]).group != part.noun.group:
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
    return tuple(word if word.startswith(",") else f" {word}" for word in listed(_rows(), noun).not_before)


def _is_name(text: str, folded: str, noun: re.Match[str], setting: Setting) -> bool:
    """`Sở Nội vụ`, `Ban Dân tộc` begin like a collective but go on as a name."""
    form = form_at(folded, noun.start())
    end = max(noun.end(), form.end()) if form else noun.end()
    if text[noun.start() : end + 2].islower() and noun[0] not in LEVELLED:
        return False
    named = named_body_at(text, folded, noun.start(), setting)
    return named is not None and named.end > noun.end()


def _same_noun(text: str, folded: str, before: Part, join: re.Match[str], setting: Setting) -> Part | None:
    """`hải quan` in "các cơ quan thuế, hải quan": another kind of the noun before it, but no verb and no body."""
    start = join.end()
    kind = _modifiers().match(folded, start - 1) if join[0] in _BARE_JOINTS and before.plain else None
    if kind is None or not listed(_modifier_rows(), kind[0][1:]).plain or _no_kind().match(folded, start):
        return None
    if named_body_at(text, folded, start, setting) is not None:
        return None
    return _modified(text, folded, before.noun, (start, start - 1), setting)


@cache
def _no_kind() -> re.Pattern[str]:
    """Words that open a task, not a further kind of bodies."""
    verbs = (row.verb for row in duties.task_verbs())
    return words_pattern([*verbs, *(row.cue for row in duties.role_cues())])


def _modified(text: str, folded: str, row: CollectiveNoun, noun: tuple[int, int], setting: Setting) -> Part:
    """A noun with the words behind it: kept ones (`chức năng`), "liên quan", places that are dropped, owners."""
    start, end = noun
    tails, related, plain = list[str](), False, False
    while folded[end : end + 1].isspace():
        if found := _RELATED.match(folded, end):
            related = True
        elif found := _WHERE.match(folded, end):
            end = place_end(text, found.end())
            continue
        elif owner := _owner(text, folded, end, setting, row.noun in _MEMBERS and not tails):
            end, tail = owner
            tails.append(tail if row.group == "agency" else tail.removeprefix("của "))
            plain = True
            continue
        elif (found := _modifiers().match(folded, end)) and not (related and _tail(found)):
            tails += _tail(found)
            plain = plain or listed(_modifier_rows(), found[0][1:]).plain
        else:
            break
        end = found.end()
    return Part(row, start, end, "".join(f" {tail}" for tail in tails), related, plain)


def _tail(modifier: re.Match[str]) -> list[str]:
    """The modifier as it stands in a canonical name; nothing where it is dropped."""
    row = listed(_modifier_rows(), modifier[0][1:])
    return [row.words] if row.kept else []


def _owner(text: str, folded: str, end: int, setting: Setting, member: bool) -> tuple[int, str] | None:
    """`thuộc Sở`, `của Tỉnh ủy`, `thuộc UBND cấp tỉnh, cấp huyện`: the body that the collective belongs to.

    `member`: the body may stand behind the noun at once, as in `thành viên Ban Chỉ đạo`.
    """
    link = _OWNER.match(folded, end)
    if link is None and member and text[end + 1 : end + 2].isupper():
        body = named_body_at(text, folded, end + 1, setting)
        return (body.end, body.names[0]) if body else None
    if link is None:
        return None
    named = named_body_at(text, folded, link.end() + 1, setting)
    if named is None:
        own = _CAPITAL.match(text, link.end())
        return (own.end(), f"{link['link']}{own[0]}") if own else None
    many = len(named.names) > 1 and named.tails
    base = named.names[0][: -len(named.tails[0])] if many else ""
    return named.end, f"{link['link']} {base + ', '.join(named.tails) if many else named.names[0]}"


@cache
def _rows() -> dict[str, CollectiveNoun]:
    return {row.noun: row for row in duties.collective_nouns()}


@cache
def _nouns() -> re.Pattern[str]:
    return words_pattern(_rows())


@cache
def _modifier_rows() -> dict[str, CollectiveModifier]:
    """Folded modifier → its row."""
    return {fold(row.words): row for row in duties.collective_modifiers()}


@cache
def _modifiers() -> re.Pattern[str]:
    """A modifier with the space before it, not the beginning of `tỉnh ủy` or `tỉnh đoàn`."""
    return re.compile(rf" {alternation(_modifier_rows())}(?!\w| (?:ủy|đoàn)\b)")
