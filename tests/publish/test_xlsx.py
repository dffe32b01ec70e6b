from __future__ import annotations

import csv
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from pipeline.model import Extraction
from pipeline.publish import xlsx
from pipeline.publish.follow_up import LOAD, STATES, TASKS, Link, follow_up
from pipeline.publish.xlsx import sheet_titles, write_tasks
from tests.make import make_assignment, make_citation, make_clause, make_corpus, make_document, make_extraction

COLUMNS = list(TASKS)


def sheets(extractions: list[Extraction], folder: Path) -> dict[str, list[tuple[object, ...]]]:
    write_tasks(extractions, folder / "tasks.xlsx")
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(folder / "tasks.xlsx")}


def first(extraction: Extraction, folder: Path) -> dict[str, object]:
    """The first row of the tasks, by heading."""
    heading, row, *_ = sheets([extraction], folder)["Nhiệm vụ"]
    return {str(name): value for name, value in zip(heading, row, strict=True) if value is not None}


def test_one_row_per_task(tmp_path: Path) -> None:
    task = make_assignment(
        office="head",
        deadline="trước ngày 15/12/2024",
        deadline_date="2024-12-15",
        province="Hưng Yên",
        targets=("tối thiểu 80 %", "100%"),
    )
    helper = make_assignment("Sở Y tế", "P-SYT@hung-yen", role="coordinate")
    boss = make_assignment("Ủy ban nhân dân tỉnh", "P-UBND@hung-yen", role="reported_to", office="head")
    row = first(make_extraction(assignments=[task, helper, boss], citations=[make_citation()]), tmp_path)
    assert row == {
        "TT": 1,
        "Cơ quan thực hiện": "Sở Nội vụ",
        "Chức danh": "người đứng đầu",
        "Vai trò": "chủ trì",
        "Nhiệm vụ": "Rà soát hồ sơ lưu trữ.",
        "Thời hạn": "trước ngày 15/12/2024",
        "Đến ngày": datetime(2024, 12, 15),
        "Chỉ tiêu": "tối thiểu 80 %\n100%",
        "Cơ quan phối hợp": "Sở Y tế",
        "Tham mưu, báo cáo cho": "Ủy ban nhân dân tỉnh (người đứng đầu)",
        "Văn bản": "Chỉ thị 09/CT-UBND (Ủy ban nhân dân tỉnh Hưng Yên, 2/8/2021)",
        "Điều khoản": "1",
        "Trang": 1,
        "Căn cứ, thực hiện văn bản": "Nghị định 30/2020/NĐ-CP (Chính phủ, 5/3/2020)",
        "Tỉnh, thành phố": "Hưng Yên",
        "Tệp": "a.txt",
    }


def test_a_task_that_no_body_leads_is_no_less_a_row(tmp_path: Path) -> None:
    row = first(make_extraction(assignments=[make_assignment(role="coordinate")]), tmp_path)
    assert "Cơ quan thực hiện" not in row
    assert (row["Cơ quan phối hợp"], row["Nhiệm vụ"]) == ("Sở Nội vụ", "Rà soát hồ sơ lưu trữ.")


@pytest.mark.parametrize(
    ("clause", "part", "shown"),
    [("-1", "main", "-1"), ("preamble", "main", "Phần mở đầu"), ("II/2", "annex-1", "Phụ lục 1: II/2")],
)
def test_places_are_named_as_people_look_for_them(clause: str, part: str, shown: str, tmp_path: Path) -> None:
    task = make_assignment(clause=clause, part=part)
    assert first(make_extraction(assignments=[task]), tmp_path)["Điều khoản"] == shown


def test_rows_go_by_source_and_clause(tmp_path: Path) -> None:
    tasks = [make_assignment(clause="2"), make_assignment(clause="1")]
    clauses = [make_clause("1"), make_clause("2")]
    two = [
        make_extraction(document=make_document(source=name), assignments=tasks, clauses=clauses) for name in ("b", "a")
    ]
    rows = sheets(two, tmp_path)["Nhiệm vụ"][1:]
    clause, file = COLUMNS.index("Điều khoản"), COLUMNS.index("Tệp")
    assert [(row[0], row[file], row[clause]) for row in rows] == [
        (1, "a", "1"),
        (2, "a", "2"),
        (3, "b", "1"),
        (4, "b", "2"),
    ]


