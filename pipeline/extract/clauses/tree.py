"""Where each clause stands under the others: paths inferred from the order in which kinds of marks appear.

A mark of a kind that is open continues that list; one of a new kind goes below the clause before it, but never below
a finer kind (a number below a bullet), unless that clause announces a list with a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.extract.clauses.mark import Mark

_ORDER = ("part", "chapter", "section", "article", "capital", "roman", "arabic", "decimal", "letter", "paren")
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)} | {"small-roman": len(_ORDER), "bullet": len(_ORDER) + 1}
_BULLET_RANK = {"-": 0, "+": 1}
"""`+` stands below `-`; other signs have no fixed place."""


_DEEPEST = 12
"""No list is nested deeper: a guard against inputs that only ever announce and restart."""


class Node(NamedTuple):
    """A clause's place: its path, that of the clause above, and its depth (1 at the top)."""

    path: str
    parent: str | None
    level: int


class _Open:
    """A clause that may still get children: the last one of its list."""

    __slots__ = ("node", "ordinal", "rank", "seen", "style")

    def __init__(self, mark: Mark, style: str, rank: tuple[int, int], node: Node) -> None:
        self.ordinal, self.style, self.rank, self.node = mark.ordinal, style, rank, node
        self.seen: dict[str, int] = {}


def place(marks: Iterable[Mark]) -> Iterator[Node]:
    """One node for each mark, in order. Paths are unique and every parent has been given out before its children."""
    stack: list[_Open] = []
    top_seen: dict[str, int] = {}
    for mark in marks:
        style, rank = style_of(mark), rank_of(mark)
        _close(stack, mark, style, rank)
        above = stack[-1].node if stack else None
        label = _unique(mark.label, stack[-1].seen if stack else top_seen, mark.kind == "bullet")
        path = f"{above.path}/{label}" if above else label
        node = Node(path, above.path if above else None, above.level + 1 if above else 1)
        stack.append(_Open(mark, style, rank, node))
        yield node


def style_of(mark: Mark) -> str:
    """What marks of one list share: the kind, for bullets the sign, for decimals the depth, for sections the word."""
    if mark.kind == "bullet":
        return mark.label
    if mark.kind == "decimal":
        return f"decimal {mark.label.count('.')}"
    return mark.label.rsplit(" ", 1)[0] if mark.kind == "section" else mark.kind


def rank_of(mark: Mark) -> tuple[int, int]:
    """How fine a mark is: one of higher rank stands below one of lower."""
    if mark.kind == "decimal":
        return _RANK["decimal"], mark.label.count(".")
    if mark.kind == "section":
        return _RANK["section"], len(mark.label.split())  # Tiểu mục below Mục
    return _RANK[mark.kind], _BULLET_RANK.get(mark.label, -1)


def _close(stack: list[_Open], mark: Mark, style: str, rank: tuple[int, int]) -> None:
    """Takes off `stack` all that the new mark does not stand under."""
    sibling = _sibling(stack, mark, style)
    first = mark.kind == "bullet" or mark.ordinal == 1
    if sibling is not None:
        restarts = mark.ordinal == 1 and mark.announced and sibling < len(stack) - 1 and len(stack) < _DEEPEST
        if not restarts:
            del stack[sibling:]
        return
    if first and mark.announced and len(stack) < _DEEPEST and not _ends_bullets(stack, rank):
        return
    while stack and _finer(stack[-1].rank, rank):
        stack.pop()


def _ends_bullets(stack: list[_Open], rank: tuple[int, int]) -> bool:
    """Whether an article, or what holds articles, follows a bullet: `QUYẾT ĐỊNH:` announces it, not the last basis."""
    return bool(stack) and stack[-1].rank[0] == _RANK["bullet"] and rank[0] <= _RANK["article"]


def _finer(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether a clause of rank `one` can hold none of rank `two`."""
    if one[0] == two[0] == _RANK["bullet"]:
        return one[1] > two[1] >= 0
    return one >= two


def _sibling(stack: list[_Open], mark: Mark, style: str) -> int | None:
    """The place in `stack` of the list that `mark` goes on with: the one it counts on from, else the innermost."""
    places = [index for index in range(len(stack) - 1, -1, -1) if stack[index].style == style]
    if not places:
        return None
    if mark.ordinal is not None:
        for index in places:
            if stack[index].ordinal == mark.ordinal - 1:
                return index
    return places[0]


def _unique(label: str, seen: dict[str, int], bullet: bool) -> str:
    seen[label] = seen.get(label, 0) + 1
    if bullet:
        return f"{label}{seen[label]}"
    return label if seen[label] == 1 else f"{label}({seen[label]})"
