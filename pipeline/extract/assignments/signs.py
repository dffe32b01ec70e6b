"""What of a text can give duties: cues, the ends of the parts of sentences, and the lines that may tell anything.

Most lines of a long document name no body that is told something. They are ruled out here, once for the document, so
that no clause need be searched for bodies there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from pipeline.extract.assignments.cuewords import Cue, find_cues
from pipeline.extract.assignments.phrases import bound, may_name_subject, part_ends


class Signs(NamedTuple):
    """The signs of a stretch of text, each in order; `lines` are the spans in which a duty may be given."""

    cues: list[Cue]
    ends: list[int]
    lines: list[tuple[int, int]]


def signs_within(text: str, folded: str, start: int, end: int) -> Signs:
    """The signs of `text[start:end]`.

    >>> text = "Quê tôi đẹp.\\nSở Y tế báo cáo Tỉnh ủy."
    >>> signs_within(text, text.lower(), 0, 36).lines
    [(13, 36)]
    """
    whole, starts, stops = _signs_of(text, folded)
    first, last = bisect_right(stops, start), bisect_left(whole.lines, (end,))
    lines = [(max(start, left), min(right, end)) for left, right in whole.lines[first:last]]
    cues = whole.cues[bisect_left(starts, start) : bisect_left(starts, end)]
    index = bisect_right(whole.ends, start)
    begun = folded[whole.ends[index - 1] if index else 0 : start]  # the mark of a clause hides the subject behind it
    if begun.strip(" -+*") and not (lines and lines[0][0] == start) and may_name_subject(folded, start, end):
        lines.insert(0, (start, folded.find("\n", start, end) + 1 or end))
    return Signs(cues, whole.ends[index : bisect_right(whole.ends, end)], lines)


@lru_cache(maxsize=4)
def _signs_of(text: str, folded: str) -> tuple[Signs, list[int], list[int]]:
    """The signs of a whole text, where its cues begin, and where its telling lines end."""
    cues, ends = find_cues(folded, 0, len(text)), part_ends(text, 0, len(text))
    lines = _telling_lines(folded, cues, ends)
    return Signs(cues, ends, lines), [cue.start for cue in cues], [stop for _, stop in lines]


def _telling_lines(folded: str, cues: list[Cue], ends: list[int]) -> list[tuple[int, int]]:
    """The lines with a cue of a role, "có trách nhiệm", a colon (of a label) or what may begin with a subject."""
    signs = {cue.start for cue in cues if cue.kind != "watch"}
    signs.update(bound(folded, 0, len(folded)), (stop - 1 for stop in ends if folded[stop - 1] == ":"))
    lines, stop = list[tuple[int, int]](), 0
    for place in sorted({0, *signs, *ends}):
        if place >= stop and (place in signs or may_name_subject(folded, place, len(folded))):
            start, stop = folded.rfind("\n", 0, place) + 1, folded.find("\n", place) + 1 or len(folded)
            lines.append((start, stop))
    return lines
