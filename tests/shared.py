"""The neighbouring folder of real documents and gold, which is no part of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[2] / "shared"


def shared(name: str) -> Path:
    """The path `name` in it; the calling test is skipped where it is absent."""
    path = _SHARED / name
    if not path.exists():
        pytest.skip(f"there is no ../shared/{name}")
    return path
