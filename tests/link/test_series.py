from __future__ import annotations

import pytest

from pipeline.link.series import Owner, code_owner, home_owner, named_owner, unnamed_below


@pytest.mark.parametrize(
    ("issuer", "code", "province", "expected"),
    [
        ("Bộ Chính trị, Ban Bí thư", "TW", "Lai Châu", "vn trung-uong"),
        ("Ban Chấp hành Trung ương Đảng khóa XII", "TW", None, "vn trung-uong"),
        ("Thủ tướng Chính phủ", "TTg", "Lai Châu", "vn thu-tuong-chinh-phu"),
        ("Chính phủ", "CP", None, "vn chinh-phu"),
        ("Quốc hội", "QH15", "Lai Châu", "vn quoc-hoi"),
        ("Bộ trưởng Bộ Y tế", "BYT", "Lai Châu", "vn bo-y-te"),
        ("Bộ Nông nghiệp và PTNT", "BNN", None, "vn bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Bộ Lao động - Thương binh và Xã hội", "BLĐTBXH", "Lai Châu", "vn bo-lao-dong-thuong-binh-va-xa-hoi"),
        ("Liên minh Hợp tác xã Việt Nam", "LMHTXVN", "Lai Châu", "vn lien-minh-hop-tac-xa-viet-nam"),
        ("Liên minh Hợp tác xã tỉnh", "LMHTX", "Lai Châu", "vn-lai-chau lien-minh-hop-tac-xa"),
        ("Chính phủ", "BCA", None, "vn bo-cong-an"),
        ("Tổ công tác liên ngành", "TCT", None, "vn to-cong-tac-lien-nganh"),
        ("Tập đoàn Điện lực Việt Nam", "EVN", "Lào Cai", "vn tap-doan-dien-luc-viet-nam"),
        ("Ban Thường vụ Tỉnh ủy Ninh Thuận", "TU", None, "vn-ninh-thuan tinh-uy"),
        ("Thường trực Thành ủy Đà Nẵng", "TU", None, "vn-da-nang tinh-uy"),
        ("Ban Chấp hành Đảng bộ tỉnh Lai Châu", "", None, "vn-lai-chau tinh-uy"),
        ("Văn phòng Tỉnh ủy", "VPTU", "Lai Châu", "vn-lai-chau van-phong-tinh-uy"),
        ("Chủ tịch UBND tỉnh", "UBND", "Lai Châu", "vn-lai-chau ubnd"),
        ("Văn phòng UBND tỉnh Lào Cai", "VP", None, "vn-lao-cai van-phong-ubnd"),
        ("UBND Thành phố", "UBND", "Hà Nội", "vn-ha-noi ubnd"),
        ("UBND TP. Hồ Chí Minh", "UBND", "Lai Châu", "vn-ho-chi-minh ubnd"),
        ("UBND thành phố Hưng Yên", "UBND", "Hưng Yên", "vn-hung-yen ubnd-thanh-pho-hung-yen"),
        ("Ban Thường vụ Thành ủy Hưng Yên", "ThU", "Hưng Yên", "vn-hung-yen thanh-uy-hung-yen"),
        ("Ban Thường vụ Huyện ủy Văn Lâm", "HU", "Hưng Yên", "vn-hung-yen huyen-uy-van-lam"),
        ("Chủ tịch UBND xã An Bình", "UBND", "Hưng Yên", "vn-hung-yen ubnd-xa-an-binh"),
        ("Sở Nội vụ", "SNV", "Hưng Yên", "vn-hung-yen so-noi-vu"),
        ("Công ty Cấp nước", "CTCN", "Hưng Yên", "vn-hung-yen cong-ty-cap-nuoc"),
        ("Huyện ủy Văn Lâm", "HU", None, None),
        ("UBND tỉnh", "UBND", None, None),
        ("Ủy ban nhân dân huyện", "UBND", "Hưng Yên", None),
        ("UBND thành phố", "UBND", "Hưng Yên", None),
        ("Đảng ủy", "ĐU", "Hưng Yên", None),
    ],
)
def test_named_owner(issuer: str, code: str, province: str | None, expected: str | None) -> None:
    owner = named_owner(issuer, (code,) if code else (), province)
    assert (f"{owner.jurisdiction} {owner.slug}" if owner else None) == expected


def test_a_town_becomes_the_province_when_towns_are_gone() -> None:
    before = named_owner("UBND thành phố Bắc Ninh", ("UBND",), "Bắc Ninh")
    after = named_owner("UBND thành phố Bắc Ninh", ("UBND",), "Bắc Ninh", "2026-10-01")
    assert before == Owner("vn-bac-ninh", "ubnd-thanh-pho-bac-ninh")
    assert after == Owner("vn-bac-ninh", "ubnd")


@pytest.mark.parametrize(
    ("codes", "central", "at_home"),
    [
        (("TTg",), "thu-tuong-chinh-phu", None),
        (("TW",), "trung-uong", None),
        (("UBTVQH15",), "uy-ban-thuong-vu-quoc-hoi", None),
        (("TU",), None, "tinh-uy"),
        (("UBND",), None, "ubnd"),
        (("HĐND16",), None, "hdnd"),
        (("STC",), None, "so-tai-chinh"),
        (("BQL",), None, None),
        (("BCĐ",), None, None),
        (("XYZ",), None, None),
        ((), None, None),
        (("SNNMT", "SXD"), None, "snnmt-sxd"),
    ],
)
def test_owners_by_code(codes: tuple[str, ...], central: str | None, at_home: str | None) -> None:
    settled, home = code_owner(codes), home_owner(codes, "Lai Châu")
    assert (settled.slug if settled else None) == central
    assert (home.slug if home else None) == at_home
    assert home_owner(codes, None) is None


def test_nameless_bodies_below_the_province() -> None:
    assert unnamed_below("Chủ tịch UBND huyện", "Lai Châu") == "ubnd-huyen-"
    assert unnamed_below("Đảng ủy", "Lai Châu") == "dang-uy-"
    assert unnamed_below("UBND tỉnh", "Lai Châu") is None
