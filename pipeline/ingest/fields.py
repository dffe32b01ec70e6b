"""Numbers that the records office sets into a finished PDF: number and day of issue, as form fields over blanks."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ingest.glyphs import Glyphs, Word
from pipeline.ingest.pieces import LINK, annotations_of

_NUMBER = re.compile(r"\d{1,5}[a-zđ]?|(?:19|20)\d\d")
_NEAR = 1.2  # heights of the type: how far from the line its field may be set


def field_numbers(page: pdfium.PdfPage, number: int, words: list[Word]) -> list[Word]:
    """The numbers in the form fields of a page, each on the base line of the words beside it; `words` are the others.

    Stamps of digital signatures are fields too; what stands in them is left out. In memory the page is changed: its
    fields become part of it.
    """
    if not annotations_of(page) - {LINK}:
        return []
    if pdfium_c.FPDFPage_Flatten(page.raw, pdfium_c.FLAT_NORMALDISPLAY) != pdfium_c.FLATTEN_SUCCESS:
        return []
    known = {_key(word) for word in words}
    numbers = [word for word in _numbers(page.pdf, number) if _key(word) not in known]
    return list(_set_in(numbers, words))


def _numbers(document: pdfium.PdfDocument, number: int) -> list[Word]:
    """The numbers of the page as it is now: one that was open before a change would not show it."""
    page = document[number - 1]
    glyphs = Glyphs(page)
    try:
        return glyphs.words(_NUMBER)
    finally:
        glyphs.close()
        page.close()


def _set_in(numbers: Iterable[Word], words: list[Word]) -> Iterable[Word]:
    """Each number on the line it was set into, if it was."""
    for number in numbers:
        near = [word for word in words if abs(word.base - number.base) < _NEAR * number.height]
        before = max((word for word in near if word.left < number.left), key=lambda word: word.left, default=None)
        if before is not None and before.right < number.right:
            yield number._replace(base=before.base)


def _key(word: Word) -> tuple[str, int, int]:
    return word.text, round(word.left), round(word.base)
