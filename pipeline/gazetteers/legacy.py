"""The codes that the letters of Vietnamese had before Unicode."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers.load import read_table


@dataclass(frozen=True, slots=True)
class LegacyLetter:
    """A letter and its bytes (in hexadecimal figures) in `TCVN3`, in the rest of `TCVN5712-1`, or in `VNI`."""

    encoding: str
    code: str
    letter: str


@cache
def legacy_letters(encoding: str) -> dict[str, str]:
    """What the bytes of each letter look like in Latin-1 → the letter (TCVN 5712:1993; the chart of VNI-Windows)."""
    rows = read_table("legacy_letters", LegacyLetter)
    return {bytes.fromhex(row.code).decode("latin-1"): row.letter for row in rows if row.encoding == encoding}
