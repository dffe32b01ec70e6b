"""Where lines stand on their page, in points from its top left corner."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

POINTS = 72.0
"""Points per inch."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_ASCENT, _DESCENT = 0.78, 0.22
"""Of the height of the type, above and below the base line."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A page `width` by `height` points, y upwards, as it was read.

    Before that it was turned right `turns` times by 90° and then by `angle` degrees to the left; its corner at the
    bottom left stands at (`left`, `bottom`).
    """

    width: float
    height: float
    angle: float = 0.0
    turns: int = 0
    left: float = 0.0
    bottom: float = 0.0

    def box(self, left: float, right: float, base: float, height: float) -> Box:
        """The box on the page as it came, round a line from `left` to `right` on the base line `base`."""
        top, bottom = base + _ASCENT * height, base - _DESCENT * height
        if not (self.angle or self.turns):
            left, right = left - self.left, right - self.left
            top, bottom = self.height - (top - self.bottom), self.height - (bottom - self.bottom)
            return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)
        corners = [self._before(x, y) for x in (left, right) for y in (top, bottom)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return round(min(xs), 1), round(min(ys), 1), round(max(xs), 1), round(max(ys), 1)

    def _before(self, x: float, y: float) -> tuple[float, float]:
        """The point before the page was turned, y downwards."""
        x, y = x - self.left, self.height - (y - self.bottom)
        if self.angle:
            cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
            across, down = x - self.width / 2, y - self.height / 2
            x, y = self.width / 2 + across * cos - down * sin, self.height / 2 + across * sin + down * cos
        width = self.width
        for _ in range(self.turns):
            x, y, width = y, width - x, self.height + self.width - width
        return x, y


def union(boxes: Iterable[Box | None]) -> Box | None:
    """The smallest box round all those that are known; None where none is."""
    known = [box for box in boxes if box]
    if not known:
        return None
    lefts, tops, rights, bottoms = zip(*known, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
