from __future__ import annotations

import pytest

from tests.extract.assignments.test_roles import NVU, TC, UB, said


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Hàng quý Sở Nội vụ lập báo cáo.", f"responsible {NVU}"),
        ("Trường hợp phức tạp Sở Nội vụ báo cáo UBND tỉnh.", f"responsible {NVU}"),
        ("Trong quá trình thực hiện, nếu có vướng mắc các đơn vị phản ánh về Sở Nội vụ.", "responsible các đơn vị"),
        ("Tháo gỡ khó khăn các đơn vị gặp phải.", ""),
        ("2. Đối với thành phố Sông Đà", "responsible thành phố Sông Đà"),
        ("2. Đối với Thủ đô Hà Nội:", "responsible thủ đô Hà Nội"),
        ("2. Thủ đô Hà Nội chủ động lập kế hoạch.", "responsible thủ đô Hà Nội"),
        ("2. Thành phố Sông Đà", ""),
        ("2. Đối với thành phố Sông Đà, kho còn đầy.", ""),
    ],
)
def test_subjects_behind_conditions_and_places_as_headings(text: str, subjects: str) -> None:
    assert said(text)[0] == subjects


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Sở Nội vụ lập văn bản đề nghị Sở Tài chính cấp vốn.", f"advised {TC}"),
        ("Sở Nội vụ có tờ trình đề nghị UBND tỉnh phê duyệt.", f"advised {UB}"),
    ],
)
def test_a_body_that_asks_another_in_writing_tells_it_nothing(text: str, others: str) -> None:
    assert said(text) == (f"responsible {NVU}", others)


def test_a_letter_that_asks_commands() -> None:
    assert said("Nhận được công văn này đề nghị Sở Nội vụ thực hiện.")[0] == f"responsible {NVU}"
