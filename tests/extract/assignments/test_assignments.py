from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.assignments import find_assignments
from pipeline.model import Head
from tests.extract.duty_papers import HEAD, paper, summary
from tests.timing import is_linear


def found(*parts: tuple[str, str], head: Head = HEAD) -> list[str]:
    document, clauses, _ = paper(*parts)
    return summary(find_assignments(document, head, clauses))


def test_a_heading_hands_its_bodies_to_every_clause_below() -> None:
    assert found(
        ("1", "Sở Nội vụ"),
        ("1/-1", "Mở lớp tập huấn."),
        ("1/-2", "Chủ trì, phối hợp với Sở Tài chính tham mưu UBND tỉnh."),
        ("1/-2/+1", "Lập dự toán."),
        ("2", "Thủ trưởng các sở, ngành; Chủ tịch UBND các xã, phường:"),
        ("2/a", "Chấp hành kỷ luật."),
    ) == [
        "1/-1: responsible* Sở Nội vụ",
        "1/-2/+1: lead* Sở Nội vụ",
        "1/-2/+1: coordinate* Sở Tài chính",
        "1/-2/+1: advised* Ủy ban nhân dân tỉnh",
        "2/a: responsible* các sở, ban, ngành/head",
        "2/a: responsible* Ủy ban nhân dân cấp xã/head",
    ]


def test_a_short_heading_with_its_paragraph_is_no_inheritance() -> None:
    assert found(("6", "Sở Công Thương\nTăng cường kiểm tra.")) == ["6: responsible Sở Công Thương"]


def test_a_leaf_s_own_subject_displaces_the_heading() -> None:
    assert found(("1", "Sở Y tế, Sở Nội vụ"), ("1/a", "Sở Y tế bố trí thuốc."), ("1/b", "Trực cấp cứu.")) == [
        "1/a: responsible Sở Y tế",
        "1/b: responsible* Sở Y tế",
        "1/b: responsible* Sở Nội vụ",
    ]


def test_goals_below_an_order_are_no_tasks() -> None:
    assert found(("1", "Sở Y tế"), ("1/a", "Mục tiêu"), ("1/a/-1", "Đạt 95% dân số."), ("1/b", "Rà soát kho.")) == [
        "1/b: responsible* Sở Y tế"
    ]


def test_who_leads_is_not_responsible_as_well() -> None:
    assert found(("1", "Sở Xây dựng\nRà soát bản đồ; chủ trì cắm mốc.")) == ["1: lead Sở Xây dựng"]


def test_marks_are_mended_in_what_ocr_has_made_alone() -> None:
    document, clauses, _ = paper(("1", "Sở Y tế phôi hợp với Sở Nội vụ rà soát."))
    typed, scanned = (replace(document, method=method) for method in ("text", "ocr"))
    alone = ["1: responsible Sở Y tế"]
    assert summary(find_assignments(typed, HEAD, clauses)) == alone
    assert summary(find_assignments(scanned, HEAD, clauses)) == [*alone, "1: coordinate Sở Nội vụ"]


def test_a_body_and_its_head_are_two_entries() -> None:
    assert found(("1", "Sở Nội vụ tham mưu UBND tỉnh, Chủ tịch UBND tỉnh.")) == [
        "1: responsible Sở Nội vụ",
        "1: advised Ủy ban nhân dân tỉnh",
        "1: advised Ủy ban nhân dân tỉnh/head",
    ]


ORDER = "Chủ tịch UBND tỉnh yêu cầu các sở, ban, ngành thực hiện tốt các nội dung sau:"


def test_the_order_line_reaches_the_top_level_leaves_without_a_body() -> None:
    assert found(
        ("preamble", f"Năm qua, các xã đã đạt nhiều kết quả.\n{ORDER}"),
        ("1", "Đẩy mạnh tuyên truyền."),
        ("2", "Sở Nội vụ tổng hợp."),
        ("3", "Về phương tiện"),
        ("3/a", "Bảo dưỡng xe."),
    ) == ["1: responsible* các sở, ban, ngành", "2: responsible Sở Nội vụ"]


def test_an_order_line_with_a_task_of_its_own_counts_for_the_preamble() -> None:
    line = (
        "UBND tỉnh yêu cầu UBND các xã, phường khẩn trương kiểm tra toàn bộ hồ chứa nước, di dời dân khỏi nơi hiểm "
        "và triển khai các nội dung sau:"
    )
    assert (
        found(("preamble", line), ("1", "Sở Y tế trực cấp cứu."))[0] == "preamble: responsible Ủy ban nhân dân cấp xã"
    )


def test_a_letter_without_clauses_commands_in_its_preamble() -> None:
    text = (
        "Xét đề nghị của Sở Tài chính, Chủ tịch UBND tỉnh có ý kiến như sau:\n"
        "Giao Sở Công Thương chủ trì, phối hợp với Sở Xây dựng kiểm tra, báo cáo UBND tỉnh trước ngày 12/6/2026."
    )
    assert found(("preamble", text)) == [
        "preamble: lead Sở Công Thương",
        "preamble: coordinate Sở Xây dựng",
        "preamble: reported_to Ủy ban nhân dân tỉnh",
    ]


def test_the_narrative_of_a_preamble_assigns_nothing() -> None:
    assert (
        found(
            ("preamble", "Các sở, ngành đã phối hợp với UBND các xã, phường.\nCăn cứ ý kiến của Sở Nội vụ."),
            ("1", "Mục tiêu."),
        )
        == []
    )


