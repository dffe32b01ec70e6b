from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extract import extract
from pipeline.extract.functions import doubts, find_functions
from pipeline.ingest import read
from pipeline.learn.kinds import CONTEXT, KINDS, TASK
from pipeline.model import CLOSING, PREAMBLE, Assignment, Clause, Extraction, Head, Issue
from tests.extract.duty_papers import HEAD, paper

ORDER = "Rà soát, xử lý các công trình vi phạm; báo cáo kết quả trước ngày 15/9."
REASON = "Tỷ lệ giải ngân đạt 41%, thấp hơn cùng kỳ năm trước."


def clause(text: str = ORDER, function: str = TASK, score: float = 0.9, **changes: str) -> Clause:
    found = Clause("1", None, 1, "1.", None, text, "context", 0, 3, 60, 1, function=function, function_score=score)
    return replace(found, **changes)  # type: ignore[arg-type]


def assignment(path: str) -> Assignment:
    return Assignment(
        path, "Sở Xây dựng", "Sở Xây dựng", None, "lead", False, None, None, "Rà soát", "subject", 0, 11, 1
    )


def codes(clauses: list[Clause], *bodies: str) -> list[str]:
    told = [assignment(path) for path in bodies or ["elsewhere"]]
    return [issue.code for issue in doubts(HEAD, clauses, told)]


def test_an_order_without_a_body_is_told() -> None:
    assert codes([clause()]) == ["order-without-body"]
    assert codes([clause()], "1") == []
    below = clause(path="1/a", parent="1")
    assert codes([clause(), below], "1/a") == []


def test_a_body_without_an_order_is_told() -> None:
    assert codes([clause(REASON, CONTEXT)], "1") == ["body-without-order"]
    assert codes([clause(REASON, CONTEXT)]) == []


@pytest.mark.parametrize(
    "changed",
    [
        clause(score=0.6),
        clause(function="organisation"),
        clause(kind=PREAMBLE),
        clause(kind=CLOSING),
        clause("Báo cáo: ..."),
        clause("Thực hiện các nhiệm vụ:"),
        clause("Sửa đổi Điều 2 như sau: “Rà soát các dự án.”"),
        clause("Check the quick brown fox, report twice."),
        clause("Các công trình đang được xử lý."),
    ],
)
def test_what_is_not_sure_is_not_told(changed: Clause) -> None:
    assert codes([changed]) == []


def test_a_doubt_shows_the_clause() -> None:
    message = "This seems to order something, but no body was found"
    shown = "Rà soát, xử lý các công trình vi phạm; báo cáo kết quả …"
    issue = Issue("order-without-body", f'{message}: "{shown}"', "1", 3, 60)
    assert list(doubts(HEAD, [clause()], [assignment("2")])) == [issue]


def test_a_document_that_assigns_nothing_says_so() -> None:
    assert [issue.message for issue in doubts(HEAD, [], [])] == ["This chỉ thị tells no body to do anything"]
    assert [issue.message for issue in doubts(Head(), [], [])] == ["This document tells no body to do anything"]


def test_every_clause_with_text_has_a_function() -> None:
    document, clauses, _ = paper(("preamble", REASON), ("1", "Sở Xây dựng"), ("1/a", ORDER), ("2", ""))
    found = find_functions(document, clauses)
    assert [each.function for each in found] == [CONTEXT, TASK, TASK, None]
    assert all(each.function in KINDS and 0.25 <= (each.function_score or 0) <= 1 for each in found[:-1])
    assert [replace(each, function=None, function_score=None) for each in found] == list(clauses)


def test_another_language_has_no_functions() -> None:
    document, clauses, _ = paper(("1", "The State Bank shall issue a licence."))
    assert find_functions(replace(document, quality=0.2), clauses) == clauses


def extracted(path: Path, text: str) -> Extraction:
    path.write_text(text, encoding="utf-8")
    return extract(read(path))


def test_doubts_are_issues_of_a_document(tmp_path: Path) -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/KH-UBND\nKẾ HOẠCH\nVề nước sạch\n"
    plan = f"{head}I. GIẢI PHÁP\n1. {ORDER}\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Xây dựng chủ trì hướng dẫn các xã.\n"
    found = extracted(tmp_path / "plan.txt", plan)
    doubtful = [issue for issue in found.issues if issue.code == "order-without-body"]
    assert [(issue.clause, found.document.text[issue.start : issue.end].strip()) for issue in doubtful] == [
        ("I/1", ORDER)
    ]
    report = extracted(tmp_path / "report.txt", f"{head.replace('KẾ HOẠCH', 'BÁO CÁO')}1. {REASON}\n")
    assert "assigns-nothing" in {issue.code for issue in report.issues}
