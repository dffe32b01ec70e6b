from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.citations.pinpoints import places
from tests.extract.citations.citing import cite

CASES = [
    ("theo điểm a khoản 2 Điều 7 Nghị định số 30/2020/NĐ-CP", "điểm a khoản 2 Điều 7"),
    ("tại Điểm a, b Khoản 2 Điều 7 của Nghị định số 30/2020/NĐ-CP", "điểm a, b Khoản 2 Điều 7"),
    ("tại khoản 2 và khoản 5 Điều 7 Luật Đầu tư công", "khoản 2 và khoản 5 Điều 7"),
    ("các Điều 4, 5 và 6 của Nghị quyết số 76/NQ-CP", "các Điều 4, 5 và 6"),
    ("từ Điều 5 đến Điều 9 Nghị định số 30/2020/NĐ-CP", "Điều 5 đến Điều 9"),
    ("theo Điều 7, Luật Đầu tư công", "Điều 7"),
    ("Nghị định số 30/2020/NĐ-CP, Điều 7", "Điều 7"),
    ("tại Khoản l Điêu l4 Nghị định số 30/2020/NĐ-CP", "khoản 1 Điều 14"),
    ("quy định tại Nghị định số 30/2020/NĐ-CP", None),
    ("Điều 5. Thực hiện Nghị định số 30/2020/NĐ-CP", None),
]


@pytest.mark.parametrize(("text", "pinpoint"), CASES)
def test_pinpoint(text: str, pinpoint: str | None) -> None:
    (found,) = cite(text)
    assert found.pinpoint == pinpoint


PLACES = [
    ("Điều 7", [("7", None, None)]),
    ("khoản 2 Điều 5", [("5", "2", None)]),
    ("điểm a khoản 2, 3 Điều 5", [("5", "2", "a"), ("5", "3", None)]),
    ("điểm đ khoản 1 Điều 5a và khoản 2 Điều 6", [("5a", "1", "đ"), ("6", "2", None)]),
    ("Điều 7, khoản 2", [("7", "2", None)]),
    ("Điều 5 đến Điều 7", [("5", None, None), ("6", None, None), ("7", None, None)]),
    ("khoản 2", [(None, "2", None)]),
    ("điểm a Điều 3", [("3", None, "a")]),
    ("phụ lục II", []),
]


@pytest.mark.parametrize(("pinpoint", "expected"), PLACES)
def test_places(pinpoint: str, expected: list[tuple[str | None, ...]]) -> None:
    assert [(one.article, one.clause, one.point) for one in places(pinpoint)] == expected


@given(st.text(alphabet="điểm khoảnĐều 12ab,và-", max_size=60))
def test_places_never_raises(text: str) -> None:
    places(text)
