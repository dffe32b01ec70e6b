"""The picture of a page → its words, whichever way round it was scanned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipeline.ingest.scan.prepare import straightened, useful
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.second_look import second_look
from pipeline.ingest.scan.tesseract import quarter_turns, recognise, recognise_part
from pipeline.ingest.scan.words import ReadWord, ScannedPage, confidence
from pipeline.ingest.syllables import is_syllable

_POOR = 0.65  # confidence: a page below may stand on its side
_FEW = 8  # words in small letters: a page with fewer may, too
_DOUBTFUL = 0.5  # share of these words that can be Vietnamese: so may a page with a lower one
_WORD = re.compile(r"\W*(?P<letters>[^\W\d_]{2,})\W*")


def read_page(image: PageImage) -> ScannedPage:
    """The words of a page. Raises InputError where Tesseract fails, DependencyMissing where there is none.

    Letters on their side, in lines below each other, are read as columns of other letters, and surely so: a page
    counts as upright by its Vietnamese words. Where these are few it is read each way round and the best is kept.
    """
    best = _try(image, 0)
    if not best.is_upright:
        for turns in _other_turns(quarter_turns(image)):
            best = max(best, _try(image, turns), key=lambda attempt: attempt.legible)
            if best.is_upright:
                break
    words = second_look(best.words, best.level, recognise_part)
    height, width = best.level.pixels.shape
    return ScannedPage(tuple(words), best.turns, best.angle, width, height, image.dpi)


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What Tesseract reads of a page that was turned right `turns` times by 90°, then made `level`."""

    words: tuple[ReadWord, ...]
    level: PageImage
    turns: int
    angle: float

    @property
    def legible(self) -> float:
        """How much of it can be Vietnamese: letters, each as sure as its word."""
        return sum(len(word.text) * word.sure for word in self.words if _can_be_vietnamese(word))

    @property
    def is_upright(self) -> bool:
        """Whether that is beyond doubt."""
        small = [word for word in self.words if _is_small(word)]
        share = sum(map(_can_be_vietnamese, small)) / max(1, len(small))
        return len(small) >= _FEW and share >= _DOUBTFUL and confidence(self.words) >= _POOR


def _try(image: PageImage, turns: int) -> _Attempt:
    pixels, angle = straightened(np.ascontiguousarray(np.rot90(image.pixels, -turns)))
    level = PageImage(pixels, image.dpi)
    return _Attempt(_recognised(level), level, turns, angle)


def _recognised(level: PageImage) -> tuple[ReadWord, ...]:
    """The words of a picture, found in a copy no finer than is useful."""
    copy = useful(level)
    words = recognise(copy)
    return words if copy is level else tuple(word.scaled(level.dpi / copy.dpi) for word in words)


def _other_turns(likely: int) -> Sequence[int]:
    """The ways round that are left, the `likely` one first."""
    return sorted((1, 2, 3), key=lambda turns: turns != likely)


def _is_small(word: ReadWord) -> bool:
    found = _WORD.fullmatch(word.text)
    return found is not None and found["letters"].islower()


def _can_be_vietnamese(word: ReadWord) -> bool:
    found = _WORD.fullmatch(word.text)
    return found is not None and is_syllable(found["letters"].lower())
