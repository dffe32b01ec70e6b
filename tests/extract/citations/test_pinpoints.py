from __future__ import annotations

import pytest

from tests.extract.citations.citing import cite

CASES = [
    ("theo điểm a khoản 2 Điều 7 Nghị định số 30/2020/NĐ-CP", "điểm a khoản 2 Điều 7"),
    ("tại Điểm a, b Khoản 2 Điều 7 của Nghị định số 30/2020/NĐ-CP", "điểm a, b Khoản 2 Điều 7"),
    ("tại khoản 2 và khoản 5 Điều 7 Luật Đầu tư công", "khoản 2 và khoản 5 Điều 7"),
    ("các Điều 4, 5 và 6 của Nghị quyết số 76/NQ-CP", "các Điều 4, 5 và 6"),
    ("từ Điều 5 đến Điều 9 Nghị định số 30/2020/NĐ-CP", "Điều 9"),
    ("Nghị định số 30/2020/NĐ-CP, Điều 7", "Điều 7"),
    ("quy định tại Nghị định số 30/2020/NĐ-CP", None),
    ("Điều 5. Thực hiện Nghị định số 30/2020/NĐ-CP", None),
]


@pytest.mark.parametrize(("text", "pinpoint"), CASES)
def test_pinpoint(text: str, pinpoint: str | None) -> None:
    (found,) = cite(text)
    assert found.pinpoint == pinpoint
