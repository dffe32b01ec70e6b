from __future__ import annotations

import pytest

from pipeline.extract.head.signature import Signature, is_signature, read_signature


@pytest.mark.parametrize(
    ("lines", "signature"),
    [
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Mận",
            Signature(("TM. Ủy ban nhân dân", "KT. Chủ tịch"), "Phó Chủ tịch", "Lê Thị Mận"),
        ),
        (
            "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nHồ Văn Na",
            Signature(("TL. Chủ tịch", "KT. Chánh Văn phòng"), "Phó Chánh Văn phòng", "Hồ Văn Na"),
        ),
        ("T/M BỘ CHÍNH TRỊ\nTrần Na", Signature(("T/M Bộ Chính trị",), None, "Trần Na")),
        ("KT. THỦ TƯỚNG\nPhó Thủ tướng\n(Đã ký)\nLê Mận", Signature(("KT. Thủ tướng",), "Phó Thủ tướng", "Lê Mận")),
        ("GIÁM ĐỐC\nNGUYỄN VĂN NA", Signature((), "Giám đốc", "Nguyễn Văn Na")),
        ("- Báo Lào Cai;\n- Lưu: VT.", Signature()),
        (
            "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\nCHỦ TỊCH UBND TỈNH\nLê Mận",
            Signature(("TM. Ban Chỉ đạo",), "Trưởng ban", "Lê Mận"),
        ),
        (
            "KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Na\nKT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\nLê Mận",
            Signature(("KT. Bộ trưởng", "KT. Bộ trưởng"), "Thứ trưởng", "Lê Na"),
        ),
        ("TM. BAN THƯỜNG TRỰC\nCHỦ TỊCH\nLan Mận", Signature(("TM. Ban Thường trực",), "Chủ tịch", "Lan Mận")),
        ("ĐỘI TRƯỞNG\nLê Na", Signature((), "Đội trưởng", "Lê Na")),
        ("CHỦ TỊCH     Lê Thị Mận", Signature((), "Chủ tịch", "Lê Thị Mận")),
        ("TL.\nTỔNG GIÁM ĐỐC |", Signature(("TL. Tổng Giám đốc",))),
        ("TRƯỞNG BAN |\nLê Na |", Signature((), "Trưởng ban", "Lê Na")),
        ("CHỦ TỊCH HỘI ĐỒNG\nLê Na", Signature((), "Chủ tịch Hội đồng", "Lê Na")),
        ("TM. THƯỜNG TRỰC\nLê Mận", Signature(("TM. Thường trực",), None, "Lê Mận")),
        ("TM. ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nLê Na", Signature(("TM. Ủy ban nhân dân tỉnh Hà Nam",), None, "Lê Na")),
        ("TM. TIỂU BAN\nTRƯỞNG TIỂU BAN\nLê Na", Signature(("TM. Tiểu ban",), "Trưởng tiểu ban", "Lê Na")),
        ("TRƯỞNG TIỂU BAN\nLê Na\nTRƯỞNG BAN XÂY DỰNG ĐẢNG", Signature((), "Trưởng tiểu ban", "Lê Na")),
        ("KT. CHÁNH VĂN PHÒNG\nPHÓ VĂN PHÒNG\nLê Na", Signature(("KT. Chánh Văn phòng",), "Phó Văn phòng", "Lê Na")),
        ("KT. BỘ TRƯỞNG, CHỦ NHIỆM", Signature(("KT. Bộ trưởng, Chủ nhiệm",))),
        ("GIÁM ĐỐC\nLữ Thị Mận", Signature((), "Giám đốc", "Lữ Thị Mận")),
        ("GIÁM ĐỐC\nNGUYÊN BÀN MẬN", Signature((), "Giám đốc", "Nguyên Bàn Mận")),
        ("GIÁM ĐỐC\nZuông Mận", Signature((), "Giám đốc", "Zuông Mận")),  # a surname of no table
        ("GIÁM ĐỐC\nSở Y Tế\nLê Mận", Signature((), "Giám đốc", "Lê Mận")),
        ("Chủ tịch\nLê Văn Na (đã ký)", Signature((), "Chủ tịch", "Lê Văn Na")),
        ("UBND xã Hà\nChủ tịch\n(Đã ký)", Signature((), "Chủ tịch")),
        ("KT. Chủ tịch\nPhó Chủ tịch\nLê Na", Signature(("KT. Chủ tịch",), "Phó Chủ tịch", "Lê Na")),
        ("- Lưu: VT, Trần Văn Na", Signature()),
    ],
)
def test_signatures(lines: str, signature: Signature) -> None:
    assert read_signature(lines.split("\n")) == signature


