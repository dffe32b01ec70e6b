from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from pipeline.model import Extraction
from pipeline.publish import xlsx
from pipeline.publish.xlsx import write_tasks
from tests.make import make_assignment, make_clause, make_corpus, make_document, make_extraction


def sheets(extractions: list[Extraction], folder: Path) -> dict[str, list[tuple[object, ...]]]:
    write_tasks(extractions, folder / "tasks.xlsx")
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(folder / "tasks.xlsx")}


def test_one_row_per_assignment(tmp_path: Path) -> None:
    task = make_assignment(
        office="head", deadline="trước ngày 15/12/2024", deadline_date="2024-12-15", province="Hưng Yên"
    )
    heading, row = sheets([make_extraction(assignments=[task])], tmp_path)["Nhiệm vụ"]
    assert heading == tuple(xlsx.TASKS)
    assert row == (
        "Sở Nội vụ",
        "người đứng đầu",
        "chủ trì",
        "Rà soát hồ sơ lưu trữ.",
        "trước ngày 15/12/2024",
        "2024-12-15",
        "Chỉ thị 09/CT-UBND (Ủy ban nhân dân tỉnh Hưng Yên, 2/8/2021)",
        "1",
        1,
        "Hưng Yên",
        "a.txt",
    )


@pytest.mark.parametrize(
    ("clause", "part", "shown"),
    [("-1", "main", "-1"), ("preamble", "main", "Phần mở đầu"), ("II/2", "annex-1", "Phụ lục 1: II/2")],
)
def test_places_are_named_as_people_look_for_them(clause: str, part: str, shown: str, tmp_path: Path) -> None:
    task = make_assignment(clause=clause, part=part)
    assert sheets([make_extraction(assignments=[task])], tmp_path)["Nhiệm vụ"][1][7] == shown


def test_rows_go_by_source_and_clause(tmp_path: Path) -> None:
    tasks = [make_assignment(clause="2"), make_assignment(clause="1")]
    two = [
        make_extraction(
            document=make_document(source=name), assignments=tasks, clauses=[make_clause("1"), make_clause("2")]
        )
        for name in ("b", "a")
    ]
    rows = sheets(two, tmp_path)["Nhiệm vụ"][1:]
    assert [(row[10], row[7]) for row in rows] == [("a", "1"), ("a", "2"), ("b", "1"), ("b", "2")]


def test_the_load_of_a_body_is_counted_by_role(tmp_path: Path) -> None:
    tasks = [make_assignment(), make_assignment(), make_assignment(role="advised"), make_assignment("Tổ X", None)]
    heading, first, second = sheets([make_extraction(assignments=tasks)], tmp_path)["Khối lượng"]
    assert heading == tuple(xlsx.LOAD)
    assert first == ("Sở Nội vụ (Hưng Yên)", "Hưng Yên", 2, 0, 0, 1, 0, 3)
    assert second == ("Tổ X", None, 1, 0, 0, 0, 0, 1)


def test_nothing_is_run_as_a_formula(tmp_path: Path) -> None:
    task = make_assignment(task='=HYPERLINK("http://example.invalid")', deadline="+1+1", body="@x")
    write_tasks([make_extraction(assignments=[task])], tmp_path / "tasks.xlsx")
    sheet = load_workbook(tmp_path / "tasks.xlsx")["Nhiệm vụ"]
    assert [sheet.cell(2, column).value for column in (1, 4, 5)] == [
        "'@x",
        '\'=HYPERLINK("http://example.invalid")',
        "'+1+1",
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("text", ["x\x00\x0by", "<&>\"']]>", "một\nhai", "𠀀", "à" * 40_000])
def test_any_text_reads_back(text: str, tmp_path: Path) -> None:
    shown = sheets([make_extraction(assignments=[make_assignment(task=text)])], tmp_path)["Nhiệm vụ"][1][3]
    clean = text.replace("\x00", "").replace("\x0b", "")
    assert shown == clean or (len(clean) > 32_767 and shown == clean[:32_766] + "…")


def test_the_sheet_can_be_filtered_and_read(tmp_path: Path) -> None:
    write_tasks(make_corpus(5), tmp_path / "tasks.xlsx")
    for sheet in load_workbook(tmp_path / "tasks.xlsx"):
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "A2"
        assert sheet["A1"].font.bold
        assert sheet["A2"].alignment.wrap_text
        assert all(column.width >= 8 for column in sheet.column_dimensions.values())


def test_more_tasks_than_a_sheet_holds_go_on_to_a_further_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 2)
    found = sheets([make_extraction(assignments=[make_assignment()] * 5)], tmp_path)
    assert list(found) == ["Nhiệm vụ", "Nhiệm vụ 2", "Nhiệm vụ 3", "Khối lượng"]
    assert [len(rows) - 1 for rows in found.values()] == [2, 2, 1, 1]


def test_no_time_of_writing_is_kept(tmp_path: Path) -> None:
    write_tasks(make_corpus(2), tmp_path / "tasks.xlsx")
    with ZipFile(tmp_path / "tasks.xlsx") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_an_empty_corpus_gives_a_sheet_with_headings(tmp_path: Path) -> None:
    assert sheets([], tmp_path) == {"Nhiệm vụ": [tuple(xlsx.TASKS)], "Khối lượng": [tuple(xlsx.LOAD)]}
