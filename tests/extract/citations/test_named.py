"""Laws, congress resolutions, schemes and programmes cited without a number."""

from __future__ import annotations

import pytest

from tests.extract.citations.citing import cite

NATIONAL = "Đại hội đại biểu toàn quốc Đảng Cộng sản Việt Nam"
ONE = [
    ("theo quy định của Luật Đầu tư công và văn bản hướng dẫn", "luật", "Đầu tư công", None),
    ("thi hành luật Tố tụng hành chính năm 2015 của cơ quan", "luật", "Tố tụng hành chính năm 2015", None),
    ("Bộ luật Hình sự năm 2015 (sửa đổi năm 2017) quy định", "bộ luật", "Hình sự năm 2015 (sửa đổi năm 2017)", None),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương;",
        "luật",
        "sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương",
        None,
    ),
    ("theo quy định của Luật Tiêp công dân và yêu cầu của cấp trên", "luật", "Tiêp công dân", None),
    (
        "Căn cứ Luật sửa đôi, bô sung một sô điêu của Luật Ban hành văn bản quy phạm pháp luật năm 2020;",
        "luật",
        "sửa đôi, bô sung một sô điêu của Luật Ban hành văn bản quy phạm pháp luật năm 2020",
        None,
    ),
    ("Hiến pháp năm 2013 quy định", "hiến pháp", "năm 2013", None),
    ("hoạt động đúng Điều lệ Đảng, quy định", "điều lệ", "Đảng", None),
    ("thực hiện Nghị quyết Đại hội XIII của Đảng;", "nghị quyết", "Đại hội XIII của Đảng", NATIONAL),
    (
        "thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.",
        "nghị quyết",
        "Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        NATIONAL,
    ),
    (
        "Nghị quyết Đại hội Đảng bộ xã Bình Lư lần thứ I, nhiệm kỳ 2025-2030.",
        "nghị quyết",
        "Đại hội Đảng bộ xã Bình Lư lần thứ I, nhiệm kỳ 2025-2030",
        "Đại hội Đảng bộ xã Bình Lư",
    ),
    ("theo Bộ luật Lao động 2019;", "bộ luật", "Lao động 2019", None),
    ("theo Luật Đầu tư công 2021-2025;", "luật", "Đầu tư công", None),
    (
        "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020-2025.",
        "nghị quyết",
        "Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2020-2025",
        "Đại hội Đảng bộ tỉnh Lai Châu",
    ),
    (
        "Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng",
        "nghị quyết",
        "Trung ương 4 khóa XII",
        "Ban Chấp hành Trung ương",
    ),
    ("đẩy nhanh Đề án 06 tại địa phương", "đề án", "06", None),
    (
        "nhiệm vụ trong Kế hoạch cải cách hành chính năm 2019 của tỉnh",
        "kế hoạch",
        "cải cách hành chính năm 2019",
        None,
    ),
    (
        "cụ thể hóa Quy hoạch tỉnh Lai Châu thời kỳ 2021 - 2030, tầm nhìn đến năm 2050.",
        "quy hoạch",
        "tỉnh Lai Châu thời kỳ 2021 - 2030, tầm nhìn đến năm 2050",
        None,
    ),
    (
        "Chương trình mục tiêu quốc gia xây dựng nông thôn mới; tiếp tục",
        "chương trình",
        "mục tiêu quốc gia xây dựng nông thôn mới",
        None,
    ),
    ("triển khai Chương trình “Sức khỏe Việt Nam” đến từng xã", "chương trình", "Sức khỏe Việt Nam", None),
    (
        "thực hiện Chương trình xóa nhà dột nát cho hộ nghèo.",
        "chương trình",
        "xóa nhà dột nát",
        None,
    ),
    (
        "Đề án của UBND tỉnh về phát triển du lịch giai đoạn 2021-2025, định hướng đến năm 2030",
        "đề án",
        "phát triển du lịch giai đoạn 2021-2025, định hướng đến năm 2030",
        "Ủy ban nhân dân tỉnh Lai Châu",
    ),
    ("rà soát việc cấp đất theo Kế hoạch 437; báo cáo", "kế hoạch", "437", None),
    ("tố cáo kéo dài theo Chương trình 363 của Chính phủ.", "chương trình", "363", "Chính phủ"),
    ("các công trình Chương trình MTQG phát triển rừng xanh; tiếp", "chương trình", "MTQG phát triển rừng xanh", None),
    ("nghe Báo cáo Tình hình trồng cây tháng 6/2019 và ý kiến", "báo cáo", "Tình hình trồng cây tháng 6/2019", None),
    ("Căn cứ Luật trồng rừng ven biển ngày 03/12/2004;", "luật", "trồng rừng ven biển", None),
    ("Căn cứ Luật tổ chức HĐND và UBND năm 2003;", "luật", "tổ chức HĐND và UBND năm 2003", None),
    (
        "Luật sửa đổi, bổ sung một số điều của 11 Luật có liên quan đến nghề muối ngày 20/11/2018",
        "luật",
        "sửa đổi, bổ sung một số điều của 11 Luật có liên quan đến nghề muối",
        None,
    ),
    ("thực hiện Chương trình trồng cây ven hồ, nhất là ở xã", "chương trình", "trồng cây ven hồ", None),
    ("thực hiện Chương trình trồng cây ven hồ từ nguồn vốn xã", "chương trình", "trồng cây ven hồ", None),
    ("thực hiện Chương trình trồng cây ven hồ, UBND tỉnh chỉ đạo", "chương trình", "trồng cây ven hồ", None),
    (
        "hướng dẫn Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Thú y",
        "pháp lệnh",
        "sửa đổi, bổ sung một số điều của Pháp lệnh Thú y",
        None,
    ),
    (
        "Nghị quyết Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XV về đất",
        "nghị quyết",
        "Hội nghị lần thứ năm Ban Chấp hành Đảng bộ tỉnh khóa XV",
        "Ban Chấp hành Đảng bộ tỉnh Lai Châu",
    ),
    ("Công điện số 1409 ngày 15/8/2021 của Bộ Y tế về dịch", "công điện", "1409", "Bộ Y tế"),
    ("thực hiện Đề án mỗi nhà một cây xoài trên địa bàn huyện;", "đề án", "mỗi nhà một cây xoài", None),
]


