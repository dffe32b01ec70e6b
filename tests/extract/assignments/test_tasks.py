from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.assignments import find_assignments
from tests.extract.duty_papers import HEAD, paper


def tasks(*parts: tuple[str, str], headings: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Body and task of each row; `headings` by path."""
    document, clauses, _ = paper(*parts)
    headed = tuple(replace(clause, heading=(headings or {}).get(clause.path)) for clause in clauses)
    return [(row.body, row.task) for row in find_assignments(document, HEAD, headed)]


CLAUSES = [
    ("Giao Sở Y tế chủ trì rà soát.", [("Sở Y tế", "chủ trì rà soát")]),
    ("Sở Y tế: Tổ chức kiểm tra các trạm.", [("Sở Y tế", "Tổ chức kiểm tra các trạm")]),
    ("Đồng thời, Sở Y tế tổ chức kiểm tra.", [("Sở Y tế", "tổ chức kiểm tra")]),
    ("Đối với Sở Y tế: Tổ chức kiểm tra các trạm.", [("Sở Y tế", "Tổ chức kiểm tra các trạm")]),
    (
        "Sở Y tế chủ trì kiểm tra. Sở Nội vụ tổ chức tập huấn.",
        [("Sở Y tế", "chủ trì kiểm tra"), ("Sở Nội vụ", "tổ chức tập huấn")],
    ),
    (
        "Giao Sở Y tế rà soát hồ sơ; yêu cầu Sở Nội vụ tổ chức tập huấn./.",
        [("Sở Y tế", "rà soát hồ sơ"), ("Sở Nội vụ", "tổ chức tập huấn")],
    ),
    (
        "Sở Y tế, Sở Nội vụ tổ chức tập huấn.",
        [("Sở Y tế", "tổ chức tập huấn"), ("Sở Nội vụ", "tổ chức tập huấn")],
    ),
    (
        "Sở Y tế tổ chức tập huấn. Sở Nội vụ kiểm tra. Sở Y tế tổng hợp kết quả.",
        [("Sở Y tế", "tổ chức tập huấn\ntổng hợp kết quả"), ("Sở Nội vụ", "kiểm tra")],
    ),
    (
        "Trường hợp vượt thẩm quyền, Sở Y tế tổng hợp.",
        [("Sở Y tế", "Trường hợp vượt thẩm quyền, Sở Y tế tổng hợp")],
    ),
    (
        "Về cấp nước sạch: giao Sở Y tế tổ chức kiểm tra.",
        [("Sở Y tế", "Về cấp nước sạch: giao Sở Y tế tổ chức kiểm tra")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_the_task_begins_behind_the_command_and_its_bodies(text: str, expected: list[tuple[str, str]]) -> None:
    assert tasks(("1", text)) == expected


def test_coordinating_bodies_share_the_task_they_stand_in() -> None:
    text = "Sở Y tế tổ chức tập huấn. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tư pháp kiểm tra."
    assert tasks(("1", text))[1:] == [
        ("Sở Nội vụ", "chủ trì, phối hợp với Sở Tư pháp kiểm tra"),
        ("Sở Tư pháp", "chủ trì, phối hợp với Sở Tư pháp kiểm tra"),
    ]


def test_bodies_from_above_have_what_stands_before_the_clauses_own() -> None:
    above = ("2", "Sở Y tế")
    mixed = ("2/a", "Rà soát lại toàn bộ hồ sơ. Giao Sở Nội vụ tổng hợp kết quả rà soát.")
    assert tasks(above, mixed) == [
        ("Sở Y tế", "Rà soát lại toàn bộ hồ sơ"),
        ("Sở Nội vụ", "tổng hợp kết quả rà soát"),
    ]


def test_a_few_words_take_the_heading_in_front_unless_it_names_the_bodies() -> None:
    parts = [("1", "Số hóa hồ sơ"), ("1/a", "Sở Y tế: 50 hồ sơ."), ("2", "Sở Nội vụ"), ("2/a", "Tổng hợp kết quả.")]
    found = tasks(*parts, headings={"1": "Số hóa hồ sơ", "2": "Sở Nội vụ"})
    assert found == [("Sở Y tế", "Số hóa hồ sơ: 50 hồ sơ"), ("Sở Nội vụ", "Tổng hợp kết quả")]


def test_a_line_that_only_labels_bodies_stands_for_what_is_above_it() -> None:
    first = [("1", "Tập huấn"), ("1/-1", "Mở hai lớp tập huấn tại tỉnh.\nĐơn vị chủ trì: Sở Y tế.")]
    second = [("2", "Hội thi"), ("2/-1", "Đơn vị chủ trì: Sở Y tế.")]
    assert tasks(*first, *second, headings={"1": "Tập huấn", "2": "Hội thi"}) == [
        ("Sở Y tế", "Mở hai lớp tập huấn tại tỉnh"),
        ("Sở Y tế", "Hội thi"),
    ]
