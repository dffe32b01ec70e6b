from __future__ import annotations

import pytest

from pipeline.extract.layout.commander import commander_lines, without_office


@pytest.mark.parametrize(
    ("title", "agency", "count"),
    [
        ("VỀ VIỆC TRỒNG CÂY / ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "", 1),
        ("VỀ VIỆC TRỒNG CÂY / ỦY BAN NHÂN DÂN / TỈNH HÀ NAM", "", 2),
        ("VỀ VIỆC TRỒNG CÂY / HỘI ĐỒNG NHÂN DÂN TỈNH HÀ NAM / KHÓA IX, KỲ HỌP THỨ 5", "", 2),
        ("VỀ VIỆC TRỒNG CÂY / BỘ TRƯỞNG, CHỦ NHIỆM ỦY BAN DÂN TỘC", "", 1),
        ("VỀ VIỆC TRỒNG CÂY / CHÍNH PHỦ", "CHÍNH PHỦ", 1),
        ("QUY CHẾ CỦA ỦY BAN NHÂN DÂN TỈNH HÀ NAM / ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "", 1),
        ("QUY CHẾ LÀM VIỆC CỦA / ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "ỦY BAN NHÂN DÂN TỈNH HÀ NAM", 0),
        ("QUY CHẾ CỦA / ỦY BAN NHÂN DÂN TỈNH HÀ NAM / ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "", 1),
        ("Về việc trồng cây ở / Ủy ban nhân dân tỉnh Hà Nam", "", 0),
        ("CÔNG AN NHÂN DÂN", "QUỐC HỘI", 0),
        ("QUY ĐỊNH VỀ CÂY CỦA BỘ VĂN / HÓA, THỂ THAO VÀ DU LỊCH", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH", 0),
        ("QUY ĐỊNH CHI TIẾT LUẬT / NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "CHÍNH PHỦ", 0),
        ("", "", 0),
    ],
)
def test_who_commands_below_the_title(title: str, agency: str, count: int) -> None:
    assert commander_lines(title.split(" / "), agency) == count


def test_offices() -> None:
    assert without_office("BỘ TRƯỞNG BỘ Y TẾ") == "BỘ Y TẾ"
    assert without_office("HỘI ĐỒNG NHÂN DÂN XÃ HÀ") == "HỘI ĐỒNG NHÂN DÂN XÃ HÀ"


@pytest.mark.parametrize("piece", ["CHỦ TỊCH ", "ỦY BAN NHÂN DÂN TỈNH ", "CHỦ TỊCH, SỞ "])
def test_hostile_lines_end(piece: str) -> None:
    commander_lines([piece * 20_000] * 4, "")
