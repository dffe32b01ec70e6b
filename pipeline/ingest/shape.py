"""How a document sets its lines: hard-wrapped to a measure or one paragraph per line, indented or not."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.ingest.lines import Line

DEEPER = 2.5
"""Characters by which the first line of a paragraph is set in, at least."""

_LONG = 20  # characters of a line that can tell the measure
_LONGEST = 170  # characters of a line that no page holds
_WIDEST_MEASURE = 130
_NEAR, _ENOUGH_NEAR = 0.12, 0.1  # so near to the measure ends such a share of the long lines of a wrapped text
_EXACT = 0.9  # from here on the source is known to be wrapped


@dataclass(frozen=True, slots=True)
class Shape:
    """`full` is the right edge of a full line, 0 where lines are not wrapped; `indented`: first lines are set in."""

    full: float
    indented: bool


UNWRAPPED = Shape(0, False)


def shape_of(lines: list[Line], fullness: float) -> Shape:
    """The shape of all lines that may be part of a paragraph; a full line ends at `fullness` of the measure."""
    free = [line for line in lines if not line.alone]
    ends = sorted(line.end for line in free if len(line.text) > _LONG)
    if not ends:
        return UNWRAPPED
    measure = median(end for end in ends if end >= 0.75 * ends[int(len(ends) * 0.95)])
    if fullness < _EXACT and not _is_wrapped(free, ends, measure):
        return UNWRAPPED
    full = fullness * measure
    outdents = sum(above.end >= full and above.indent - line.indent >= DEEPER for above, line in pairwise(free))
    return Shape(full, outdents >= max(2, len(free) / 40))


def _is_wrapped(lines: list[Line], ends: list[float], measure: float) -> bool:
    """Nearly all lines fit on a page and many end near the measure."""
    too_long = sum(len(line.text) for line in lines if len(line.text) > _LONGEST)
    near = sum(abs(end - measure) <= _NEAR * measure for end in ends)
    all_characters = sum(len(line.text) for line in lines)
    return too_long <= all_characters / 5 and measure <= _WIDEST_MEASURE and near >= _ENOUGH_NEAR * len(ends)
