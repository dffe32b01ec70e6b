from __future__ import annotations

import pytest

from tests.extract.citations.citing import cite

ONE = [
    ("Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ;", "based_on"),
    ("Căn cử Nghị quyết số 76/NQ-CP;", "based_on"),  # as OCR reads it
    ("Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021", "implements"),
    ("nghiêm túc quán triệt Chỉ thị số 26-CT/TW", "implements"),
    ("các nhiệm vụ được giao tại Nghị quyết số 17/NQ-CP", "implements"),
    ("thực hiện đúng quy định tại Nghị định số 30/2020/NĐ-CP", "implements"),
    ("theo quy định tại Nghị định số 30/2020/NĐ-CP", "guided_by"),
    ("các mục tiêu đề ra tại Nghị quyết số 76/NQ-CP", "guided_by"),
    ("triển khai nội dung chỉ đạo của Chủ tịch UBND tỉnh tại Chỉ thị số 08/CT-UBND", "guided_by"),
    ("sửa đổi, bổ sung một số điều của Nghị định số 29/2008/NĐ-CP", "amends"),
    ("có hiệu lực kể từ ngày ký và thay thế Quyết định số 46/2023/QĐ-UBND", "replaces"),
    ("bãi bỏ Quyết định số 12/2019/QĐ-UBND", "repeals"),
    ("Sau khi xem xét Báo cáo số 212/BC-SNV", "mentions"),
    ("UBND tỉnh đã ban hành Kế hoạch số 23/KH-UBND", "mentions"),
    ("thực hiện tốt Quy chế làm việc ban hành kèm theo Quyết định số 105/2009/QĐ-TTg", "implements"),
    ("là đầu mối theo dõi lĩnh vực trong Chương trình số 5/CTr-UBND", "mentions"),
    ("Nghị quyết số 76/NQ-CP", "mentions"),
    ("hướng dẫn thi hành một số quy định của Nghị định số 30/2020/NĐ-CP", "implements"),
    ("Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 290/TTr-STC", "guided_by"),
    ("Xét đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 290/TTr-STC", "based_on"),
    ("Căn cứ quy định tại Nghị định số 30/2020/NĐ-CP;", "based_on"),
    ("rà soát thủ tục thay thế được công bố tại Quyết định số 12/QĐ-BYT", "mentions"),
    ("theo quy định (Sở Y tế đã có văn bản số 29/SYT-NV)", "mentions"),
    ("phát triển công nghiệp theo hướng xanh, gắn với Nghị quyết số 76/NQ-CP", "mentions"),
    ("cân đối từ nguồn kinh phí đã giao tại Quyết định số 468/QĐ-UBND", "mentions"),
    ("xây dựng dự toán theo hướng dẫn tại các Công văn: số 15/BTC-NSNN", "guided_by"),
    ("các nhiệm vụ trọng tâm được giao trong Chỉ thị số 08/CT-UBND", "implements"),
    ("góp phần hiện thực hóa các mục tiêu của Chương trình hành động số 08-CTr/TU", "implements"),
    ("Kể từ ngày Thông tư này có hiệu lực thi hành, Thông tư số 7/2009/TT-BYT", "mentions"),
    ("thực hiện đúng và đầy đủ các quy định của Nghị định số 30/2020/NĐ-CP", "implements"),
    ("chấp hành nghiêm quy định tại Nghị định số 30/2020/NĐ-CP", "implements"),
    ("thực hiện theo đúng quy định tại Nghị định số 30/2020/NĐ-CP", "guided_by"),
    ("triển khai các dự án trong thời gian Nghị quyết số 39/2021/QH15 chưa hết hạn", "mentions"),
    (
        "đề xuất sửa đổi, bổ sung khoản 9, khoản 10 Điều 60, Điều 80, Điều 84 và các nội dung có liên quan của "
        "Nghị định số 30/2020/NĐ-CP",
        "amends",
    ),
    ("Quyết định số 14/2019/QĐ-TTg của Thủ tướng Chính phủ về cây hết hiệu lực thi hành kể từ ngày ký.", "repeals"),
    ("Quyết định số 14/2019/QĐ-TTg được áp dụng đến khi hết hiệu lực.", "mentions"),
    ("theo tiêu chuẩn tại thời điểm trước ngày Luật Đấu thầu có hiệu lực", "mentions"),
]


@pytest.mark.parametrize(("text", "relation"), ONE)
def test_nearest_cue(text: str, relation: str) -> None:
    assert [one.relation for one in cite(text)] == [relation]


def test_items_of_a_list_share_the_relation() -> None:
    found = cite(
        "Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể; "
        "Nghị quyết số 08-NQ/TU ngày 20/5/2021 và Quyết định số 468/QĐ-TTg"
    )
    assert [one.relation for one in found] == ["implements"] * 3


