"""Text → Vietnamese words: syllables, and the compounds (`tổ_chức`) that underthesea found in the training text.

underthesea cuts 0.1 MB of text a second and rewrites tones; taking the longest known compound from left to right gives
nearly the same words twenty times as fast (models/kinds.md has the figures), and needs no model of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

NUMBER = "0"
_PIECE = re.compile(r"[^\W\d_]+|\d+|[:;.%/]")
_JOIN, _LAST = "_", ""

Node = dict[str, "Node"]
"""Syllable → what may follow it in a compound; under _LAST where a compound may end."""


@dataclass(frozen=True, slots=True)
class Compounds:
    """Words of several syllables, in order, and by syllable."""

    words: tuple[str, ...]
    root: Node

    @classmethod
    def of(cls, words: Iterable[str]) -> Compounds:
        """From words such as `tổ_chức`, in any order."""
        root: Node = {}
        ordered = tuple(sorted(words))
        for word in ordered:
            node = root
            for syllable in word.split(_JOIN):
                node = node.setdefault(syllable, {})
            node[_LAST] = {}
        return cls(ordered, root)


def pieces(folded: str) -> list[str]:
    """The syllables, numbers (all as NUMBER) and marks of a text in the spelling of `fold`.

    >>> pieces("số 12/2020: ủy ban, 5%.")
    ['số', '0', '/', '0', ':', 'ủy', 'ban', '0', '%', '.']
    """
    return [*chain.from_iterable(map(_pieces_of, folded.split()))]


@lru_cache(maxsize=1 << 14)
def _pieces_of(chunk: str) -> tuple[str, ...]:
    """The same syllables come again and again."""
    return tuple(NUMBER if piece[0].isdecimal() else piece for piece in _PIECE.findall(chunk))


def words(folded: str, compounds: Compounds) -> list[str]:
    """The words of a text in the spelling of `fold`; joined, they are its `pieces`.

    >>> words("tổ chức thực hiện chương", Compounds.of(["tổ_chức", "thực_hiện", "chương_trình"]))
    ['tổ_chức', 'thực_hiện', 'chương']
    """
    return joined(pieces(folded), compounds)


def joined(syllables: list[str], compounds: Compounds) -> list[str]:
    """The words of a text that is cut into folded syllables already."""
    found: list[str] = []
    place = 0
    while place < len(syllables):
        end = place + 1
        node = compounds.root.get(syllables[place])
        if node is not None:
            end = _end_of_compound(syllables, end, node)
        found.append(syllables[place] if end == place + 1 else _JOIN.join(syllables[place:end]))
        place = end
    return found


def _end_of_compound(syllables: list[str], end: int, node: Node) -> int:
    """Where the longest compound ends whose first syllable, before `end`, led to `node`; `end` where there is none."""
    for place in range(end, len(syllables)):
        following = node.get(syllables[place])
        if following is None:
            break
        if _LAST in following:
            end = place + 1
        node = following
    return end
