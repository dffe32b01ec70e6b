from __future__ import annotations

import pytest

from pipeline.publish.report import content
from pipeline.publish.report.content import content_of
from tests.make import (
    DECREE,
    HUNG_YEN,
    LAI_CHAU,
    make_assignment,
    make_citation,
    make_corpus,
    make_document,
    make_extraction,
)


def test_a_task_names_all_bodies_in_it() -> None:
    helper = make_assignment("Sở Y tế", "P-SYT@hung-yen", "coordinate")
    found = content_of(
        [make_extraction(assignments=[make_assignment(deadline="hằng năm", deadline_date="yearly"), helper])],
        {"a.txt": "text/a.txt"},
    )
    (task,) = found["tasks"]
    assert [found["bodies"][task["body"]]["name"], task["role"], task["due"]] == [
        "Sở Nội vụ (Hưng Yên)",
        "lead",
        "hằng năm",
    ]
    assert [(role, found["bodies"][at]["name"]) for role, at in task["others"]] == [
        ("coordinate", "Sở Y tế (Hưng Yên)")
    ]
    assert (task["key"], task["place"]) == ("main/1", "1")
    assert found["documents"][task["document"]]["file"] == "text/a.txt"


def test_a_task_for_nobody_has_no_body() -> None:
    (task,) = content_of([make_extraction(assignments=[make_assignment(role="reported_to")])], {})["tasks"]
    assert (task["body"], task["role"], len(task["others"])) == (None, None, 1)


def test_what_is_cited_goes_by_its_usual_name_and_leads_to_the_document() -> None:
    misread = make_citation(number="30/2020/ND-CP")
    first = make_extraction(HUNG_YEN, citations=[misread, make_citation(), make_citation(), make_citation(LAI_CHAU)])
    second = make_extraction(LAI_CHAU, document=make_document(source="b.txt"))
    decree, plan = content_of([second, first], {})["cited"]
    assert (decree["label"], decree["document"]) == ("Nghị định 30/2020/NĐ-CP (Chính phủ, 5/3/2020)", None)
    assert plan["document"] == 1
    assert DECREE != LAI_CHAU


def test_more_text_than_a_browser_can_take_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = make_corpus(5)
    monkeypatch.setattr(content, "MOST_CHARACTERS", sum(len(each.document.text) for each in corpus[:3]))
    found = content_of(corpus, {})
    assert (found["all"], len(found["documents"])) == (5, 3)
    assert {row["document"] for row in found["tasks"]} == {0, 1, 2}
