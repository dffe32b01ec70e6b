"""What a scan shows besides the text: stamps, signatures, specks, the remarks of those it passed through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from statistics import quantiles

from pipeline.ingest.scan.words import ReadWord, Row, confidence, rows_of, type_height
from pipeline.ingest.syllables import is_syllable

_TALL, _LOW = 2.2, 0.35  # times the type: a signature, a speck
_HOPELESS = 0.15
_UNREADABLE, _DOUBTFUL, _POOR, _SURE = 0.3, 0.5, 0.65, 0.85
_FEWEST = 5  # words of a full line, and full lines
_OUTSIDE = 1.0  # heights of the type beyond the margin
_SYMBOL = re.compile(r"^\W?\d{1,5}.?[/-]|^\W?/\w*[A-ZĐ]{2}")
_SIGNS = frozenset('-–—+&/%()“”".,;:…')
_LABELS = ("Số", "ngày", "nhận:")
_BULLETS = frozenset("-–—+*•")
_LIKE_DASHES = "-–—~"
_MARKS = frozenset(("§.", "].", "|."))
"""What a scan makes of `8.` and `1.` at the start of a line; the grammar of marks knows them."""


def without_noise(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words that are text, row by row."""
    height = type_height(words)
    left, right = _margins(words)
    kept: list[ReadWord] = []
    for row in rows_of(words):
        typed = Row(tuple(word for word in row.words if _has_size_of_type(word, height, row)))
        read = Row(tuple(_readable(_without_scrawl(typed))))
        inside = [word for word in read.words if not _is_outside(word, read, left, right)]
        kept += _without_specks(Row(tuple(_with_bullet(inside))))
    return kept


def _has_size_of_type(word: ReadWord, height: float, row: Row) -> bool:
    """No signature, no speck; a stroke that crosses a word of a well-read row makes its box tall."""
    size = (word.bottom - word.top) / max(1.0, height)
    if word.sure >= _SURE or (word.text.isalpha() and confidence(row.words) >= _SURE):
        return True
    return size <= _TALL and (size >= _LOW or not _is_word(word))


def _margins(words: Sequence[ReadWord]) -> tuple[float, float]:
    """Left and right edge of the full lines; first lines are set in, and stamps reach out."""
    width = max((word.right for word in words), default=0.0) - min((word.left for word in words), default=0.0)
    rows = [row.words for row in rows_of(words)]
    full = [row for row in rows if len(row) >= _FEWEST and row[-1].right - row[0].left > width / 2]
    if len(full) < _FEWEST:
        return 0.0, float("inf")
    lefts = quantiles((row[0].left for row in full), n=5)
    rights = quantiles((row[-1].right for row in full), n=5)
    return lefts[0], rights[-1]


def _is_outside(word: ReadWord, row: Row, left: float, right: float) -> bool:
    """The word stands in the margin, and is no sure part of words that reach inside."""
    if word.right >= left - _OUTSIDE * word.height and word.left <= right + _OUTSIDE * word.height:
        return False
    if word.sure < _SURE:
        return True
    start, end = _stretch(word, row)
    return end < left or start > right


def _stretch(word: ReadWord, row: Row) -> tuple[float, float]:
    """From where to where the words reach that stand together with `word`."""
    stretch = next(stretch for stretch in row.stretches() if word in stretch)
    return stretch[0].left, max(other.right for other in stretch)


def _without_scrawl(row: Row) -> Row:
    """The row without the remains of a stamp beside its words, and without what is no word."""
    stretches = row.stretches()
    clear = any(confidence(stretch) >= _SURE and len(stretch) > 1 for stretch in stretches)
    kept = [stretch for stretch in stretches if not clear or _is_head(stretch) or confidence(stretch) >= _POOR]
    kept = [stretch for stretch in kept if stretch is kept[0] or any(map(_has_letters, stretch))]
    return Row(tuple(word for stretch in kept for word in _without_gibberish(stretch)))


