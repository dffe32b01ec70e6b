"""Heads as web pages and tables hand them on: broken lines, strokes of cells, two columns run together."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extract.head.voice import minister_of
from pipeline.ingest import read
from tests.extract.head.head_papers import LETTER, MINISTRY, head_of
from tests.extract.papers import MOTTO

BROKEN = (
    "VĂN PHÒNG CHÍNH\nPHỦ |\nCỘNG\nHÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 5/VPCP-NC |\n"
    "Hà Nội, ngày\n15 tháng 7 năm 2021 |\nKính gửi: |\n- Bộ Y tế |\nTrồng cây ở tỉnh Lai Châu."
)
COLUMNS = (
    "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH LÀO CAI Độc Lập - Tự Do - Hạnh Phúc\n\n"
    "Số: 5/UBND-NC Sa Pa, ngày 5 tháng 3 năm 2022\n\nV/v trồng cây\n\nKính gửi: Các xã.\n\n"
    "Nhận Công văn số 7/UBND-VX ngày 2 tháng 3 năm 2022 của UBND tỉnh Lai Châu, Chủ tịch UBND tỉnh yêu cầu trồng cây.\n"
)


def test_broken_lines() -> None:
    head = head_of(BROKEN)
    assert (head.issuer, head.place, head.date, head.province) == ("Văn phòng Chính phủ", "Hà Nội", "2021-07-15", None)


def test_two_columns_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(COLUMNS, encoding="utf-8")
    head = head_of(read(path).text)
    assert (head.issuer, head.province) == ("Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "Lào Cai")


def test_the_issuer_of_a_cited_letter_is_not_who_writes() -> None:
    letter = LETTER.replace("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n", "").replace("Lào Cai, ngày", "Sa Pa, ngày")
    cited = letter.replace("Mùa bão", "Theo Công văn ngày 5/3/2022 của UBND tỉnh Hà Nam, mùa bão")
    assert head_of(cited).issuer != "Chủ tịch Ủy ban nhân dân tỉnh Hà Nam"
    assert "Hà Nam" not in (head_of(cited).issuer or "")


@pytest.mark.parametrize(
    ("body", "order", "voice"),
    [
        ("Ngân hàng Nhà nước Việt Nam", "Thống đốc Ngân hàng Nhà nước yêu cầu", "Thống đốc "),
        ("Ngân hàng Nhà nước Việt Nam", "theo ý kiến của Thống đốc Ngân hàng Nhà nước,", ""),
        ("Bộ Văn hóa, Thể thao và Du lịch", "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch chỉ thị:", "Bộ trưởng "),
        ("Tổng cục Thuế", "Tổng cục Thuế yêu cầu", ""),
    ],
)
def test_the_head_of_a_central_body_commands(body: str, order: str, voice: str) -> None:
    assert minister_of(body, (), order) == voice


def test_a_minister_of_many_fields() -> None:
    name = "BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH"
    paper = MINISTRY.replace("BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG", name).replace("TT-BNNMT", "TT-BVHTTDL")
    paper = paper.replace("VỀ CÂY\n", f"VỀ CÂY\nBỘ TRƯỞNG {name.replace(chr(10), ' ')}\n")
    assert MOTTO in paper
    assert head_of(paper).issuer == "Bộ trưởng Bộ Văn hóa, Thể thao và Du lịch"
