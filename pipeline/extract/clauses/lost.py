"""First marks that a scan has lost: of a list that begins with `1.2`, `b)` or `Điều 2`.

1. Lĩnh vực nông nghiệp                     QUYẾT ĐỊNH:
Giao Phòng Kinh tế:         is 1.1          Ban hành Quy chế …          is Điều 1
1.2. Giao Phòng Nội vụ:                     Điều 2. Quyết định này …
"""

from __future__ import annotations

import re

from pipeline.extract.clauses.mark import Mark
from pipeline.extract.clauses.tree import rank_of, style_of
from pipeline.extract.layout.lines import raw_lines
from pipeline.spelling import LOWER

_FIRST = {"roman": "I", "arabic": "1", "letter": "a", "article": "Điều 1"}
_LEFT_OF_IT = re.compile(rf"(?:[\W_]|[{LOWER}](?=[\W_])|\d(?=[).]))*")
"""What a scan may make of a mark: `_ò_— 8) Sở Y tế`."""


def with_lost_firsts(text: str, span: tuple[int, int], marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """`marks` and, where a list in `text[span]` begins with its second mark, the first, printed as nothing."""
    lost = [mark for index in range(len(marks)) if (mark := _lost(text, span, marks, index))]
    return tuple(sorted((*marks, *lost), key=lambda mark: (mark.start, rank_of(mark))))


def _lost(text: str, span: tuple[int, int], marks: tuple[Mark, ...], index: int) -> Mark | None:
    second = marks[index]
    label = _first_label(second)
    above = _holder(marks, index) if label else None
    if label is None or above is None:
        return None
    if second.kind == "decimal" and (above < 0 or f"{marks[above].label}.1" != label):
        return None
    begin = marks[above].line_end if above >= 0 else span[0]
    line = _first_line(text, (begin, marks[above + 1].start), second.kind, held=above >= 0)
    first = None if second.kind == "bullet" else 1
    return Mark(*line, second.kind, label, "", first, _before(text, line[0])) if line else None


def _first_label(second: Mark) -> str | None:
    """The label of the mark before `second`; None where it is no second one. Of bullets each may be."""
    if second.kind == "bullet":
        return second.label
    if second.ordinal != 2:
        return None
    return f"{second.label[:-1]}1" if second.kind == "decimal" else _FIRST.get(second.kind)


def _holder(marks: tuple[Mark, ...], index: int) -> int | None:
    """The clause that holds the list of a mark: its index, -1 where none does; None if the list began before."""
    for above in range(index - 1, -1, -1):
        if style_of(marks[above]) == style_of(marks[index]):
            return None
        if rank_of(marks[above]) < rank_of(marks[index]):
            return above
    return -1


def _first_line(text: str, span: tuple[int, int], kind: str, held: bool) -> tuple[int, int, int] | None:
    """Start, start of the text and end of the line that opens the list: the first below its heading or a colon.

    A bullet is lost only where one line stands between the colon and the next, and ends as the items of a list do.
    """
    lines = list(raw_lines(text, span))
    announced = [line for line in lines if _before(text, line[0]) == ":"]
    if kind == "bullet":
        found = [line for line in announced if line == lines[-1] and text.endswith(";", *line)]
    else:
        found = announced if announced and kind != "decimal" else lines if held else []
    if not found:
        return None
    start, end = found[0]
    left = _LEFT_OF_IT.match(text, start, end)
    return start, left.end() if left else start, end


def _before(text: str, start: int) -> str:
    """The last character of the line above."""
    return text[max(0, start - 4) : start].rstrip()[-1:]
