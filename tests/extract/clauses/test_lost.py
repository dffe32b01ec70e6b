from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extract.clauses import find_clauses
from pipeline.extract.clauses.numbering import clause_issues
from pipeline.model import Clause, Layout
from tests.extract.papers import paper

CASES = {
    "a decimal": ("1. Cây\nGiao Sở A:\n- Mua;\n- Bán.\n1.2. Giao Sở B.", "1 1/1.1 1/1.1/-1 1/1.1/-2 1/1.2"),
    "a letter below a heading": ("2. Rừng\nSở A trồng;\nb) Sở B tỉa.", "2 2/a 2/b"),
    "a letter below a colon": ("2. Rừng\nNay yêu cầu:\nSở A trồng;\nb) Sở B tỉa.", "2 2/a 2/b"),
    "a number behind the order line": ("Chủ tịch yêu cầu:\nSở A trồng.\n2. Sở B tỉa.", "1 2"),
    "an article": ("QUYẾT ĐỊNH:\nBan hành Quy chế:\n1. Cây.\nĐiều 2. Hiệu lực.", "Điều_1 Điều_1/1 Điều_2"),
    "a roman number and the one below": ("Nay yêu cầu:\nMua cây.\n2. Bán.\nII. Rừng", "I I/1 I/2 II"),
    "a bullet": ("1. Sở A:\nTrồng cây;\n- Tỉa cây.", "1 1/-1 1/-2"),
    "a paragraph before bullets": ("1. Sở A:\nCây đã già.\n- Tỉa cây.", "1 1/-1"),
    "nothing where the list has begun": ("1. Rừng\na) Sở A.\nb) Sở B.\n2. Núi\nĐất.", "1 1/a 1/b 2"),
    "nothing without a colon at the top": ("Cây đã già.\n2. Sở B tỉa.", "2"),
    "nothing where no line is left": ("1. Rừng\nb) Sở B.", "1 1/b"),
}


def clauses_of(body: str, method: str) -> tuple[Clause, ...]:
    size = len(body)
    return find_clauses(replace(paper(body), method=method), Layout((0, 0), (0, size), (size, size)))


def paths(clauses: tuple[Clause, ...]) -> str:
    return " ".join(clause.path.replace(" ", "_") for clause in clauses if clause.path != "preamble")


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES)
def test_first_marks_that_a_scan_has_lost(body: str, expected: str) -> None:
    clauses = clauses_of(body, "ocr")
    assert paths(clauses) == expected
    assert "".join(body[clause.start : clause.end] for clause in clauses) == body


def test_a_number_that_opens_the_words_is_no_rest_of_a_mark() -> None:
    assert clauses_of("1. Rừng\n20 xã trồng cây;\nb) Sở B tỉa.", "ocr")[1].text == "20 xã trồng cây;"


def test_what_was_typed_has_lost_nothing() -> None:
    assert paths(clauses_of(CASES["a decimal"][0], "text")) == "1 1/-1 1/-2 1/1.2"


def test_a_lost_mark_is_nothing_printed_and_said() -> None:
    clauses = clauses_of("1. Rừng\n_ò_— 8) Sở A trồng;\nb) Sở B tỉa.", "ocr")
    lost = clauses[1]
    assert (lost.marker, lost.text) == (None, "Sở A trồng;")
    assert [(issue.code, issue.clause) for issue in clause_issues(clauses)] == [("clause-lost", "1/a")]
