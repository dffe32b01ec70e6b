"""From printed lines to paragraphs: what stands between two lines, a line end, a space or nothing.

The evidence, strongest first: a symbol cut at the line end; a line that is known to stand alone; the mark of a
clause; the indent of a first line; a line above that ends early; an unfinished sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median

from pipeline.ingest.lines import Line
from pipeline.markers import Marker, match_marker

NEW, SAME, GLUED = "\n", " ", ""

# A symbol cut behind its hyphen or slash ("140-" / "KH/TU", "71/2016/NĐ-" / "CP"), or before it ("76/NQ" / "-CP").
_CUT_TAIL = re.compile(r"(?:\d[^\s]*|[^\s]*[/\d][^\s]*|[A-ZĐƯ]{2,}[A-ZĐƯ-]*)[-/]$")
_CUT_HEAD = re.compile(r"(?:[A-ZĐƯ]{2}|[A-ZĐƯ][A-ZĐƯa-z]{0,2}[A-ZĐƯ]|[A-ZĐƯ]{1,4}[-/])[A-ZĐƯa-z\d]*|\d")
_LATE_HYPHEN = re.compile(r"[-/][A-ZĐƯ]{2}[A-ZĐƯa-z]*\b")
_OPEN_TAIL = re.compile(r"\d[^\s]*(?:/[^\s]*)?$")

_FINISHED = tuple('.;:!?…”"')
_DEEPER = 2.5
_WRAPPED_MAX = 170
_FULL, _NEARLY_FULL = 0.86, 0.68
_LONG = 70


@dataclass(frozen=True, slots=True)
class Shape:
    """How a document sets its lines: `measure` is the right edge of a full line, 0 where lines are not wrapped."""

    measure: float
    indented: bool


def joints(lines: list[Line]) -> list[str]:
    """What stands before each line: a line end (NEW), a space (SAME) or nothing (GLUED, a symbol cut in two)."""
    shape = shape_of(lines)
    result = [NEW] * len(lines)
    first = 0
    in_list = False
    for index in range(1, len(lines)):
        above, line = lines[index - 1], lines[index]
        in_list = _in_list(above, line, in_list)
        result[index] = _joint(above, line, index - first == 1, shape, in_list)
        if result[index] == NEW:
            first = index
    return result


def shape_of(lines: list[Line]) -> Shape:
    """The measure and the habit of indenting, from all lines."""
    long = [line.end for line in lines if len(line.text) > 20]
    if not long:
        return Shape(0, False)
    characters = sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in lines if line.end > _WRAPPED_MAX) > characters / 5:
        return Shape(0, False)
    widest = sorted(long)[int(len(long) * 0.95)]
    measure = median(end for end in long if end >= 0.75 * widest)
    hanging = sum(
        1
        for above, line in zip(lines, lines[1:], strict=False)
        if above.end >= _FULL * measure and above.indent - line.indent >= _DEEPER
    )
    return Shape(measure, hanging >= max(2, len(lines) / 40))


def _in_list(above: Line, line: Line, before: bool) -> bool:
    """Whether `line` stands in the list of recipients or addressees, where a line without a dash continues an item."""
    opening = above.text[:8].lower()
    if opening in ("nơi nhận", "nơi nhân", "kính gửi"):
        return True
    return before and (line.text[:1] in "-–+~" or len(line.text) < _LONG)


def _joint(above: Line, line: Line, one_line: bool, shape: Shape, in_list: bool) -> str:
    """The joint before `line`; `one_line`: the paragraph above has only the line `above` so far."""
    if above.alone or line.alone:
        return NEW
    if _cut(above.text, line.text):
        return GLUED
    if not shape.measure:
        return _unwrapped_joint(above, line, in_list)
    full = above.end + 1 + len(line.text.split(" ", 1)[0]) > _FULL * shape.measure
    marker = match_marker(line.text)
    if marker is not None and not _mark_in_sentence(marker, above, line, full, shape):
        return NEW
    if in_list:
        return SAME if _item_goes_on(above, line) else NEW
    if line.indent - above.indent >= _DEEPER and not _hangs(above, line, one_line):
        return SAME if full and _goes_on(above, line) and line.page != above.page else NEW
    if not full:
        return SAME if _goes_on(above, line) and above.end > _NEARLY_FULL * shape.measure else NEW
    if shape.indented and one_line and abs(line.indent - above.indent) < _DEEPER:
        return SAME if _goes_on(above, line) else NEW
    if line.gap and not (shape.indented and above.page != line.page):
        return NEW if above.text.endswith(_FINISHED) else SAME
    return SAME


def _unwrapped_joint(above: Line, line: Line, in_list: bool) -> str:
    """Where a line is a paragraph, only a page break or a wrapped item of a list parts one."""
    marker = match_marker(line.text)
    if marker is not None and not (_goes_on(above, line) and len(above.text) >= _LONG and _range_or_pair(marker, line)):
        return NEW
    if in_list:
        return SAME if _item_goes_on(above, line) else NEW
    return SAME if len(above.text) >= _LONG and _goes_on(above, line) else NEW


def _cut(above: str, line: str) -> bool:
    if above[-1:] in "-/":
        return len(above) > 2 and _CUT_HEAD.match(line) is not None and _CUT_TAIL.search(above[-24:]) is not None
    if line[:1] in "-/":
        return _LATE_HYPHEN.match(line) is not None and _OPEN_TAIL.search(above[-24:]) is not None
    return False


def _mark_in_sentence(marker: Marker, above: Line, line: Line, full: bool, shape: Shape) -> bool:
    """A wrapped line that merely begins like a clause: "… kinh tế" / "- xã hội", "… tại khoản" / "1. Điều"."""
    if not full or line.gap or above.text.endswith(_FINISHED):
        return False
    if _range_or_pair(marker, line):
        return True
    return shape.indented and above.indent - line.indent > -_DEEPER / 2 and line.indent < _DEEPER


def _range_or_pair(marker: Marker, line: Line) -> bool:
    rest = line.text[marker.end : marker.end + 1]
    return marker.kind == "bullet" and (rest.islower() or rest.isdigit())


def _goes_on(above: Line, line: Line) -> bool:
    """The sentence above is unfinished and `line` begins like its middle."""
    if above.text.endswith(_FINISHED):
        return False
    start = line.text[:1]
    return start.islower() or start in ",;)" or (above.text.endswith(",") and start.isalnum())


def _item_goes_on(above: Line, line: Line) -> bool:
    if above.text.endswith((";", ".", ":")) or line.text[:1] in "-–+~":
        return False
    start = line.text[:1]
    return start.islower() or start in "(," or above.text.endswith(",")


def _hangs(above: Line, line: Line, one_line: bool) -> bool:
    """`line` is set under the words of an item, not under its mark."""
    if not one_line:
        return False
    marker = match_marker(above.text)
    return marker is not None and abs(line.indent - above.indent - marker.end) < _DEEPER
