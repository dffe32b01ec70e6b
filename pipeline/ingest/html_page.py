"""The elements of an HTML page, one after the other, → paragraphs. No recursion: a page may be nested as it likes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from pipeline.gazetteers.markup import markup_names
from pipeline.ingest.cleaning import raised
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.flow import Cell, table_lines, words_of
from pipeline.ingest.head_columns import MOTTO
from pipeline.ingest.numbering import written
from pipeline.markers import match_marker

_LISTS = frozenset(("ol", "ul"))
_CELLS = frozenset(("td", "th"))
_NUMBERS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_NO_MARK = re.compile(r"list-style(?:-type)?\s*:[^;]*\bnone", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*(?P<font>[^;,]+)", re.IGNORECASE)
_MENU = 3  # links
_LAYOUT = 12  # lines in a cell of a table that sets a page rather than facts


@dataclass(slots=True)
class _Table:
    """A table that is being read, and the lines around it."""

    outer: Cell
    rows: list[list[Cell]] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    """A list: the form of its marks (empty for none) and the number of its next item."""

    form: str
    number: int = 1


class HtmlPage:
    """Paragraphs as they grow: `read` takes a page and gives them."""

    def __init__(self, rewriting: Rewriting) -> None:
        self._rewriting = rewriting
        self._lines: Cell = []
        self._words: list[str] = []
        self._mark = ""
        self._fonts: list[str | None] = [None]
        self._tables: list[_Table] = []
        self._lists: list[_List] = []
        self._raised = self._kept = 0

    def read(self, root: etree._Element) -> list[str]:
        """The paragraphs of the page, an empty text for each empty one."""
        furniture = _furniture(root)
        walk = etree.iterwalk(root, events=("start", "end"))
        skipped: etree._Element | None = None
        for event, element in walk:
            if event == "start" and (element in furniture or _is_dropped(element)):
                walk.skip_subtree()
                skipped = element
            elif event == "start":
                self._open(element, _name(element))
            else:
                if element is not skipped:
                    self._close(element, _name(element))
                self._add(element.tail)
        self._end_line()
        return self._lines

    def _open(self, element: etree._Element, name: str) -> None:
        if name == "br":
            self._words.append("\n")
        elif name not in markup_names("html inline"):
            self._end_line()
        self._fonts.append(_font(element) or self._fonts[-1])
        self._raised += _is_raised(element, name)
        self._kept += name == "pre"
        if name in _LISTS:
            self._lists.append(_list(element, name))
        elif name == "li" and self._lists:
            self._begin_item(element)
        elif name == "table":
            self._tables.append(_Table(self._lines))
        elif name == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif name in _CELLS and self._tables and self._tables[-1].rows:
            self._lines = []
            self._tables[-1].rows[-1].append(self._lines)
        self._add(element.text)

    def _close(self, element: etree._Element, name: str) -> None:
        if name not in markup_names("html inline") and name != "br":
            self._end_line()
        self._fonts.pop()
        self._raised -= _is_raised(element, name)
        self._kept -= name == "pre"
        if name in _LISTS and self._lists:
            self._lists.pop()
        elif name in _CELLS and self._tables:
            self._lines = self._tables[-1].outer
        elif name == "table" and self._tables:
            table = self._tables.pop()
            self._lines = table.outer
            self._lines += _set_lines(table.rows)

    def _begin_item(self, element: etree._Element) -> None:
        items, value = self._lists[-1], element.get("value", "")
        items.number = int(value) if value.isdigit() and len(value) < 5 else items.number
        if items.form:
            self._mark = "- " if items.form == "bullet" else f"{written(items.number, items.form)}. "
        items.number += 1

    def _add(self, text: str | None) -> None:
        if not text:
            return
        words = self._rewriting.run(words_of(text), self._fonts[-1])
        if self._raised and (number := words.strip("[] \r\n\t")).isdigit():
            words = raised(number)
        self._words.append(words if self._kept else words.replace("\n", " ").replace("\r", " "))

    def _end_line(self) -> None:
        """The words since the last block, one line for each forced break; those of an item behind its mark."""
        text = "".join(self._words)
        self._words.clear()
        if not text or (text.isspace() and text.isascii() and "\n" not in text):
            return
        lines = [" ".join(line.split()) for line in text.split("\n")]
        lines = self._rewriting.line("\n".join(lines)).strip("\n").split("\n")
        if self._mark and lines[0] and match_marker(lines[0]) is None:
            lines[0] = self._mark + lines[0]
        self._mark = ""
        self._lines += lines


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_dropped(element: etree._Element) -> bool:
    """Scripts, forms, menus and what is hidden."""
    name = _name(element)
    if (
        not name
        or name in markup_names("html dropped")
        or element.get("hidden") is not None
        or element.get("role") in markup_names("html dropped role")
    ):
        return True
    return _HIDDEN.search(element.get("style", "")) is not None


def _is_raised(element: etree._Element, name: str) -> bool:
    """A mark of a footnote: raised, or a link within the page to what links back to it."""
    is_anchor = element.get("href", "").startswith("#") and bool(element.get("name") or element.get("id"))
    return name == "sup" or (name == "a" and is_anchor)


def _furniture(root: etree._Element) -> set[etree._Element]:
    """Lists of nothing but links; heads of the page, unless they hold the head of the document."""
    lists = _found(root, "//*[(self::ul or self::ol) and not(ancestor::ul or ancestor::ol)]")
    heads = _found(root, "//header[not(ancestor::header)]")
    return {each for each in lists if _is_menu(each)} | {each for each in heads if not MOTTO.search(_text(each))}


def _found(element: etree._Element, path: str) -> list[etree._Element]:
    return cast(list[etree._Element], element.xpath(path))


def _is_menu(items: etree._Element) -> bool:
    links = _found(items, ".//a[not(ancestor::a)]")
    return len(links) >= _MENU and sum(map(_length, links)) == _length(items)


def _length(element: etree._Element) -> int:
    return sum(map(len, _text(element).split()))


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _font(element: etree._Element) -> str | None:
    found = _FONT.search(element.get("style", ""))
    return found["font"] if found else element.get("face")


def _list(element: etree._Element, name: str) -> _List:
    if _NO_MARK.search(element.get("style", "")):
        return _List("")
    start = element.get("start", "")
    form = "bullet" if name == "ul" else _NUMBERS.get(element.get("type", ""), "decimal")
    return _List(form, int(start) if start.isdigit() and len(start) < 5 else 1)


def _set_lines(rows: list[list[Cell]]) -> list[str]:
    """A table of facts as all readers do it; one that sets the page, cell by cell."""
    if any(len(cell) > _LAYOUT for row in rows for cell in row):
        return [line for row in rows for cell in row for line in cell]
    return table_lines(rows)
