"""Whether something takes time in proportion to its input: on a busy machine one measurement may lie, three do not."""

from __future__ import annotations

from collections.abc import Callable

TRIES = 3


def is_linear(seconds: Callable[[int], float], few: int, many: int, factor: float, slack: float = 0.0) -> bool:
    """Whether `many` take at most `factor` times the seconds of `few`, and `slack` more, in one of three tries."""
    return any(seconds(many) <= factor * seconds(few) + slack for _ in range(TRIES))
