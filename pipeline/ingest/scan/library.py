"""Tesseract's library at work on one page after the other, in a process of its own: `python library.py LANGUAGE`.

The command of Tesseract could say the same in hOCR alone, for which it walks through the whole page some fifty times
a word: three to five hundredths of the time. Nothing else of the package is loaded here, so that it starts at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from ctypes import CDLL, byref, c_char_p, c_float, c_int, c_void_p, cast
from functools import cache

_NAME = "libtesseract.so.5"
_LINE, _WORD = 2, 3  # levels of what it reads
_STEEP = 0.5  # dots that a base line rises or falls per dot; pages are made level before
_INCH = 72  # points
_PROPORTIONAL = (b"textord_all_prop", b"1")
"""To look for type of one width, which only the older recogniser would need, takes some hundredths of the time."""


class _Handle(c_void_p):
    """What only the library looks into; of a bare void pointer ctypes would make an int, and cut it to 32 bits."""


@cache
def library() -> CDLL:
    """The library of Tesseract 5, by its C interface (`tesseract/capi.h`). Raises OSError where there is none."""
    found = CDLL(_NAME)
    found.TessVersion.restype = c_char_p
    found.TessBaseAPICreate.restype = found.TessBaseAPIGetIterator.restype = _Handle
    found.TessResultIteratorGetUTF8Text.restype = _Handle
    found.TessResultIteratorConfidence.restype = c_float
    return found


def main() -> None:
    """Answer each request, a line `[width, height, dpi, mode, letters]` and the dots, with the line of its words."""
    tesseract: _Handle = library().TessBaseAPICreate()
    if library().TessBaseAPIInit3(tesseract, None, sys.argv[1].encode()):
        sys.exit(f"it cannot load {sys.argv[1]}")
    library().TessBaseAPISetVariable(tesseract, *_PROPORTIONAL)
    while request := sys.stdin.buffer.readline():
        width, height, dpi, mode, letters = json.loads(request)
        library().TessBaseAPISetVariable(tesseract, b"tessedit_char_whitelist", letters.encode())
        library().TessBaseAPISetPageSegMode(tesseract, mode)
        library().TessBaseAPISetImage(tesseract, sys.stdin.buffer.read(width * height), width, height, 1, width)
        library().TessBaseAPISetSourceResolution(tesseract, dpi)
        if library().TessBaseAPIRecognize(tesseract, None):
            sys.exit("it cannot read the page")
        print(json.dumps(list(_words(tesseract))), flush=True)


def _words(tesseract: _Handle) -> Iterator[tuple[str | float, ...]]:
    """Text, left, top, right, bottom, base line, height of the line's type, and confidence, 0 to 1, of each word.

    Lines that stand on their side are left out: a page full of them is turned and read again.
    """
    library().TessBaseAPISetSourceResolution(tesseract, 1)  # the height of type, told in points, is now 72 × the dots
    at: _Handle = library().TessBaseAPIGetIterator(tesseract)
    more = bool(at)
    while more:
        text, box = _text(at), _four(library().TessPageIteratorBoundingBox, at, _WORD)
        base = _base(at, (box[0] + box[2]) / 2)
        if text and base is not None:
            sure = int(library().TessResultIteratorConfidence(at, _WORD)) / 100
            yield text, *box, base, _height(at) or box[3] - box[1], sure
        more = library().TessResultIteratorNext(at, _WORD)
    library().TessResultIteratorDelete(at)


def _text(at: _Handle) -> str:
    """The word; a picture has none."""
    found: _Handle = library().TessResultIteratorGetUTF8Text(at, _WORD)
    text = (cast(found, c_char_p).value or b"").decode("utf-8", "replace").strip()
    library().TessDeleteText(found)
    return text


def _base(at: _Handle, across: float) -> float | None:
    """How far down the base line of its row is at `across`; None where the row is not level."""
    left, start, right, end = _four(library().TessPageIteratorBaseline, at, _LINE)
    if abs(end - start) >= _STEEP * (right - left):  # or it runs to the left
        return None
    return start + (end - start) / (right - left) * (across - left)


def _height(at: _Handle) -> float:
    said = [c_int() for _ in range(8)]  # seven things about the font, then its number
    library().TessResultIteratorWordFontAttributes(at, *map(byref, said))
    return said[6].value / _INCH


def _four(ask: Callable[..., int], at: _Handle, level: int) -> tuple[int, ...]:
    said = [c_int() for _ in range(4)]
    ask(at, level, *map(byref, said))
    return tuple(each.value for each in said)


if __name__ == "__main__":
    main()
