"""Provinces by slug and by name, before and after the merger of 2025-07-01 (Resolution 202/2025/QH15)."""

from __future__ import annotations

from functools import cache

from pipeline.gazetteers.load import Province, provinces


@cache
def provinces_by_slug() -> dict[str, Province]:
    """Slug → province as it was before the merger."""
    return {province.slug: province for province in provinces()}


@cache
def _successors() -> dict[str, str]:
    return {province.name: province.name_2025 for province in provinces()}


def province_2025(name: str | None) -> str | None:
    """The province that `name` is part of since the merger; None for an unknown name.

    >>> province_2025("Hà Giang"), province_2025("Hà Nội"), province_2025(None)
    ('Tuyên Quang', 'Hà Nội', None)
    """
    return _successors().get(name) if name else None
