"""Word lists as regular expressions: a trie, so that thousands of words cost about as much as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import TypeAlias, TypeVar

Trie: TypeAlias = "dict[str, Trie]"
Row = TypeVar("Row")
_END = ""
_DASH, _PRINTED_DASH = " - ", " ?- ?"
"""The dash between words, and as it is printed: a space before or behind it often lacks."""
_ANY_DASH = re.compile(_PRINTED_DASH)


def alternation(words: Iterable[str]) -> str:
    """A pattern that matches any of `words`, the longest that fits, factored by common beginnings.

    >>> alternation(["sở", "sở nội vụ", "bộ"])
    '(?:bộ|sở(?: nội vụ)?)'
    """
    trie: Trie = {}
    for word in sorted(set(words)):
        branch = trie
        for letter in word.replace(_DASH, "\0"):
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _factored(trie).replace(re.escape("\0"), _PRINTED_DASH)


def spaced_alternation(words: Iterable[str]) -> str:
    """`alternation` for a verbose pattern, with the spaces kept."""
    return alternation(words).replace(" ", "[ ]")


def behind(words: Iterable[str], before: str = r"(?<!\w)") -> str:
    """A pattern for the place behind any of `words` and a space: a lookbehind for each length.

    >>> re.search(behind(["bộ", "sở"]), "của bộ y tế")
    <re.Match object; span=(7, 7), match=''>
    """
    lengths = groupby(sorted(words, key=len), key=len)
    return "|".join(rf"(?<={before}{alternation(same)}\s)" for _, same in lengths)


def listed(table: Mapping[str, Row], printed: str) -> Row:
    """The row of a table for words that a pattern over its keys has matched.

    >>> listed({"lao động - xã hội": 1}, "lao động- xã hội")
    1
    """
    row = table.get(printed)
    return table[spaced_dashes(printed)] if row is None else row


def spaced_dashes(printed: str) -> str:
    """`printed` with a space on both sides of every dash."""
    return _ANY_DASH.sub(_DASH, printed)


def _factored(trie: Trie) -> str:
    """The pattern of a trie; one with a single branch becomes a plain run of letters."""
    tails = [
        re.escape(letter).replace("\\ ", " ").replace("\\-", "-") + _factored(trie[letter])
        for letter in sorted(trie)
        if letter != _END
    ]
    if not tails:
        return ""
    if len(tails) == 1 and _END not in trie:
        return tails[0]
    return f"(?:{'|'.join(tails)})" + ("?" if _END in trie else "")


def words_pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Compiled: any of `words` as whole words.

    >>> words_pattern(["sở", "sở nội vụ"]).search("giám đốc sở nội vụ").group()
    'sở nội vụ'
    """
    return re.compile(rf"(?<!\w){alternation(words)}(?!\w)")