def test_the_load_of_a_body_is_counted_by_role(tmp_path: Path) -> None:
    tasks = [
        make_assignment(clause="1", deadline="trước ngày 15/12/2024", deadline_date="2024-12-15"),
        make_assignment(clause="2", role="responsible", deadline="hằng năm", deadline_date="yearly"),
        make_assignment(clause="3", deadline="trước ngày 01/12/2024", deadline_date="2024-12-01"),
        make_assignment(clause="3", role="advised"),
        make_assignment("Tổ X", None, role="coordinate"),
    ]
    heading, *rows = sheets([make_extraction(assignments=tasks)], tmp_path)["Khối lượng"]
    assert heading == tuple(LOAD)
    assert rows == [
        ("Sở Nội vụ (Hưng Yên)", "Hưng Yên", 2, 1, 0, 1, 0, 0, datetime(2024, 12, 1)),
        ("Tổ X", None, 0, 0, 1, 0, 0, 0, None),
    ]


def test_the_busiest_bodies_have_a_sheet_with_what_they_do_and_help_in(tmp_path: Path) -> None:
    tasks = [make_assignment(clause=str(number)) for number in range(3)]
    helped = [make_assignment("Sở Y tế", "P-SYT@hung-yen", clause="3"), make_assignment(clause="3", role="coordinate")]
    clauses = [make_clause(str(number)) for number in range(4)]
    found = sheets([make_extraction(assignments=[*tasks, *helped], clauses=clauses)], tmp_path)
    assert list(found) == ["Nhiệm vụ", "Khối lượng", "Sở Nội vụ (Hưng Yên)"]
    assert found["Sở Nội vụ (Hưng Yên)"] == found["Nhiệm vụ"]
    link = load_workbook(tmp_path / "tasks.xlsx")["Khối lượng"]["A2"].hyperlink
    assert link is not None and link.location == "'Sở Nội vụ (Hưng Yên)'!A1"


def test_titles_of_sheets_are_what_excel_takes() -> None:
    names = ["Sở Y tế", "sở Y tế", "Nhiệm vụ", "a/b[c]:'*?\\", "", "Ban " * 40, "Ban " * 40]
    titles = sheet_titles(names)
    assert len({title.lower() for title in titles}) == len(names)
    assert all(0 < len(title) <= 31 and not set("[]:*?/\\'") & set(title) for title in titles)
    assert titles[0] == "Sở Y tế"


def test_links_lead_from_the_sheet_to_the_files(tmp_path: Path) -> None:
    extraction = make_extraction(document=make_document(source="đề án #1.pdf"), assignments=[make_assignment()])
    out, file = tmp_path / "out", tmp_path / "in" / "đề án #1.pdf"
    (row,), _ = follow_up([extraction], out, {"đề án #1.pdf": "text/a.txt"}, {"đề án #1.pdf": file})
    links = [cell for cell in row if isinstance(cell, Link)]
    assert [link.target for link in links] == ["external:text/a.txt", "external:../in/đề%20án%20%231.pdf"]
    assert links[1].text == "đề án #1.pdf"


def test_a_path_that_no_spreadsheet_can_follow_is_no_link(tmp_path: Path) -> None:
    extraction = make_extraction(assignments=[make_assignment()])
    for path in (tmp_path / ("x" * 1200), tmp_path / "a\udcff.txt"):
        (row,), _ = follow_up([extraction], tmp_path, {}, {"a.txt": path})
        assert not [cell for cell in row if isinstance(cell, Link)]


def test_nothing_is_run_as_a_formula(tmp_path: Path) -> None:
    task = make_assignment(task='=HYPERLINK("http://example.invalid")', deadline="+1+1", body="@x")
    row = first(make_extraction(assignments=[task]), tmp_path)
    assert (row["Cơ quan thực hiện"], row["Thời hạn"]) == ("'@x", "'+1+1")
    assert row["Nhiệm vụ"] == '\'=HYPERLINK("http://example.invalid")'
    sheet = load_workbook(tmp_path / "tasks.xlsx")["Nhiệm vụ"]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


