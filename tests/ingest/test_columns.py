"""The columns of head and end: head_columns, end_columns and blocks, through the reading of whole texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.make import lines, pdf, typed

HEAD = """\
     ỦY BAN NHÂN DÂN                     CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TỈNH CAO BẰNG                            Độc lập - Tự do - Hạnh phúc
      ____________                             ___________________________
   Số: 15      /UBND-NC                  Cao Bằng, ngày 03 tháng 4 năm 2023
 V/v rà soát hồ sơ lưu trữ
 của các huyện

                      Kính gửi: Sở Nội vụ.
"""
HEAD_LINES = [
    "ỦY BAN NHÂN DÂN",
    "TỈNH CAO BẰNG",
    "Số: 15 /UBND-NC",
    "V/v rà soát hồ sơ lưu trữ",
    "của các huyện",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Cao Bằng, ngày 03 tháng 4 năm 2023",
    "Kính gửi: Sở Nội vụ.",
]
END = """\
Nơi nhận:                                        TM. ỦY BAN NHÂN DÂN
- Như trên;                                          KT. CHỦ TỊCH
- Thường trực Tỉnh ủy;    (để b/c)                   PHÓ CHỦ TỊCH
- Các phòng: TH, NC,
KT, VX;
- Lưu: VT, KT (Hà).

                                                    Hoàng Văn Thạch
"""
END_LINES = [
    "Nơi nhận:",
    "- Như trên;",
    "- Thường trực Tỉnh ủy; (để b/c)",
    "- Các phòng: TH, NC, KT, VX;",
    "- Lưu: VT, KT (Hà).",
    "TM. ỦY BAN NHÂN DÂN",
    "KT. CHỦ TỊCH",
    "PHÓ CHỦ TỊCH",
    "Hoàng Văn Thạch",
]


def test_head_of_layout_text(tmp_path: Path) -> None:
    assert lines(tmp_path, HEAD) == HEAD_LINES


def test_end_of_layout_text(tmp_path: Path) -> None:
    assert lines(tmp_path, END) == END_LINES


def test_an_end_that_a_scan_has_spoilt(tmp_path: Path) -> None:
    spoilt = END.replace("Nơi nhận:", "i nhận:  ").replace("TM. ỦY BAN NHÂN DÂN", "KT. CHU TICH       ")
    assert lines(tmp_path, spoilt)[:6] == ["i nhận:", *END_LINES[1:5], "KT. CHU TICH"]


@pytest.mark.parametrize(("drawn", "expected"), [(HEAD, HEAD_LINES), (END, END_LINES)])
def test_columns_of_a_pdf(tmp_path: Path, drawn: str, expected: list[str]) -> None:
    assert lines(tmp_path, pdf(typed(drawn, left=40, height=13))) == expected


def test_columns_of_ocr_text_are_one_space_apart(tmp_path: Path) -> None:
    text = """\
ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM

TỈNH CAO BẰNG Độc lập - Tự do - Hạnh phúc
Số: 15/QĐ-UBND Cao Bằng, ngày 03 tháng 4 năm 2023
QUYẾT ĐỊNH

Nơi nhận: TM. ỦY BAN NHÂN DÂN
- Như Điều 2; KT. CHỦ TỊCH
- Lưu: VT, KT.
Hoàng Văn Thạch
"""
    assert lines(tmp_path, text) == [
        *("ỦY BAN NHÂN DÂN", "TỈNH CAO BẰNG", "Số: 15/QĐ-UBND"),
        *("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Cao Bằng, ngày 03 tháng 4 năm 2023"),
        *("QUYẾT ĐỊNH", "Nơi nhận:", "- Như Điều 2;", "- Lưu: VT, KT.", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
        "Hoàng Văn Thạch",
    ]


@pytest.mark.parametrize("place", ["Phan Rang-Tháp Chàm", "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "Cao Bằng"])
def test_a_place_is_told_from_the_number_beside_it(tmp_path: Path, place: str) -> None:
    text = f"""\
ỦY BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH CAO BẰNG Độc lập - Tự do - Hạnh phúc
Số: 15/QĐ-UBND {place}, ngày 03 tháng 4 năm 2023
QUYẾT ĐỊNH
"""
    assert lines(tmp_path, text)[-2:] == [f"{place}, ngày 03 tháng 4 năm 2023", "QUYẾT ĐỊNH"]


def test_head_of_the_party(tmp_path: Path) -> None:
    text = """\
   TỈNH ỦY CAO BẰNG                ĐẢNG CỘNG SẢN VIỆT NAM
          *
     Số 07-CT/TU                Cao Bằng, ngày 12 tháng 5 năm 2022
"""
    assert lines(tmp_path, text) == [
        *("TỈNH ỦY CAO BẰNG", "Số 07-CT/TU"),
        *("ĐẢNG CỘNG SẢN VIỆT NAM", "Cao Bằng, ngày 12 tháng 5 năm 2022"),
    ]


def test_a_head_without_columns_keeps_its_order(tmp_path: Path) -> None:
    head = ["ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: /CT-UBND"]
    assert lines(tmp_path, "\n".join(head)) == head


def test_a_date_in_the_first_sentence_is_no_head(tmp_path: Path) -> None:
    text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nThực hiện Chỉ thị số 11/CT-TTg ngày 16 tháng 4 năm 2021 của Thủ tướng."
    assert lines(tmp_path, text) == text.split("\n")


def test_signature_above_the_list(tmp_path: Path) -> None:
    text = "                                             KT. BỘ TRƯỞNG\nNơi nhận:              " + (
        "                      THỨ TRƯỞNG\n- Như trên;\n- Lưu: VT.\n\n"
        "                                            Tạ Văn Bình\n"
    )
    assert lines(tmp_path, text) == [
        *("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "Tạ Văn Bình")
    ]


def test_rows_of_a_table_stay_apart(tmp_path: Path) -> None:
    text = "Đơn vị          Chỉ tiêu giao        Kết quả\nSở Y tế            90%              85%\n"
    assert lines(tmp_path, text) == ["Đơn vị Chỉ tiêu giao Kết quả", "Sở Y tế 90% 85%"]
