"""Which printed lines are one paragraph, by the kinds of text that come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest.paragraphs import GLUED, NEW, SAME, joints
from pipeline.ingest.shape import shape_of
from pipeline.ingest.text import read_text
from tests.ingest.make import lines, pdf, typed

LONG = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát toàn bộ hồ sơ lưu trữ của các xã, phường"

# One paragraph per line; pages cut paragraphs.
TRANSCRIPT = {
    "cut before a small letter": (f"{LONG} để\n\nbáo cáo.", [f"{LONG} để báo cáo."]),
    "cut behind a comma": (f"{LONG},\n\nSở Tài chính.", [f"{LONG}, Sở Tài chính."]),
    "cut behind a word that ends nothing": (f"{LONG} của\n\nBộ Nội vụ", [f"{LONG} của Bộ Nội vụ"]),
    "cut before the last word": (f"{LONG} tỉnh Cao\n\nBằng.", [f"{LONG} tỉnh Cao Bằng."]),
    "symbol cut": (f"{LONG} theo Kế hoạch số 140-\n\nKH/TU", [f"{LONG} theo Kế hoạch số 140-KH/TU"]),
    "pair cut": (f"{LONG} về kinh tế\n\n- xã hội", [f"{LONG} về kinh tế - xã hội"]),
    "office without its body": ("1. Kho, Thủ trưởng\ncác sở", ["1. Kho, Thủ trưởng các sở"]),
    "office of a signer": ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    "finished": (f"{LONG}.\n\nbáo cáo", [f"{LONG}.", "báo cáo"]),
    "heading": (f"7. {LONG}\n\nXây dựng kế hoạch", [f"7. {LONG}", "Xây dựng kế hoạch"]),
    "clause": (f"{LONG}\n\n- Sở Y tế", [LONG, "- Sở Y tế"]),
    "title": ("Về việc rà soát hồ sơ\ntrên địa bàn tỉnh", ["Về việc rà soát hồ sơ", "trên địa bàn tỉnh"]),
    "item of a list": ("Nơi nhận:\n- Sở Y tế,\nSở Nội vụ;", ["Nơi nhận:", "- Sở Y tế, Sở Nội vụ;"]),
    "item by the next": (
        "Nơi nhận:\n- Các đồng chí Ủy viên\nBan Chấp hành\n- Lưu.",
        ["Nơi nhận:", "- Các đồng chí Ủy viên Ban Chấp hành", "- Lưu."],
    ),
    "signature": ("Nơi nhận:\n- Lưu: VT\nCHỦ TỊCH\nLê A", ["Nơi nhận:", "- Lưu: VT", "CHỦ TỊCH", "Lê A"]),
}


@pytest.mark.parametrize("case", TRANSCRIPT)
def test_transcripts(tmp_path: Path, case: str) -> None:
    text, expected = TRANSCRIPT[case]
    filler = f"{LONG * 3}.\n" * 3  # lines that no page could hold
    assert lines(tmp_path, f"{filler}\n{text}\n")[3:] == expected


LAYOUT = """\
                              KẾ HOẠCH
                 Rà soát hồ sơ lưu trữ của các xã,
                    phường trên địa bàn tỉnh

       Thực hiện Chỉ thị số 09/CT-UBND của Chủ tịch UBND tỉnh, Sở Nội vụ ban
hành kế hoạch rà soát như sau:
       I. MỤC ĐÍCH
       1. Nắm chắc số lượng, tình trạng hồ sơ ở từng cơ quan, bảo đảm quản lý
đúng theo quy định của Luật Lưu trữ và các quy định có liên quan tại khoản
1. Điều 5 của Quy chế. Phát hiện sớm các hư hỏng để có biện pháp xử lý kịp
thời, đúng quy định.
       - Góp phần phát triển sản xuất, bảo đảm an sinh, củng cố nền kinh tế
- xã hội của địa phương theo đúng tinh thần của Nghị quyết số 76/NQ-
CP của Chính phủ.
       Hồ sơ của các cơ quan đã giải thể được bàn giao cho Trung tâm Lưu trữ tỉnh.

                                   2
       2. Lập danh mục hồ sơ cần số hóa trong năm 2024, ưu tiên hồ sơ đất đai và hồ
sơ hộ tịch.
                          (Có các biểu mẫu số 01 và số 02 gửi kèm theo văn bản này)
       (3) Báo cáo gửi về Sở Nội vụ.
