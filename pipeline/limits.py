"""The caps that keep one hostile or huge input from taking the run down, and the cores there are to run on."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds of wall clock, ratios as unpacked over packed."""

    file_bytes: int = 500_000_000
    text_characters: int = 20_000_000
    pdf_pages: int = 5_000
    page_pixels: int = 40_000_000
    zip_entries: int = 10_000
    zip_member_bytes: int = 200_000_000
    zip_ratio: int = 200
    seconds_per_file: float = 600.0
    seconds_per_page: float = 120.0
    folder_depth: int = 40


LIMITS = Limits()


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