def test_orders_at_the_end_belong_to_the_closing() -> None:
    assert found(
        ("1", "Sở Y tế trực cấp cứu."),
        ("closing", "UBND tỉnh yêu cầu Thủ trưởng các sở, ngành và các đơn vị liên quan thi hành, báo cáo Sở Y tế."),
    )[1:] == [
        "closing: responsible các sở, ban, ngành/head",
        "closing: responsible các đơn vị liên quan/head",
        "closing: reported_to Sở Y tế",
    ]


def test_the_last_article_of_a_decision() -> None:
    text = "Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Tài chính, Y tế chịu trách nhiệm thi hành Quyết định này."
    assert found(("Điều 2", text), head=replace(HEAD, doc_type="quyết định")) == [
        "Điều 2: responsible Văn phòng Ủy ban nhân dân tỉnh/head",
        "Điều 2: responsible Sở Tài chính/head",
        "Điều 2: responsible Sở Y tế/head",
    ]


def test_a_report_assigns_only_what_it_asks() -> None:
    report = replace(HEAD, doc_type="báo cáo")
    assert found(
        ("1", "Sở Y tế tổ chức tiêm chủng; chỉ đạo các trạm y tế trực."),
        ("2", "Đề nghị Bộ Y tế:"),
        ("2/a", "Sớm cấp vắc xin."),
        ("closing", "UBND tỉnh trân trọng báo cáo Bộ Y tế."),
        head=report,
    ) == ["2/a: responsible* Bộ Y tế", "closing: reported_to Bộ Y tế"]


def test_a_report_that_formally_submits_something_reports_to_whom_it_says() -> None:
    report = replace(HEAD, doc_type="tờ trình")
    told = ("1", "UBND tỉnh trình Bộ Y tế năm ngoái."), ("2", "UBND tỉnh kính trình HĐND tỉnh xem xét.")
    assert found(*told, head=report) == ["2: reported_to Hội đồng nhân dân tỉnh"]


def test_a_province_may_command() -> None:
    report = replace(HEAD, doc_type="báo cáo")
    assert found(("1", "Năm qua, tỉnh Lào Cai yêu cầu Sở Y tế rà soát."), head=replace(report, province="Lào Cai")) == [
        "1: responsible Sở Y tế"
    ]


def test_a_paper_on_the_duties_of_a_body_assigns_them_to_it() -> None:
    title = "Quy định chức năng, nhiệm vụ và quyền hạn của Trung tâm Lưu trữ tỉnh"
    document, clauses, span = paper(("1", "Thu thập tài liệu."), ("2", "Giúp Sở Nội vụ thống kê."), title=title)
    rows = find_assignments(document, replace(HEAD, title_span=span), clauses)
    assert summary(rows) == [
        "1: responsible* Trung tâm Lưu trữ tỉnh",
        "2: responsible* Trung tâm Lưu trữ tỉnh",
        "2: advised Sở Nội vụ",
    ]


def test_a_body_that_is_all_a_clause_says_is_told_nothing() -> None:
    assert found(("1", "Địa điểm: Bảo tàng tỉnh."), ("2", "Thành phần\nSở Nội vụ;")) == []


def test_every_row_carries_deadline_task_province_and_rule() -> None:
    document, clauses, _ = paper(("1", "Sở Nội vụ: Mở lớp trước ngày 05/9/2026, báo cáo UBND tỉnh."))
    lead, report = find_assignments(document, HEAD, clauses)
    assert (lead.deadline, lead.deadline_date) == ("trước ngày 05/9/2026", "2026-09-05")
    assert report.deadline == lead.deadline
    assert lead.task == "Mở lớp trước ngày 05/9/2026, báo cáo UBND tỉnh"
    assert (lead.province, lead.page, lead.part, lead.body_id) == ("Lào Cai", 1, "main", None)
    assert (lead.rule, report.rule, report.cue) == ("heading", "report", "báo cáo")
    assert document.text[report.start : report.end] == report.text == "UBND tỉnh"


def test_parts_do_not_inherit_from_each_other() -> None:
    document, clauses, _ = paper(("preamble", ORDER), ("1", "Đẩy mạnh tuyên truyền."))
    annex = replace(clauses[1], part="annex-1")
    rows = find_assignments(document, HEAD, (*clauses, annex))
    assert [row.part for row in rows] == ["main"]


PIECES = [
    "Sở Nội vụ",
    "Thủ trưởng các sở, ngành",
    "yêu cầu",
    "chủ trì",
    "phối hợp với",
    "UBND tỉnh",
    "hằng năm",
    "rà soát",
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([*PIECES, ".", ":", "\n", ";", "😀", "\u0301"]), max_size=12), min_size=1, max_size=6
    ),
    st.sampled_from(["chỉ thị", "báo cáo", None]),
)
def test_never_raises_and_the_words_are_in_the_text(clauses: list[list[str]], doc_type: str | None) -> None:
    parts = [("preamble", "UBND tỉnh yêu cầu các sở, ngành:"), *((str(i), " ".join(p)) for i, p in enumerate(clauses))]
    document, made, _ = paper(*parts)
    for row in find_assignments(document, replace(HEAD, doc_type=doc_type), made):
        assert document.text[row.start : row.end] == row.text
        assert row.body and row.task is not None


def test_time_is_linear() -> None:
    from time import process_time

    def seconds(pieces: int) -> float:
        document, clauses, _ = paper(("1", "Hội đồng nhân dân, trường, phối hợp với Sở Nội vụ và " * pieces))
        begin = process_time()
        find_assignments(document, HEAD, clauses)
        return process_time() - begin

    seconds(10)
    assert is_linear(seconds, 1_000, 4_000, factor=6, slack=0.2)