def _without_gibberish(stretch: list[ReadWord]) -> Iterable[ReadWord]:
    """The words but for those that are none, and doubtful ones next to them; abbreviations (TCVN) are no syllables."""
    capitals = confidence(stretch) >= _SURE
    hopeless = [_is_gibberish(word) and not (capitals and word.text.isupper()) for word in stretch]
    for order in (range(1, len(stretch)), range(len(stretch) - 2, -1, -1)):
        for index in order:
            neighbour = index - 1 if order.step > 0 else index + 1
            hopeless[index] = hopeless[index] or (hopeless[neighbour] and _is_doubtful(stretch[index]))
    return [word for word, gone in zip(stretch, hopeless, strict=True) if not gone]


def _is_doubtful(word: ReadWord) -> bool:
    """The word may be more of the gibberish beside it."""
    if _SYMBOL.search(word.text):
        return False
    return word.sure < (_SURE if _is_mixed(word.text) else _POOR)


def _is_mixed(text: str) -> bool:
    """Letters and digits in one, as in no word: `0.NG`."""
    return any(map(str.isalpha, text)) and any(map(str.isdigit, text)) and "/" not in text


def _is_head(stretch: list[ReadWord]) -> bool:
    """A number filled in by hand, its symbol, or the label of a list."""
    return any(_SYMBOL.search(word.text) or word.text.startswith(_LABELS) for word in stretch)


def _is_gibberish(word: ReadWord) -> bool:
    if word.sure >= _HOPELESS or _SYMBOL.search(word.text):
        return False
    letters = "".join(filter(str.isalpha, word.text)).lower()
    return len(letters) > 1 and not is_syllable(letters)


def _readable(row: Row) -> Iterable[ReadWord]:
    """All words of a row that is mostly read, or holds nothing but syllables (QUYẾT ĐỊNH).

    Of others those that are sure beside the remains of a stamp.
    """
    if not row.words or (confidence(row.words) >= _DOUBTFUL and any(map(_is_legible, row.words))):
        return row.words
    if all(is_syllable(word.text.lower()) for word in row.words) and any(word.sure >= _SURE for word in row.words):
        return row.words
    sure = [word for word in row.words if word.sure >= _SURE and len(word.text) > 1 and _is_word(word)]
    return sure if len(sure) > 1 else ()


def _with_bullet(row: list[ReadWord]) -> list[ReadWord]:
    """The row with a dash that opens it set free of the specks before it, `_...-`, or of its waves, `~`."""
    first = row[0] if len(row) > 1 else None
    if not first or first.text in _BULLETS or _is_word(first) or first.text[-1] not in _LIKE_DASHES:
        return row
    if first.text[-1] == "~" and (first.sure < _DOUBTFUL or not row[1].text[0].isupper()):
        return row
    width = (first.right - first.left) / len(first.text)
    return [replace(first, text=first.text[-1].replace("~", "-"), left=first.right - width), *row[1:]]


def _without_specks(row: Row) -> Iterable[ReadWord]:
    """The row without signs that belong to no word, but for the bullet or mark that opens it."""
    for index, word in enumerate(row.words):
        if _is_word(word) or _is_sign(row, index):
            yield word


def _is_inside(word: ReadWord, other: ReadWord) -> bool:
    """A comma read a second time, which is part of the word before it."""
    return other.left < word.left and word.right <= other.right


def _has_letters(word: ReadWord) -> bool:
    """More than one: a lone letter or sign beside the words is the edge of a stamp, but for the mark of a row."""
    return sum(map(str.isalnum, word.text)) > 1


def _is_legible(word: ReadWord) -> bool:
    return word.sure >= _UNREADABLE and _is_word(word)


def _is_word(word: ReadWord) -> bool:
    return any(map(str.isalnum, word.text))


def _is_sign(row: Row, index: int) -> bool:
    word, is_last = row.words[index], index + 1 == len(row.words)
    if word.text in _BULLETS or (index == 0 and word.text in _MARKS):
        return not is_last and word.sure >= _UNREADABLE
    known = index > 0 and word.sure >= _SURE and word.text[0] in _SIGNS
    return known and not _is_inside(word, row.words[index - 1])
