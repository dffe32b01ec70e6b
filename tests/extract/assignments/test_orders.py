from __future__ import annotations

import pytest

from pipeline.extract.assignments import find_assignments
from pipeline.model import Head
from tests.extract.duty_papers import paper, summary

LETTER = Head(doc_type="công văn", issuer="Tổng cục Thuế")


def found(*parts: tuple[str, str]) -> list[str]:
    document, clauses, _ = paper(*parts)
    return summary(find_assignments(document, LETTER, clauses))


@pytest.mark.parametrize(
    ("order", "body"),
    [
        ("Tổng cục Thuế đề nghị các Cục Thuế:", "các Cục Thuế"),
        ("Nay Tổng cục Thuế yêu cầu đồng chí Cục trưởng Cục Thuế các tỉnh làm như sau:", "Cục Thuế cấp tỉnh/head"),
        ("Bộ Y tế (sau đây gọi là Bộ) đề nghị các Sở Y tế làm các việc sau:", "Sở Y tế"),
        ("Vụ Pháp chế đề nghị các Sở Y tế làm các việc sau:", "Sở Y tế"),
        ("Phó Thủ tướng Chính phủ Lê Thị Mận yêu cầu các Sở Y tế làm các việc sau:", "Sở Y tế"),
        ("Tổng cục Thuế yêu cầu các Sở Y tế (gọi tắt là các Sở), và đề nghị bà con cả nước:", "Sở Y tế"),
    ],
)
def test_whoever_demands_in_an_order_line_commands(order: str, body: str) -> None:
    assert found(("preamble", order), ("1", "Rà soát hồ sơ.")) == [f"1: responsible* {body}"]


@pytest.mark.parametrize(
    ("closing", "rows"),
    [
        ("Tổng cục Thuế thông báo để các Cục Thuế được biết.", ["closing: responsible các Cục Thuế"]),
        ("Văn phòng Bộ truyền đạt ý kiến để Sở Y tế tổ chức thực hiện.", ["closing: responsible Sở Y tế"]),
        ("Tổng cục Thuế thông báo để các Cục Thuế biết.", []),
    ],
)
def test_who_passes_on_an_order_is_told_nothing(closing: str, rows: list[str]) -> None:
    assert found(("1", "Mua kho."), ("closing", closing)) == rows


def test_a_letter_without_clauses_tells_its_bodies_behind_the_opinion() -> None:
    letter = "Sở Nội vụ đã xin kho. Bộ trưởng có ý kiến như sau:\nSở Y tế lập kế hoạch, báo cáo Bộ Y tế."
    assert found(("preamble", letter)) == ["preamble: responsible Sở Y tế", "preamble: reported_to Bộ Y tế"]


def test_an_order_to_nobody_is_told_to_the_bodies_behind_it() -> None:
    telegram = "Sở Nội vụ đã xin kho. Thủ tướng Chính phủ yêu cầu: Dừng mua kho. Sở Y tế, Bộ Y tế kiểm soát kho thuốc."
    assert found(("preamble", telegram)) == ["preamble: responsible Sở Y tế", "preamble: responsible Bộ Y tế"]


def test_the_last_sentence_of_a_heading_names_who_its_list_is_for() -> None:
    assert found(("1", "Sở Nội vụ kiểm tra kho. Sở Y tế:"), ("1/a", "Rà soát thuốc.")) == [
        "1: responsible Sở Nội vụ",
        "1/a: responsible* Sở Y tế",
    ]


PROVINCE = Head(doc_type="công văn", issuer="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai", province="Lào Cai")
BY_ANOTHER = Head(doc_type="công văn", issuer="Sở Công Thương tỉnh Lào Cai", province="Lào Cai")


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("Kho đã đầy. Theo đó, Chủ tịch UBND tỉnh chỉ đạo Sở Y tế mua kho.", ["preamble: responsible Sở Y tế"]),
        ("Chủ tịch UBND tỉnh chỉ đạo:\nGiao Sở Y tế mua kho.", ["preamble: responsible Sở Y tế"]),
        ("Tại văn bản của UBND tỉnh chỉ đạo Sở Y tế mua kho.", []),
    ],
)
def test_the_issuer_directs_whom_it_commands(words: str, rows: list[str]) -> None:
    document, clauses, _ = paper(("preamble", words))
    assert summary(find_assignments(document, PROVINCE, clauses)) == rows


