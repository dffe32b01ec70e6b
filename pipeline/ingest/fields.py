"""Numbers that the records office sets into a finished PDF: number and day of issue, as form fields over blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.glyphs import Glyphs, Word
from pipeline.ingest.pieces import LINK, annotations_of

_NUMBER = re.compile(r"\d{1,5}[a-zđ]?")
_NEAR = 1.2  # heights of the type: how far from the line its field may be set


def flatten(page: pdfium.PdfPage) -> bool:
    """Make the form fields of a page, in memory, part of it. Whether there were any: load it again to see them."""
    if not annotations_of(page) - {LINK}:
        return False
    return bool(pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) == pdfium_c.FLATTEN_SUCCESS)


def field_numbers(page: pdfium.PdfPage, words: list[Word]) -> list[Word]:
    """The numbers that the flattened page has more than `words`, each on the base line of the words beside it.

    Stamps of digital signatures are fields too; what stands in them is left out.
    """
    glyphs = Glyphs(page)
    try:
        numbers = glyphs.words(_NUMBER)
    finally:
        glyphs.close()
    known = {_key(word) for word in words}
    return list(_set_in([word for word in numbers if _key(word) not in known], words))


def _set_in(numbers: Iterable[Word], words: list[Word]) -> Iterable[Word]:
    """Each number on the line it was set into, if it was."""
    for number in numbers:
        near = [word for word in words if abs(word.base - number.base) < _NEAR * number.height]
        before = max((word for word in near if word.left < number.left), key=lambda word: word.left, default=None)
        if before is not None and before.right < number.right:
            yield number._replace(base=before.base)


def _key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.left), round(word.base)
