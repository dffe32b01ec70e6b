from __future__ import annotations

import pytest

from pipeline.extract.citations.openings import opening_of
from pipeline.extract.citations.symbols import find_symbols
from pipeline.spelling import fold
from tests.extract.citations.citing import LAI_CHAU

CASES = [
    ("theo Nghị quyết số 76/NQ-CP", "Nghị quyết số", "nghị quyết", None, "typed"),
    ("các Công văn: số 15/BTC-NSNN", "số", "công văn", None, "list"),
    ("theo Luật Đầu tư công số 58/2024/QH15", "Luật Đầu tư công số", "luật", None, "law"),
    ("Kế hoạch của UBND tỉnh số 23/KH-UBND", "Kế hoạch của", "kế hoạch", "Ủy ban nhân dân tỉnh Lai Châu", "typed"),
    ("các Kế hoạch của UBND tỉnh: số 23/KH-UBND", "số", "kế hoạch", "Ủy ban nhân dân tỉnh Lai Châu", "list"),
    ("các Kết luận của Bộ Chính trị: Kết luận số 126-KL/TW", "Kết luận số 126", "kết luận", "Bộ Chính trị", "typed"),
    ("các văn bản của Chính phủ: Quyết định số 5/QĐ-TTg", "Quyết định số 5", "quyết định", None, "typed"),
    ("gửi kèm 76/NQ-CP", "76/NQ-CP", None, None, "bare"),
]


@pytest.mark.parametrize(("text", "start", "doc_type", "issuer", "rule"), CASES)
def test_what_stands_before_a_number(
    text: str, start: str, doc_type: str | None, issuer: str | None, rule: str
) -> None:
    opening = opening_of(text, fold(text), next(find_symbols(text)), 0, LAI_CHAU)
    assert text[opening.start :].startswith(start)
    assert (opening.doc_type, opening.issuer, opening.rule) == (doc_type, issuer, rule)
