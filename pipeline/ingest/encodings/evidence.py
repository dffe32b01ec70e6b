"""How much of a text is spelled as Vietnamese is: the evidence by which encodings are told apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pipeline.ingest.syllables import is_syllable

# Beyond ASCII, or one of the control characters that TCVN 5712 gives to capitals.
_ODD = r"[\x01-\x08\x0e-\x1f\x80-\U0010ffff]"
_WORD = re.compile(rf"(?<![A-Za-z])[A-Za-z]*+{_ODD}(?:[A-Za-z]|{_ODD})*+")
_EDGES = "“”‘’„«»‹›…–—•°€™§\u00a0\u200b\ufeff"
_ABBREVIATION = re.compile("[A-ZĐ]+")
_ENOUGH_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Spelling:
    """Of the words with letters beyond ASCII: how many are Vietnamese syllables, and how many are none."""

    good: int = 0
    bad: int = 0

    @property
    def share(self) -> float:
        """Of Vietnamese syllables among them; 0 where there are no words."""
        return self.good / max(1, self.good + self.bad)

    @property
    def surplus(self) -> int:
        """How many more are Vietnamese than not."""
        return self.good - self.bad


def spelling(text: str) -> Spelling:
    """The evidence of the first 2,000 words that tell.

    >>> spelling("Ủy ban nhân dân tỉnh").share, spelling("Uû ban nh©n d©n tØnh").share
    (1.0, 0.0)
    """
    verdicts = list(islice((is_syllable(word.lower()) for word in _telling(text)), _ENOUGH_WORDS))
    return Spelling(sum(verdicts), len(verdicts) - sum(verdicts))


def _telling(text: str) -> Iterator[str]:
    """The words with letters beyond ASCII; signs at their ends and abbreviations such as QĐ tell nothing."""
    for match in _WORD.finditer(unicodedata.normalize("NFC", text)):
        word = match[0].strip(_EDGES)
        if word and not (word.isascii() and word.isprintable()) and not _ABBREVIATION.fullmatch(word):
            yield word
