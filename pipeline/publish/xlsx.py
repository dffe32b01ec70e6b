"""tasks.xlsx, the follow-up sheet: who has to do what by when, with filters; and the load of every body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from xlsxwriter import Workbook

from pipeline.files import replacing
from pipeline.graph.labels import head_label, kind_label, shorten
from pipeline.graph.nodes import body_node
from pipeline.model import CLOSING, MAIN, PREAMBLE, Assignment, Extraction
from pipeline.tables.make import assignments_in_order
from pipeline.tables.safe import neutral, xml_safe

ROLES = ("lead", "responsible", "coordinate", "advised", "reported_to")
TASKS = {
    "Cơ quan": 30,
    "Chức danh": 12,
    "Vai trò": 16,
    "Nhiệm vụ": 80,
    "Thời hạn": 22,
    "Đến ngày": 12,
    "Văn bản": 40,
    "Điều khoản": 14,
    "Trang": 8,
    "Tỉnh, thành phố": 18,
    "Tệp": 30,
}
"""Headings of the first sheet and the widths of its columns, in characters."""
LOAD = {"Cơ quan": 50, "Tỉnh, thành phố": 18, **{kind_label(f"assigns:{role}"): 16 for role in ROLES}, "Cộng": 10}

_LONGEST_CELL = 32_767
_MOST_ROWS = 1_000_000
"""What a sheet of a spreadsheet can hold (1,048,576 rows); more tasks go on to a further sheet."""
_LONG_AGO = datetime(1980, 1, 1)
_PLACES = {PREAMBLE: "Phần mở đầu", CLOSING: "Phần kết"}

Row = list[str | int | None]


def write_tasks(extractions: Sequence[Extraction], path: Path) -> None:
    """One row per assignment, by source and clause, on the first sheet; assignments per body and role on the last."""
    rows = list(_task_rows(sorted(extractions, key=lambda each: each.document.source)))
    with replacing(path) as unfinished, Workbook(str(unfinished), {"constant_memory": True}) as workbook:
        workbook.set_properties({"author": "chithi", "created": _LONG_AGO})
        for start in range(0, max(len(rows), 1), _MOST_ROWS):
            title = f"Nhiệm vụ {start // _MOST_ROWS + 1}" if start else "Nhiệm vụ"
            _add_sheet(workbook, title, TASKS, rows[start : start + _MOST_ROWS])
        _add_sheet(workbook, "Khối lượng", LOAD, list(_load_rows(extractions)))


def _task_rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    for extraction in extractions:
        name = head_label(extraction.head)
        for each in assignments_in_order(extraction):
            yield [
                each.body,
                "người đứng đầu" if each.office == "head" else each.office,
                kind_label(f"assigns:{each.role}"),
                each.task,
                each.deadline,
                each.deadline_date,
                name,
                _place(each),
                each.page,
                each.province,
                extraction.document.source,
            ]


def _load_rows(extractions: Iterable[Extraction]) -> Iterator[Row]:
    """The busiest body first. A body without identity goes by its name."""
    load: dict[str, Counter[str]] = {}
    names: dict[str, Assignment] = {}
    for each in (each for extraction in extractions for each in extraction.assignments):
        body = each.body_id or each.body
        load.setdefault(body, Counter())[each.role] += 1
        names.setdefault(body, each)
    for body, roles in sorted(load.items(), key=lambda item: (-item[1].total(), item[0])):
        shown = body_node(body, names[body].body)
        yield [shown["label"], shown.get("province"), *(roles[role] for role in ROLES), roles.total()]


def _place(assignment: Assignment) -> str:
    """The clause as a reader would look for it."""
    place = _PLACES.get(assignment.clause, assignment.clause)
    annex = assignment.part.removeprefix("annex-")
    return place if assignment.part == MAIN else f"Phụ lục {annex}: {place}"


def _add_sheet(workbook: Workbook, title: str, columns: dict[str, int], rows: Sequence[Row]) -> None:
    sheet = workbook.add_worksheet(title)
    body = workbook.add_format({"text_wrap": True, "valign": "top"})
    head = workbook.add_format({"text_wrap": True, "valign": "top", "bold": True, "bg_color": "#D9E2EF"})
    for number, (heading, width) in enumerate(columns.items()):
        sheet.set_column(number, number, width, body)
        sheet.write_string(0, number, heading, head)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    for at, row in enumerate(rows, 1):
        for number, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, number, shorten(neutral(xml_safe(value)), _LONGEST_CELL), body)
            elif value is not None:
                sheet.write_number(at, number, value, body)
