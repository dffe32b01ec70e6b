from __future__ import annotations

import pytest

from tests.extract.bodies.test_bodies import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("với các cơ quan: Công an tỉnh, Sở Y tế rà soát", "Công an tỉnh; Sở Y tế"),
        ("các cơ quan Văn phòng Tỉnh ủy, Ban Nội chính Tỉnh ủy họp", "Văn phòng Tỉnh ủy; Ban Nội chính Tỉnh ủy"),
        ("Thủ trưởng các đơn vị: Sở Y tế, Sở Nội vụ", "Sở Y tế!; Sở Nội vụ!"),
        ("các đơn vị Sở Y tế rà soát", "các đơn vị | Sở Y tế"),
        ("các cơ quan: Sở Y tế rà soát", "các cơ quan | Sở Y tế"),
    ],
)
def test_names_behind_a_noun_stand_for_it(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND các huyện, thành phố Mỹ Tho, thị xã Gò Công và Sở Y tế", "Ủy ban nhân dân cấp huyện; Sở Y tế"),
        ("Sở Nhà đất và công trình công cộng, Sở Y tế", "Sở Nhà đất và công trình công cộng; Sở Y tế"),
        ("Ban Thường trực Ủy ban MTTQ tỉnh", "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("Ủy ban bầu cử tỉnh tổ chức", "Ủy ban bầu cử tỉnh"),
        ("Thường trực UBND tỉnh kế hoạch", "Thường trực Ủy ban nhân dân tỉnh"),
        ("Ban Xây dựng Đảng phụ trách chung", "Ban Xây dựng Đảng"),
        ("Trưởng Ban Dân vận - Trưởng Tiểu ban: Phụ trách", "Ban Dân vận!"),
        ("Các Đảng ủy Bộ Y tế, Bộ Nội vụ", "Đảng ủy Bộ Y tế; Đảng ủy Bộ Nội vụ"),
        ("Các Ban Thường vụ Tỉnh ủy, Thành ủy", "Ban Thường vụ Tỉnh ủy; Ban Thường vụ Thành ủy"),
        ("Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh", "Tỉnh ủy!; Ủy ban nhân dân tỉnh!"),
        ("Ủy ban nhân tỉnh họp", "Ủy ban nhân dân tỉnh"),
        ("Ủy ban nhân sự họp", "Ủy ban nhân sự"),
    ],
)
def test_names_that_go_on_or_end(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Giám đốc các sở, Thủ trưởng các ban, ngành; Chủ tịch UBND xã",
            "các sở, ban, ngành!; Ủy ban nhân dân cấp xã!",
        ),
        ("các sở; các ban, ngành", "các sở; các ban, ngành"),
        ("các công ty tài chính, các công ty bảo hiểm", "các công ty tài chính; các công ty bảo hiểm"),
    ],
)
def test_heads_of_departments_and_companies(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Y tế, các đoàn kiểm tra liên ngành, Công an tỉnh", "Sở Y tế; các đoàn kiểm tra liên ngành; Công an tỉnh"),
        ("Sở Y tế, Đội Quản lý thị trường, Công an tỉnh", "Sở Y tế; Đội Quản lý thị trường; Công an tỉnh"),
        ("Sở Y tế, Đội Quản lý thị trường số 4 họp", "Sở Y tế; Đội Quản lý thị trường số 4"),
        ("phối hợp với ngành công an mở lớp", "ngành công an"),
        ("Sở Y tế, Trung tâm lưu trữ hồ sơ mỗi đơn vị cử xe", "Sở Y tế; Trung tâm lưu trữ hồ sơ | các đơn vị"),
    ],
)
def test_teams_and_branches(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected
