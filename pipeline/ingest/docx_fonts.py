"""Which font of the last century a run of a Word document is set in, by its own properties or by its styles."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from pipeline.ingest.encodings.rewriting import encoding_of_font
from pipeline.ingest.numbering import W

_STYLE_DEPTH = 10
_DEFAULT = ""


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each style; `_DEFAULT` is that of the document. Without `old` no run needs to be looked at."""

    styles: dict[str, str]
    old: bool

    def of(self, run: etree._Element) -> str | None:
        """The font of the letters of `run`, where the document holds fonts of the last century."""
        if not self.old:
            return None
        own = run.find(f"{W}rPr")
        if own is not None and (font := _named(own) or self._of_style(own.find(f"{W}rStyle"))):
            return font
        paragraph = next(run.iterancestors(f"{W}p"), None)
        style = paragraph.find(f"{W}pPr/{W}pStyle") if paragraph is not None else None
        return self._of_style(style) or self.styles.get(_DEFAULT)

    def _of_style(self, style: etree._Element | None) -> str | None:
        return self.styles.get(style.get(f"{W}val", "")) if style is not None else None


def read_fonts(document: etree._Element, styles: etree._Element | None) -> Fonts:
    """The fonts of a document and of its styles, each with what it inherits."""
    roots = [root for root in (document, styles) if root is not None]
    names = {_font(fonts) for root in roots for fonts in root.iter(f"{W}rFonts")}
    if not any(encoding_of_font(name) for name in names):
        return Fonts({}, old=False)
    found = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")} if styles is not None else {}
    fonts = {name: font for name, style in found.items() if (font := _inherited(style, found))}
    default = next((style for style in found.values() if _is_default(style)), None)
    base = styles.find(f"{W}docDefaults//{W}rPr") if styles is not None else None
    own = (_inherited(default, found) if default is not None else "") or (_named(base) if base is not None else "")
    return Fonts(fonts | {_DEFAULT: own}, old=True)


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
    fonts = properties.find(f"{W}rFonts")
    return _font(fonts) if fonts is not None else ""


def _font(fonts: etree._Element) -> str:
    """The font of letters beyond ASCII; a theme never names a font of the last century."""
    if fonts.get(f"{W}hAnsiTheme") or fonts.get(f"{W}asciiTheme"):
        return "theme"
    return fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii") or ""
