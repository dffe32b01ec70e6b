"""What the page carries besides its text: page numbers, running heads, the stamp of a digital signature."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.ingest.lines import Line
from pipeline.markers import match_marker

_PAGE_NUMBER = re.compile(r"(?:trang|page)?[\s\-–—~|]*(?P<number>\d{1,4})(?:\s*/\s*\d{1,4})?[\s\-–—~|]*", re.IGNORECASE)
_CENTRED = 15.0

_STAMP = re.compile(r"(?:người ký|ký bởi|ký số bởi|digitally signed by)\s*:", re.IGNORECASE)
_STAMP_FIELD = re.compile(r"(?:người ký|ký bởi|email|cơ quan|thời gian ký|ngày ký|chức vụ|đơn vị)\s*:", re.IGNORECASE)
_STAMP_TIME = re.compile(r"\d{1,2}:\d{2}:\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}")
_STAMP_REST = re.compile(r"[\d\s:.,/+-]+|\W*")
_STAMP_LINES = 14
_EDGE_LINES = 24

_DIGITS = re.compile(r"\d+")
_RUNNING_LENGTH = 120
_RUNNING_PAGE = 2  # lines of a page that has a running head, at least


def without_furniture(lines: list[Line]) -> list[Line]:
    """The lines without page numbers, running heads and stamps of digital signatures."""
    turns = set(_page_numbers(lines))
    dropped = turns | set(_stamps(lines)) | _running_heads(lines)
    return list(_kept(lines, dropped, turns))


def _kept(lines: list[Line], dropped: set[int], turns: set[int]) -> Iterator[Line]:
    """The lines not dropped; the first of a page, or behind a page number, knows that it is one."""
    page = 1
    turn = False
    for index, line in enumerate(lines):
        turn = turn or index in turns or line.page != page
        page = line.page
        if index not in dropped:
            yield line._replace(turn=True) if turn else line
            turn = False


def _page_numbers(lines: list[Line]) -> Iterator[int]:
    """A number alone on its line, set off by white space, in the middle of the line or at the edge of a page."""
    expected = 2
    for index, line in enumerate(lines):
        if len(line.text) > 16 or not (found := _PAGE_NUMBER.fullmatch(line.text)):
            continue
        last = index + 1 == len(lines)
        first_on_page = index == 0 or lines[index - 1].page != line.page
        last_on_page = last or lines[index + 1].page != line.page
        below = last or lines[index + 1].gap
        next_in_order = int(found["number"]) == expected and (line.gap or below)
        if (line.gap and below) or next_in_order or line.indent >= _CENTRED or first_on_page or last_on_page:
            expected = int(found["number"]) + 1
            yield index


def _running_heads(lines: list[Line]) -> set[int]:
    """The first or last line of a page where three pages or more, and half of all, have the same but for digits."""
    sizes = Counter([line.page for line in lines])
    if len(sizes) < 2:
        return set()
    keys = {
        index: _DIGITS.sub("#", line.text)
        for index, line in enumerate(lines)
        if sizes[line.page] >= _RUNNING_PAGE and _at_page_edge(lines, index) and _may_run(line.text)
    }
    counts = Counter(keys.values())
    enough = max(3, len(sizes) / 2)
    return {index for index, key in keys.items() if counts[key] >= enough}


def _at_page_edge(lines: list[Line], index: int) -> bool:
    page = lines[index].page
    first = index == 0 or lines[index - 1].page != page
    return first or index + 1 == len(lines) or lines[index + 1].page != page


def _may_run(text: str) -> bool:
    return len(text) < _RUNNING_LENGTH and not text.endswith((".", ";", ":")) and match_marker(text) is None


def _stamps(lines: list[Line]) -> Iterator[int]:
    """From "Người ký:" or "Ký bởi:" to the time of signing, at the top or the bottom of the document or of a page."""
    for index, line in enumerate(lines):
        if line.text[:1] in "NKnkDd" and _STAMP.match(line.text) and _at_edge(lines, index):
            yield from range(index, _stamp_end(lines, index))


def _at_edge(lines: list[Line], index: int) -> bool:
    above, below = lines[max(0, index - _EDGE_LINES)], lines[min(len(lines) - 1, index + _EDGE_LINES)]
    page = lines[index].page
    return index < _EDGE_LINES or index + _EDGE_LINES >= len(lines) or above.page != page or below.page != page


def _stamp_end(lines: list[Line], start: int) -> int:
    """Where the stamp that begins at `start` ends; `start` itself if no time of signing follows: then it is text."""
    end = start
    for index in range(start, min(len(lines), start + _STAMP_LINES)):
        if _STAMP_TIME.search(lines[index].text):
            end = index + 1
            if end == len(lines) or not (_STAMP_FIELD.match(lines[end].text) or _STAMP_REST.fullmatch(lines[end].text)):
                break
    return end
