"""The tone-mark corrector: where OCR read a real word with the wrong marks, its neighbours tell the right one.

Of each word the alternatives are the words of the vocabulary with the same base letters. An alternative is taken if

    log p(sentence with it) - log p(sentence as read) + cost(read for it) > THRESHOLD

Only the three trigrams that a word stands in differ, so every word is judged by two neighbours on each side; words
near a change are judged again, with the corrected neighbours. Letters are replaced one for one: length, case and
offsets stay. Words in capitals, numbers, symbols and words joined by `/` or `-` are never touched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from pipeline.learn.alternatives import Alternatives, Vocabulary
from pipeline.learn.confusions import CHEAPEST
from pipeline.learn.ngrams import Arrays, Floats, Ids, Language
from pipeline.learn.seal import FOLDER
from pipeline.learn.store import read_model
from pipeline.learn.tokens import BREAK, SPECIAL, Tokens, tokens
from pipeline.spelling import fold

MODEL = FOLDER / "tones.model"
BARS = (3.0, 4.0, 8.0, np.inf)
"""THRESHOLD for a word in small letters, and in a run of one, two, more words with a capital first letter: the longer
it is, the more likely it is a person's name, of which neighbours tell nothing.
"""
_SAFE = frozenset({"đảng"})
"""Words that stand as read: the Party's own papers are rare in the training texts, where `đang` drives out `đảng`."""
_BLOCK = 200_000  # characters that are corrected at a time, to bound memory
_SPACE = re.compile(r"\s")
_PAD = 2
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Change:
    """One corrected word: text[start:end] was `before`, is `after`; `margin` is how far the log odds passed the bar."""

    start: int
    end: int
    before: str
    after: str
    margin: float


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of the words, and of which stand together."""

    vocabulary: Vocabulary
    language: Language

    @classmethod
    def of(cls, arrays: Arrays) -> Model:
        """From the arrays of a model file."""
        return cls(Vocabulary(bytes(arrays["vocabulary"]).decode().split("\n")), Language.of(arrays))


@cache
def installed_model() -> Model:
    """The model in models/. Raises ModelError where it is missing or damaged."""
    return Model.of(read_model(MODEL))


def corrected(text: str, model: Model | None = None) -> tuple[str, tuple[Change, ...]]:
    """`text` with its misread tone marks corrected, as long as before, and what was changed.

    `text` is NFC, a page or a document with its line breaks: neighbours on the next line count where a sentence goes
    on. Without `model` the installed one is used, and ModelError raised where it is missing or damaged.
    """
    model = model or installed_model()
    changes = tuple(change for start, block in _blocks(text) for change in _changes(block, start, model))
    pieces, end = [], 0
    for change in changes:
        pieces += [text[end : change.start], change.after]
        end = change.end
    return "".join([*pieces, text[end:]]), changes


def corrected_lines(lines: Sequence[str], model: Model | None = None) -> list[str]:
    """The lines (without line breaks) of one page or document, in reading order, corrected; each as long as before."""
    return corrected("\n".join(lines), model)[0].split("\n") if lines else []


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        line_end = text.find("\n", start + _BLOCK, start + 2 * _BLOCK) + 1
        space = None if line_end else _SPACE.search(text, start + _BLOCK)
        end = line_end or (space.end() if space else len(text))
        yield start, text[start:end]
        start = end


def _changes(text: str, offset: int, model: Model) -> Iterator[Change]:
    found = tokens(text)
    read = model.vocabulary.numbers(found.keys)
    chosen, margins = _chosen(model, found.keys, read, _bars(found, text))
    for place in np.flatnonzero(chosen != read):
        start, word = found.starts[place], model.vocabulary.words[chosen[place]]
        before = text[start : start + len(word)]
        after = _as_printed(word, before)
        yield Change(offset + start, offset + start + len(word), before, after, round(float(margins[place]), 2))


def _chosen(model: Model, keys: list[str], read: Ids, bars: Floats) -> tuple[Ids, Floats]:
    """What every word had best be, and by how much its odds pass the bar: each by itself, then pairs, then again each
    that stands near a change. Words that fit so well that no other could pass the bar are not looked at.
    """
    chosen, margins = read.copy(), np.zeros(len(read))
    strange = _surprise(model.language, read, 1) > bars - CHEAPEST
    _take_best(model, read, chosen, margins, model.vocabulary.alternatives(keys, bars, np.flatnonzero(strange)))
    unchanged = np.where(chosen == read, bars, np.inf)
    both = unchanged + np.append(unchanged[1:], np.inf)
    strange = _surprise(model.language, chosen, 2) > both - 2 * CHEAPEST
    _take_best(model, read, chosen, margins, model.vocabulary.pairs(keys, bars, np.flatnonzero(strange)))
    for _ in range(ROUNDS):
        near = np.flatnonzero((bars < np.inf) & _beside(chosen != read))
        _take_best(model, read, chosen, margins, model.vocabulary.alternatives(keys, bars, near))
    return chosen, margins


def _surprise(language: Language, words: Ids, width: int) -> Floats:
    """For the `width` words from each on: minus the log probability of all trigrams that they have a part in."""
    padded = np.pad(words, (_PAD, _PAD + width - 1), constant_values=SPECIAL.index(BREAK))
    surprises = -language.log_probability(padded[:-2], padded[1:-1], padded[2:])
    return np.convolve(surprises, np.ones(width + _PAD), mode="valid")


def _bars(found: Tokens, text: str) -> Floats:
    """The threshold of every token; infinite for what must not be touched."""
    capital = [start >= 0 and text[start].isupper() for start in found.starts]
    edges = np.flatnonzero(np.diff(np.array([False, *capital, False]).astype(np.int8)))
    bars = np.where(np.array(found.starts) >= 0, BARS[0], np.inf)
    runs = edges[1::2] - edges[::2]
    bars[capital] = np.repeat(np.array(BARS)[np.minimum(runs, len(BARS) - 1)], runs)
    bars[[key in _SAFE for key in found.keys]] = np.inf
    return bars


def _beside(changed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the word or one of two neighbours on either side has changed."""
    return np.convolve(changed, np.ones(2 * _PAD + 1))[_PAD:-_PAD] > 0.5


