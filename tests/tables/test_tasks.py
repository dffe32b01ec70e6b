from __future__ import annotations

from pipeline.tables.tasks import citations_of, tasks_of, without_deadline
from tests.make import make_assignment, make_citation, make_clause, make_extraction


def test_one_task_for_each_body_that_is_to_act() -> None:
    lead, other = make_assignment("A"), make_assignment("B", role="responsible")
    helper, boss = make_assignment("C", role="coordinate"), make_assignment("D", role="reported_to")
    tasks = tasks_of(make_extraction(assignments=[lead, other, helper, boss]))
    assert [(task.row, task.acts) for task in tasks] == [(lead, True), (other, True)]
    assert {(task.coordinate, task.told) for task in tasks} == {((helper,), (boss,))}


def test_helpers_belong_to_the_task_they_stand_in() -> None:
    first, second = make_assignment("A", task="rà soát"), make_assignment("B", task="kiểm tra\ntổng hợp")
    helper = make_assignment("C", role="coordinate", task="tổng hợp")
    tasks = tasks_of(make_extraction(assignments=[first, second, helper]))
    assert [(task.row.body, task.coordinate) for task in tasks] == [("A", ()), ("B", (helper,))]


def test_nothing_is_lost_where_nobody_is_to_act() -> None:
    helpers = [make_assignment(name, role="coordinate", clause="2") for name in "AB"]
    (task,) = tasks_of(make_extraction(assignments=helpers))
    assert (task.acts, task.row, task.coordinate) == (False, helpers[0], tuple(helpers))


def test_tasks_follow_the_clauses() -> None:
    rows = [make_assignment(clause="2"), make_assignment(clause="1"), make_assignment(clause="1", part="annex-1")]
    clauses = [make_clause("1"), make_clause("2"), make_clause("1", part="annex-1")]
    tasks = tasks_of(make_extraction(assignments=rows, clauses=clauses))
    assert [(task.row.part, task.row.clause) for task in tasks] == [("main", "1"), ("main", "2"), ("annex-1", "1")]


def test_tasks_without_deadline_are_counted() -> None:
    rows = [make_assignment(), make_assignment("B", deadline="hằng năm"), make_assignment("C", role="advised")]
    assert without_deadline(tasks_of(make_extraction(assignments=rows))) == 1


def test_the_documents_of_a_clause_each_once_in_text_order() -> None:
    cited = [make_citation("/b", start=9, end=12), make_citation("/a", start=5), make_citation("/b", start=20, end=30)]
    annexed = make_citation("/a", part="annex-1")
    found = citations_of(make_extraction(citations=[*cited, annexed]))
    assert [each.target_id for each in found["main", "1"]] == ["/a", "/b"]
    assert set(found) == {("main", "1"), ("annex-1", "1")}