def test_a_cue_in_a_title_does_not_govern_the_list() -> None:
    found = cite(
        "Thực hiện Nghị quyết số 11/NQ-CP của Chính phủ sửa đổi, bổ sung Nghị quyết số 30c/NQ-CP; Chỉ thị số 13/CT-TTg"
    )
    assert [one.relation for one in found] == ["implements", "amends", "implements"]


def test_the_amending_law_shares_the_relation_of_the_amended() -> None:
    found = cite(
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 "
        "được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;"
    )
    assert [(one.number, one.relation) for one in found] == [
        ("64/2025/QH15", "based_on"),
        ("87/2025/QH15", "based_on"),
    ]


def test_a_new_sentence_starts_anew() -> None:
    found = cite("Thực hiện Nghị quyết số 11/NQ-CP. Sở Nội vụ nghiên cứu Báo cáo số 212/BC-SNV.")
    assert [one.relation for one in found] == ["implements", "mentions"]


def test_the_cue_is_recorded() -> None:
    (found,) = cite("theo tinh thần Nghị quyết số 19-NQ/TW")
    assert found.cue == "theo tinh thần"


def test_a_scheme_and_the_resolution_it_came_with_share_a_relation() -> None:
    found = cite(
        "thực hiện Đề án số 08 về phát triển đô thị (ban hành kèm theo Nghị quyết số 35-NQ/TU ngày 29/12/2020)"
    )
    assert [one.relation for one in found] == ["implements", "implements"]


def test_an_opinion_beside_a_proposal_shares_its_cue() -> None:
    found = cite(
        "Theo đề nghị của Sở Nội vụ tại Tờ trình số 45/TTr-SNV ngày 5/5/2025; ý kiến của Sở Tư pháp tại Báo cáo thẩm "
        "định số 12/BC-STP ngày 2/5/2025"
    )
    assert [(one.text, one.relation) for one in found] == [
        ("Tờ trình số 45/TTr-SNV", "guided_by"),
        ("Báo cáo thẩm định số 12/BC-STP", "guided_by"),
    ]


def test_those_who_ask_together_share_the_cue() -> None:
    found = cite(
        "Theo đề nghị của Bộ trưởng Bộ Y tế tại Tờ trình số 12/TTr-BYT và Báo cáo số 3/BC-BYT; "
        "của Ủy ban nhân dân thành phố Hà Nội tại Tờ trình số 83/TTr-UBND"
    )
    assert [one.relation for one in found] == ["guided_by"] * 3


def test_what_a_decree_details_governs_nothing_behind_it() -> None:
    found = cite("Phổ biến Luật Đầu tư; các Nghị định quy định chi tiết Luật Đầu tư; Chỉ thị số 13/CT-TTg")
    assert [one.relation for one in found] == ["mentions", "implements", "mentions"]


SEVERAL = [
    (
        "Căn cứ Pháp lệnh số 12/2005/PL-UBTVQH11 giữ gìn giếng làng và Pháp lệnh số 14/2007/PL-UBTVQH11;",
        ["based_on", "based_on"],
    ),
    (
        "Thông tư số 3/2025/TT-BYT quy định: các xã lắp đồng hồ theo quy định tại khoản 4, khoản 5 và khoản 6 Điều 59 "
        "của Nghị định số 193/2025/NĐ-CP",
        ["mentions", "guided_by"],
    ),
    (
        "theo quy định tại khoản 2 Điều 6 Thông tư số 3/2025/TT-BYT, các điểm c, d khoản 9 Điều 16 Thông tư số "
        "4/2025/TT-BYT",
        ["guided_by", "guided_by"],
    ),
    (
        "theo Nghị định số 70/2015/NĐ-CP được sửa đổi, bổ sung tại khoản 6 Điều 1 Nghị định số 74/2025/NĐ-CP",
        ["guided_by", "guided_by"],
    ),
    (
        "Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung một số điều bởi các Luật số 43/2024/QH15, số "
        "47/2024/QH15 và số 58/2024/QH15;",
        ["based_on"] * 4,
    ),
    ("Trên cơ sở xem xét các Tờ trình số 18/TTr-CP ngày 17/01/2026 và số 19/TTr-CP,", ["based_on"] * 2),
    (
        "Nghị định số 57/2022/NĐ-CP quy định danh mục; Nghị định số 90/2024/NĐ-CP hết hiệu lực từ ngày 01/7/2025.",
        ["repeals", "repeals"],
    ),
]


@pytest.mark.parametrize(("text", "relations"), SEVERAL)
def test_several_in_a_sentence(text: str, relations: list[str]) -> None:
    assert [one.relation for one in cite(text)] == relations


def test_what_stands_in_brackets_behind_a_document_is_related_as_it_is() -> None:
    found = cite("thực hiện Đề án 06 (Quyết định số 6/QĐ-TTg ngày 6/1/2022) và trả lời cử tri (Công văn số 5/BYT-VP)")
    assert [one.relation for one in found] == ["implements", "implements", "mentions"]
