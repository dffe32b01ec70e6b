from __future__ import annotations

import pytest

from pipeline.model import Head
from tests.extract.citations.citing import CENTRAL, cite

ONE = [
    (
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về cải cách hành chính.",
        ("Nghị quyết số 76/NQ-CP", "nghị quyết", "76/NQ-CP", "2021-07-15", "Chính phủ"),
    ),
    (
        "theo Nghị quyết 39-NQ/TW, ngày 17 tháng 4 năm 2015 của Bộ Chính trị về tinh giản biên chế",
        ("Nghị quyết 39-NQ/TW", "nghị quyết", "39-NQ/TW", "2015-04-17", "Bộ Chính trị"),
    ),
    (
        "Luật Đầu tư công số 58/2024/QH15 ngày 29/11/2024",
        ("Luật Đầu tư công số 58/2024/QH15", "luật", "58/2024/QH15", "2024-11-29", "Quốc hội"),
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu số 57/2024/QH15",
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu số 57/2024/QH15",
            "luật",
            "57/2024/QH15",
            None,
            "Quốc hội",
        ),
    ),
    (
        "Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg ngày 03/6/2020",
        (
            "Quyết định của Thủ tướng Chính phủ số 749/QĐ-TTg",
            "quyết định",
            "749/QĐ-TTg",
            "2020-06-03",
            "Thủ tướng Chính phủ",
        ),
    ),
    (
        "theo Công văn số 44/SNV-CCHC ngày 05/01/2021 của Sở Nội vụ",
        ("Công văn số 44/SNV-CCHC", "công văn", "44/SNV-CCHC", "2021-01-05", "Sở Nội vụ tỉnh Lai Châu"),
    ),
    (
        "tại Thông tư số 03/2023/TT-BNV ngày 30/4/2023 của Bộ trưởng Bộ Nội vụ",
        ("Thông tư số 03/2023/TT-BNV", "thông tư", "03/2023/TT-BNV", "2023-04-30", "Bộ trưởng Bộ Nội vụ"),
    ),
    (
        "Nghị quyết số 08-NQ/TU ngày 20/5/2021 của Ban Chấp hành Đảng bộ tỉnh về đầu tư",
        (
            "Nghị quyết số 08-NQ/TU",
            "nghị quyết",
            "08-NQ/TU",
            "2021-05-20",
            "Ban Chấp hành Đảng bộ tỉnh Lai Châu",
        ),
    ),
    (
        "Nghị quyết số 12/2022/NQ-HĐND của HĐND tỉnh quy định mức hỗ trợ",
        ("Nghị quyết số 12/2022/NQ-HĐND", "nghị quyết", "12/2022/NQ-HĐND", None, "Hội đồng nhân dân tỉnh Lai Châu"),
    ),
    (
        "Chủ tịch UBND tỉnh đã phê duyệt danh mục tại Quyết định số 525/QĐ-UBND ngày 25/02/2021.",
        (
            "Quyết định số 525/QĐ-UBND",
            "quyết định",
            "525/QĐ-UBND",
            "2021-02-25",
            "Chủ tịch Ủy ban nhân dân tỉnh Lai Châu",
        ),
    ),
    (
        "theo ý kiến của Thường trực Tỉnh ủy tại Thông báo số 159-TB/TU ngày 11/01/2021",
        ("Thông báo số 159-TB/TU", "thông báo", "159-TB/TU", "2021-01-11", "Thường trực Tỉnh ủy Lai Châu"),
    ),
    (
        "Kế hoạch số 23/KH-UBND ngày 30/01/2021 của UBND tỉnh Điện Biên",
        ("Kế hoạch số 23/KH-UBND", "kế hoạch", "23/KH-UBND", "2021-01-30", "Ủy ban nhân dân tỉnh Điện Biên"),
    ),
    (
        "Kết luận số 77-KL/TW ngày 02/5/2024 và các văn bản liên quan",
        ("Kết luận số 77-KL/TW", "kết luận", "77-KL/TW", "2024-05-02", None),
    ),
    (
        "Luật Phòng, chống nhiễm vi rút ở người (HIV/AIDS) số 64/2006/QH11",
        (
            "Luật Phòng, chống nhiễm vi rút ở người (HIV/AIDS) số 64/2006/QH11",
            "luật",
            "64/2006/QH11",
            None,
            "Quốc hội",
        ),
    ),
    (
        "theo Nghị định số 87-CP ngày 17/8/1994 của Chính phủ",
        ("Nghị định số 87-CP", "nghị định", "87-CP", "1994-08-17", "Chính phủ"),
    ),
    (
        "Ngày 29/6/2021, Bộ trưởng Bộ Xây dựng đã ban hành Quyết định số 1074/QĐ-BXD về giải pháp",
        ("Quyết định số 1074/QĐ-BXD", "quyết định", "1074/QĐ-BXD", "2021-06-29", "Bộ trưởng Bộ Xây dựng"),
    ),
    (
        "theo Nghị định số 5/2024/NĐ-CP. ngày 18/12/2024 của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        (
            "Nghị định số 5/2024/NĐ-CP",
            "nghị định",
            "5/2024/NĐ-CP",
            "2024-12-18",
            "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ",
        ),
    ),
    (
        "theo Kết luật số 150-KL/TW ngày 14/4/2025 của Bộ Chính trị",
        ("số 150-KL/TW", "kết luận", "150-KL/TW", "2025-04-14", "Bộ Chính trị"),
    ),
    (
        "trong phụ lục (76/NQ-CP) đã nêu",
        ("76/NQ-CP", "nghị quyết", "76/NQ-CP", None, "Chính phủ"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one(text: str, expected: tuple[str | None, ...]) -> None:
    (found,) = cite(text)
    assert (found.text, found.doc_type, found.number, found.date, found.issuer) == expected


LISTS = [
    (
        "các Nghị định của Chính phủ: số 177/2024/NĐ-CP ngày 31/12/2024; số 178/2024/NĐ-CP ngày 31/12/2024",
        [
            ("số 177/2024/NĐ-CP", "nghị định", "2024-12-31", "Chính phủ"),
            ("số 178/2024/NĐ-CP", "nghị định", "2024-12-31", "Chính phủ"),
        ],
    ),
    (
        "các Kế hoạch số 208-KH/TU, số 209-KH/TU ngày 12/3/2021 của Ban Thường vụ Tỉnh ủy",
        [
            ("Kế hoạch số 208-KH/TU", "kế hoạch", "2021-03-12", "Ban Thường vụ Tỉnh ủy Lai Châu"),
            ("số 209-KH/TU", "kế hoạch", "2021-03-12", "Ban Thường vụ Tỉnh ủy Lai Châu"),
        ],
    ),
    (
        "các Kế hoạch của UBND tỉnh: số 23/KH-UBND ngày 30/01/2021; số 200/KH-UBND ngày 02/8/2021",
        [
            ("số 23/KH-UBND", "kế hoạch", "2021-01-30", "Ủy ban nhân dân tỉnh Lai Châu"),
            ("số 200/KH-UBND", "kế hoạch", "2021-08-02", "Ủy ban nhân dân tỉnh Lai Châu"),
        ],
    ),
    (
        "Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày 25/10/2017 Hội nghị lần thứ Sáu Ban Chấp hành "
        "Trung ương khóa XII",
        [
            ("Nghị quyết số 18-NQ/TW", "nghị quyết", "2017-10-25", "Ban Chấp hành Trung ương"),
            ("Nghị quyết số 19-NQ/TW", "nghị quyết", "2017-10-25", "Ban Chấp hành Trung ương"),
        ],
    ),
    (
        "Nghị quyết số 18-NQ/TW, Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
        [
            ("Nghị quyết số 18-NQ/TW", "nghị quyết", None, None),
            ("Nghị quyết số 76/NQ-CP", "nghị quyết", "2021-07-15", "Chính phủ"),
        ],
    ),
    (
        "Thông tư số 5/2020/TT-BYT ngày 26/5/2020 và được sửa đổi, bổ sung tại Thông tư số 7/2021/TT-BYT "
        "ngày 12/3/2021 của Bộ trưởng Bộ Y tế",
        [
            ("Thông tư số 5/2020/TT-BYT", "thông tư", "2020-05-26", "Bộ trưởng Bộ Y tế"),
            ("Thông tư số 7/2021/TT-BYT", "thông tư", "2021-03-12", "Bộ trưởng Bộ Y tế"),
        ],
    ),
    (
        "theo các Công văn: số 11/BNV-CCHC; số 12/BTC-NSNN ngày 23/5/2021",
        [
            ("số 11/BNV-CCHC", "công văn", None, "Bộ Nội vụ"),
            ("số 12/BTC-NSNN", "công văn", "2021-05-23", "Bộ Tài chính"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_list(text: str, expected: list[tuple[str | None, ...]]) -> None:
    assert [(one.text, one.doc_type, one.date, one.issuer) for one in cite(text)] == expected


def test_the_document_itself_is_no_citation() -> None:
    head = Head(doc_type="chỉ thị", number="11/CT-UBND", province="Lai Châu")
    assert cite("Chỉ thị số 11/CT-UBND này có hiệu lực từ ngày ký.", head) == ()


def test_a_central_document_lends_no_province() -> None:
    (found,) = cite("Kế hoạch số 5/KH-UBND ngày 02/3/2025 của UBND tỉnh", CENTRAL)
    assert found.issuer == "Ủy ban nhân dân tỉnh"


def test_district_documents_own_the_bare_symbol() -> None:
    head = Head(doc_type="thông báo", issuer="Ủy ban nhân dân huyện Tam Đường", province="Lai Châu")
    (found,) = cite("theo Kế hoạch số 5/KH-UBND ngày 02/3/2021", head)
    assert found.issuer == "Ủy ban nhân dân huyện Tam Đường"


@pytest.mark.parametrize("text", ["theo Mẫu số 05/KH-UBND", "Giấy phép số 12/GP-UBND"])
def test_forms_and_papers_are_no_documents(text: str) -> None:
    assert cite(text) == ()


def test_an_impossible_day_is_no_date() -> None:
    (found,) = cite("Nghị quyết số 76/NQ-CP ngày 31/02/2021 của Chính phủ")
    assert (found.date, found.issuer) == (None, "Chính phủ")


def test_the_head_of_a_list_names_the_issuer_of_its_typed_items() -> None:
    found = cite(
        "các Kết luận của Bộ Chính trị, Ban Bí thư: Kết luận số 126-KL/TW ngày 14/02/2025 về sắp xếp bộ máy, "
        "Kết luận số 127-KL/TW ngày 28/02/2025, Nghị quyết số 18-NQ/TW"
    )
    assert [one.issuer for one in found] == ["Bộ Chính trị, Ban Bí thư", "Bộ Chính trị, Ban Bí thư", None]


def test_an_amending_law_begins_before_all_that_it_amends() -> None:
    amended = ", ".join(f"Luật {name}" for name in ("Đấu thầu", "Hải quan", "Đầu tư", "Quản lý thuế") * 6)
    (found,) = cite(f"Căn cứ Luật sửa đổi, bổ sung một số điều của {amended} số 90/2025/QH15;")
    assert (found.number, found.text[:20]) == ("90/2025/QH15", "Luật sửa đổi, bổ sun")


def test_a_joint_document_has_all_its_issuers() -> None:
    (found,) = cite("Thông tư liên tịch số 12/2016/TTLT-BNV-BTC ngày 1/2/2016 của Bộ Nội vụ và Bộ Tài chính hướng dẫn")
    assert found.issuer == "Bộ Nội vụ, Bộ Tài chính"
    (alone,) = cite("Thông tư số 12/2016/TT-BNV của Bộ trưởng Bộ Nội vụ và Bộ Tài chính báo cáo")
    assert alone.issuer == "Bộ trưởng Bộ Nội vụ"
