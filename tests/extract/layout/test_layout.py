from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from pipeline.extract.layout import find_layout
from pipeline.extract.layout.annexes import is_annex_heading
from pipeline.extract.layout.ending import find_end
from pipeline.extract.layout.lines import lines_of
from pipeline.model import Document
from tests.extract.papers import MOTTO, paper, papers

DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/QĐ-UBND\n"
    + MOTTO
    + "Lào Cai, ngày 05 tháng 02 năm 2024\nQUYẾT ĐỊNH\nBan hành Quy chế chăm sóc cây xanh\n"
    "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n"
    "Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;\nQUYẾT ĐỊNH:\n"
    "Điều 1. Ban hành kèm theo Quyết định này Quy chế chăm sóc cây xanh.\n"
    "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\n"
    "Nơi nhận:\n- Như Điều 2;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thị Mận\n"
    "QUY CHẾ\nChăm sóc cây xanh\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)\n"
    "Điều 1. Phạm vi\nQuy chế này nói về cây.\n"
    "PHỤ LỤC I\nDANH MỤC CÂY\n(Kèm theo Quy chế)\n1. Cây bàng."
)
LETTER = (
    "SỞ XÂY DỰNG\nSố: /SXD-QH\nV/v trồng cây ven hồ\nvà tỉa cành trước mùa bão\n"
    + MOTTO
    + "Hà Nam, ngày tháng 3 năm 2022\nKính gửi:\n- Các phòng, ban;\n- Đội cây xanh.\n"
    "Để phố phường có bóng mát, Sở Xây dựng đề nghị các đơn vị trồng cây.\n1. Chọn giống cây khỏe.\n"
)
BARE = "Cây xanh giữ nước và nuôi chim, cho nên các xã hãy trồng thêm cây ở bờ ruộng.\n1. Chọn giống cây khỏe."


def parts(document: Document) -> tuple[str, str, str, list[str]]:
    """The last line of the head, the first of body and end, the first of each annex."""
    layout, text = find_layout(document), document.text
    head, body, end = (text[slice(*span)].strip() for span in (layout.head, layout.body, layout.end))
    annexes = [text[slice(*span)].split("\n")[0] for span in layout.annexes]
    return head.split("\n")[-1], body.split("\n")[0], end.split("\n")[0], annexes


