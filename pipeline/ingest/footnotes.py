"""Footnotes: their contents are taken out of the flow of the lines and tied to their marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import partial

from pipeline.ingest.cleaning import raised
from pipeline.ingest.lines import NOTE_CLOSE, NOTE_OPEN, Line
from pipeline.ingest.places import Box, union
from pipeline.ingest.symbols import cut_symbol

MARK = re.compile(rf"[ ]?{NOTE_OPEN}(?P<mark>[^{NOTE_CLOSE}]*){NOTE_CLOSE}")
_START = re.compile(rf"{NOTE_OPEN}(?P<mark>[^{NOTE_CLOSE}]*){NOTE_CLOSE}\s*[.:)]?\s*")
_BRACKETED = re.compile(r"\[(?P<mark>\d{1,3})\]")
_NUMBER = re.compile(r"\d{1,2}")
# A number glued to a word is its mark, but not in a symbol of the National Assembly (`57/2014/QH13`) or a unit.
_GLUED = re.compile(
    r"(?=\d)(?:(?<=[^\W\d_]{2})(?<!QH)(?<!\b[kcmd]m)|(?<=[”)]))(?P<mark>\d{1,2})(?=[\s;,.:)]|$)",
)
_WRAPPED = 60  # characters of a wrapped line, at least
_LATEST_FIRST = 3  # the notes before may have stood on one line with their content


@dataclass(frozen=True, slots=True)
class Note:
    """The content of a footnote, how many lines of the text stand before it, and its place (as of a line)."""

    mark: str
    text: str
    after: int
    page: int = 1
    box: Box | None = None
    sure: float | None = None


def take_notes(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """The lines without the contents of footnotes, and these. A mark alone on its line heads the line below."""
    if not any(NOTE_OPEN in line.text for line in lines):
        return lines, []
    body: list[Line] = []
    notes: list[Note] = []
    index = 0
    while index < len(lines):
        start = _START.match(lines[index].text)
        if start is None:
            body.append(lines[index])
            index += 1
            continue
        end = _note_end(lines, index)
        texts = [lines[index].text[start.end() :], *(line.text for line in lines[index + 1 : end])]
        if content := MARK.sub("", _joined([text for text in texts if text])).strip():
            box, first = union(line.box for line in lines[index:end]), lines[index]
            notes.append(Note(start["mark"], content, len(body), first.page, box, first.sure))
        index = end
    return (body, notes) if body else (_without_marks(lines), [])


def _without_marks(lines: list[Line]) -> list[Line]:
    texts = (MARK.sub("", line.text).strip() for line in lines)
    return [line._replace(text=text) for line, text in zip(lines, texts, strict=True) if text]


def _note_end(lines: list[Line], start: int) -> int:
    """Behind the last line of the note that begins in line `start`."""
    first = lines[start]
    end = start + 1
    while end < len(lines):
        line = lines[end]
        if line.page != first.page or line.turn or line.small != first.small or _START.match(line.text):
            break
        begun = end > start + 1 or not _START.fullmatch(first.text)
        if not first.small and begun and (line.gap or _is_last(lines[end - 1].text)):
            break
        end += 1
    return end


def _is_last(text: str) -> bool:
    """A line of a note that is finished, or too short to have been wrapped."""
    return text.endswith((".", ";")) or len(text) < _WRAPPED


def _joined(texts: list[str]) -> str:
    text = ""
    for more in texts:
        text += more if not text or cut_symbol(text, more) else f" {more}"
    return text


def mark_bare_notes(lines: list[Line]) -> list[Line]:
    """Footnotes of plain text, where nothing raises the mark, marked as everywhere else.

    `[1]` both in the text and at the start of a line; a number alone on its line above the content, where the same
    number ends a word of that page (`KHTC1`), as layout text has it.
    """
    return _mark_numbers(_mark_brackets(lines))


def _mark_brackets(lines: list[Line]) -> list[Line]:
    starts = {found["mark"] for line in lines if line.text[:1] == "[" and (found := _BRACKETED.match(line.text))}
    if not starts:
        return lines
    inside = {found["mark"] for line in lines for found in _BRACKETED.finditer(line.text, 1)}
    both = starts & inside

    def marked(match: re.Match[str]) -> str:
        return raised(match["mark"]) if match["mark"] in both else match[0]

    return [line._replace(text=_BRACKETED.sub(marked, line.text)) if "[" in line.text else line for line in lines]


def _mark_numbers(lines: list[Line]) -> list[Line]:
    """A note is numbered 1 or follows the one before, if any; its mark ends exactly one word of the page so far."""
    starts = [index for index, line in enumerate(lines) if _NUMBER.fullmatch(line.text)]
    places = _glued_numbers(lines) if starts else {}
    turns = [index for index, line in enumerate(lines) if line.turn]
    result = list(lines)
    last = 0
    for index in starts:
        number = lines[index].text
        if not _may_start_note(lines, index, last):
            continue
        last = int(number)
        page_start = turns[at - 1] if (at := bisect_right(turns, index)) else 0
        found = places.get(number, [])
        first, end = bisect_left(found, page_start), bisect_left(found, index)
        if end - first == 1:
            holder = found.pop(first)
            text = _GLUED.sub(partial(_marked_if, number=number), result[holder].text)
            result[holder] = result[holder]._replace(text=text)
            result[index] = lines[index]._replace(text="")
            result[index + 1] = lines[index + 1]._replace(text=f"{raised(number)} {lines[index + 1].text}", gap=True)
    return [line for line in result if line.text]


def _may_start_note(lines: list[Line], index: int, last: int) -> bool:
    """Number 1, the next after the one before, or the first of all; its content follows at once."""
    if index + 1 == len(lines) or lines[index + 1].gap or not lines[index + 1].text[0].isalpha():
        return False
    number = int(lines[index].text)
    return number in (1, last + 1) or (not last and number <= _LATEST_FIRST)


def _glued_numbers(lines: list[Line]) -> dict[str, list[int]]:
    """For each number that ends a word, the lines where it does so."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        for found in _GLUED.finditer(line.text):
            places[found["mark"]].append(index)
    return places


def _marked_if(match: re.Match[str], number: str) -> str:
    return raised(number) if match["mark"] == number else match[0]
