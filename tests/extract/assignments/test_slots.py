from __future__ import annotations

import pytest

from tests.extract.assignments.test_roles import NVU, TC, UB, said


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("báo cáo UBND tỉnh (Sở Nội vụ) trong tháng 6", f"reported_to {UB}; reported_to {NVU}"),
        ("báo cáo UBND tỉnh (Sở Nội vụ tổng hợp)", f"reported_to {UB}"),
        ("báo cáo, đề xuất giải pháp với UBND tỉnh", f"advised {UB}; reported_to {UB}"),
        ("thực hiện chế độ báo cáo định kỳ về UBND tỉnh", f"reported_to {UB}"),
        ("chỉ đạo, hướng dẫn kịp thời các tổ chức tín dụng cho vay", "responsible các tổ chức tín dụng"),
        (
            "phối hợp với các cơ quan như: Sở Nội vụ, Sở Tài chính",
            f"coordinate các cơ quan; coordinate {NVU}; coordinate {TC}",
        ),
    ],
)
def test_objects_behind_adverbs_brackets_and_examples(text: str, others: str) -> None:
    assert said(text)[1] == others


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Sở Nội vụ phối hợp với Sở Tài chính và chủ trì lập đề án.", f"lead {NVU}"),
        ("Sở Nội vụ phân công ban, cán bộ chủ trì lập đề án.", f"responsible {NVU}"),
        (
            "Các Ông (Bà) Giám đốc Sở Nội vụ, Giám đốc Sở Tài chính rà soát.",
            f"responsible {NVU}/head; responsible {TC}/head",
        ),
        ("Đồng chí Giám đốc Sở Nội vụ: Phụ trách chung.", f"responsible {NVU}/head"),
        ("Giám đốc Sở: Nội vụ, Tài chính rà soát.", f"responsible {NVU}/head; responsible {TC}/head"),
        ("Sở Nội vụ, Sở Tài chính, nhất là người đứng đầu chịu trách nhiệm.", f"responsible {NVU}; responsible {TC}"),
    ],
)
def test_subjects_with_titles_and_attributes(text: str, subjects: str) -> None:
    assert said(text)[0] == subjects


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("phối hợp chặt chẽ, quyết liệt với Sở Nội vụ", f"coordinate {NVU}"),
        ("phối hợp sâu sát, toàn diện và hiệu quả với Sở Nội vụ", f"coordinate {NVU}"),
        ("gửi Sở Tài chính để tổng hợp báo cáo UBND tỉnh", f"reported_to {TC}; reported_to {UB}"),
        ("gửi Sở Tài chính báo cáo UBND tỉnh", f"reported_to {TC}"),
        ("thông qua các giải pháp của Sở Tài chính trình UBND tỉnh", ""),
        ("tổng hợp đề xuất của các đơn vị, trình UBND tỉnh", f"reported_to {UB}"),
        ("Sở Nội vụ giao nhiệm vụ cụ thể cho Sở Tài chính", f"responsible {TC}"),
    ],
)
def test_adverbs_and_tasks_between_a_cue_and_its_object(text: str, others: str) -> None:
    assert said(text)[1] == others
