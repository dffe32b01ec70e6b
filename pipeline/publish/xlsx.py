"""tasks.xlsx, the follow-up sheet: who has to do what by when, with filters; and the load of every body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from shutil import copyfileobj
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.writer.excel import ExcelWriter

from pipeline.files import replacing
from pipeline.graph.labels import kind_label, shorten
from pipeline.graph.nodes import body_node, head_label
from pipeline.model import CLOSING, MAIN, PREAMBLE, Assignment, Extraction
from pipeline.publish.safe import neutral, xml_safe
from pipeline.publish.tables import assignments_in_order

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
_TOP = Alignment(wrap_text=True, vertical="top")
_PLACES = {PREAMBLE: "Phần mở đầu", CLOSING: "Phần kết"}

Row = list[Any]


def write_tasks(extractions: Sequence[Extraction], path: Path) -> None:
    """One row per assignment, by source and clause, on the first sheet; assignments per body and role on the last."""
    workbook = Workbook(write_only=True)
    workbook.properties.creator = "chithi"
    workbook.properties.created = workbook.properties.modified = _LONG_AGO
    rows = list(_task_rows(sorted(extractions, key=lambda each: each.document.source)))
    for start in range(0, max(len(rows), 1), _MOST_ROWS):
        title = f"Nhiệm vụ {start // _MOST_ROWS + 1}" if start else "Nhiệm vụ"
        _add_sheet(workbook, title, TASKS, rows[start : start + _MOST_ROWS])
    _add_sheet(workbook, "Khối lượng", LOAD, list(_load_rows(extractions)))
    with replacing(path) as unfinished, _TimelessZip(unfinished, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).write_data()


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
    sheet = workbook.create_sheet(title)
    for number, width in enumerate(columns.values(), 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    sheet.append([_heading(sheet, text) for text in columns])
    style = _text_style(sheet)
    for row in rows:
        sheet.append([_cell(sheet, value, style) for value in row])


def _heading(sheet: Any, text: str) -> Any:  # noqa: ANN401 - openpyxl's types name neither sheet nor cell
    cell = WriteOnlyCell(sheet, text)
    cell.font, cell.fill, cell.alignment = Font(bold=True), PatternFill("solid", fgColor="D9E2EF"), _TOP
    return cell


def _text_style(sheet: Any) -> Any:  # noqa: ANN401
    """The style of all cells, made once: openpyxl would look it up anew for each."""
    cell: Any = WriteOnlyCell(sheet)
    cell.alignment = _TOP
    return cell._style


def _cell(sheet: Any, value: str | int | None, style: Any) -> Any:  # noqa: ANN401
    if value is None:
        return None
    cell: Any = WriteOnlyCell(
        sheet, shorten(neutral(xml_safe(value)), _LONGEST_CELL) if isinstance(value, str) else value
    )
    cell._style = style
    return cell


class _TimelessZip(ZipFile):
    """Entries without the time of writing, so that the same workbook gives the same bytes."""

    def writestr(self, name: str | ZipInfo, data: Any, *_: Any) -> None:  # noqa: ANN401
        """Add bytes."""
        super().writestr(_timeless(str(name)), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any) -> None:  # noqa: ANN401
        """Add a file."""
        with Path(filename).open("rb") as source, self.open(_timeless(arcname), "w") as target:
            copyfileobj(source, target)


def _timeless(name: str) -> ZipInfo:
    info = ZipInfo(name, _LONG_AGO.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    return info
