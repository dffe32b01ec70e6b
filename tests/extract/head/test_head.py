from __future__ import annotations

import pytest
from hypothesis import given

from pipeline.extract.head import find_head, head_issues
from pipeline.extract.layout import find_layout
from pipeline.model import Document
from tests.extract.head.head_papers import (
    CHAIR,
    DEPARTMENT,
    LETTER,
    MINISTRY,
    OFFICE,
    PARTY,
    PROVINCE,
    TELEGRAM,
    head_of,
)
from tests.extract.papers import MOTTO, paper, papers

CASES: dict[str, tuple[str, dict[str, object]]] = {
    "a directive of the chairman": (
        CHAIR,
        {
            "doc_type": "chỉ thị",
            "number": "07/CT-UBND",
            "symbol": "CT-UBND",
            "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            "province": "Lào Cai",
            "place": "Lào Cai",
            "date": "2024-02-05",
            "title": "Về việc trồng cây ven hồ trên địa bàn tỉnh",
            "signer_name": "Lê Thị Mận",
            "signer_position": "Chủ tịch",
            "signing_authority": None,
            "recipients": ("Bộ Xây dựng", "Các xã, phường", "Lưu: VT, XD"),
        },
    ),
    "a letter without number and day": (
        LETTER,
        {
            "doc_type": "công văn",
            "number": None,
            "symbol": "UBND-XD",
            "issuer": "Ủy ban nhân dân tỉnh Lào Cai",
            "date": "2022-03",
            "title": "tỉa cành",
            "signer_position": "Phó Chủ tịch Thường trực",
            "signing_authority": "TM. Ủy ban nhân dân; KT. Chủ tịch",
            "addressees": ("Các phòng, ban", "Đội cây xanh"),
            "recipients": ("Như trên", "Lưu: VT"),
        },
    ),
    "a Party directive in a bad scan": (
        PARTY,
        {
            "number": "31-CT/TU",
            "symbol": "CT/TU",
            "issuer": "Ban Thường vụ Tỉnh ủy Hưng Yên",
            "province": "Hưng Yên",
            "place": "Hưng Yên",
            "date": "2023-10-09",
            "title": "về trồng cây",
            "signer_position": "Bí thư",
            "signing_authority": "T/M Ban Thường vụ",
        },
    ),
    "a department": (
        DEPARTMENT,
        {
            "number": "88/KH-SYT",
            "issuer": "Sở Y tế tỉnh Đắk Nông",
            "province": "Đắk Nông",
            "place": "Đắk Nông",
            "date": "2021-03-01",
            "title": "Khám răng cho học sinh",
            "signer_position": "Phó Giám đốc",
        },
    ),
    "an office": (OFFICE, {"issuer": "Văn phòng Ủy ban nhân dân tỉnh Đắk Nông", "doc_type": "thông báo"}),
    "a telegram of the prime minister": (
        TELEGRAM,
        {
            "doc_type": "công điện",
            "issuer": "Thủ tướng Chính phủ",
            "province": None,
            "title": "Về việc chống bão",
            "addressees": ("Bộ trưởng Bộ Y tế", "Chủ tịch Ủy ban nhân dân tỉnh An Giang"),
            "signing_authority": "KT. Thủ tướng",
        },
    ),
    "a ministry on two lines, a title in capitals": (
        MINISTRY,
        {"issuer": "Bộ Nông nghiệp và Môi trường", "title": "QUY ĐỊNH VỀ CÂY", "symbol": "TT-BNNMT", "province": None},
    ),
    "a letter whose symbol begins like a directive's": (
        LETTER.replace("/UBND-XD", "30/CT-CS"),
        {"doc_type": "công văn", "number": "30/CT-CS"},
    ),
    "a plan that carries something out": (
        DEPARTMENT.replace("Khám răng cho học sinh\n", "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị\n"),
        {"title": "Thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị"},
    ),
    "a plan without a title": (DEPARTMENT.replace("Khám răng cho học sinh\n", ""), {"title": None}),
    "a letter to carry something out": (
        LETTER.replace("V/v tỉa cành", "V/v triển khai\nthực hiện Nghị quyết số 57-NQ/TW"),
        {"title": "triển khai thực hiện Nghị quyết số 57-NQ/TW"},
    ),
    "a letter about something, with a full stop": (
        LETTER.replace("V/v tỉa cành", "Về việc tỉa cành trước mùa mưa bão ở các xã ven biển."),
        {
            "doc_type": "công văn",
            "title": "Về việc tỉa cành trước mùa mưa bão ở các xã ven biển",
            "place": "Lào Cai",
            "addressees": ("Các phòng, ban", "Đội cây xanh"),
        },
    ),
    "a title in capitals above the one who commands": (
        DEPARTMENT.replace("KẾ HOẠCH\nKhám răng cho học sinh", "QUYẾT ĐỊNH\nVỀ VIỆC KHÁM RĂNG\nGIÁM ĐỐC SỞ Y TẾ"),
        {"title": "VỀ VIỆC KHÁM RĂNG", "issuer": "Sở Y tế tỉnh Đắk Nông"},
    ),
    "a decision without a head": (
        "QUYẾT ĐỊNH\nVỀ VIỆC TRỒNG CÂY\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nCăn cứ Luật Trồng trọt;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Trồng cây ven hồ.",
        {"title": "VỀ VIỆC TRỒNG CÂY", "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", "province": "Lào Cai"},
    ),
    "a resolution without a head": (
        "NGHỊ QUYẾT\nVề việc trồng cây\nHỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\nKHÓA XV, KỲ HỌP THỨ 3\n"
        "Căn cứ Luật Trồng trọt;\nQUYẾT NGHỊ:\nĐiều 1. Trồng cây ven hồ.",
        {"title": "Về việc trồng cây", "issuer": "Hội đồng nhân dân tỉnh Lào Cai"},
    ),
    "a commune's branch of the Front": (
        "ỦY BAN MTTQ VIỆT NAM\nXÃ HỒ\nBAN THƯỜNG TRỰC\nSố: 4/KH-MTTQ\n" + MOTTO + "Hồ, ngày 5 tháng 3 năm 2025\n"
        "KẾ HOẠCH\nTrồng cây\nThực hiện Kế hoạch số 5/KH-UBND của UBND tỉnh Lào Cai, xã trồng cây.\n1. Trồng cây.",
        {"issuer": "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Hồ", "province": "Lào Cai"},
    ),
    "a letter of one short sentence": (
        PROVINCE.format(number="5/UBND-NC", date="5 tháng 3 năm 2022")
        + "Kính gửi:\n- Sở Y tế;\n- Sở Nội vụ;\nGiao Sở Nội vụ rà soát./.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Thị Mận",
        {
            "addressees": ("Sở Y tế", "Sở Nội vụ"),
            "issuer": "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            "signer_name": "Lê Thị Mận",
        },
    ),
    "a place with a hyphen": (
        PROVINCE.format(number="5/UBND", date="5 tháng 3 năm 2022").replace(
            "Lào Cai, ngày", "Phan Rang-Tháp Chàm, ngày"
        ),
        {"place": "Phan Rang-Tháp Chàm", "date": "2022-03-05"},
    ),
    "an officer signs": (
        MINISTRY.replace("BỘ TRƯỞNG\nLê", "BỘ TRƯỞNG\nĐại tướng Lê"),
        {"signer_name": "Lê Thị Mận", "signer_position": "Bộ trưởng"},
    ),
    "a law": (
        "QUỐC HỘI\nLuật số: 58/2024/QH15\n" + MOTTO + "LUẬT\nTRỒNG CÂY\nĐiều 1. Cây xanh giữ nước và nuôi chim.\n"
        "Luật này được Quốc hội khóa XV, kỳ họp thứ 8 thông qua ngày 29 tháng 11 năm 2024.\n"
        "CHỦ TỊCH QUỐC HỘI\nLê Thị Mận",
        {"number": "58/2024/QH15", "date": "2024-11-29", "doc_type": "luật", "issuer": "Quốc hội"},
    ),
    "a resolution with its type before its number": (
        "ỦY BAN THƯỜNG VỤ\nQUỐC HỘI\n" + MOTTO + "Nghị quyết số: 95/2025/UBTVQH15\n"
        "NGHỊ QUYẾT\nQuy định về trồng cây:\ntrong thành phố và ngoài đồng\nĐiều 1. Trồng cây.\nCHỦ TỊCH\nLê Thị Mận",
        {
            "number": "95/2025/UBTVQH15",
            "title": "Quy định về trồng cây: trong thành phố và ngoài đồng",
            "issuer": "Ủy ban Thường vụ Quốc hội",
        },
    ),
    "a caption in place of a head": (
        "Nghị quyết số 148/NQ-CP ngày 07/6/2026 — Phiên họp thường kỳ\nTrồng thêm cây.\n1. Các xã trồng cây.",
        {
            "doc_type": "nghị quyết",
            "number": "148/NQ-CP",
            "symbol": "NQ-CP",
            "date": "2026-06-07",
            "issuer": "Chính phủ",
        },
    ),
    "a sentence about another document": (
        "Nghị quyết số 148 của xã nói về cây xanh giữ nước và nuôi chim, cho nên các xã hãy trồng cây.\n1. Trồng cây.",
        {"doc_type": None, "number": None},
    ),
    "nothing but a signature": (
        "Cây xanh giữ nước và nuôi chim, cho nên các xã ở tỉnh Lai Châu hãy trồng thêm cây.\nCHỦ TỊCH\nLê Thị Mận",
        {"issuer": "Chủ tịch Ủy ban nhân dân tỉnh Lai Châu", "province": "Lai Châu", "doc_type": None, "title": None},
    ),
}