def test_what_another_has_directed_is_no_command() -> None:
    document, clauses, _ = paper(("preamble", "Theo đó, Chủ tịch UBND tỉnh chỉ đạo Sở Y tế mua kho."))
    assert find_assignments(document, BY_ANOTHER, clauses) == ()


def test_the_issuer_directs_in_an_order_line() -> None:
    line = "UBND tỉnh chỉ đạo Sở Y tế thực hiện các nội dung sau:"
    document, clauses, _ = paper(("preamble", line), ("1", "Mua kho."))
    assert summary(find_assignments(document, PROVINCE, clauses)) == ["1: responsible* Sở Y tế"]


def test_giving_out_tasks_is_one_of_whoever_is_told_from_above() -> None:
    words = "Kiện toàn tổ, phân công nhiệm vụ cụ thể cho các thành viên."
    assert found(("preamble", "Bộ Y tế yêu cầu Sở Y tế làm như sau:"), ("1", words)) == [
        "1: responsible* Sở Y tế",
        "1: responsible các thành viên",
    ]


def test_an_order_line_may_say_in_which_capacity_its_list_is_done() -> None:
    line = "Bộ Y tế yêu cầu các Sở Y tế theo chức năng, nhiệm vụ, quyền hạn được giao, trực tiếp chỉ đạo thực hiện tốt"
    assert found(("preamble", f"{line} các việc sau:"), ("1", "Mua kho.")) == ["1: responsible* Sở Y tế"]


def test_an_office_that_gives_notice_is_told_nothing() -> None:
    words = "Mua kho. Văn phòng UBND tỉnh thông báo đến Sở Y tế biết, để tổ chức thực hiện."
    assert found(("preamble", words)) == ["preamble: responsible Sở Y tế"]


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        ("Sở Nội vụ kiểm tra kho.", ["1: responsible Sở Nội vụ"]),
        ("Nếu kho cháy, Sở Nội vụ báo cáo Bộ Y tế.", ["1: responsible Sở Nội vụ", "1: reported_to Bộ Y tế"]),
        ("Sở Nội vụ.", []),
        ("Kiểm tra kho của Sở Nội vụ.", []),
    ],
)
def test_a_sentence_with_a_stop_announces_nothing_of_the_list_below(heading: str, rows: list[str]) -> None:
    own = [row for row in found(("1", heading), ("1/a", "Rà soát thuốc.")) if row.startswith("1:")]
    assert own == rows


def test_a_committee_of_the_party_commands_under_its_name_without_the_place() -> None:
    head = Head(doc_type="công văn", issuer="Ban Thường vụ Huyện ủy Sông Đà", province="Lào Cai")
    words = "Theo đó, Ban Thường vụ Huyện ủy yêu cầu Ủy ban nhân dân huyện mua kho. Huyện ủy giao Ban Dân vận rà soát."
    document, clauses, _ = paper(("preamble", words))
    assert summary(find_assignments(document, head, clauses)) == [
        "preamble: responsible Ủy ban nhân dân huyện",
        "preamble: responsible Ban Dân vận",
    ]


@pytest.mark.parametrize(
    ("order", "body"),
    [
        ("Tổng cục Thuế yêu cầu trước mắt các Cục Thuế làm các việc sau:", "các Cục Thuế"),
        ("Tổng cục Thuế yêu cầu trong thời gian tới, các Cục Thuế làm các việc sau:", "các Cục Thuế"),
        ("Tổng cục Thuế yêu cầu ông (bà) Giám đốc các Sở Y tế làm các việc sau:", "Sở Y tế/head"),
    ],
)
def test_words_between_an_order_and_whom_it_is_for(order: str, body: str) -> None:
    assert found(("preamble", order), ("1", "Rà soát hồ sơ.")) == [f"1: responsible* {body}"]


@pytest.mark.parametrize("ordinal", ["Thứ nhất, ", "Một là, ", "Hai là "])
def test_an_ordinal_before_a_subject(ordinal: str) -> None:
    assert found(("1", f"{ordinal}Sở Y tế, Sở Nội vụ phối hợp với Bộ Y tế rà soát kho.")) == [
        "1: responsible Sở Y tế",
        "1: responsible Sở Nội vụ",
        "1: coordinate Bộ Y tế",
    ]
