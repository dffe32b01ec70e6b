"""Which font of the last century a run of a Word document is set in, by its own properties or by its styles."""

from __future__ import annotations

from collections.abc import Sequence
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
    """The font of each style, with what it inherits; `old`: some font among them is one of the last century."""

    fonts: dict[str, str]
    old: bool


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


def read_fonts(parts: Sequence[etree._Element], data: bytes, styles: StyleFonts) -> Fonts:
    """The fonts of the text in `parts` of a document, the first of which is that with the XML `data`.

    `styles`: the fonts of its styles, of which those count that some paragraph or run has.
    """
    old = styles.old and any(map(encoding_of_font, _style_fonts(parts, styles)))
    old = old or (_may_name_old(data) and _has_old(parts[0]))
    return Fonts(styles.fonts, old=True) if old else Fonts({}, old=False)


def _style_fonts(parts: Sequence[etree._Element], styles: StyleFonts) -> set[str]:
    used = {style.get(_VALUE, "") for part in parts for style in part.iter(f"{W}pStyle", _STYLE)}
    return {styles.fonts.get(name, "") for name in (*used, _DEFAULT)}


def _may_name_old(data: bytes) -> bool:
    """Most documents do not, and to look for that is faster than to look at the font of each run."""
    small = data.lower()
    return b".vn" in small or b"vni" in small or b"\x00" in small  # the last: in UTF-16


def _has_old(part: etree._Element) -> bool:
    names = {_font(fonts) for fonts in part.iter(_FONTS)}
    return any(encoding_of_font(name) for name in names)


def fonts_of_styles(styles: etree._Element | None) -> StyleFonts:
    """The fonts of the styles of styles.xml, each with what it inherits."""
    if styles is None:
        return StyleFonts({_DEFAULT: ""}, old=False)
    found = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    fonts = {name: font for name, style in found.items() if (font := _inherited(style, found))}
    default = next((style for style in found.values() if _is_default(style)), None)
    base = styles.find(f"{W}docDefaults//{W}rPr")
    own = (_inherited(default, found) if default is not None else "") or (_named(base) if base is not None else "")
    return StyleFonts(fonts | {_DEFAULT: own}, _has_old(styles))


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
