"""What of a text can give duties: cues, the ends of the parts of sentences, and the lines that may tell anything.

Most lines of a long document name no body that is told something. They are ruled out here, once for the document, so
that no clause need be searched for bodies there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from pipeline.extract.assignments.cuewords import Cue, find_cues
from pipeline.extract.assignments.parts import bound, may_name_subject, part_ends

_BEGIN, _END = itemgetter(0), itemgetter(1)


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a text, each in order; `lines` are the spans of the lines in which a duty may be given."""

    folded: str
    cues: list[Cue]
    ends: list[int]
    lines: list[tuple[int, int]]

    def cues_within(self, start: int, end: int) -> list[Cue]:
        """The cues that begin in a stretch of the text."""
        return self.cues[bisect_left(self.cues, start, key=_BEGIN) : bisect_left(self.cues, end, key=_BEGIN)]

    def ends_within(self, start: int, end: int) -> list[int]:
        """The ends of parts in a stretch of the text, its own end included."""
        return self.ends[bisect_right(self.ends, start) : bisect_right(self.ends, end)]

    def lines_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The telling lines of a stretch of the text, as far as they are in it.

        >>> text = "Quê tôi đẹp.\\nSở Y tế báo cáo Tỉnh ủy."
        >>> signs_of(text, text.lower()).lines_within(0, 36)
        [(13, 36)]
        """
        first, last = bisect_right(self.lines, start, key=_END), bisect_left(self.lines, end, key=_BEGIN)
        lines = [(max(start, left), min(right, end)) for left, right in self.lines[first:last]]
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
    return Signs(folded, cues, ends, _telling_lines(folded, cues, ends))


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
