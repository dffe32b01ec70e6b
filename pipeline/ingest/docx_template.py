"""What comes of the template of a Word document: its styles and lists.

Documents of one template hold these parts byte for byte alike, and they are often larger than the text: what was read
of the last few is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.ingest.archive import Archive, parsed
from pipeline.ingest.docx_fonts import StyleFonts, fonts_of_styles
from pipeline.ingest.numbering import Lists, NumberedStyles, numbered_styles, read_lists

_KEPT_PARTS = 16
_KEPT_BYTES = 1_000_000  # a larger part is read each time


@dataclass(frozen=True, slots=True)
class Styles:
    """The fonts of the styles, and those that number their paragraphs."""

    fonts: StyleFonts
    numbered: NumberedStyles


def styles_of(archive: Archive) -> Styles:
    """What word/styles.xml says. Raises as `Archive.part`."""
    data = archive.content("word/styles.xml")
    return _kept_styles(data) if _is_small(data) else _styles(data)


def lists_of(archive: Archive) -> Lists:
    """What word/numbering.xml says. Raises as `Archive.part`."""
    data = archive.content("word/numbering.xml")
    return _kept_lists(data) if _is_small(data) else _lists(data)


def _is_small(data: bytes | None) -> bool:
    return data is None or len(data) <= _KEPT_BYTES


def _styles(data: bytes | None) -> Styles:
    root = None if data is None else parsed(data, "word/styles.xml")
    return Styles(fonts_of_styles(root), numbered_styles(root))


def _lists(data: bytes | None) -> Lists:
    return read_lists(None if data is None else parsed(data, "word/numbering.xml"))


_kept_styles = lru_cache(_KEPT_PARTS)(_styles)
_kept_lists = lru_cache(_KEPT_PARTS)(_lists)