@pytest.mark.parametrize(
    ("lines", "signature"),
    [
        ("Nơi nhận: TL. CHỦ TỊCH\n- Như trên; x ÁNH VĂN PHÒNG", Signature(("TL. Chủ tịch",), "Chánh Văn phòng")),
        ("KT. CHỦ TỊCH\n- Như trên; ĐIÓ CHỦ TỊCH", Signature(("KT. Chủ tịch",), "Phó Chủ tịch")),
        ("CHỦ TỊCH\n` guyến Thị Mận", Signature((), "Chủ tịch", "Nguyễn Thị Mận")),
        ("- Như trên;\n- Bộ Y tế; Trần Thị Mận", Signature((), None, "Trần Thị Mận")),
        ("KT, ĐIÓ TỊCH", Signature()),
        ("KT. BỘ TRƯỞNG, CHỦ NHIỆM\nLê Mận", Signature(("KT. Bộ trưởng, Chủ nhiệm",), "Phó Chủ nhiệm", "Lê Mận")),
        ("KT. BỘ TRƯỞNG\nLê Mận", Signature(("KT. Bộ trưởng",), "Thứ trưởng", "Lê Mận")),
        ("KT. THỦ TRƯỞNG\nLê Mận", Signature(("KT. Thứ trưởng",), None, "Lê Mận")),
        ("KT, THỦ\nTHỦ TƯỚNG\nLê Mận", Signature(("KT. Thủ tướng",), "Phó Thủ tướng", "Lê Mận")),
        ("CHỦ TỊCH\nTỊCH\nLê Mận", Signature(("KT. Chủ tịch",), "Phó Chủ tịch", "Lê Mận")),
        ("TL. CHỦ TỊCH\nCHANH VAN\nLê Mận", Signature(("TL. Chủ tịch",), "Chánh Văn phòng", "Lê Mận")),
        ("- Như trên; x CHỤ TỊCH\nLê Mận", Signature((), "Chủ tịch", "Lê Mận")),
        ("nhận: CHỦ TỊCH JNơi\nLê Mận", Signature((), "Chủ tịch", "Lê Mận")),
        ("nhận: CHỦ TỊCH - Bộ Y tế;\nLê Mận", Signature((), "Chủ tịch", "Lê Mận")),
        ("- Bộ Y tế;\n- Các sở; ặng Văn Na", Signature((), None, "Đặng Văn Na")),
        ("- Bộ Y tế;\n- Lưu: VT, XD02 “Lê Thị Mận", Signature((), None, "Lê Thị Mận")),
    ],
)
def test_signatures_of_a_scan(lines: str, signature: Signature) -> None:
    assert read_signature(lines.split("\n"), worn=True) == signature


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("TM. ỦY BAN NHÂN DÂN", True),
        ("PHÓ CHỦ TỊCH THƯỜNG TRỰC", True),
        ("KT. BỘ TRƯỞNG", True),
        ("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các sở:", False),
        ("QUY ĐỊNH CHUNG", False),
        ("- CHỦ TỊCH", False),
    ],
)
def test_lines_of_a_signature(line: str, expected: bool) -> None:
    assert is_signature(line) is expected
