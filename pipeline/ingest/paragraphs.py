"""From printed lines to paragraphs: what stands between two lines, a line end, a space or nothing.

The evidence, strongest first: a symbol cut at the line end; a line that is known to stand alone; the mark of a
clause; the indent of a first line; a line above that ends early; an unfinished sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from pipeline.gazetteers.duties import offices
from pipeline.gazetteers.load import read_table
from pipeline.ingest.lines import Line
from pipeline.ingest.shape import DEEPER, UNWRAPPED, Shape, shape_of
from pipeline.ingest.symbols import blank_number, cut_symbol
from pipeline.markers import Marker, match_marker
from pipeline.patterns import RECIPIENTS

NEW, SAME, GLUED = "\n", " ", ""

_FINISHED = tuple('.;:!?…”"')
_END_OF_BODY = ("./.", "/.")
_BULLETS = tuple("-–—+~•")
_LIST_HEAD = re.compile(rf"\W{{0,3}}(?:{RECIPIENTS}|kính gửi\b)", re.IGNORECASE)

_NEARLY_FULL = 0.8  # of a full line
_LONG, _LONG_IN_CLAUSE = 70, 40  # characters of a line that was cut; a line of the title is shorter


@dataclass(frozen=True, slots=True)
class DanglingWord:
    """A word that does not end a paragraph: never (`before` is `any`), or not where a `number` comes next."""

    word: str
    before: str


@cache
def _dangling(before: str) -> frozenset[str]:
    return frozenset(row.word for row in read_table("dangling_words", DanglingWord) if row.before in ("any", before))


class Place(NamedTuple):
    """Two lines, the first line of the paragraph above, and the line below both."""

    above: Line
    line: Line
    opening: Line
    below: Line | None


def joints(lines: list[Line], fullness: float | None) -> list[str]:
    """What stands before each line: a line end (NEW), a space (SAME) or nothing (GLUED, a symbol cut in two).

    `fullness`: how near a full line comes to the measure; None where each line is known to be a paragraph, but for
    those that a page break has cut.
    """
    shape = shape_of(lines, fullness) if fullness else UNWRAPPED
    result = [NEW] * len(lines)
    opening = 0
    in_list = False
    for index in range(1, len(lines)):
        below = lines[index + 1] if index + 1 < len(lines) else None
        place = Place(lines[index - 1], lines[index], lines[opening], below)
        in_list = _in_list(place, in_list)
        result[index] = _joint(place, shape, in_list)
        if result[index] == NEW:
            opening = index
    return result


def _in_list(place: Place, before: bool) -> bool:
    """Whether the paragraph above is the head or an item of a list of recipients or addressees."""
    if _LIST_HEAD.match(place.opening.text):
        return True
    return before and (place.opening.text.startswith(_BULLETS) or place.line.text.startswith(_BULLETS))


def _joint(place: Place, shape: Shape, in_list: bool) -> str:
    above, line = place.above, place.line
    if cut_symbol(above.text, line.text):
        return GLUED
    if blank_number(above.text, line.text):
        return SAME
    if above.alone or line.alone or above.text.endswith(_END_OF_BODY):
        return NEW
    if not shape.full:
        return _unwrapped_joint(place, in_list)
    full = above.end + 1 + len(line.text.split(" ", 1)[0]) > shape.full
    marker = match_marker(line.text)
    if marker is not None and not (full and _mark_in_sentence(marker, place, shape)):
        return NEW
    if _LIST_HEAD.match(line.text):
        return NEW
    if in_list:
        return SAME if _item_goes_on(place) else NEW
    if _capitals_change(above.text, line.text):
        return NEW
    return _wrapped_joint(place, shape, full)


def _wrapped_joint(place: Place, shape: Shape, full: bool) -> str:
    """By indent, width and sentence; `full`: the first word of the line would not have fitted above."""
    above, line = place.above, place.line
    goes_on = _goes_on(above.text, line.text)
    if goes_on and line.text[0].islower() and place.opening is not above:
        return SAME
    if line.indent - above.indent >= DEEPER and not _hangs(place):
        return SAME if full and goes_on and line.turn else NEW
    if not full:
        return SAME if goes_on and (above.end > _NEARLY_FULL * shape.full or _left_open(above.text, line.text)) else NEW
    if shape.indented and place.opening is above and abs(line.indent - above.indent) < DEEPER:
        return SAME if goes_on else NEW
    if line.turn:
        return SAME if shape.indented or not above.text.endswith(_FINISHED) else NEW
    return SAME if goes_on or not line.gap else NEW


def _unwrapped_joint(place: Place, in_list: bool) -> str:
    """Where a line is a paragraph, only a page break or a wrapped item of a list parts one."""
    above, line = place.above.text, place.line.text
    finished = above.endswith(_FINISHED)
    if finished and not in_list:
        return NEW
    marker = match_marker(line)
    if marker is not None:
        return SAME if not finished and _is_range_or_pair(marker, line) and _is_long(place) else NEW
    if in_list:
        return SAME if _item_goes_on(place) else NEW
    return SAME if _goes_on(above, line) and (_is_long(place) or _left_open(above, line)) else NEW


def _left_open(above: str, line: str) -> bool:
    """However short the line above is, whoever is named goes on below: `…, Thủ trưởng` / `các sở, ban, ngành`."""
    return line[:1].islower() and not above.isupper() and (_dangles(above) or above.lower().endswith(_titles()))


@cache
def _titles() -> tuple[str, ...]:
    return tuple(f" {row.title}" for row in offices() if not row.before)


def _is_long(place: Place) -> bool:
    """The line above is long enough to have been cut."""
    return len(place.above.text) >= (_LONG_IN_CLAUSE if match_marker(place.opening.text) else _LONG)


def _mark_in_sentence(marker: Marker, place: Place, shape: Shape) -> bool:
    """A wrapped line that merely begins like a clause: "… kinh tế" / "- xã hội", "… tại khoản" / "1. Điều"."""
    above, line = place.above, place.line
    if line.gap or above.text.endswith(_FINISHED) or (above.text[0] == "(" and above.text.endswith(")")):
        return False
    if _dangles(above.text, "number") or _is_range_or_pair(marker, line.text):
        return True
    if shape.indented:
        return line.indent < above.indent - DEEPER or (place.opening is not above and line.indent < above.indent + 1)
    return marker.kind == "bullet"


def _is_range_or_pair(marker: Marker, line: str) -> bool:
    rest = line[marker.end : marker.end + 1]
    return marker.kind == "bullet" and (rest.islower() or rest.isdigit())


def _goes_on(above: str, line: str) -> bool:
    """The sentence above is unfinished and `line` begins like its middle."""
    if above.endswith(_FINISHED):
        return False
    start = line[:1]
    if start.islower() or start in ",;)":
        return True
    return start.isalnum() and (above.endswith(",") or _dangles(above) or _is_tail(line))


def _is_tail(line: str) -> bool:
    """One or two words with a full stop or a semicolon: the end of a sentence, not a whole one."""
    return line[:1].isalpha() and line.endswith((".", ";")) and line.count(" ") < 2 and match_marker(line) is None


def _dangles(above: str, before: str = "any") -> bool:
    return above[above.rfind(" ") + 1 :].lower() in _dangling(before)


def _item_goes_on(place: Place) -> bool:
    """A wrapped item of a list: unfinished, and the line like its middle or another item below."""
    above, line = place.above.text, place.line.text
    if above.endswith((";", ".", ":")) or line.startswith(_BULLETS):
        return False
    if not place.opening.text.startswith(_BULLETS):
        return line[:1].islower()
    if line[:1].islower() or line[:1] in "(," or above.endswith(","):
        return True
    return place.below is not None and place.below.text.startswith(_BULLETS) and not line.isupper()


def _capitals_change(above: str, line: str) -> bool:
    """One of the two is a heading in capitals of three words or more, the other is not, perhaps the title below it."""
    shouting, calm = (above, line) if above.isupper() else (line, above)
    if not shouting.isupper() or calm.isupper() or shouting.count(" ") < 2:
        return False
    return not line[:1].islower() or line.startswith("về ")


def _hangs(place: Place) -> bool:
    """The line is set under the words of an item, not under its mark."""
    if place.opening is not place.above:
        return False
    marker = match_marker(place.above.text)
    return marker is not None and abs(place.line.indent - place.above.indent - marker.end) < DEEPER
