from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gazetteers import load
from pipeline.link.bodies import body_id, province_slug


@pytest.mark.parametrize(
    ("name", "province", "expected"),
    [
        ("Sở Nội vụ", "Hưng Yên", "P-SNV@hung-yen"),
        ("SỞ NỘI VỤ", "Hưng Yên", "P-SNV@hung-yen"),
        ("Sở Nội vụ Hưng Yên", None, "P-SNV@hung-yen"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Hưng Yên", "P-SVHTTDL@hung-yen"),
        ("Uỷ ban nhân dân tỉnh", "Hoà Bình", "P-UBND@hoa-binh"),
        ("UBND tỉnh Yên Bái", "Lào Cai", "P-UBND@yen-bai"),
        ("Ủy ban nhân dân thành phố", "Hà Nội", "P-UBND@ha-noi"),
        ("Ủy ban nhân dân thành phố", "Hưng Yên", "ubnd-thanh-pho@hung-yen"),
        ("Thành ủy Hà Nội", None, "P-TINHUY@ha-noi"),
        ("Ban Thường vụ Tỉnh ủy Ninh Thuận", None, "P-BTVTU@ninh-thuan"),
        ("Mặt trận Tổ quốc Việt Nam tỉnh", "Hưng Yên", "P-MTTQ@hung-yen"),
        ("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Hưng Yên", "P-MTTQ@hung-yen"),
        ("Công an tỉnh", "Lai Châu", "P-CAT@lai-chau"),
        ("Bộ Công an", "Lai Châu", "C-BCA"),
        ("Thủ tướng Chính phủ", "Lai Châu", "C-TTG"),
        ("các sở, ban, ngành", "Hưng Yên", "G-SBN@hung-yen"),
        ("Ủy ban nhân dân cấp xã", "Hưng Yên", "G-UBNDX@hung-yen"),
        ("Học viện Chính trị quốc gia Hồ Chí Minh", "Hưng Yên", "C-HVCTQG"),
        ("Trung tâm Quan trắc", "Hưng Yên", "trung-tam-quan-trac@hung-yen"),
        ("UBND huyện Văn Lâm", "Hưng Yên", "ubnd-huyen-van-lam@hung-yen"),
        ("Trung tâm Quan trắc", None, "trung-tam-quan-trac"),
        ("Tổng cục Phòng hộ", "Hưng Yên", "tong-cuc-phong-ho"),
        ("Báo Cần Thơ", None, "P-BAO@can-tho"),
        ("Bộ trưởng Bộ Tài chính", None, "C-BTC"),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", "Lai Châu", "C-NHNN"),
        ("Cục Thuế", None, "C-CT"),
        ("Cục Thuế", "Lai Châu", "P-CUCTHUE@lai-chau"),
        ("Hội Nông dân", None, "C-HND"),
        ("Hội Nông dân", "Lai Châu", "P-HND@lai-chau"),
        ("các cơ quan ngang bộ", "Lai Châu", "C-COL-NGANGBO"),
        ("các cá nhân liên quan", None, "G-CNLQ"),
        ("Tập đoàn Điện lực Việt Nam", "Lai Châu", "C-EVN"),
    ],
)
def test_body_id(name: str, province: str | None, expected: str) -> None:
    assert body_id(name, province) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lai Châu", "lai-chau"),
        ("Tỉnh Lai Châu", "lai-chau"),
        ("TP. Hồ Chí Minh", "ho-chi-minh"),
        ("Thừa Thiên Huế", "hue"),
        ("Bà Rịa – Vũng Tàu", "ba-ria-vung-tau"),
        ("Đăk Lăk", "dak-lak"),
        ("Atlantis", "atlantis"),
        (None, None),
    ],
)
def test_province_slug(name: str | None, expected: str | None) -> None:
    assert province_slug(name) == expected


def test_every_catalogued_name_finds_a_body() -> None:
    """No name of the catalogue falls back to a slug, in the province or outside it."""
    for body in load.bodies():
        province = None if body.level == "central" else "Lai Châu"
        assert body_id(body.name, province).partition("@")[0][1] == "-", body.name


@given(st.text(max_size=60), st.sampled_from([None, "Lai Châu", "Hà Nội"]))
def test_any_name_has_an_id(name: str, province: str | None) -> None:
    assert body_id(name, province)
