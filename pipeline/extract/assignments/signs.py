"""What of a text can give duties: cues, the ends of the parts of sentences, and the lines that may tell anything.

Most lines of a long document name no body that is told something. They are ruled out here, once for the document, so
that no clause need be searched for bodies there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline.extract.assignments.cuewords import Cue, find_cues
from pipeline.extract.assignments.parts import bound, may_name_subject, part_ends, subjects_behind
from pipeline.extract.assignments.phrases import label_role, opens_matter
from pipeline.extract.bodies.openers import openers

_BY = " do "
_FAR = 24  # letters from the beginning of a part, with its mark, to the end of the word for a matter


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a text, each in order; `lines` are the spans of the lines in which a duty may be given.

    What is searched is kept apart: where the cues and the lines begin, and where the lines end.
    """

    folded: str
    cues: list[Cue]
    ends: list[int]
    lines: list[tuple[int, int]]
    cue_starts: list[int]
    line_starts: list[int]
    line_ends: list[int]

    def cues_within(self, start: int, end: int) -> list[Cue]:
        """The cues that begin in a stretch of the text."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def ends_within(self, start: int, end: int) -> list[int]:
        """The ends of parts in a stretch of the text, its own end included."""
        return self.ends[bisect_right(self.ends, start) : bisect_right(self.ends, end)]

    def lines_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The telling lines of a stretch of the text, as far as they are in it.

        >>> text = "Quê tôi đẹp.\\nSở Y tế báo cáo Tỉnh ủy."
        >>> signs_of(text, text.lower()).lines_within(0, 36)
        [(13, 36)]
        """
        lines = self.lines[bisect_right(self.line_ends, start) : bisect_left(self.line_starts, end)]
        if lines:
            lines[0] = max(start, lines[0][0]), lines[0][1]
            lines[-1] = lines[-1][0], min(lines[-1][1], end)
        if not (lines and lines[0][0] == start) and self._hides_subject(start, end):
            lines.insert(0, (start, self.folded.find("\n", start, end) + 1 or end))
        return lines

    def _hides_subject(self, start: int, end: int) -> bool:
        """Whether the mark of a clause stands between the part's beginning and its subject: `a) Sở Y tế rà soát`."""
        index = bisect_right(self.ends, start)
        mark = self.folded[self.ends[index - 1] if index else 0 : start].strip(" -+*")
        return mark != "" and may_name_subject(self.folded, start, end)


@lru_cache(maxsize=4)
def signs_of(text: str, folded: str) -> Signs:
    """The signs of a whole text."""
    cues, ends = find_cues(folded, 0, len(text)), part_ends(text, 0, len(text))
    lines = _telling_lines(folded, cues, ends)
    line_starts, line_ends = [start for start, _ in lines], [end for _, end in lines]
    return Signs(folded, cues, ends, lines, [cue.start for cue in cues], line_starts, line_ends)


def _telling_lines(folded: str, cues: list[Cue], ends: list[int]) -> list[tuple[int, int]]:
    """The lines with a cue that may have an object, "có trách nhiệm", a label or what may begin with a subject."""
    signs = set(_with_object(folded, cues, ends))
    signs.update(bound(folded, 0, len(folded)), _labels(folded, ends))
    signs.update(subjects_behind(folded, [0, *ends]))
    signs.update(_agents(folded, ends))
    lines, stop = list[tuple[int, int]](), 0
    for place in sorted(signs):
        if place >= stop:
            start, stop = folded.rfind("\n", 0, place) + 1, folded.find("\n", place) + 1 or len(folded)
            lines.append((start, stop))
    return lines


def _with_object(folded: str, cues: list[Cue], ends: list[int]) -> Iterator[int]:
    """Where the cues stand behind which, in the same part, a body may begin; and `chủ trì`, which needs none."""
    bodies, stops = [*openers().places(folded), len(folded)], [*ends, len(folded)]
    for cue in cues:
        if cue.kind == "watch":
            continue
        if cue.kind == "lead" or bodies[bisect_left(bodies, cue.end)] < stops[bisect_left(stops, cue.end)]:
            yield cue.start


def _agents(folded: str, ends: list[int]) -> Iterator[int]:
    """Where the bodies stand by whom a whole matter is done: `Việc rà soát do Sở Y tế thực hiện`."""
    starts = [0, *ends]
    for place in openers().places(folded):
        if folded.startswith(_BY, place - len(_BY)):
            start = starts[bisect_right(starts, place) - 1]
            if opens_matter(folded[start : start + _FAR]):
                yield place


def _labels(folded: str, ends: list[int]) -> Iterator[int]:
    """Where the labels end behind which bodies stand: `Đơn vị thực hiện:`."""
    for start, stop in pairwise([0, *ends]):
        if folded[stop - 1] == ":" and label_role(folded[start:stop]):
            yield stop - 1
