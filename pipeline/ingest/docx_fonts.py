"""Which font of the last century a run of a Word document is set in, by its own properties or by its styles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from pipeline.ingest.encodings.rewriting import encoding_of_font
from pipeline.ingest.numbering import W, first

_PROPERTIES, _STYLE, _FONTS, _VALUE = f"{W}rPr", f"{W}rStyle", f"{W}rFonts", f"{W}val"
_THEMES, _ANSI, _ASCII = (f"{W}hAnsiTheme", f"{W}asciiTheme"), f"{W}hAnsi", f"{W}ascii"
_STYLE_DEPTH = 10
_DEFAULT = ""


@dataclass(frozen=True, slots=True)
class StyleFonts:
    """The font of each style, with what it inherits; `old`: the styles whose font is one of the last century."""

    fonts: dict[str, str]
    old: frozenset[str]


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each style; `_DEFAULT` is that of the document. Without `old` no run needs to be looked at."""

    styles: dict[str, str]
    old: bool

    def of(self, run: etree._Element) -> str | None:
        """The font of the letters of `run`, where the document holds fonts of the last century."""
        if not self.old:
            return None
        own = first(run, _PROPERTIES)
        if own is not None and (font := _named(own) or self._of_style(first(own, _STYLE))):
            return font
        paragraph = next(run.iterancestors(f"{W}p"), None)
        style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
        return self._of_style(style) or self.styles.get(_DEFAULT)

    def _of_style(self, style: etree._Element | None) -> str | None:
        return self.styles.get(style.get(_VALUE, "")) if style is not None else None


UNICODE_FONTS = Fonts({}, old=False)
"""Of a document without fonts of the last century."""


def may_be_old(sources: Sequence[bytes], styles: StyleFonts) -> bool:
    """Whether the text of the parts with the XML `sources`, the first being the document, may be set in an old font.

    Most is not, and to look for names is faster than to look at the font of each run.
    """
    if not all(map(str.isalnum, styles.old)):  # of names with signs, and of the default, no trace needs to be found
        return True
    named = any(name.encode() in source for name in styles.old for source in sources)
    return named or _may_name_old(sources[0])


def read_fonts(parts: Sequence[etree._Element], styles: StyleFonts) -> Fonts:
    """The fonts of the text in `parts` of a document, the first of which is its body.

    `styles`: the fonts of its styles, of which those count that some paragraph or run has.
    """
    old = bool(styles.old) and not styles.old.isdisjoint(_used_styles(parts))
    return Fonts(styles.fonts, old=True) if old or _has_old(parts[0]) else UNICODE_FONTS


def _used_styles(parts: Sequence[etree._Element]) -> Iterator[str]:
    yield _DEFAULT
    for part in parts:
        yield from (style.get(_VALUE, "") for style in part.iter(f"{W}pStyle", _STYLE))


def _may_name_old(data: bytes) -> bool:
    if b"\x00" in data:  # in UTF-16
        return True
    pieces = data.lower().split(b"vn")
    return any(map(_is_name, pieces, pieces[1:]))


def _is_name(before: bytes, behind: bytes) -> bool:
    """Whether what stands round `vn` makes `.vn…` or `vni-…` of it; an address of the web is none."""
    return behind.startswith((b"i-", b"i ")) or (before.endswith(b".") and not before[-2:-1].isalnum())


def _has_old(part: etree._Element) -> bool:
    names = {_font(fonts) for fonts in part.iter(_FONTS)}
    return any(encoding_of_font(name) for name in names)


def fonts_of_styles(styles: etree._Element | None) -> StyleFonts:
    """The fonts of the styles of styles.xml, each with what it inherits."""
    if styles is None:
        return StyleFonts({_DEFAULT: ""}, frozenset())
    found = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    fonts = {name: font for name, style in found.items() if (font := _inherited(style, found))}
    default = next((style for style in found.values() if _is_default(style)), None)
    base = styles.find(f"{W}docDefaults//{W}rPr")
    own = (_inherited(default, found) if default is not None else "") or (_named(base) if base is not None else "")
    fonts[_DEFAULT] = own
    return StyleFonts(fonts, frozenset(name for name, font in fonts.items() if encoding_of_font(font)))


def _inherited(style: etree._Element, styles: dict[str, etree._Element]) -> str:
    for _ in range(_STYLE_DEPTH):
        properties, base = style.find(f"{W}rPr"), style.find(f"{W}basedOn")
        if properties is not None and (font := _named(properties)):
            return font
        above = styles.get(base.get(f"{W}val", "")) if base is not None else None
        if above is None:
            break
        style = above
    return ""


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def _named(properties: etree._Element) -> str:
    fonts = first(properties, _FONTS)
    return _font(fonts) if fonts is not None else ""


def _font(fonts: etree._Element) -> str:
    """The font of letters beyond ASCII; a theme never names a font of the last century."""
    if any(map(fonts.get, _THEMES)):
        return "theme"
    return fonts.get(_ANSI) or fonts.get(_ASCII) or ""
