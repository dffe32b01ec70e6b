"""The rows of the follow-up sheet: one per task, and one per body with its load."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from pipeline.graph.labels import document_label, head_label, kind_label
from pipeline.graph.nodes import body_node
from pipeline.model import CLOSING, MAIN, PREAMBLE, TITLE, Assignment, Citation, Extraction
from pipeline.publish.due_words import due_cell
from pipeline.tables.safe import xml_safe
from pipeline.tables.tasks import Task, citations_of, tasks_of, without_deadline

ROLES = ("lead", "responsible", "coordinate", "advised", "reported_to")
TASKS = {
    "TT": 6,
    "Cơ quan thực hiện": 24,
    "Chức danh": 11,
    "Vai trò": 11,
    "Nhiệm vụ": 60,
    "Thời hạn": 18,
    "Đến ngày": 13,
    "Chỉ tiêu": 18,
    "Cơ quan phối hợp": 24,
    "Tham mưu, báo cáo cho": 20,
    "Văn bản": 26,
    "Điều khoản": 12,
    "Trang": 7,
    "Căn cứ, thực hiện văn bản": 28,
    "Tỉnh, thành phố": 12,
    "Tệp": 18,
    "Tình trạng": 14,
    "Ghi chú": 20,
}
"""Headings of the sheets of tasks and the widths of their columns, in characters. The last two are the reader's."""
LOAD = {
    "Cơ quan": 50,
    "Tỉnh, thành phố": 18,
    **{kind_label(f"assigns:{role}").capitalize(): 14 for role in ROLES},
    "Không nêu thời hạn": 14,
    "Hạn sớm nhất": 14,
}
STATES = ("Chưa thực hiện", "Đang thực hiện", "Đã hoàn thành", "Không thực hiện")

_PLACES = {PREAMBLE: "Phần mở đầu", CLOSING: "Phần kết", TITLE: "Trích yếu"}
_ESCAPED = re.compile(r'[%#?"<>\[\]^`{}| ]')
_LONGEST_LINK = 1000


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to the file or place `target`: `external:text/x.txt`, `internal:'Khối lượng'!A1`."""

    text: str
    target: str


Cell: TypeAlias = "str | int | date | Link | None"
Row: TypeAlias = "list[Cell]"


@dataclass(slots=True)
class Load:
    """The tasks of a body: by role; the rows of the sheet in which it acts or helps; of those it `acts` in how many are
    `open`, without deadline, and the first day one is due.
    """

    name: str
    province: str | None
    roles: Counter[str] = field(default_factory=Counter)
    rows: list[int] = field(default_factory=list)
    acts: int = 0
    open: int = 0
    first_due: date | None = None

    def cells(self, sheet: str | None) -> Row:
        """The row of the sheet of loads; the name leads to the body's own `sheet`."""
        name = Link(self.name, f"internal:'{sheet}'!A1") if sheet else self.name
        return [name, self.province, *(self.roles[role] for role in ROLES), self.open, self.first_due]


def follow_up(
    extractions: Sequence[Extraction], out: Path, texts: Mapping[str, str], files: Mapping[str, Path]
) -> tuple[list[Row], list[Load]]:
    """The rows of all tasks by source and clause, and the load of every body, the busiest first.

    `texts`: source → its text file below `out`; `files`: source → the file it was read from. What they do not
    name gets no link.
    """
    rows: list[Row] = []
    loads: dict[str, Load] = {}
    for extraction in sorted(extractions, key=lambda each: each.document.source):
        source = extraction.document.source
        document = _link(head_label(extraction.head), texts.get(source))
        file = _link(source, os.path.relpath(files[source], out) if source in files else None)
        cited = citations_of(extraction)
        for task in tasks_of(extraction):
            _count(loads, task, len(rows))
            rows.append(_task_row(len(rows) + 1, task, document, file, cited))
    return rows, sorted(loads.values(), key=lambda load: (-load.acts, -load.roles.total(), load.name))


def _task_row(
    number: int, task: Task, document: Cell, file: Cell, cited: Mapping[tuple[str, str], Iterable[Citation]]
) -> Row:
    row = task.row
    return [
        number,
        row.body if task.acts else None,
        _office(row) if task.acts else None,
        kind_label(f"assigns:{row.role}") if task.acts else None,
        row.task,
        row.deadline,
        due_cell(row.deadline_date),
        _lines(row.targets),
        _lines(map(_named, task.coordinate)),
        _lines(map(_named, task.told)),
        document,
        place_words(row),
        row.page,
        _lines(map(cited_label, cited.get((row.part, row.clause), ()))),
        row.province,
        file,
        None,
        None,
    ]


def _count(loads: dict[str, Load], task: Task, number: int) -> None:
    """Add a task to the load of every body in it. A body without identity goes by its name."""
    acting = (task.row,) if task.acts else ()
    for row in (*acting, *task.coordinate, *task.told):
        load = _load_of(loads, row)
        load.roles[row.role] += 1
        if row not in task.told and load.rows[-1:] != [number]:
            load.rows.append(number)
    for row in acting:
        load = _load_of(loads, row)
        load.acts += 1
        load.open += without_deadline([task])
        due = due_cell(task.row.deadline_date)
        if isinstance(due, date):
            load.first_due = min(due, load.first_due or due)


def _load_of(loads: dict[str, Load], row: Assignment) -> Load:
    key = row.body_id or row.body
    if key not in loads:
        shown = body_node(key, row.body)
        loads[key] = Load(shown["label"], shown.get("province"))
    return loads[key]


def _office(row: Assignment) -> str | None:
    return "người đứng đầu" if row.office == "head" else row.office


def _named(row: Assignment) -> str:
    return f"{row.body} ({_office(row)})" if row.office else row.body


def cited_label(citation: Citation) -> str:
    """What a cited document is called by."""
    return document_label(citation.doc_type, citation.number or citation.name, citation.issuer, citation.date)


def _lines(texts: Iterable[str]) -> str | None:
    return "\n".join(dict.fromkeys(texts)) or None


def place_words(row: Assignment | Citation) -> str:
    """The clause as a reader would look for it."""
    place = _PLACES.get(row.clause, row.clause)
    return place if row.part == MAIN else f"Phụ lục {row.part.removeprefix('annex-')}: {place}"


def _link(text: str, path: str | None) -> Cell:
    """The text as a link to a file, given relative to the sheet; without one where no spreadsheet could follow it."""
    if path is None or len(path) > _LONGEST_LINK or path != xml_safe(path):
        return text
    return Link(text, "external:" + _ESCAPED.sub(lambda found: f"%{ord(found[0]):02X}", path))