@pytest.mark.parametrize("text", ["x\x00\x0by", "<&>\"']]>", "một\nhai", "𠀀", "à" * 40_000])
def test_any_text_reads_back(text: str, tmp_path: Path) -> None:
    shown = first(make_extraction(assignments=[make_assignment(task=text)]), tmp_path)["Nhiệm vụ"]
    clean = text.replace("\x00", "").replace("\x0b", "")
    assert shown == clean or (len(clean) > 32_767 and shown == clean[:32_766] + "…")


def test_the_sheet_can_be_filtered_filled_in_and_read(tmp_path: Path) -> None:
    write_tasks(make_corpus(5), tmp_path / "tasks.xlsx")
    for sheet in load_workbook(tmp_path / "tasks.xlsx"):
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "C2"
        assert sheet["A1"].font.bold
        assert sheet["B2"].alignment.wrap_text
        assert sheet.page_setup.orientation == "landscape"
        assert all(column.width >= 6 for column in sheet.column_dimensions.values())
        if sheet.title != "Khối lượng":
            (states,) = sheet.data_validations.dataValidation
            assert states.formula1 == f'"{",".join(STATES)}"'
            assert str(states.sqref) == f"Q2:Q{sheet.max_row}"


def test_a_row_is_as_tall_as_its_text(tmp_path: Path) -> None:
    tasks = [make_assignment(task="ngắn", clause="1"), make_assignment(task="dài " * 100, clause="2")]
    write_tasks([make_extraction(assignments=tasks)], tmp_path / "tasks.xlsx")
    heights = load_workbook(tmp_path / "tasks.xlsx")["Nhiệm vụ"].row_dimensions
    assert (heights[2].height or 0) < 60 < 100 < (heights[3].height or 0) < 409


def test_more_tasks_than_a_sheet_holds_go_on_to_a_further_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 2)
    monkeypatch.setattr(xlsx, "FEWEST_TASKS", 6)
    found = sheets([make_extraction(assignments=[make_assignment(clause=str(n)) for n in range(5)])], tmp_path)
    assert list(found) == ["Nhiệm vụ", "Nhiệm vụ 2", "Nhiệm vụ 3", "Khối lượng"]
    assert [len(rows) - 1 for rows in found.values()] == [2, 2, 1, 1]


def test_links_beyond_what_excel_takes_are_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_LINKS", 3)
    extraction = make_extraction(assignments=[make_assignment(clause=str(n)) for n in range(5)])
    write_tasks([extraction], tmp_path / "tasks.xlsx", {"a.txt": "text/a.txt"})
    column = load_workbook(tmp_path / "tasks.xlsx")["Nhiệm vụ"]["K"]
    assert [cell.hyperlink is not None for cell in column[1:]] == [True, True, True, False, False]
    assert len({cell.value for cell in column[1:]}) == 1


def test_no_time_of_writing_is_kept(tmp_path: Path) -> None:
    write_tasks(make_corpus(2), tmp_path / "tasks.xlsx")
    with ZipFile(tmp_path / "tasks.xlsx") as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert archive.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_an_empty_corpus_gives_a_sheet_with_headings(tmp_path: Path) -> None:
    assert sheets([], tmp_path) == {"Nhiệm vụ": [tuple(TASKS)], "Khối lượng": [tuple(LOAD)]}


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("there is no LibreOffice")
    task = make_assignment(deadline="trước ngày 15/12/2024", deadline_date="2024-12-15", targets=("100%",))
    write_tasks([make_extraction(assignments=[task])], tmp_path / "tasks.xlsx", {"a.txt": "text/a.txt"})
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "tasks.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with (tmp_path / "tasks.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row) == COLUMNS
    assert (row["Cơ quan thực hiện"], row["Chỉ tiêu"], row["Tệp"]) == ("Sở Nội vụ", "100%", "a.txt")
    assert row["Đến ngày"] == date(2024, 12, 15).strftime("%d/%m/%Y")