@pytest.mark.parametrize(("text", "doc_type", "name", "issuer"), ONE)
def test_one(text: str, doc_type: str, name: str, issuer: str | None) -> None:
    (found,) = cite(text)
    assert (found.kind, found.doc_type, found.name, found.issuer) == ("named", doc_type, name, issuer)


def test_congresses_in_a_list() -> None:
    found = cite(
        "thực hiện Nghị quyết Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIII, nhiệm kỳ 2015-2020, "
        "lần thứ XIV, nhiệm kỳ 2020-2025"
    )
    assert [one.name for one in found] == [
        "Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIII, nhiệm kỳ 2015-2020",
        "Đại hội Đảng bộ tỉnh Lai Châu lần thứ XIV, nhiệm kỳ 2020-2025",
    ]


def test_national_congresses_in_a_list() -> None:
    found = cite("theo Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII, lần thứ XIV của Đảng, các cơ quan báo cáo")
    assert [(one.name, one.issuer) for one in found] == [
        ("Đại hội đại biểu toàn quốc lần thứ XIII", NATIONAL),
        ("Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", NATIONAL),
    ]


def test_a_shared_title() -> None:
    found = cite(
        "việc thực hiện Nghị quyết của Ban Chấp hành Đảng bộ tỉnh, Đề án của UBND tỉnh về đô thị đến năm 2030."
    )
    assert [(one.doc_type, one.name) for one in found] == [
        ("nghị quyết", "đô thị đến năm 2030"),
        ("đề án", "đô thị đến năm 2030"),
    ]


