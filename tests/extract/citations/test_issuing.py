from __future__ import annotations

import pytest

from pipeline.extract.citations.issuing import compatible, issuer_at, issuer_of_symbol, province_unit, with_province
from pipeline.extract.citations.symbols import Symbol, find_symbols
from pipeline.model import Head
from pipeline.spelling import fold
from tests.extract.citations.citing import CENTRAL, LAI_CHAU

HANOI = Head(issuer="Ủy ban nhân dân thành phố Hà Nội", province="Hà Nội")
DISTRICT = Head(issuer="Chủ tịch Ủy ban nhân dân huyện Tam Đường", province="Lai Châu")
NAMED = [
    ("Chính phủ về", LAI_CHAU, "Chính phủ"),
    ("Bộ Chính trị, Ban Bí thư về", LAI_CHAU, "Bộ Chính trị, Ban Bí thư"),
    ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", LAI_CHAU, "Ban Chấp hành Trung ương"),
    ("Bộ trưởng Bộ Y tế hướng dẫn", LAI_CHAU, "Bộ trưởng Bộ Y tế"),
    ("Bộ Văn hóa, Thể thao và Du lịch về", LAI_CHAU, "Bộ Văn hóa, Thể thao và Du lịch"),
    ("UBND tỉnh về", LAI_CHAU, "Ủy ban nhân dân tỉnh Lai Châu"),
    ("Uỷ ban nhân dân tỉnh Điện Biên", LAI_CHAU, "Ủy ban nhân dân tỉnh Điện Biên"),
    ("Ủy ban nhân dân tỉnh Quy định", LAI_CHAU, "Ủy ban nhân dân tỉnh Lai Châu"),
    ("UBND Thành phố;", HANOI, "Ủy ban nhân dân thành phố Hà Nội"),
    ("UBND huyện Tam Đường", LAI_CHAU, "Ủy ban nhân dân huyện Tam Đường"),
    ("Chủ tịch UBND tỉnh,", LAI_CHAU, "Chủ tịch Ủy ban nhân dân tỉnh Lai Châu"),
    ("BTV Tỉnh ủy về", LAI_CHAU, "Ban Thường vụ Tỉnh ủy Lai Châu"),
    ("Ban Chấp hành Đảng bộ tỉnh khóa XIV", LAI_CHAU, "Ban Chấp hành Đảng bộ tỉnh Lai Châu"),
    ("Thành ủy Hà Nội", HANOI, "Thành ủy Hà Nội"),
    ("Sở Tài chính về", LAI_CHAU, "Sở Tài chính tỉnh Lai Châu"),
    (
        "Đoàn Kiểm tra cải cách hành chính tỉnh năm 2019;",
        LAI_CHAU,
        "Đoàn Kiểm tra cải cách hành chính tỉnh Lai Châu năm 2019",
    ),
    ("UBND huyện về", DISTRICT, "Ủy ban nhân dân huyện Tam Đường"),
    ("HĐND huyện Sìn Hồ", DISTRICT, "Hội đồng nhân dân huyện Sìn Hồ"),
    ("UBND xã về", DISTRICT, "Ủy ban nhân dân xã"),
    ("Thanh tra Bộ Y tế về", LAI_CHAU, "Thanh tra Bộ Y tế"),
    ("UBND tỉnh", CENTRAL, "Ủy ban nhân dân tỉnh"),
    ("các đơn vị liên quan", LAI_CHAU, None),
]


@pytest.mark.parametrize(("text", "head", "name"), NAMED)
def test_the_words_of_an_issuer(text: str, head: Head, name: str | None) -> None:
    found = issuer_at(text, fold(text), 0, head)
    assert (found.name if found else None) == name
    assert found is None or 0 < found.end <= len(text)


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
    ("Văn phòng Chính phủ", "5/NQ-CP", False),
]


@pytest.mark.parametrize(("issuer", "number", "fits"), FITTING)
def test_who_can_have_issued_a_number(issuer: str, number: str, fits: bool) -> None:
    assert compatible(issuer, symbol(number)) is fits


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
