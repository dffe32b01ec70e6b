"""Names bent as OCR and hasty typing bend them, to train and to measure the linker of misread names."""

from __future__ import annotations

from random import Random

from pipeline.learn.noise import slips
from pipeline.spelling import unmarked

_LOOKALIKES = (
    *(("rn", "m"), ("m", "rn"), ("i", "l"), ("l", "i"), ("h", "n"), ("n", "h"), ("b", "h"), ("u", "ii")),
    *(("c", "e"), ("e", "c"), ("d", "cl"), ("g", "q"), ("t", "f"), ("v", "y"), ("y", "v"), ("t", "r")),
)
"""Letters that are read for others; what stands behind the first of a pair is read."""
_KINDS = ("mark", "mark", "mark", "letter", "drop", "double", "join", "cut")
"""Marks go astray most often."""


def bent(name: str, times: int, random: Random) -> str:
    """`name` with so many slips: marks, look-alike letters, letters lost or doubled, spaces lost, words cut in two."""
    for _ in range(times):
        name = _bent_once(name, random.choice(_KINDS), random)
    return name


def recased(name: str, random: Random) -> str:
    """`name` as it stands, in capitals, or in capitals whose marks are lost."""
    return random.choice((name, name.upper(), unmarked(name).upper()))


def _bent_once(name: str, kind: str, random: Random) -> str:
    places = [place for place, letter in enumerate(name) if letter.isalpha()]
    place = random.choice(places)
    if kind == "mark":
        return _mark(name, places, random)
    if kind == "letter":
        return _letter(name, random)
    if kind == "drop":
        return name[:place] + name[place + 1 :]
    if kind == "double":
        return name[:place] + name[place:][:1] + name[place:]
    if kind == "join":
        spaces = [place for place, letter in enumerate(name) if letter == " "]
        place = random.choice(spaces or [len(name)])
        return name[:place] + name[place + 1 :]
    return f"{name[:place]}{random.choice((' ', '-', '- '))}{name[place:]}"


def _mark(name: str, places: list[int], random: Random) -> str:
    """Another mark on one letter."""
    marked = [place for place in places if slips(name[place].lower())[0]]
    if not marked:
        return name
    place = random.choice(marked)
    letter = name[place]
    other = random.choices(*slips(letter.lower()))[0]
    return name[:place] + (other.upper() if letter.isupper() else other) + name[place + 1 :]


def _letter(name: str, random: Random) -> str:
    """A look-alike for one letter."""
    found = [(place, pair) for pair in _LOOKALIKES for place in range(len(name)) if name.startswith(pair[0], place)]
    if not found:
        return name
    place, (meant, read) = random.choice(found)
    return name[:place] + read + name[place + len(meant) :]