CASES = {
    "a decision with a regulation and its annex": (
        DECISION,
        "ỦY BAN NHÂN DÂN TỈNH LÀO CAI",
        "Căn cứ Luật Trồng trọt ngày 19 tháng 11 năm 2018;",
        "Nơi nhận:",
        ["QUY CHẾ", "PHỤ LỤC I"],
    ),
    "the signature before Nơi nhận": (
        LETTER + "TM. BAN GIÁM ĐỐC\nGIÁM ĐỐC\nLê Thị Mận\nNơi nhận:\n- Như trên;\n- Lưu: VT.",
        "- Đội cây xanh.",
        "Để phố phường có bóng mát, Sở Xây dựng đề nghị các đơn vị trồng cây.",
        "TM. BAN GIÁM ĐỐC",
        [],
    ),
    "recipients without their heading": (
        LETTER + "Đề nghị các đơn vị sớm trồng cây./.\n- Ban Quản lý;\n- Như trên;\n- Lưu: VT.",
        "- Đội cây xanh.",
        "Để phố phường có bóng mát, Sở Xây dựng đề nghị các đơn vị trồng cây.",
        "- Ban Quản lý;",
        [],
    ),
    "a speck before Nơi nhận": (
        LETTER + "Đề nghị các đơn vị sớm trồng cây./.\nJNơi nhận:\n- Các xã.",
        "- Đội cây xanh.",
        "Để phố phường có bóng mát, Sở Xây dựng đề nghị các đơn vị trồng cây.",
        "JNơi nhận:",
        [],
    ),
    "Nơi nhận run into the last sentence": (
        LETTER + "Đề nghị các đơn vị sớm trồng cây./. Nơi nhận:\n- Lưu: VT.",
        "- Đội cây xanh.",
        "Để phố phường có bóng mát, Sở Xây dựng đề nghị các đơn vị trồng cây.",
        "Nơi nhận:",
        [],
    ),
    "a signature in small letters": (
        BARE + "\nUBND xã Hà\nChủ tịch\n(Đã ký)",
        "",
        BARE.split("\n")[0],
        "UBND xã Hà",
        [],
    ),
    "a signature in small letters before Nơi nhận": (
        BARE + "\nTM. Ủy ban nhân dân xã\nChủ tịch\nLê Mận (đã ký)\nNơi nhận:\n- Các xã.",
        "",
        BARE.split("\n")[0],
        "TM. Ủy ban nhân dân xã",
        [],
    ),
    "a table that names offices": (BARE + "\nChủ tịch\n5 người\nGiám đốc\n9 người", "", BARE.split("\n")[0], "", []),
    "no head and no end": (BARE, "", BARE.split("\n")[0], "", []),
    "an annex and no end": (BARE + "\nPHỤ LỤC\nDANH MỤC CÂY", "", BARE.split("\n")[0], "", ["PHỤ LỤC"]),
    "a draft behind the signature": (
        BARE + "\nCHỦ TỊCH\nLê Thị Mận\nHỘI ĐỒNG NHÂN DÂN\nTỈNH LÀO CAI\n" + MOTTO + "NGHỊ QUYẾT",
        "",
        BARE.split("\n")[0],
        "CHỦ TỊCH",
        ["HỘI ĐỒNG NHÂN DÂN"],
    ),
    "an annex whose title cannot be read": (
        LETTER + "Nơi nhận:\n- Lưu: VT, Sơn.\nGiông cay, tiêu d\nbóng mát năm nay\n(Kèm theo Công văn số 1%\nCây bàng.",
        "- Đội cây xanh.",
        "Để phố phường có bóng mát, Sở Xây dựng đề nghị các đơn vị trồng cây.",
        "Nơi nhận:",
        ["Giông cay, tiêu d"],
    ),
    "an annex of another kind below the name": (
        BARE + "\nNơi nhận:\n- Các xã.\nCHỦ TỊCH\nLê Thị Mận\nSỔ TAY TRỒNG CÂY\n(Kèm theo Công văn số 1)\nCây bàng.",
        "",
        BARE.split("\n")[0],
        "Nơi nhận:",
        ["SỔ TAY TRỒNG CÂY"],
    ),
    "the President of the Republic signs": (
        BARE + "\nNơi nhận:\n- Các bộ.\nCHỦ TỊCH NƯỚC\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nLê Thị Mận",
        "",
        BARE.split("\n")[0],
        "Nơi nhận:",
        [],
    ),
    "a stamp above the head": ("Người ký: Văn phòng\nEmail: vp@x.vn\n" + DECISION, *("",) * 3, []),
}


@pytest.mark.parametrize("case", CASES)
def test_parts(case: str) -> None:
    text, head, body, end, annexes = CASES[case]
    if case == "a stamp above the head":
        assert parts(paper(text)) == parts(paper(DECISION))
    else:
        assert parts(paper(text)) == (head, body, end, annexes)


def test_a_title_in_capitals_is_no_signature() -> None:
    text = BARE + "\nChương II\nTHƯỜNG TRỰC HỘI ĐỒNG\n" + "\n".join(f"{n}. Một việc nhỏ cần làm." for n in range(2, 12))
    lines = list(lines_of(text, (0, len(text))))
    assert find_end(lines, 0, len(lines)) is None


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        ("PHỤ LỤC", True),
        ("Phụ lục II", True),
        ("Phụ lục số 01:", True),
        ("PHỤ LỤC I: DANH MỤC CÂY", True),
        ("Phụ lục II (Kèm theo Quyết định số 5)", True),
        ("Phụ lục II của Quyết định này liệt kê các loài cây.", False),
        ("Phụ nữ cả xã trồng cây", False),
    ],
)
def test_annex_headings(line: str, is_heading: bool) -> None:
    assert is_annex_heading(next(lines_of(line, (0, len(line))))) is is_heading


@given(papers)
def test_the_parts_share_out_the_text(document: Document) -> None:
    layout = find_layout(document)
    spans = [layout.head, layout.body, layout.end, *layout.annexes]
    assert (spans[0][0], spans[-1][1]) == (0, len(document.text))
    assert all(one[0] <= one[1] == two[0] <= two[1] for one, two in pairwise(spans))


@pytest.mark.parametrize("piece", ["Nơi nhận ", "(Kèm theo ", "PHỤ LỤC\n", "CHỦ TỊCH\n", "Số: ", "“", "- Lưu: "])
def test_hostile_repeats_end(piece: str) -> None:
    find_layout(paper(piece * 20_000))
