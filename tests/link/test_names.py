from __future__ import annotations

import pytest

from pipeline.link.names import parse_name


@pytest.mark.parametrize(
    ("doc_type", "name", "key", "year"),
    [
        ("luật", "Đất đai", "dat-dai", None),
        ("luật", "Đất đai năm 2013", "dat-dai", "2013"),
        ("luật", "Đất đai (sửa đổi) năm 2024", "dat-dai", "2024"),
        ("luật", "Giao dịch điện tử 2005", "giao-dich-dien-tu", "2005"),
        ("hiến pháp", "nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013", "hien-phap", "2013"),
        ("nghị quyết", "Đại hội XIII của Đảng", "dai-hoi-13", None),
        ("nghị quyết", "Đại hội Đảng toàn quốc lần thứ mười ba", "dai-hoi-13", None),
        ("nghị quyết", "Đại hội Đảng bộ tỉnh Hưng Yên lần thứ XIX, nhiệm kỳ 2020-2025", "dai-hoi-19", None),
        ("nghị quyết", "Đại hội Đảng bộ tỉnh nhiệm kỳ 2020-2025", "dai-hoi-dang-bo-tinh-nhiem-ky-2020-2025", None),
        ("nghị quyết", "Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII", "trung-uong-6-khoa-12", None),
        ("nghị quyết", "Trung ương 4 (khóa XI)", "trung-uong-4-khoa-11", None),
        ("kế hoạch", "cải cách hành chính năm 2019", "cai-cach-hanh-chinh-nam-2019", None),
        ("đề án", "06", "06", None),
    ],
)
def test_names(doc_type: str, name: str, key: str, year: str | None) -> None:
    parsed = parse_name(doc_type, name)
    assert (parsed.key, parsed.year) == (key, year)


def test_scope() -> None:
    assert parse_name("luật", "Đất đai").national
    assert parse_name("đề án", "06").issuer == "Thủ tướng Chính phủ"
    assert parse_name("chương trình", "mục tiêu quốc gia xây dựng nông thôn mới").national
    assert not parse_name("kế hoạch", "cải cách hành chính năm 2019").national
    assert parse_name("luật", "Đất đai").recurs and not parse_name("đề án", "06").recurs