@pytest.mark.parametrize(("case", "field"), [(case, field) for case, (_, fields) in CASES.items() for field in fields])
def test_fields(case: str, field: str) -> None:
    text, fields = CASES[case]
    assert getattr(head_of(text), field) == fields[field]


def test_a_district_is_spelled_as_in_the_body() -> None:
    letter = (
        "ỦY BAN NHÂN DÂN\nHUYỆN SUỐI HỐ\nSố: 3/UBND\n" + MOTTO + "Suối Hổ, ngày 1 tháng 3 năm 2021\nKính gửi: Các xã.\n"
        "Rừng Suối Hổ đang cháy, UBND huyện Suối Hổ đề nghị các xã dập lửa.\nCHỦ TỊCH\nLê Thị Mận"
    )
    assert head_of(letter).issuer == "Ủy ban nhân dân huyện Suối Hổ"


def test_the_title_span_holds_the_title() -> None:
    for text in (CHAIR, LETTER, TELEGRAM):
        head = head_of(text)
        assert head.title_span is not None
        assert text[slice(*head.title_span)].replace("\n", " ") == head.title


def test_issues() -> None:
    document = paper(LETTER.replace("Hồ Văn Na", ""))
    layout = find_layout(document)
    found = {issue.code for issue in head_issues(find_head(document, layout), layout)}
    assert found == {"blank-number", "open-date", "no-signer"}
    complete = paper(CHAIR)
    assert head_issues(find_head(complete, find_layout(complete)), find_layout(complete)) == ()


@given(papers)
def test_never_raises_and_invents_no_title(document: Document) -> None:
    layout = find_layout(document)
    head = find_head(document, layout)
    head_issues(head, layout)
    assert "" not in (head.number, head.symbol, head.issuer, head.place, head.title, head.signer_name)
    if head.title_span:
        assert layout.head[0] <= head.title_span[0] <= head.title_span[1] <= layout.head[1]


@pytest.mark.parametrize(
    "piece", ["CHỦ TỊCH ", "TM. ", "V/v ", "ngày tháng năm ", "UBND TỈNH ", "_", "điện: ", "; Lê Thị Na "]
)
@pytest.mark.parametrize("frame", ["{}", "Số: 1/QĐ-UBND\nQUYẾT ĐỊNH\n{}", "1. Trồng cây ven hồ.\nNơi nhận:\n{}"])
def test_hostile_lines_end(piece: str, frame: str) -> None:
    head_of(frame.format(piece * 20_000))
