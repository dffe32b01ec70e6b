from __future__ import annotations

import pytest

from pipeline.extract.assignments import find_assignments
from tests.extract.duty_papers import HEAD, paper, summary


def found(*parts: tuple[str, str]) -> list[str]:
    document, clauses, _ = paper(*parts)
    return summary(find_assignments(document, HEAD, clauses))


@pytest.mark.parametrize(
    "heading",
    [
        "Trách nhiệm của Sở Y tế trong cấp phép",
        "Nhiệm vụ và quyền hạn của Sở Y tế:",
        "Đối với Sở Y tế:",
        "Quyền và nghĩa vụ của Sở Y tế",
    ],
)
def test_a_heading_on_duties_hands_its_body_down(heading: str) -> None:
    assert found(("1", heading), ("1/a", "Thẩm định hồ sơ.")) == ["1/a: responsible* Sở Y tế"]


@pytest.mark.parametrize(
    "parts",
    [
        [("1", "Đối tượng áp dụng"), ("1/a", "Các sở, ngành thực hiện việc thẩm định.")],
        [("1", "Đối tượng áp dụng"), ("1/a", "Nơi dùng:"), ("1/a/-1", "Các sở, ngành thực hiện việc thẩm định.")],
        [("1", "Phạm vi điều chỉnh\nCác đơn vị phối hợp với Sở Y tế thẩm định.")],
        [("1", "Danh nghĩa tổ chức: Sở Y tế, Sở Nội vụ.")],
    ],
)
def test_what_a_text_is_about_is_no_task(parts: list[tuple[str, str]]) -> None:
    assert found(*parts) == []


def test_a_task_with_its_bodies_behind_a_colon() -> None:
    assert found(("1", "Rà soát kho thuốc: Sở Y tế, Sở Nội vụ.")) == [
        "1: responsible Sở Y tế",
        "1: responsible Sở Nội vụ",
    ]


def test_what_puts_a_text_in_force_is_no_task_of_those_above() -> None:
    assert found(
        ("1", "Sở Y tế"),
        ("1/a", "Ban hành kèm theo Quyết định này Quy chế trực."),
        ("1/b", "Quyết định này có hiệu lực từ ngày ký."),
        ("1/c", "Phân công người trực."),
    ) == ["1/c: responsible* Sở Y tế"]


def test_a_clause_with_children_may_state_a_task_of_its_own() -> None:
    assert found(("1", "Sở Y tế\nPhối hợp với Sở Nội vụ trực cấp cứu.\nTrong đó:"), ("1/a", "Bố trí thuốc.")) == [
        "1: responsible Sở Y tế",
        "1: coordinate Sở Nội vụ",
        "1/a: responsible* Sở Y tế",
    ]


@pytest.mark.parametrize(
    "text", ["Tổ công tác gồm: Sở Y tế, Sở Nội vụ.", "Sở Y tế: Gồm 5 phòng.", "Sở Y tế gồm 5 phòng."]
)
def test_who_a_body_consists_of_is_no_task(text: str) -> None:
    assert found(("1", text)) == []


def test_what_a_body_demands_is_a_task_of_its_own_too() -> None:
    assert found(("1", "Sở Y tế"), ("1/a", "Yêu cầu các bệnh viện trực cấp cứu.")) == [
        "1/a: responsible* Sở Y tế",
        "1/a: responsible các bệnh viện",
    ]


def test_roles_in_brackets() -> None:
    assert found(("1", "Giao Sở Y tế (chủ trì), Sở Nội vụ, Sở Tài chính (phối hợp) rà soát.")) == [
        "1: lead Sở Y tế",
        "1: coordinate Sở Nội vụ",
        "1: coordinate Sở Tài chính",
    ]


def test_a_heading_of_duties_may_name_whom_no_table_knows() -> None:
    assert found(
        ("1", "Trách nhiệm của cơ quan, tổ chức dùng chung kho lạnh trong việc giữ gìn"),
        ("1/a", "Giữ gìn sạch sẽ."),
        ("1/b", "Được sử dụng thiết bị của kho."),
        ("2", "Nghĩa vụ của người gửi hàng"),
        ("2/a", "Khai báo hàng hóa."),
    ) == [
        "1/a: responsible* các cơ quan dùng chung kho lạnh",
        "1/a: responsible* các tổ chức dùng chung kho lạnh",
    ]


def test_what_papers_consist_of_is_no_task_but_to_file_them_is() -> None:
    assert found(
        ("1", "Sở Y tế lập hồ sơ gửi Sở Nội vụ thẩm định. Hồ sơ gồm các tài liệu sau:"),
        ("1/a", "Tờ trình của Sở Y tế;"),
        ("1/b", "Bản vẽ kho."),
    ) == ["1: responsible Sở Y tế", "1: reported_to Sở Nội vụ"]


def test_conditions_and_cases_hand_nothing_down_but_what_depends_on_them_is_a_task() -> None:
    assert found(
        ("1", "Sở Y tế cấp vốn khi kho đáp ứng các điều kiện sau đây:"),
        ("1/a", "Cơ quan, tổ chức có giấy tờ hợp lệ;"),
        ("2", "Sở Y tế kiểm tra đột xuất trong các trường hợp sau:"),
        ("2/a", "Kho bị cháy;"),
        ("2/b", "Có tố cáo thì Sở Nội vụ báo cáo UBND tỉnh."),
    ) == [
        "1: responsible Sở Y tế",
        "2: responsible Sở Y tế",
        "2/b: reported_to Ủy ban nhân dân tỉnh",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trách nhiệm Sở Y tế", ["1/a: responsible* Sở Y tế"]),
        ("Sở Y tế là đầu mối đôn đốc các đơn vị tổ chức thực hiện:", ["1/a: responsible* Sở Y tế"]),
        ("Sở Y tế: 0123.456.789", ["1/a: responsible* Sở Y tế"]),
    ],
)
def test_headings_of_bodies(text: str, expected: list[str]) -> None:
    assert found(("1", text), ("1/a", "Rà soát kho thuốc.")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Y tế: 0123.456.789 - 0123.456.780.", []),
        ("Công tác kiểm tra do Sở Y tế thực hiện.", ["1: responsible Sở Y tế"]),
        ("Việc kiểm tra các kho do Sở Y tế quản lý được làm hằng năm.", []),
        ("Cơ quan, đơn vị được cấp kho có trách nhiệm giữ gìn kho.", ["1: responsible các cơ quan, đơn vị"]),
        ("Sở Nội vụ là cơ quan đầu mối trực tiếp giúp Sở Y tế.", ["1: responsible Sở Nội vụ", "1: advised Sở Y tế"]),
    ],
)
def test_single_clauses(text: str, expected: list[str]) -> None:
    assert found(("1", text)) == expected
