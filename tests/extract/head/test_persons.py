from __future__ import annotations

import pytest

from pipeline.extract.head.persons import is_person, mended, spelled, stray_name


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
    assert stray_name(lines.split("\n")) == name


def test_a_surname_is_mended() -> None:
    assert spelled("Nguyên VĂN NA") == "Nguyễn Văn Na"


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
