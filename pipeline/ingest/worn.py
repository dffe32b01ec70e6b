"""Whether OCR made a plain text: it holds words that nobody writes, of which the marks are worn (`sô`, `điêu`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table
from pipeline.patterns import one_of

_SAMPLE = 60_000
"""So many characters tell."""
_FEWEST, _PER_THOUSAND = 2, 1
"""Of a thousand words so many are worn at least in what OCR made; in what was typed one in ten thousand."""


@dataclass(frozen=True, slots=True)
class _WornWords:
    """Words, in small letters, that only stand where OCR lost a mark."""

    words: str


def is_worn(text: str) -> bool:
    """Whether the words of `text` show that OCR made it.

    >>> is_worn("Căn cứ Quyêt định sô 5 vê việc sửa đôi một sô điêu"), is_worn("Căn cứ Quyết định số 5")
    (True, False)
    """
    sample = text[:_SAMPLE]
    lines = sample.split("\n")  # the whole in small letters would take twelve bytes a letter
    worn = sum(len(_pattern().findall(f" {line.lower()}")) for line in lines)
    return worn >= _FEWEST and 1_000 * worn >= _PER_THOUSAND * sample.count(" ")


@cache
def _pattern() -> re.Pattern[str]:
    """With the sign before the word, so that most letters are passed over at once."""
    return re.compile(rf"\W{one_of(row.words for row in read_table('worn_words', _WornWords))}(?!\w)")
