"""tasks.xlsx, the follow-up sheet: who has to do what by when; the load of every body; the busiest bodies' own sheets.

A day is red once it is over, until its task is marked as done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook

from pipeline.files import replacing
from pipeline.graph.labels import shorten
from pipeline.model import Extraction
from pipeline.publish.follow_up import LOAD, STATES, TASKS, Cell, Link, Row, follow_up
from pipeline.tables.safe import neutral, xml_safe

LOAD_SHEET = "Khối lượng"
MOST_BODIES, FEWEST_TASKS, MOST_TASKS = 30, 3, 5000
"""Which bodies get a sheet of their own: so many of the busiest, with so many tasks at least and at most."""

_LONGEST_CELL, _LONGEST_TITLE = 32_767, 31
_MOST_ROWS = 1_000_000
"""What a sheet of a spreadsheet can hold (1,048,576 rows); more tasks go on to a further sheet."""
_MOST_LINKS = 65_000
"""How many links Excel takes in a sheet (65,530); the rows behind go without."""
_LONG_AGO = datetime(1980, 1, 1)
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_A3 = 8
_LINE, _TALLEST, _LETTER = 15, 405, 1.0
"""Points of a line and of the tallest row; the width of a letter, lost ends of lines included, in columns."""
_DUE, _STATE = list(TASKS).index("Đến ngày"), list(TASKS).index("Tình trạng")


def write_tasks(
    extractions: Sequence[Extraction],
    path: Path,
    texts: Mapping[str, str] | None = None,
    files: Mapping[str, Path] | None = None,
) -> None:
    """Write the tasks of all documents to `path`; `texts` and `files` as `follow_up` takes them.

    The same input gives the same bytes. Raises OSError where the file cannot be written.
    """
    rows, loads = follow_up(extractions, path.parent, texts or {}, files or {})
    busy = [load for load in loads if load.acts >= FEWEST_TASKS and len(load.rows) <= MOST_TASKS][:MOST_BODIES]
    titles = dict(zip(map(id, busy), sheet_titles(load.name for load in busy), strict=True))
    with replacing(path) as unfinished, Workbook(str(unfinished), {"constant_memory": True}) as workbook:
        workbook.set_properties({"author": "chithi", "created": _LONG_AGO})
        styles = _styles(workbook)
        for start in range(0, max(len(rows), 1), _MOST_ROWS):
            title = f"Nhiệm vụ {start // _MOST_ROWS + 1}" if start else "Nhiệm vụ"
            _add_tasks(workbook, styles, title, rows[start : start + _MOST_ROWS])
        _add_sheet(workbook, styles, LOAD_SHEET, LOAD, [load.cells(titles.get(id(load))) for load in loads])
        for load in busy:
            _add_tasks(workbook, styles, titles[id(load)], [rows[number] for number in load.rows])


def sheet_titles(names: Iterable[str]) -> list[str]:
    """A title for a sheet of each name: at most 31 characters, without those that Excel forbids, all different.

    >>> sheet_titles(["Sở Y tế", "sở y tế", "Văn phòng [A]: Tổng hợp, Hành chính và Quản trị"])
    ['Sở Y tế', 'sở y tế 2', 'Văn phòng A Tổng hợp, Hành…']
    """
    taken = {"nhiệm vụ", "history", LOAD_SHEET.lower()}
    titles = []
    for name in names:
        plain = " ".join(_NOT_IN_TITLES.sub(" ", xml_safe(name)).split()) or "Cơ quan"
        title, number = shorten(plain, _LONGEST_TITLE), 1
        while title.lower() in taken:
            number += 1
            title = f"{shorten(plain, _LONGEST_TITLE - 3)} {number}"
        taken.add(title.lower())
        titles.append(title)
    return titles


def _styles(workbook: Workbook) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top"}
    return {
        "head": workbook.add_format({**cell, "bold": True, "bg_color": "#D9E2EF", "border": 1}),
        "cell": workbook.add_format(cell),
        "date": workbook.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "left"}),
        "link": workbook.add_format({**cell, "font_color": "#0B5394", "underline": 1}),
        "late": workbook.add_format({"font_color": "#C00000", "bold": True}),
    }


def _add_tasks(workbook: Workbook, styles: dict[str, Any], title: str, rows: Sequence[Row]) -> None:
    """A sheet of tasks, with a list of states to choose from and the days that are over in red."""
    sheet = _add_sheet(workbook, styles, title, TASKS, rows)
    last = max(len(rows), 1)
    sheet.data_validation(1, _STATE, last, _STATE, {"validate": "list", "source": list(STATES), "ignore_blank": True})
    due, state = f"${chr(ord('A') + _DUE)}2", f"${chr(ord('A') + _STATE)}2"
    over = f'=AND(ISNUMBER({due}),{due}<TODAY(),{state}<>"{STATES[2]}")'
    sheet.conditional_format(1, _DUE, last, _DUE, {"type": "formula", "criteria": over, "format": styles["late"]})


def _add_sheet(
    workbook: Workbook, styles: dict[str, Any], title: str, columns: dict[str, int], rows: Sequence[Row]
) -> Any:  # noqa: ANN401 - xlsxwriter has no types
    """A sheet with a frozen head and filters, to be printed in landscape over the width of a page."""
    sheet = workbook.add_worksheet(title)
    for number, (heading, width) in enumerate(columns.items()):
        sheet.set_column(number, number, width, styles["cell"])
        sheet.write_string(0, number, heading, styles["head"])
    sheet.set_row(0, 2 * _LINE)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_paper(_A3)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&RTrang &P/&N")
    links = 0
    for at, row in enumerate(rows, 1):
        sheet.set_row(at, _height(row, columns.values()))
        for number, value in enumerate(row):
            if isinstance(value, Link) and links >= _MOST_LINKS:
                value = value.text
            links += isinstance(value, Link)
            _write(sheet, at, number, value, styles)
    return sheet


def _height(row: Row, widths: Iterable[int]) -> int:
    """The height of a row in points that shows all its text: LibreOffice does not measure it when it opens a file."""
    texts = (value.text if isinstance(value, Link) else value for value in row)
    lines = (
        sum(1 + int(len(line) * _LETTER / width) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
        if isinstance(text, str)
    )
    return min(_LINE * max(lines, default=1), _TALLEST)


def _write(sheet: Any, at: int, number: int, value: Cell, styles: dict[str, Any]) -> None:  # noqa: ANN401
    if isinstance(value, str):
        sheet.write_string(at, number, _text(value), styles["cell"])
    elif isinstance(value, Link):
        sheet.write_url(at, number, value.target, styles["link"], _text(value.text))
    elif isinstance(value, date):
        sheet.write_datetime(at, number, datetime(value.year, value.month, value.day), styles["date"])
    elif value is not None:
        sheet.write_number(at, number, value, styles["cell"])


def _text(value: str) -> str:
    return shorten(neutral(xml_safe(value)), _LONGEST_CELL)
