"""The tone-mark corrector: where OCR read a real word with the wrong marks, its neighbours tell the right one.

Of each word the alternatives are the words of the vocabulary with the same base letters. An alternative is taken if

    log p(sentence with it) - log p(sentence as read) + cost(read for it) > THRESHOLD

Only the three trigrams that a word stands in differ, so every word is judged by two neighbours on each side; words
near a change are judged again, with the corrected neighbours. Letters are replaced one for one: length, case and
offsets stay. Words in capitals, numbers, symbols and words joined by `/` or `-` are never touched.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from pipeline.learn.alternatives import Alternatives, Vocabulary
from pipeline.learn.ngrams import Arrays, Floats, Ids, Language
from pipeline.learn.store import FOLDER, read_model
from pipeline.learn.tokens import BREAK, SPECIAL, Tokens, tokens
from pipeline.spelling import fold

MODEL = FOLDER / "tones.model"
THRESHOLD = 2.0
NAME_THRESHOLD = 6.0
"""For a word with a capital first letter: it may be a name, whose neighbours say little."""
_BLOCK = 200_000  # characters that are corrected at a time, to bound memory
_PAD = 2


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


def corrected_lines(lines: Iterable[str], model: Model | None = None) -> list[str]:
    """The lines of one page or document, in reading order, corrected; each as long as before."""
    return corrected("\n".join(lines), model)[0].split("\n")


def _blocks(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _BLOCK) + 1 or len(text)
        yield start, text[start:end]
        start = end


def _changes(text: str, offset: int, model: Model) -> Iterator[Change]:
    found = tokens(text)
    read = model.vocabulary.numbers(found.keys)
    places = np.flatnonzero(np.array(found.starts) >= 0)
    chosen, margins = _chosen(model, read, read, _alternatives(places, found, text, model))
    near = places[_beside(chosen != read)[places]]
    again, margins_again = _chosen(model, read, chosen, _alternatives(near, found, text, model))
    chosen[near], margins[near] = again[near], margins_again[near]
    for place in np.flatnonzero(chosen != read):
        start, word = found.starts[place], model.vocabulary.words[chosen[place]]
        before = text[start : start + len(word)]
        after = _as_printed(word, before)
        yield Change(offset + start, offset + start + len(word), before, after, round(float(margins[place]), 2))


def _alternatives(places: Ids, found: Tokens, text: str, model: Model) -> Alternatives:
    bars = [NAME_THRESHOLD if text[found.starts[place]].isupper() else THRESHOLD for place in places]
    return model.vocabulary.alternatives(places, [found.keys[place] for place in places], bars)


def _beside(changed: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Where one of the four neighbours, or the word itself, has changed."""
    return np.convolve(changed, np.ones(2 * _PAD + 1), mode="same") > 0.5


def _chosen(model: Model, read: Ids, context: Ids, offered: Alternatives) -> tuple[Ids, Floats]:
    """For every token what it had best be among the words of `context`, and by how much; as `read` where in doubt.

    The logarithm of a probability is at most 0, so an alternative whose gain falls below 0 with one of its trigrams
    is out; most are with the first.
    """
    padded = np.pad(context, _PAD, constant_values=SPECIAL.index(BREAK))
    as_read = sum(_trigram(model.language, padded, offered.at, read[offered.at], part) for part in range(3))
    gains = offered.costs - np.repeat(as_read, offered.counts)
    places, words = np.repeat(offered.at, offered.counts), offered.words
    for part in range(3):
        alive = gains > 0
        places, words, gains = places[alive], words[alive], gains[alive]
        gains = gains + _trigram(model.language, padded, places, words, part)
    order = np.argsort(gains, kind="stable")
    order = order[gains[order] > 0]
    chosen, margins = read.copy(), np.zeros(len(read))
    chosen[places[order]], margins[places[order]] = words[order], gains[order]  # of several the last, the best, stays
    return chosen, margins


def _trigram(language: Language, padded: Ids, places: Ids, words: Ids, part: int) -> Floats:
    """The log probability of the trigram that has `words`, put at `places`, as its last, middle or first (part 0-2)."""
    row = [padded[places + _PAD + shift] if shift else words for shift in range(part - 2, part + 1)]
    return language.log_probability(*row)


def _as_printed(word: str, before: str) -> str:
    """`word` with the case, and the place of the tone (hoà or hòa), of `before`.

    >>> _as_printed("tổ", "Tố"), _as_printed("hóa", "hoà"), _as_printed("hóa", "hòa"), _as_printed("hóa", "hoa")
    ('Tổ', 'hoá', 'hóa', 'hóa')
    """
    if fold(before)[-2:] != before.lower()[-2:]:
        base, tone = unicodedata.normalize("NFD", word[-2])[0], unicodedata.normalize("NFD", word[-2])[1:]
        word = word[:-2] + base + unicodedata.normalize("NFC", word[-1] + tone)
    return "".join(new.upper() if old.isupper() else new for new, old in zip(word, before, strict=True))
