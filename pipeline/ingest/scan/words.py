"""Words as Tesseract read them, and the rows they stand in."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_SAME_ROW = 0.4  # of the height of the type
_SPACE = 1.2  # heights of the type: words nearer than that belong together


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word in dots of the prepared picture, y downwards; `base` its base line, `height` that of its line's type.

    `sure`: Tesseract's confidence, 0 to 1.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    height: float
    sure: float

    def scaled(self, times: float) -> ReadWord:
        """The word in a picture so many times as fine."""
        left, top, right, bottom = (side * times for side in (self.left, self.top, self.right, self.bottom))
        return ReadWord(self.text, left, top, right, bottom, self.base * times, self.height * times, self.sure)


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """The words of a page that was turned right `turns` times by 90°, then by `angle` degrees to the left.

    Their boxes are in dots of that turned picture, `width` by `height` of them, `dpi` to the inch.
    """

    words: tuple[ReadWord, ...]
    turns: int
    angle: float
    width: int
    height: int
    dpi: float


@dataclass(frozen=True, slots=True)
class Row:
    """The words on one base line from left to right; offsets are those of its `text`, words one space apart."""

    words: tuple[ReadWord, ...]

    @property
    def text(self) -> str:
        """The words, one space apart."""
        return " ".join(word.text for word in self.words)

    def within(self, start: int, end: int) -> tuple[ReadWord, ...]:
        """The words that reach into the stretch."""
        return tuple(word for word, at, to in self._placed() if at < end and to > start)

    def sure(self, start: int, end: int) -> float:
        """How sure Tesseract is of the stretch: as of its least sure word; 0 where it holds none."""
        return min((word.sure for word in self.within(start, end)), default=0.0)

    def blanked(self, start: int, end: int) -> Row:
        """The row without the stretch; words that it cuts keep what is left of them, and the place of that."""
        pieces = [
            _piece(word, max(low, at) - at, min(high, to) - at)
            for word, at, to in self._placed()
            for low, high in ((at, start), (end, to))
            if max(low, at) < min(high, to)
        ]
        return Row(tuple(pieces))

    def stretches(self) -> list[list[ReadWord]]:
        """The words that stand together, set off by wider spaces."""
        found: list[list[ReadWord]] = []
        for word in self.words:
            if found and word.left - found[-1][-1].right < _SPACE * word.height:
                found[-1].append(word)
            else:
                found.append([word])
        return found

    def _placed(self) -> Iterable[tuple[ReadWord, int, int]]:
        at = 0
        for word in self.words:
            yield word, at, at + len(word.text)
            at += len(word.text) + 1


def rows_of(words: Iterable[ReadWord]) -> list[Row]:
    """The rows of a page from top to bottom: words that stand on one base line, more or less.

    Each word goes to the nearest of these lines: a list and the signature beside it stand half a line apart.
    """
    level = sorted(words, key=lambda word: word.base)
    first: list[ReadWord] = []  # of each row
    for word in level:
        if not first or word.base - first[-1].base >= _SAME_ROW * max(word.height, first[-1].height):
            first.append(word)
    rows: list[list[ReadWord]] = [[] for _ in first]
    edges = [(one.base + two.base) / 2 for one, two in pairwise(first)]
    for word in level:
        rows[bisect(edges, word.base)].append(word)
    return [Row(tuple(sorted(row, key=lambda word: word.left))) for row in rows]


def type_height(words: Sequence[ReadWord]) -> float:
    """The usual height of the type."""
    return median(word.height for word in words) if words else 0.0


def confidence(words: Sequence[ReadWord]) -> float:
    """How sure Tesseract is of the words, on average."""
    return sum(word.sure for word in words) / len(words) if words else 0.0


def _piece(word: ReadWord, start: int, end: int) -> ReadWord:
    if (start, end) == (0, len(word.text)):
        return word
    step = (word.right - word.left) / len(word.text)
    return replace(word, text=word.text[start:end], left=word.left + start * step, right=word.left + end * step)
