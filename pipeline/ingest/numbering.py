"""The automatic numbers of a word processor (numbering.xml), written out as the marks that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTIES, _STYLE, _NUMBER, _VALUE = f"{W}pPr", f"{W}pStyle", f"{W}numPr", f"{W}val"
_PLACEHOLDER = re.compile(r"%(\d)")
_ROMAN_VALUES = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
_ROMAN_LETTERS = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
_LEVELS = 9
_STYLE_DEPTH = 10


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its format (`decimal`, `bullet`), the pattern of its mark (`%1.%2.`), its first number."""

    form: str
    pattern: str
    start: int


@dataclass(frozen=True, slots=True)
class Lists:
    """The levels of each list that has its own and of each `abstract` one, and on which of these each list is based."""

    levels: dict[str, dict[int, Level]]
    bases: dict[str, str]


NumberedStyles = dict[str, tuple[str, int]]
"""For each style that numbers its paragraphs the list and the depth."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each has counted."""

    lists: Lists
    styles: NumberedStyles
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def mark(self, paragraph: etree._Element) -> str:
        """The mark that the word processor sets before `paragraph`, with a space behind; empty if there is none.

        Every call counts: ask once for each paragraph, in order.
        """
        number = self._number(paragraph)
        if number is None:
            return ""
        list_id, depth = number
        base = self.lists.bases.get(list_id)
        level = self._level(list_id, depth)
        if base is None or level is None:
            return ""
        counts = self._counts.setdefault(base, {})
        if list_id not in self._begun:
            self._begun.add(list_id)
            if list_id in self.lists.levels:  # an override: this list counts afresh
                counts.clear()
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _LEVELS):
            counts.pop(deeper, None)
        return self._written(list_id, level, counts)

    def _number(self, paragraph: etree._Element) -> tuple[str, int] | None:
        properties = first(paragraph, _PROPERTIES)
        if properties is None:
            return None
        style = own = None
        for child in properties.iterchildren(_STYLE, _NUMBER):
            if child.tag == _STYLE:
                style = child
            else:
                own = child
        inherited = self.styles.get(style.get(_VALUE, "")) if style is not None else None
        if own is None:
            return inherited
        list_id, depth = _value(own, "numId"), _value(own, "ilvl")
        list_id = list_id if list_id is not None else (inherited[0] if inherited else None)
        if list_id is None or list_id == "0":
            return None
        return list_id, int(depth) if depth and depth.isdigit() else (inherited[1] if inherited else 0)

    def _level(self, list_id: str, depth: int) -> Level | None:
        levels = self.lists.levels
        own = levels.get(list_id, {}).get(depth)
        return own or levels.get(f"abstract {self.lists.bases.get(list_id)}", {}).get(depth)

    def _written(self, list_id: str, level: Level, counts: dict[int, int]) -> str:
        if level.form == "bullet":
            return "+ " if level.pattern.strip() == "+" else "- "
        if level.form == "none":
            return f"{level.pattern.strip()} " if level.pattern.strip() else ""

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            part = self._level(list_id, at)
            return written(counts.get(at, part.start if part else 1), part.form if part else "decimal")

        mark = _PLACEHOLDER.sub(number, level.pattern).strip()
        return f"{mark} " if mark else ""


def written(number: int, form: str) -> str:
    """`number` as the format `form` writes it.

    >>> [written(4, form) for form in ("decimal", "upperRoman", "lowerLetter", "decimalZero")]
    ['4', 'IV', 'd', '04']
    """
    if form == "decimalZero":
        return f"{number:02}"
    if form in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        roman = "".join(_roman(number))
        return roman.upper() if form == "upperRoman" else roman
    if form in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


def _roman(number: int) -> Iterator[str]:
    for value, letters in zip(_ROMAN_VALUES, _ROMAN_LETTERS, strict=True):
        while number >= value:
            yield letters
            number -= value


def read_lists(numbering: etree._Element | None) -> Lists:
    """The lists of numbering.xml."""
    levels: dict[str, dict[int, Level]] = {}
    bases: dict[str, str] = {}
    for abstract in numbering.iterfind(f"{W}abstractNum") if numbering is not None else ():
        levels[f"abstract {abstract.get(f'{W}abstractNumId')}"] = dict(_levels(abstract))
    for number in numbering.iterfind(f"{W}num") if numbering is not None else ():
        list_id, base = number.get(f"{W}numId", ""), _value(number, "abstractNumId") or ""
        bases[list_id] = base
        overrides = dict(_overrides(number, levels.get(f"abstract {base}", {})))
        if overrides:
            levels[list_id] = overrides
    return Lists(levels, bases)


def numbered_styles(styles: etree._Element | None) -> NumberedStyles:
    """The styles of styles.xml that number their paragraphs, by themselves or by what they are based on."""
    found = (
        {style.get(f"{W}styleId", ""): style for style in styles.iterfind(f"{W}style")} if styles is not None else {}
    )
    return {name: number for name, style in found.items() if (number := _style_number(style, found))}


def _style_number(style: etree._Element | None, styles: dict[str, etree._Element]) -> tuple[str, int] | None:
    for _ in range(_STYLE_DEPTH):
        if style is None:
            break
        number = style.find(f"{W}pPr/{W}numPr")
        if number is not None:
            list_id, depth = _value(number, "numId"), _value(number, "ilvl") or "0"
            return (list_id, int(depth) if depth.isdigit() else 0) if list_id and list_id != "0" else None
        style = styles.get(_value(style, "basedOn") or "")
    return None


def _levels(element: etree._Element) -> Iterator[tuple[int, Level]]:
    for level in element.iterfind(f"{W}lvl"):
        start = _value(level, "start") or "1"
        yield (
            int(level.get(f"{W}ilvl", "0")),
            Level(
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText") or "",
                int(start) if start.isdigit() else 1,
            ),
        )


def _overrides(number: etree._Element, base: dict[int, Level]) -> Iterator[tuple[int, Level]]:
    for override in number.iterfind(f"{W}lvlOverride"):
        depth = int(override.get(f"{W}ilvl", "0"))
        own = dict(_levels(override)).get(depth) or base.get(depth)
        start = _value(override, "startOverride")
        if own is not None:
            yield depth, Level(own.form, own.pattern, int(start)) if start and start.isdigit() else own


def _value(element: etree._Element, name: str) -> str | None:
    child = first(element, f"{W}{name}")
    return None if child is None else child.get(_VALUE)


def first(parent: etree._Element, tag: str) -> etree._Element | None:
    """The first child of `parent` called `tag`: as `find` has it, in a third of its time."""
    return next(parent.iterchildren(tag), None)