def _take_best(model: Model, read: Ids, chosen: Ids, margins: Floats, offered: Alternatives) -> None:
    """Put into `chosen` the best of what is `offered`, judged among the words chosen so far; as `read` where in doubt.

    The logarithm of a probability is at most 0, so a row whose gain falls below 0 with one of its trigrams is out;
    most are with the first.
    """
    padded = np.pad(chosen, _PAD, constant_values=SPECIAL.index(BREAK))
    spots = offered.at[:, None] + np.arange(offered.words.shape[1])
    parts = range(spots.shape[1] + _PAD)
    as_read = sum(
        (_trigram(model.language, padded, offered.at, read[spots], part) for part in parts), np.zeros(len(spots))
    )
    gains = offered.costs - np.repeat(as_read, offered.counts)
    rows, words = np.repeat(np.arange(len(spots)), offered.counts), offered.words
    for part in parts:
        alive = gains > 0
        rows, words, gains = rows[alive], words[alive], gains[alive]
        gains = gains + _trigram(model.language, padded, offered.at[rows], words, part)
    order = np.argsort(gains, kind="stable")
    order = order[gains[order] > 0]
    chosen[spots], margins[spots] = read[spots], 0.0
    chosen[spots[rows[order]]] = words[order]  # of several the last, which is the best, stays
    margins[spots[rows[order]]] = gains[order, None]


def _trigram(language: Language, padded: Ids, places: Ids, words: Ids, part: int) -> Floats:
    """The log probability of the trigram that ends `part` words behind `places`, where rows of `words` are put."""
    trigram = (
        words[:, spot] if 0 <= spot < words.shape[1] else padded[places + _PAD + spot]
        for spot in range(part - 2, part + 1)
    )
    return language.log_probability(*trigram)


def _as_printed(word: str, before: str) -> str:
    """`word` with the case, and the place of the tone (hoà or hòa), of `before`.

    >>> _as_printed("tổ", "Tố"), _as_printed("hóa", "hoà"), _as_printed("hóa", "hòa"), _as_printed("hóa", "hoa")
    ('Tổ', 'hoá', 'hóa', 'hóa')
    """
    if fold(before)[-2:] != before.lower()[-2:]:
        base, tone = unicodedata.normalize("NFD", word[-2])[0], unicodedata.normalize("NFD", word[-2])[1:]
        word = word[:-2] + base + unicodedata.normalize("NFC", word[-1] + tone)
    letters = zip(word, before, strict=True)
    return "".join(old if old.lower() == new else new.upper() if old.isupper() else new for new, old in letters)
