"""Slips as OCR makes them, planted in clean text to measure the corrector."""

from __future__ import annotations

import unicodedata
from functools import cache
from math import exp
from random import Random

from pipeline.learn.confusions import SHAPES, TONES, letter_cost
from pipeline.learn.tokens import tokens


@cache
def slips(letter: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """What a small letter may be read for (same base letter, other marks), and how often as a weight."""
    base = unicodedata.normalize("NFD", letter)[0]
    forms = [unicodedata.normalize("NFC", base + shape + tone) for shape in ("", *SHAPES) for tone in ("", *TONES)]
    others = tuple(form for form in forms if len(form) == 1 and form != letter) if base in "aeiouy" else ()
    return others, tuple(exp(letter_cost(other, letter)) for other in others)


def with_slips(text: str, share: float, random: Random) -> tuple[str, frozenset[int]]:
    """`text` with about `share` of its words misread by one letter, and where those words start."""
    letters, planted = list(text), set()
    found = tokens(text)
    for key, start in zip(found.keys, found.starts, strict=True):
        if start < 0 or random.random() >= share:
            continue
        place = random.choice([start + shift for shift, letter in enumerate(key) if slips(letter)[0]] or [-1])
        if place >= 0 and text[place].islower():
            letters[place] = random.choices(*slips(text[place]))[0]
            planted.add(start)
    return "".join(letters), frozenset(planted)
