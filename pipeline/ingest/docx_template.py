"""What comes of the template of a Word document: its styles and lists.

Documents of one template hold these parts byte for byte alike, and they are often larger than the text: what was read
of the last few is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from pipeline.ingest.archive import Archive
from pipeline.ingest.docx_fonts import StyleFonts, fonts_of_styles
from pipeline.ingest.numbering import Lists, NumberedStyles, numbered_styles, read_lists

_KEPT_PARTS = 16
_KEPT_BYTES = 200_000  # as it is packed: a larger part is read each time

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Styles:
    """The fonts of the styles, and those that number their paragraphs."""

    fonts: StyleFonts
    numbered: NumberedStyles


_styles: dict[bytes, Styles] = {}
_lists: dict[bytes, Lists] = {}


def styles_of(archive: Archive) -> Styles:
    """What word/styles.xml says. Raises as `Archive.part`."""
    return _kept(archive, "word/styles.xml", lambda part: Styles(fonts_of_styles(part), numbered_styles(part)), _styles)


def lists_of(archive: Archive) -> Lists:
    """What word/numbering.xml says. Raises as `Archive.part`."""
    return _kept(archive, "word/numbering.xml", read_lists, _lists)


def _kept(
    archive: Archive, name: str, read: Callable[[etree._Element | None], Result], known: dict[bytes, Result]
) -> Result:
    """What `read` makes of the part `name`; of parts `known` it was asked before."""
    packed = archive.packed(name)
    if packed in known:
        return known[packed]
    result = read(archive.part(name))
    if len(packed) <= _KEPT_BYTES:
        if len(known) == _KEPT_PARTS:
            del known[next(iter(known))]
        known[packed] = result
    return result