def test_a_programme_beside_one_that_is_known() -> None:
    found = cite("vốn Chương trình mục tiêu quốc gia trồng rừng và Chương trình giảm nghèo, khẩn trương rà soát")
    assert [one.name for one in found] == ["mục tiêu quốc gia trồng rừng", "giảm nghèo"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "thực hiện 02 Chương trình MTQG: trồng cây ven hồ; nuôi chim yến. Các xã",
            ["trồng cây ven hồ", "nuôi chim yến"],
        ),
        ("thuộc 2 Đề án: (1) Trồng cây ven hồ; (2) Nuôi chim yến", ["Trồng cây ven hồ", "Nuôi chim yến"]),
        ("thực hiện 03 Chương trình: trồng cây ven hồ; nuôi chim yến. Các xã", []),
    ],
)
def test_programmes_announced_by_their_count(text: str, names: list[str]) -> None:
    assert [one.name for one in cite(text)] == names


NONE = [
    "vốn thực hiện Chương trình mục tiêu quốc gia (phân bổ sau)",
    "kết quả thực hiện Chương trình gửi Bộ Y tế để tổng hợp",
    "Kế hoạch số 5 ngày mai",
    "Nghị quyết Hội nghị Ban Chấp hành Đảng bộ tỉnh về trồng cây",
    "tổ chức Chương trình nghệ thuật chào năm mới 2026",
    "căn cứ Chương trình công tác năm đã được phê duyệt",
    "cập nhật, bổ sung Phương án ứng phó bão năm 2022",
    "theo Kế hoạch 5 năm của huyện",
    "02 Chương trình MTQG theo chức năng được giao",
    "tuân thủ pháp luật và kỷ luật của Đảng",
    "Sở Kế hoạch và Đầu tư chủ trì",
    "xây dựng Kế hoạch triển khai thực hiện năm 2022",
    "các nghị quyết của Đảng, văn bản quy phạm pháp luật",
    "Trên đây là Kế hoạch tuyên truyền năm 2022",
    "dự thảo Luật Trí tuệ nhân tạo",
    "theo Kế hoạch đã đề ra",
    "Chỉ thị này được quán triệt đến chi bộ",
    "công bố TCVN ISO 9001:2015",
    "Nghị quyết Đại hội đảng các cấp",
    "Căn cứ Luật có liên quan và tình hình của đơn vị;",
    "Ban Chỉ đạo Dân số - Kế hoạch hóa gia đình huyện, giai đoạn 2013-2015",
    "khách đi theo Chương trình du lịch sông nước đến hết năm 2020",
    "xây dựng và triển khai thực hiện Chương trình tắt đèn sớm; tăng cường",
    "căn cứ Kế hoạch trồng cây của tỉnh và tình hình địa phương, tiến hành xây dựng Kế hoạch trồng cây năm 2006",
    "- Báo cáo tổng thể về tình hình đê kè và đề xuất biện pháp",
]


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    assert cite(text) == ()


def test_a_scheme_inside_the_title_of_a_decision_is_that_decision() -> None:
    (found,) = cite(
        "theo Quyết định số 942/QĐ-TTg ngày 15/6/2021 của Thủ tướng Chính phủ về phê duyệt Chiến lược phát triển "
        "Chính phủ điện tử giai đoạn 2021 - 2025"
    )
    assert found.number == "942/QĐ-TTg"


def test_a_scheme_beside_the_decision_that_approves_it_is_cited_too() -> None:
    text = (
        "Triển khai thực hiện Đề án đổi mới cơ chế một cửa đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số "
        "468/QĐ-TTg ngày 27/3/2021"
    )
    scheme, decision = cite(text)
    assert (scheme.name, scheme.issuer) == ("đổi mới cơ chế một cửa", "Thủ tướng Chính phủ")
    assert (decision.number, decision.relation, scheme.relation) == ("468/QĐ-TTg", "implements", "implements")


@pytest.mark.parametrize("joint", ["", " là", " là:", ":"])
def test_what_a_decision_issues_is_no_citation(joint: str) -> None:
    plan = "Kế hoạch hành động quốc gia phòng, chống rửa tiền năm 2026"
    assert not cite(f"Ban hành kèm theo Quyết định này{joint} {plan}.\nCác sở chịu trách nhiệm thực hiện {plan}.")
