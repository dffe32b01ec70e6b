"""The styles of an OpenDocument text: fonts of the last century, hidden words, the numbers of lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.ingest.encodings.rewriting import encoding_of_font
from pipeline.ingest.numbering import written

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_LEVELS = 10
_STYLE_DEPTH = 10

Counters = dict[int, int]
"""How far a list has counted, by depth."""


@dataclass(frozen=True, slots=True)
class OdtStyles:
    """Fonts by style, where the document holds fonts of the last century, and styles that hide their words."""

    fonts: dict[str, str]
    hiding: frozenset[str]

    def font(self, style: str | None, outer: str | None) -> str | None:
        """The font of words in `style` inside words of the font `outer`."""
        return self.fonts.get(style, outer) if style else outer

    def hides(self, style: str | None) -> bool:
        """Whether words in `style` are not shown."""
        return style in self.hiding


def read_styles(roots: Iterable[etree._Element]) -> OdtStyles:
    """The styles of styles.xml and content.xml, each with what it inherits."""
    found = {style.get(f"{_STYLE}name", ""): style for root in roots for style in root.iter(f"{_STYLE}style")}
    hiding = frozenset(name for name, style in found.items() if _property(style, f"{TEXT}display") == "none")
    if not any(encoding_of_font(_own_font(style)) for style in found.values()):
        return OdtStyles({}, hiding)
    return OdtStyles({name: font for name in found if (font := _inherited(name, found))}, hiding)


def _inherited(name: str, styles: dict[str, etree._Element]) -> str:
    for _ in range(_STYLE_DEPTH):
        style = styles.get(name)
        if style is None:
            break
        if font := _own_font(style):
            return font
        name = style.get(f"{_STYLE}parent-style-name", "")
    return ""


def _own_font(style: etree._Element) -> str:
    return _property(style, f"{_STYLE}font-name") or _property(style, f"{_FO}font-family")


def _property(style: etree._Element, name: str) -> str:
    properties = style.find(f"{_STYLE}text-properties")
    return properties.get(name, "") if properties is not None else ""


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list style: the form of its number (`bullet` for a sign), what stands around it, how many levels."""

    form: str
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1


@dataclass(slots=True)
class OdtLists:
    """The list styles, and how far each list has counted."""

    styles: dict[str, dict[int, _Level]]
    outline: dict[int, _Level]
    _headings: Counters = field(default_factory=dict)
    _by_id: dict[str, tuple[str, Counters]] = field(default_factory=dict)
    _by_style: dict[str, Counters] = field(default_factory=dict)

    def counters(self, style: str, own_id: str | None, continued: str | None, goes_on: bool) -> Counters:
        """How far the list that begins has counted: as far as the one it continues, if any."""
        counters: Counters = {}
        if continued in self._by_id:
            counters = self._by_id[continued][1]
        elif goes_on:
            counters = self._by_style.get(style, counters)
        self._by_style[style] = counters
        if own_id:
            self._by_id[own_id] = style, counters
        return counters

    def restart(self, counters: Counters, depth: int) -> None:
        """A list inside an item begins anew."""
        for deeper in range(depth, _LEVELS + 1):
            counters.pop(deeper, None)

    def start_at(self, counters: Counters, depth: int, value: str | None) -> None:
        """An item that says its own number."""
        if value and value.isdigit() and len(value) < 9:
            counters[depth] = int(value) - 1

    def mark(self, style: str, depth: int, counters: Counters) -> str:
        """The mark of the next item, with a space behind; every call counts."""
        return _mark(self.styles.get(style, {}), depth, counters)

    def heading_mark(self, level: str) -> str:
        """The number of the next heading of that level, where headings are numbered."""
        depth = int(level) if level.isdigit() and len(level) < 3 else 1
        return _mark(self.outline, depth, self._headings)


def _mark(levels: dict[int, _Level], depth: int, counters: Counters) -> str:
    level = levels.get(depth)
    if level is None or level.form == "bullet":
        return "" if level is None else "+ " if level.prefix == "+" else "- "
    counters[depth] = counters.get(depth, level.start - 1) + 1
    for deeper in range(depth + 1, _LEVELS + 1):
        counters.pop(deeper, None)
    numbers = [
        written(counters.get(at, each.start), each.form)
        for at in range(max(1, depth - level.shown + 1), depth + 1)
        if (each := levels.get(at)) is not None and each.form not in ("", "bullet")
    ]
    mark = f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip() if level.form or level.prefix else ""
    return f"{mark} " if mark else ""


def read_lists(roots: Iterable[etree._Element]) -> OdtLists:
    """The list styles and the numbers of headings in styles.xml and content.xml."""
    styles: dict[str, dict[int, _Level]] = {}
    outline: dict[int, _Level] = {}
    for root in roots:
        for style in root.iter(f"{TEXT}list-style"):
            styles[style.get(f"{_STYLE}name", "")] = dict(_levels(style))
        for style in root.iter(f"{TEXT}outline-style"):
            outline = dict(_levels(style))
    return OdtLists(styles, outline)


def _levels(style: etree._Element) -> Iterator[tuple[int, _Level]]:
    for level in style:
        depth = _integer(level.get(f"{TEXT}level"))
        if level.tag == f"{TEXT}list-level-style-bullet":
            yield depth, _Level("bullet", level.get(f"{TEXT}bullet-char", "").strip())
        elif level.tag in (f"{TEXT}list-level-style-number", f"{TEXT}outline-level-style"):
            yield (
                depth,
                _Level(
                    _FORMS.get(level.get(f"{_STYLE}num-format", ""), ""),
                    level.get(f"{_STYLE}num-prefix", ""),
                    level.get(f"{_STYLE}num-suffix", ""),
                    _integer(level.get(f"{TEXT}start-value")),
                    _integer(level.get(f"{TEXT}display-levels")),
                ),
            )


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 9 else 1
