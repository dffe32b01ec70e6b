"""Words as Tesseract read them, and the rows they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
    """The rows of a page from top to bottom: words that stand on one base line, more or less."""
    rows: list[list[ReadWord]] = []
    for word in sorted(words, key=lambda word: word.base):
        if rows and word.base - rows[-1][0].base < _SAME_ROW * max(word.height, rows[-1][0].height):
            rows[-1].append(word)
        else:
            rows.append([word])
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