"""
LAYOUT_LINES = [
    "KẾ HOẠCH",
    "Rà soát hồ sơ lưu trữ của các xã,",
    "phường trên địa bàn tỉnh",
    "Thực hiện Chỉ thị số 09/CT-UBND của Chủ tịch UBND tỉnh, Sở Nội vụ ban hành kế hoạch rà soát như sau:",
    "I. MỤC ĐÍCH",
    "1. Nắm chắc số lượng, tình trạng hồ sơ ở từng cơ quan, bảo đảm quản lý đúng theo quy định của Luật Lưu trữ "
    "và các quy định có liên quan tại khoản 1. Điều 5 của Quy chế. Phát hiện sớm các hư hỏng để có biện pháp xử lý "
    "kịp thời, đúng quy định.",
    "- Góp phần phát triển sản xuất, bảo đảm an sinh, củng cố nền kinh tế - xã hội của địa phương theo đúng "
    "tinh thần của Nghị quyết số 76/NQ-CP của Chính phủ.",
    "Hồ sơ của các cơ quan đã giải thể được bàn giao cho Trung tâm Lưu trữ tỉnh.",
    "2. Lập danh mục hồ sơ cần số hóa trong năm 2024, ưu tiên hồ sơ đất đai và hồ sơ hộ tịch.",
    "(Có các biểu mẫu số 01 và số 02 gửi kèm theo văn bản này)",
    "(3) Báo cáo gửi về Sở Nội vụ.",
]


def test_layout_text(tmp_path: Path) -> None:
    assert lines(tmp_path, LAYOUT) == LAYOUT_LINES


OCR = """\
CHỈ THỊ

Về việc tăng cường bảo quản tài liệu
trên địa bàn tỉnh

Thời gian qua, công tác lưu trữ đã có nhiều chuyển biến. Tuy nhiên, một
số cơ quan chưa bố trí kho bảo quản; hồ sơ để phân tán. Để khắc phục, Chủ

2

tịch UBND tỉnh yêu cầu:

1. Thủ trưởng các sở, ban, ngành tổ chức kiểm tra kho lưu trữ của cơ quan
mình trước ngày 30/6/2024.

2. Sở Nội vụ:
a) Hướng dẫn nghiệp vụ.
b) Phối hợp với Sở Tài chính tham mưu bố trí kinh phí mua sắm giá, hộp để
bảo quản tài liệu theo Thông tư số 12/2014/TT-
BNV.
"""
OCR_LINES = [
    "CHỈ THỊ",
    "Về việc tăng cường bảo quản tài liệu",
    "trên địa bàn tỉnh",
    "Thời gian qua, công tác lưu trữ đã có nhiều chuyển biến. Tuy nhiên, một số cơ quan chưa bố trí kho bảo quản; "
    "hồ sơ để phân tán. Để khắc phục, Chủ tịch UBND tỉnh yêu cầu:",
    "1. Thủ trưởng các sở, ban, ngành tổ chức kiểm tra kho lưu trữ của cơ quan mình trước ngày 30/6/2024.",
    "2. Sở Nội vụ:",
    "a) Hướng dẫn nghiệp vụ.",
    "b) Phối hợp với Sở Tài chính tham mưu bố trí kinh phí mua sắm giá, hộp để bảo quản tài liệu theo Thông tư số "
    "12/2014/TT-BNV.",
]


def test_ocr_text(tmp_path: Path) -> None:
    assert lines(tmp_path, OCR) == OCR_LINES


def test_pdf(tmp_path: Path) -> None:
    """Boxes tell what layout text tells by spaces."""
    drawn = LAYOUT.replace("\n                                   2\n", "")
    assert lines(tmp_path, pdf(typed(drawn, left=60, height=12))) == LAYOUT_LINES


def test_hanging_items(tmp_path: Path) -> None:
    text = "  - Rà soát toàn bộ hồ sơ lưu trữ của các xã, phường, thị trấn trong\n    tỉnh theo\n" * 6
    joined = "- Rà soát toàn bộ hồ sơ lưu trữ của các xã, phường, thị trấn trong tỉnh theo"
    assert lines(tmp_path, text) == [joined] * 6


def test_joints_by_name() -> None:
    read = read_text(f"{LONG * 3}.\n{LONG} số 12-\nNQ/TU,\nbáo\nCHỦ TỊCH\n".encode())
    assert joints(read.lines, read.fullness) == [NEW, NEW, GLUED, NEW, NEW]
    assert SAME not in joints(read.lines, None)


def test_shape() -> None:
    assert shape_of(read_text(LAYOUT.encode()).lines, 0.86).indented
    assert not shape_of(read_text(OCR.encode()).lines, 0.86).indented
    assert shape_of(read_text(f"{LONG * 3}\n".encode()).lines, 0.86).full == 0
    assert shape_of([], 0.86).full == 0
