from __future__ import annotations

import pytest

from pipeline.extract.head.agency import find_issuer, read_agency
from pipeline.extract.head.signature import Signature
from pipeline.extract.layout.head_lines import read_head
from pipeline.extract.layout.lines import lines_of
from tests.extract.papers import MOTTO

NOBODY = Signature()


def issuer_of(agency: str, province: str | None = None, order: str = "", symbol: str | None = None) -> str | None:
    text = agency + "\nSố: 5/QĐ-X\n" + MOTTO
    head = read_head(lines_of(text, (0, len(text))))
    found = read_agency(head)
    return find_issuer(found, head, NOBODY, order, symbol, found.province or province)


@pytest.mark.parametrize(
    ("agency", "issuer"),
    [
        ("UBND TỈNH HÀ NAM", "Ủy ban nhân dân tỉnh Hà Nam"),
        ("ỦY BAN NHÂN DÂN\nTINH QUÁẢNG NGÃI", "Ủy ban nhân dân tỉnh Quảng Ngãi"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố Hà Nội"),
        ("ỦY BAN NHÂN DÂN\nHUYỆN KRÔNG NÔ", "Ủy ban nhân dân huyện Krông Nô"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH LAI CHÂU", "Hội đồng nhân dân tỉnh Lai Châu"),
        ("UBND TỈNH LÀO CAI\nSỞ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường tỉnh Lào Cai"),
        ("UBND THÀNH PHỐ HÀ NỘI\nSỞ TƯ PHÁP", "Sở Tư pháp thành phố Hà Nội"),
        ("TỈNH ỦY LÀO CAI\nBAN TUYÊN GIÁO", "Ban Tuyên giáo Tỉnh ủy Lào Cai"),
        ("ĐẢNG BỘ TỈNH LÀO CAI\nTỈNH ỦY", "Tỉnh ủy Lào Cai"),
        ("ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢO THẮNG", "Đảng ủy xã Bảo Thắng"),
        ("TỈNH ỦY LÀO CAI\nĐẢNG ỦY ỦY BAN NHÂN DÂN TỈNH", "Đảng ủy Ủy ban nhân dân tỉnh Lào Cai"),
        ("TỈNH ỦY LÀO CAI\nĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH", "Đảng ủy các cơ quan Đảng tỉnh Lào Cai"),
        ("TỈNH ỦY LÀO CAI\nBAN TUYÊN GIÁO VÀ DÂN VẬN", "Ban Tuyên giáo và Dân vận Tỉnh ủy Lào Cai"),
        ("TỈNH ỦY LÀO CAI\nVĂN PHÒNG", "Văn phòng Tỉnh ủy Lào Cai"),
        (
            "MTTQ VIỆT NAM TỈNH LÀO CAI\nBAN THƯỜNG TRỰC",
            "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Lào Cai",
        ),
        (
            "ĐOÀN TNCS HỒ CHÍ MINH\nBCH TỈNH LÀO CAI",
            "Ban Chấp hành Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh Lào Cai",
        ),
        ("CÔNG AN TỈNH LÀO CAI\nPHÒNG CẢNH SÁT GIAO THÔNG", "Phòng Cảnh sát giao thông Công an tỉnh Lào Cai"),
        ("UBND PHƯỜNG CAM ĐƯỜNG\nPHÒNG VĂN HÓA", "Phòng Văn hóa phường Cam Đường"),
        ("ỦY BAN BẦU CỬ XÃ HÀ\nTIỂU BAN AN NINH", "Tiểu ban an ninh Ủy ban bầu cử xã Hà"),
        ("BỘ XÂY DỰNG\nTRƯỜNG CAO ĐẲNG HÀ NỘI", "Trường Cao đẳng Hà Nội"),
        ("BỘ CÔNG THƯƠNG", "Bộ Công Thương"),
        ("VĂN PHÒNG CHÍNH PHỦ", "Văn phòng Chính phủ"),
        ("TRUNG TÂM CÔNG BÁO\nxưa và nay\nỦY BAN NHÂN DÂN\nTỈNH HÀ NAM", "Ủy ban nhân dân tỉnh Hà Nam"),
    ],
)
def test_agencies(agency: str, issuer: str) -> None:
    assert issuer_of(agency) == issuer


def test_without_agency() -> None:
    assert issuer_of("", order="Bộ trưởng Bộ Y tế ban hành Thông tư về răng.") == "Bộ Y tế"
    assert issuer_of("", order="Trước mùa mưa, Thủ tướng Chính phủ yêu cầu:") == "Thủ tướng Chính phủ"
    assert issuer_of("", order="Tại Công điện số 5/CĐ-TTg, Thủ tướng Chính phủ yêu cầu:") is None
    assert issuer_of("", symbol="CĐ-TTg") == "Thủ tướng Chính phủ"
    assert issuer_of("", symbol="CT-UBND") is None


def test_decisions_of_the_prime_minister_under_the_government_s_name() -> None:
    assert issuer_of("CHÍNH PHỦ", symbol="QĐ-TTg") == "Thủ tướng Chính phủ"
    assert issuer_of("CHÍNH PHỦ", symbol="NĐ-CP") == "Chính phủ"


def test_a_joint_document() -> None:
    for agency in ("BỘ NỘI VỤ - BỘ TÀI CHÍNH", "BỘ NỘI VỤ\nBỘ TÀI CHÍNH"):
        assert issuer_of(agency, symbol="TTLT-BNV-BTC") == "Bộ Nội vụ, Bộ Tài chính"
