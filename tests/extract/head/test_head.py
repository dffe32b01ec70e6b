from __future__ import annotations

import pytest
from hypothesis import given

from pipeline.extract.head import find_head, head_issues
from pipeline.extract.layout import find_layout
from pipeline.model import Document, Head
from tests.extract.papers import MOTTO, paper, papers


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


@pytest.mark.parametrize(
    ("order", "signature", "issuer"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("Chủ tịch UBND tỉnh yêu cầu", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Ủy ban nhân dân tỉnh yêu cầu", "CHỦ TỊCH", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Văn phòng UBND tỉnh đề nghị", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("Văn phòng UBND tỉnh đề nghị", "CHÁNH VĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"),
        ("Lãnh đạo UBND tỉnh kết luận", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("Phó Chủ tịch UBND tỉnh kết luận,", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("giao cho", "", "Ủy ban nhân dân tỉnh Lào Cai"),
    ],
)
def test_who_commands(order: str, signature: str, issuer: str) -> None:
    assert head_of(DIRECTIVE.format(order=order, signature=signature)).issuer == issuer


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
