"""Where on its page a record stands: `page:x0,y0,x1,y1` in points from the top left corner, as a viewer needs it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from operator import attrgetter
from typing import Protocol

from pipeline.model import Document

_START, _END = attrgetter("start"), attrgetter("end")


class _Record(Protocol):
    """Anything that stands in the text: a clause, a citation, an assignment."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def rectangles(document: Document) -> Callable[[_Record], str | None]:
    """A function from a record (its `start`, `end`) to the box round the printed lines it stands in.

    A record that goes on over pages has the box of its first; None where the places of the lines are not known. Lines
    follow each other in the text, so those of a record are found without looking at the others.
    """
    places = document.places

    def rectangle(record: _Record) -> str | None:
        first = bisect_right(places, record.start, key=_END)
        last = bisect_left(places, record.end, key=_START)
        lines = [place for place in places[first:last] if place.page == places[first].page]
        if not lines:
            return None
        left, top = min(line.x0 for line in lines), min(line.y0 for line in lines)
        right, bottom = max(line.x1 for line in lines), max(line.y1 for line in lines)
        return f"{lines[0].page}:{left:.1f},{top:.1f},{right:.1f},{bottom:.1f}"

    return rectangle
