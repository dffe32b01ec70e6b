from __future__ import annotations

import pytest

from pipeline.extract.layout.head_lines import read_head
from pipeline.extract.layout.lines import lines_of
from pipeline.extract.layout.type_lines import type_of_line
from tests.extract.papers import MOTTO


def roles(text: str) -> str:
    return " ".join(entry.role for entry in read_head(lines_of(text, (0, len(text)))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UBND TỈNH HÀ NAM\nSố: 5/KH-UBND\nHà Nam, ngày tháng năm 2021", "agency number date"),
        ("Luật số: 58/2024/QH15\nLUẬT\nTRỒNG TRỌT\nĐiều 1. Cây", "number type title"),
        ("CHỈ THỊ\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nVề trồng cây\nTrong những năm qua, cây ít.", "type type title"),
        ("QUYẾT ĐỊNH\nVề cây\nỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCăn cứ Luật Cây;", "type title commander"),
        ("V/v tỉa cành\nngày 5/3/2021 của xã\nHà Nam, ngày 6 tháng 3 năm 2021", "subject subject date"),
        ("QUYẾT ĐỊNH\nVỀ CÂY\nỦY BAN NHÂN DÂN TỈNH HÀ NAM\nCăn cứ Luật Cây;", "type title commander"),
        ("QUYẾT ĐỊNH\nVỀ CÂY\nCHỦ TỊCH\nUBND XÃ HÀ\nCăn cứ Luật Cây;", "type title commander commander"),
        ("Số: 5/UBND\nVề việc trồng cây ven hồ trước mùa mưa bão.\n" + MOTTO, "number subject motto motto"),
        ("Số: 5/UBND\nVề trồng cây ở các xã\nvà ven hồ.\nHà Nam, ngày 6/3/2021", "number subject subject date"),
        ("Số: 5/UBND\nTrồng cây ven hồ trước mùa mưa bão.\n" + MOTTO, "number subject motto motto"),
        (MOTTO + "Số: 5/UBND\nTrồng cây\nHà Nam, ngày 6/3/2021", "motto motto number stray date"),  # noise is short
        (MOTTO + "Hà Nam, ngày 6/3/2021\nVề việc trồng cây\nKính gửi: Các xã", "motto motto date subject addressee"),
        ("Số: 5/UBND\nHà Nam, ngày 6/3/2021\nVề cây, UBND tỉnh yêu cầu các xã ven hồ:\n1. Trồng", "number date"),
        ("Số: 5/UBND\nThành phố Hà Nam, ngày 6/3/2021\n" + MOTTO, "number date motto motto"),
        ("Số: 5/UBND\nNgười ký: Văn phòng xã Hà\n" + MOTTO, "number stamp motto motto"),
        ("Số: 5/UBND\nCây ven hồ\nKính gửi: Các xã", "number stray addressee"),
        (
            "Số: 5/UBND\n1. Cây ven hồ và ven đường, nhất là cây già.\nKính gửi:\n- Các xã",
            "number stray addressee addressee",
        ),
        ("Kính gửi: Sở Nội vụ\nSở Nội vụ rà soát./.", "addressee"),
        ("Kính gửi:\n- Sở Nội vụ;\nCăn cứ Luật Cây;", "addressee addressee"),
        ("Kính gửi: Sở Nội vụ,\nSở Y tế\nKT. CHỦ TỊCH\nLê Na", "addressee addressee"),
        ("CÔNG ĐIỆN\nVề bão\nYêu cầu các xã trực bão:\n- Các bộ", "type title"),
        ("CÔNG ĐIỆN\nVề bão\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Các bộ.\nBão số 3 vào bờ.", "type title addressee addressee"),
        ("THÔNG BÁO\nVề việc nghỉ lễ\nvà chúc mừng Cộng hòa xã hội chủ nghĩa Việt Nam", "type title title"),
        (f"THÔNG BÁO\nKết luận về cây ven hồ. và {'ven sông, ' * 20}ven đường\nHôm nay trồng cây.", "type title"),
        (f"THÔNG BÁO\nHôm nay trồng cây ven hồ. Mọi người trồng {'ven sông, ' * 20}ven đường", "type"),
        ("Số: 5/KH-X\n| ^~ {}\nHà Nam, ngàyŸ tháng 6 năm 2019", "number stray date"),
        ("Người ký: A\nThời gian ký: 5/3/2021 08:00\nUBND XÃ A\nSố: 1/TB-UBND", "stamp stamp agency number"),
        ("Cây xanh giữ nước và nuôi chim, cho nên các xã hãy trồng thêm cây.\nSố: 5", ""),
        ("1. Trồng cây ven đường.\nKẾ HOẠCH", ""),
        ("QUYẾT NGHỊ\nCăn cứ Luật Cây ngày 18 tháng 02 năm 2025;\nĐiều 1. Trồng cây.", "type"),
        ("UBND XÃ A\nCăn cứ Luật Cây ngày 18 tháng 02 năm 2025;", "agency"),
        ("SỞ Y TẾ |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/SYT |", "agency motto motto number"),
        ("Số: 5/UBND\nHà Nam, ngày\n30 tháng 3 năm 2015\nKính gửi: Các xã", "number date date addressee"),
        ("Số: 5/UBND\nHà Nam, ngày 30 tháng 3\nnăm 2015\nKính gửi: Các xã", "number date date addressee"),
        ("QUY CHẾ\nTrồng cây\nChương I\nCÂY VEN HỒ\nĐiều 1. Trồng cây.", "type title"),
        ("CHỈ THỊ\nVỀ TRỒNG CÂY\nDo mưa ít mà nắng nhiều, cho nên cây\nven hồ khô héo.", "type title"),
    ],
)
def test_roles(text: str, expected: str) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("KẾ HOẠCH", "kế hoạch"),
        ("CHÍ THỊ", "chỉ thị"),
        ("TỜTRÌNH :", "tờ trình"),
        ("CÔNG ĐIỆN HỎA TỐC", "công điện"),
        ("QUY CHẾ LÀM VIỆC", "quy chế"),
        ("THÔNG BÁO Ý KIẾN KẾT LUẬN", "thông báo"),
        ("KẾT LUẬN CỦA BỘ CHÍNH TRỊ", "kết luận"),
        ("KẾ HOẠCH Về việc trồng cây", "kế hoạch"),
        ("KẾ HOẠCH ĐẦU TƯ", None),
        ("Kế hoạch về việc trồng cây", None),
    ],
)
def test_types(line: str, kind: str | None) -> None:
    assert type_of_line(line) == kind
