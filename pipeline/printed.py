"""Where printed lines stand on their pages."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, overload

_SIZE, _UNKNOWN = 8, -1.0  # numbers of a place, and a confidence that is not known


class Place(NamedTuple):
    """Where a printed line of the clean text stands on its page: in points, from the top left corner.

    `confidence`: how sure OCR is of its words, 0 to 1; None where the text was not read by OCR.
    """

    start: int
    end: int
    page: int
    x0: float
    y0: float
    x1: float
    y1: float
    confidence: float | None = None


class Places(Sequence[Place]):
    """Places in the order of the text, each packed into numbers: a long document has hundreds of thousands."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._numbers = array("d")
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        """Put `place` at the end."""
        *numbers, sure = place
        self._numbers.extend((*numbers, _UNKNOWN if sure is None else sure))

    def __len__(self) -> int:
        return len(self._numbers) // _SIZE

    @overload
    def __getitem__(self, at: int) -> Place: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Place]: ...
    def __getitem__(self, at: int | slice) -> Place | Sequence[Place]:
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        start, end, page, x0, y0, x1, y1, sure = self._numbers[_SIZE * at : _SIZE * (at + 1)]
        confidence = None if sure == _UNKNOWN else sure
        return Place(int(start), int(end), int(page), x0, y0, x1, y1, confidence)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places) and self._numbers == other._numbers

    def __hash__(self) -> int:
        return hash(self._numbers.tobytes())
