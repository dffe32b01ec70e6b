from __future__ import annotations

import pytest

from pipeline.extract.citations.localities import province_unit, with_province
from pipeline.model import Head
from tests.extract.citations.citing import LAI_CHAU


def test_with_province() -> None:
    assert with_province("Thanh tra tỉnh", "Lai Châu", LAI_CHAU) == "Thanh tra tỉnh Lai Châu"
    assert with_province("Ban Thường vụ Tỉnh ủy", "Lai Châu", LAI_CHAU) == "Ban Thường vụ Tỉnh ủy Lai Châu"
    assert with_province("Sở Tư pháp tỉnh Lai Châu", "Lai Châu", LAI_CHAU) == "Sở Tư pháp tỉnh Lai Châu"


UNITS = [
    ("Hà Nội", Head(), "thành phố"),
    ("Lai Châu", Head(), "tỉnh"),
    ("Đồng Nai", Head(date="2026-04-29"), "tỉnh"),
    ("Đồng Nai", Head(date="2026-05"), "thành phố"),
    ("Đồng Nai", Head(issuer="Ủy ban nhân dân thành phố Đồng Nai"), "thành phố"),
    ("Nơi Khác", Head(), "tỉnh"),
]


@pytest.mark.parametrize(("province", "head", "unit"), UNITS)
def test_a_province_may_have_become_a_city(province: str, head: Head, unit: str) -> None:
    assert province_unit(province, head) == unit
