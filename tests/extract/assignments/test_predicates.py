from __future__ import annotations

import pytest

from tests.extract.assignments.test_roles import NVU, TC, UB, said


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Nhân dịp lễ hội, Sở Nội vụ tổ chức trực.", f"responsible {NVU}"),
        ("Trước mắt, Sở Tài chính cấp tạm ứng cho Sở Nội vụ.", f"responsible {TC}"),
        ("Sở Nội vụ là cơ quan thường trực giúp UBND tỉnh quản lý kho.", f"responsible {NVU}"),
        ("Những địa phương để xảy ra cháy thì Chủ tịch UBND xã phải chịu trách nhiệm.", "responsible UBND xã"),
        ("Nếu để mất kho thì Thủ trưởng cơ quan, đơn vị chịu trách nhiệm.", "responsible các cơ quan, đơn vị/head"),
    ],
)
def test_who_is_told_to_act(text: str, subjects: str) -> None:
    assert said(text)[0] == subjects.replace("UBND xã", "Ủy ban nhân dân cấp xã/head")


@pytest.mark.parametrize(
    "text",
    [
        "Báo Lao động số ra ngày 5/6 phản ánh việc mất kho.",
        "Báo điện tử Sông Đà ngày 5/6 có bài viết về kho.",
        "Báo Lao động có bài viết về kho.",
    ],
)
def test_a_newspaper_that_has_printed_something_is_told_nothing(text: str) -> None:
    assert said(text) == ("", "")


def test_whoever_is_given_a_task_within_a_task_of_another() -> None:
    text = "Sở Nội vụ thành lập đoàn, giao nhiệm vụ cụ thể cho Sở Tài chính, báo cáo UBND tỉnh."
    assert said(text) == (f"responsible {NVU}", f"responsible {TC}; reported_to {UB}")
