from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.citations import find_citations
from pipeline.model import Footnote, Head
from tests.extract.citations.citing import LAI_CHAU, cite, document_of, whole
from tests.timing import is_linear


def test_clause_and_page_follow_the_offset() -> None:
    first = "1. Thực hiện Nghị quyết số 76/NQ-CP.\n"
    text = first + "2. Thực hiện Chỉ thị số 13/CT-TTg.\n"
    cut = len(first)
    clauses = (
        replace(whole(text), path="1", end=cut),
        replace(whole(text), path="2", start=cut, text_start=cut),
    )
    found = find_citations(document_of(text), LAI_CHAU, clauses)
    assert [(one.clause, one.number) for one in found] == [("1", "76/NQ-CP"), ("2", "13/CT-TTg")]


def test_the_title_is_read_across_its_lines() -> None:
    text = "Về việc triển khai\nKế hoạch\ncải cách hành chính năm 2021\nThân văn bản.\n"
    span = (0, text.index("\nThân"))
    head = Head(title="…", title_span=span, province="Lai Châu")
    (found,) = find_citations(document_of(text), head, ())
    assert (found.clause, found.name) == ("title", "cải cách hành chính năm 2021")
    assert text[found.start : found.end] == found.text


def test_a_footnote_takes_the_relation_at_its_mark() -> None:
    body = "Thực hiện Chương trình tổng thể, các đơn vị rà soát.\n"
    note = "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n"
    text = body + note
    anchor = body.index(",")
    document = replace(document_of(text), footnotes=(Footnote("1", anchor, len(body), len(text) - 1),))
    found = find_citations(document, LAI_CHAU, (whole(text),))
    assert [(one.number, one.relation) for one in found if one.number] == [("76/NQ-CP", "implements")]


def test_a_footnote_to_a_citation_shares_its_relation() -> None:
    body = (
        "Thực hiện Nghị quyết số 76/NQ-CP của Chính phủ ban hành Chương trình tổng thể và Đề án 06, giao Sở Nội vụ.\n"
    )
    text = body + "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ.\n"
    note = Footnote("1", body.index(", giao"), len(body), len(text) - 1)
    found = find_citations(replace(document_of(text), footnotes=(note,)), LAI_CHAU, (whole(text),))
    assert [(one.number or one.name, one.relation) for one in found] == [
        ("76/NQ-CP", "implements"),
        ("06", "implements"),
        ("06/QĐ-TTg", "implements"),
    ]


def test_a_short_name_given_in_brackets_is_no_second_citation() -> None:
    (found,) = cite("theo Quyết định số 06/QĐ-TTg phê duyệt Đề án phát triển ứng dụng dữ liệu (gọi tắt là Đề án 06)")
    assert found.number == "06/QĐ-TTg"


def test_only_the_parts_are_read() -> None:
    text = "Số: 12/BC-SNV\n1. Thực hiện Chỉ thị số 13/CT-TTg.\n"
    start = text.index("1. ")
    (found,) = find_citations(document_of(text), LAI_CHAU, (replace(whole(text), start=start),))
    assert found.number == "13/CT-TTg"


@given(st.text(alphabet="Nghị quyếtsố76/NQ-CPĐề ánLuật ,;.\n(2021)Điều", max_size=200))
def test_never_raises_and_never_overlaps(text: str) -> None:
    found = cite(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize("unit", ["số ", "Điều 1 khoản 1 ", "(", "Nghị quyết ", "76/NQ-CP, ", "Luật Đầu tư của "])
def test_linear_on_hostile_text(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        started = time.process_time()
        find_citations(document_of(text), LAI_CHAU, (whole(text),))
        return time.process_time() - started

    seconds(200)
    assert is_linear(lambda times: max(seconds(times), 0.005), 3_000, 12_000, factor=8)
