"""The fonts of an RTF file: which letters their bytes are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from pipeline.ingest.encodings.decodings import shown
from pipeline.ingest.encodings.rewriting import encoding_of_font

_SYMBOL = 2
_LATIN = 1252
_CODE_PAGES = {161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}
"""The code page of each character set that has one of its own (`\\fcharset163` is Vietnamese)."""


@dataclass(slots=True)
class RtfFonts:
    """Names and character sets of the fonts, by number; the font and the code page of the document."""

    default: int = 0
    code_page: int = _LATIN
    _names: dict[int, str] = field(default_factory=dict)
    _charsets: dict[int, int] = field(default_factory=dict)

    def name(self, number: int) -> str | None:
        """The name of a font."""
        return self._names.get(number)

    def describe(self, number: int, name: str = "", charset: int | None = None) -> None:
        """Add to what is known of a font: a part of its name, its character set."""
        self._names[number] = self._names.get(number, "") + name.strip(";")
        if charset is not None:
            self._charsets[number] = charset

    def letters(self, number: int) -> dict[int, str]:
        """What the bytes of a font are in Unicode; those of TCVN3 and VNI only seem to be Latin letters."""
        charset = self._charsets.get(number)
        if charset is None or encoding_of_font(self._names[number]):
            return _table(self.code_page)
        return _symbols() if charset == _SYMBOL else _table(_CODE_PAGES.get(charset, self.code_page))


@cache
def _table(page: int) -> dict[int, str]:
    """Bytes beyond ASCII of a Windows code page → letters."""
    if page == _LATIN:
        return {code: shown(bytes([code])) for code in range(0x80, 0x100)}
    try:
        return {code: bytes([code]).decode(f"cp{page}", "replace") for code in range(0x80, 0x100)}
    except LookupError:
        return _table(_LATIN)


@cache
def _symbols() -> dict[int, str]:
    """A font of signs, as Word hands its characters on."""
    return {code: chr(0xF000 + code) for code in range(0x20, 0x100)}
