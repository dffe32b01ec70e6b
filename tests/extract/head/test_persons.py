from __future__ import annotations

import pytest

from pipeline.extract.head.persons import is_person, mended, spelled, stray_name, surname_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Lê Thị Mận", True), ("Mận", False), ("Lê thị mận", False), ("Vụ Kế hoạch", False)],
)
def test_what_looks_like_a_name(words: str, expected: bool) -> None:
    assert is_person(words) is expected


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("- Bộ Y tế;\nLê Thị Mận", "Lê Thị Mận"),
        ("- Bộ Y tế; Trần Văn Na", "Trần Văn Na"),
        ("- Các sở; rần Văn Na", "Trần Văn Na"),
        ("- Các sở; inh Văn Na", None),  # Đinh or Ninh
        ("- Lưu: VT, XD7 “Lê Thị Mận", "Lê Thị Mận"),
        ("- Sở Xây dựng, Phòng Quản Lý", None),
    ],
)
def test_names_that_stray(lines: str, name: str | None) -> None:
    assert stray_name(lines.split("\n"), worn=True) == name


def test_in_clean_text_a_name_stands_alone() -> None:
    assert stray_name(["- Bộ Y tế;", "Lê Thị Mận"], worn=False) == "Lê Thị Mận"
    assert stray_name(["- Lưu: VT; Trần Văn Na"], worn=False) is None


def test_a_name_is_spelled_as_it_stands() -> None:
    assert spelled("Nguyên VĂN NA") == "Nguyên Văn Na"
    assert mended("Nguyên Văn Na") == "Nguyễn Văn Na"


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("LỮ THỊ MẬN", "Lữ"),
        ("Bản Thị Mận", None),  # a rare surname is no model for others
        ("Nguyên Thị Mận", "Nguyễn"),
        ("H'Mận Niê", "H'Mận"),
        ("Bộ Y Tế", None),
    ],
)
def test_surnames(name: str, surname: str | None) -> None:
    assert surname_of(name) == surname


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Trần Cam Tu", "Trần Cẩm Tú"),
        ("Lê Quốc Đũng", "Lê Quốc Dũng"),
        ("Lê Phước Hiên", "Lê Phước Hiền"),
        ("Lê Thị Mận", "Lê Thị Mận"),
        ("Giàng A Pờ", "Giàng A Pờ"),
        ("Lê", "Lê"),
    ],
)
def test_words_that_are_no_names(name: str, right: str) -> None:
    assert mended(name) == right
