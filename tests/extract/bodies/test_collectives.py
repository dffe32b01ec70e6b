from __future__ import annotations

import pytest

from tests.extract.bodies.test_bodies import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("với lực lượng kiểm lâm, chính quyền địa phương", "lực lượng kiểm lâm; chính quyền địa phương"),
        ("các bệnh viện, trung tâm y tế huyện trực", "các bệnh viện; các trung tâm y tế"),
        ("cơ quan hành chính nhà nước các cấp rà soát", "cơ quan hành chính nhà nước các cấp"),
        ("phòng, ban, ngành, UBND 11 phường lập sổ", "các phòng; các ban, ngành; Ủy ban nhân dân cấp xã"),
        ("các đoàn thể huyện, xã họp", "các đoàn thể chính trị - xã hội"),
        ("các tổ chức xã hội họp", "các tổ chức xã hội"),
        ("tổ chức dạy nghề cho các hội", "các hội"),
    ],
)
def test_collectives_with_their_field_or_level(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("các cơ quan thuế, hải quan và tư pháp họp", "các cơ quan thuế; các cơ quan hải quan; các cơ quan tư pháp"),
        (
            "các trường đại học, cao đẳng, trung học chuyên nghiệp",
            "các trường đại học; các trường cao đẳng; các trường trung học chuyên nghiệp",
        ),
        ("các cơ quan chức năng, điều tra làm rõ", "các cơ quan chức năng"),
        ("các cơ quan chức năng, công an tỉnh họp", "các cơ quan chức năng; Công an tỉnh"),
        ("các cơ quan chức năng, địa phương họp", "các cơ quan chức năng; các địa phương"),
    ],
)
def test_further_kinds_of_the_same_noun(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ban Thường vụ các huyện ủy, thị ủy, Thành ủy Sông Đà, các đảng ủy trực thuộc Tỉnh ủy",
            "Ban Thường vụ các huyện ủy; Ban Thường vụ các thị ủy; Ban Thường vụ Thành ủy Sông Đà; "
            "các đảng ủy trực thuộc Tỉnh ủy",
        ),
        ("Ban Thường vụ các huyện, thành ủy", "Ban Thường vụ các huyện ủy; Ban Thường vụ các thành ủy"),
        ("Ban Giám hiệu các trường đại học, Sở Y tế", "Ban Giám hiệu các trường đại học; Sở Y tế"),
        (
            "các Công đoàn ngành và tương đương, các Ban, đơn vị trực thuộc Tổng Liên đoàn họp",
            "các Công đoàn ngành; các ban trực thuộc Tổng Liên đoàn; các đơn vị trực thuộc Tổng Liên đoàn",
        ),
        ("các huyện ủy, đảng ủy trực thuộc", "các huyện ủy; các đảng ủy trực thuộc"),
        ("Tỉnh ủy Lào Cai, Huyện ủy Sìn Hồ họp", "Tỉnh ủy; Huyện ủy Sìn Hồ"),
        ("các tỉnh, thành đoàn, liên chi đoàn họp", "các tỉnh đoàn; các thành đoàn; các liên chi đoàn"),
    ],
)
def test_committees_of_the_party_and_the_union(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kho bạc Nhà nước chi trả", "Kho bạc Nhà nước"),
        ("Kho bạc Nhà nước tỉnh chi trả", "Kho bạc Nhà nước tỉnh"),
        ("Chánh Văn phòng HĐND và UBND tỉnh thi hành", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân tỉnh!"),
        ("Văn phòng đăng ký quyền sử dụng đất lập sổ", "Văn phòng đăng ký quyền sử dụng đất"),
        ("Sở Lao động Thương binh và Xã hội lập sổ", "Sở Lao động - Thương binh và Xã hội"),
        (
            "Ban Chỉ huy Phòng thủ dân sự các ngành, các cấp, Thủ trưởng các sở, ngành",
            "Ban Chỉ huy Phòng thủ dân sự các ngành, các cấp; các sở, ban, ngành!",
        ),
    ],
)
def test_names_and_levels(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected
