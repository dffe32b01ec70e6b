"""Slips that can be seen in the words alone: a 1 in italics taken for a bracket, c) for ©), a number cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.ingest.scan.words import ReadWord, Row, rows_of
from pipeline.ingest.syllables import is_syllable

_SPECKS = re.compile(r"^(?:[¡¿|~^{}<>‹›„¬¦_=\\`´]|[.:;,'](?=[^\W\d]|_))+|[¡¿|~^{}<>‹›„¬¦_=\\`´]+$")
_ROMAN = re.compile(r"(?<![^\W_])(?P<start>[XV]*)I+HI*(?![^\W_])")
_ONE = re.compile(r"(?<![^\W\d_])\](?![^\W\d_])")
_NUMBERED = re.compile(r"[\d\]/.,;:-]*\d[\d\]/.,;:-]*|\]\d*[;,.]?|\d+\][;,.]?")
_LONE = re.compile(r"\d{1,2}")
_SYMBOL = re.compile(r"\d{1,5}/\S*[A-ZĐ]")
_LETTERS = re.compile(r"[^\W\d_]{1,2}")
_TOUCHING, _OVERLAPPING = 0.15, 0.03  # of the height of the type: digits of a number, letters of a word stand that near


def mended_slips(words: Sequence[ReadWord]) -> list[ReadWord]:
    """The words, row by row: `0]` is 01 where no bracket is open, `XIH` is XIII, `1` `2/2021/QĐ-TTg` one number."""
    return [word for row in rows_of(words) for word in _joined(map(_mended, _ones(row)))]


def _mended(word: ReadWord) -> ReadWord:
    return _clean(_letter(_roman(word)))


def _clean(word: ReadWord) -> ReadWord:
    """The word without the specks at its edges: signs that no Vietnamese text holds, and stops before letters."""
    text = _SPECKS.sub("", word.text)
    return replace(word, text=text) if text != word.text and any(map(str.isalnum, text)) else word


def _roman(word: ReadWord) -> ReadWord:
    """Two strokes with a shadow between them look like an H; no Roman number holds one, or more than three strokes."""
    return replace(word, text=_ROMAN.sub(r"\g<start>III", word.text)) if "IH" in word.text else word


def _letter(word: ReadWord) -> ReadWord:
    """The mark of point c: the round letter and its bracket are taken for the sign, which no bracket closes."""
    return replace(word, text="c)") if word.text == "©)" else word


def _ones(row: Row) -> Iterable[ReadWord]:
    """
    >>> [word.text for word in _ones(Row((ReadWord("202];", 0, 0, 9, 9, 9, 9, 0.9),)))]
    ['2021;']
    """
    if "[" in row.text or "]" not in row.text:
        return row.words
    return [
        replace(word, text=_ONE.sub("1", word.text)) if "]" in word.text and _NUMBERED.fullmatch(word.text) else word
        for word in row.words
    ]


def _joined(words: Iterable[ReadWord]) -> Iterable[ReadWord]:
    last: ReadWord | None = None
    for word in words:
        if last and (_is_one_number(last, word) or _is_one_syllable(last, word)):
            last = replace(word, text=last.text + word.text, left=last.left, sure=min(last.sure, word.sure))
            continue
        if last:
            yield last
        last = word
    if last:
        yield last


def _is_one_number(left: ReadWord, right: ReadWord) -> bool:
    near = right.left - left.right < _TOUCHING * right.height
    return near and _LONE.fullmatch(left.text) is not None and _SYMBOL.match(right.text) is not None


def _is_one_syllable(left: ReadWord, right: ReadWord) -> bool:
    """`N` `ghĩa`: a start that is none alone, and its end."""
    if right.left - left.right >= _OVERLAPPING * right.height or not _LETTERS.fullmatch(left.text):
        return False
    end = right.text.rstrip(",.;:)")
    return end.islower() and is_syllable((left.text + end).lower()) and not is_syllable(left.text.lower())
