from __future__ import annotations

import pytest

from pipeline.extract.citations import find_citations
from pipeline.extract.clauses import find_clauses
from pipeline.extract.layout import find_layout
from tests.extract.citations.citing import LAI_CHAU, document_of

LISTS = [
    (
        "Điều 1. Bãi bỏ toàn bộ một số văn bản\n1. Quyết định số 5/QĐ-UBND;\n2. Quyết định số 6/QĐ-UBND.",
        ["repeals"] * 2,
    ),
    ("Căn cứ\n- Luật Đầu tư công;\n- Nghị định số 29/2021/NĐ-CP.", ["based_on", "based_on"]),
    ("I. CĂN CỨ PHÁP LÝ\n1. Luật Đầu tư công.\n2. Nghị định số 29/2021/NĐ-CP.", ["based_on", "based_on"]),
    ("1. Bãi bỏ các quyết định sau:\na) Quyết định số 5/QĐ-UBND;\nb) Quyết định số 6/QĐ-UBND.", ["repeals", "repeals"]),
    ("1. Các văn bản sau hết hiệu lực kể từ ngày 01/7/2025:\na) Quyết định số 5/QĐ-UBND.", ["repeals"]),
    (
        "Tiếp tục thực hiện các văn bản:\n- Chỉ thị số 13/CT-TTg; sửa đổi Nghị định số 29/2021/NĐ-CP.",
        ["implements", "amends"],
    ),
    ("Thực hiện các nhiệm vụ sau:\n- Nghị quyết số 76/NQ-CP nêu rõ yêu cầu mới.", ["mentions"]),
    ("Triển khai các văn bản:\n- Rà soát việc đã làm (Chỉ thị số 13/CT-TTg).", ["mentions"]),
    ("Triển khai các văn bản.\n- Chỉ thị số 13/CT-TTg.", ["mentions"]),
]


@pytest.mark.parametrize(("text", "relations"), LISTS)
def test_the_line_above_a_list_governs_its_items(text: str, relations: list[str]) -> None:
    document = document_of(text)
    found = find_citations(document, LAI_CHAU, find_clauses(document, find_layout(document)))
    assert [one.relation for one in found] == relations
