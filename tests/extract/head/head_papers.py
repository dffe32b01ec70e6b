"""Heads and ends of small invented documents, one of each kind, and how they are read."""

from __future__ import annotations

from pipeline.extract.head import find_head
from pipeline.extract.layout import find_layout
from pipeline.model import Head
from tests.extract.papers import MOTTO, paper


def head_of(text: str) -> Head:
    document = paper(text)
    return find_head(document, find_layout(document))


PROVINCE = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: {number}\n" + MOTTO + "Lào Cai, ngày {date}\n"
DIRECTIVE = (
    PROVINCE.format(number="07/CT-UBND", date="05 tháng 02 năm 2024")
    + "CHỈ THỊ\nVề việc trồng cây ven hồ\ntrên địa bàn tỉnh\n"
    "Để hồ có bóng mát, {order} các xã trồng cây:\n1. Các xã trồng cây.\n"
    "Nơi nhận:\n- Bộ Xây dựng;\n- Các xã, phường;\n- Lưu: VT, XD.\n{signature}\nLê Thị Mận"
)
CHAIR = DIRECTIVE.format(order="Chủ tịch Ủy ban nhân dân tỉnh yêu cầu", signature="CHỦ TỊCH")
LETTER = (
    PROVINCE.format(number="/UBND-XD", date="tháng 3 năm 2022").replace(
        "Số: /UBND-XD\n", "Số: /UBND-XD\nV/v tỉa cành\n"
    )
    + "Kính gửi:\n- Các phòng, ban;\n- Đội cây xanh.\n"
    "Mùa bão sắp đến, UBND tỉnh đề nghị các đội cây xanh tỉa cành ven đường.\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH THƯỜNG TRỰC\nHồ Văn Na"
)
PARTY = (
    "TỈNH ỦY HUNG YÊN\n*\nSố 31-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHung Yên, ngày 9 tháng 10 năm 2023\n"
    "CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề trồng cây\n"
    "Trong những năm qua, các cấp ủy đã trồng nhiều cây xanh.\n1. Trồng thêm cây.\n"
    "Nơi nhận:\n- Các huyện ủy,\n- Lưu Văn phòng Tỉnh ủy.\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Thị Mận"
)
DEPARTMENT = (
    "UBND TỈNH ĐĂK NÔNG\nSỞ Y TẾ\nSố: 88 /KH-SYT\n" + MOTTO + "Đăk Nông, ngày 1/3/2021\n"
    "KẾ HOẠCH\nKhám răng cho học sinh\nThực hiện Kế hoạch năm, Sở Y tế khám răng cho học sinh các trường.\n"
    "Nơi nhận:\n- Lưu: VT.\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Thị Mận"
)
OFFICE = DEPARTMENT.replace("SỞ Y TẾ\nSố: 88 /KH-SYT", "VĂN PHÒNG\nSố: 88/TB-VP").replace("KẾ HOẠCH\n", "THÔNG BÁO\n")
TELEGRAM = (
    "THỦ TƯỚNG CHÍNH PHỦ\n" + MOTTO + "Số: 46/CĐ-TTg\nHà Nội, ngày 11 tháng 7 năm 2023\nCÔNG ĐIỆN\nVề việc chống bão\n"
    "THỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ trưởng Bộ Y tế;\n- Chủ tịch Ủy ban nhân dân tỉnh An Giang.\n"
    "Bão số 3 đang vào bờ với sức gió rất mạnh.\n1. Các bộ chống bão.\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nLê Thị Mận"
)
MINISTRY = (
    "BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG\nSố: 05/2025/TT-BNNMT\n" + MOTTO + "Hà Nội, ngày 02 tháng 6 năm 2025\n"
    "THÔNG TƯ\nQUY ĐỊNH VỀ CÂY\nCăn cứ Luật Trồng trọt số 31/2018/QH14;\nĐiều 1. Cây\nBỘ TRƯỞNG\nLê Thị Mận"
)
