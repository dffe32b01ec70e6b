from __future__ import annotations

import pytest

from pipeline.extract.citations.coded import compatible, issuer_of_symbol
from pipeline.extract.citations.symbols import Symbol, find_symbols
from pipeline.model import Head
from tests.extract.citations.citing import CENTRAL, LAI_CHAU

HANOI = Head(issuer="Ủy ban nhân dân thành phố Hà Nội", province="Hà Nội")


def symbol(number: str) -> Symbol:
    return next(find_symbols(number))


BY_SYMBOL = [
    ("76/NQ-CP", LAI_CHAU, "Chính phủ"),
    ("58/2024/QH15", LAI_CHAU, "Quốc hội"),
    ("10/2025/TT-BKHCN", LAI_CHAU, "Bộ Khoa học và Công nghệ"),
    ("18-NQ/TW", LAI_CHAU, None),
    ("26-CT/TU", LAI_CHAU, "Tỉnh ủy Lai Châu"),
    ("26-CT/TU", HANOI, "Thành ủy Hà Nội"),
    ("26-CT/TU", CENTRAL, None),
    ("12/NQ-HĐND", LAI_CHAU, "Hội đồng nhân dân tỉnh Lai Châu"),
    ("12/KH-UBND", HANOI, "Ủy ban nhân dân thành phố Hà Nội"),
    ("44/SNV-CCHC", LAI_CHAU, "Sở Nội vụ tỉnh Lai Châu"),
    ("212/BC-ĐKT", LAI_CHAU, None),
]


@pytest.mark.parametrize(("number", "head", "name"), BY_SYMBOL)
def test_what_the_symbol_settles(number: str, head: Head, name: str | None) -> None:
    assert issuer_of_symbol(symbol(number), head) == name


FITTING = [
    ("Chủ tịch Ủy ban nhân dân tỉnh Lai Châu", "5/QĐ-UBND", True),
    ("Văn phòng Ủy ban nhân dân tỉnh Lai Châu", "5/QĐ-UBND", False),
    ("Hội đồng nhân dân tỉnh Lai Châu", "5/QĐ-UBND", False),
    ("Ban Thường vụ Tỉnh ủy Lai Châu", "5-KH/TU", True),
    ("Bộ Chính trị", "5-KL/TW", False),
    ("Sở Nội vụ tỉnh Lai Châu", "5/BC-SNV", True),
    ("Bộ trưởng Bộ Y tế", "5/2024/TT-BYT", True),
    ("Bộ trưởng Bộ Y tế", "5/BYT-KCB", False),
    ("Bộ trưởng Bộ Y tế", "5/TTr-BYT", False),
    ("Văn phòng Chính phủ", "5/NQ-CP", False),
]


@pytest.mark.parametrize(("issuer", "number", "fits"), FITTING)
def test_who_can_have_issued_a_number(issuer: str, number: str, fits: bool) -> None:
    assert compatible(issuer, symbol(number)) is fits
