from __future__ import annotations

import pytest

from pipeline.compare import clauses_citing, clauses_with, leading_bodies, task_topics
from pipeline.errors import UsageError
from tests.compare.make import DECREE, RESOLUTION, assign, cite, clause, make_run, paper

RUN = make_run(
    [paper("hg", "Hà Giang"), paper("lc", "Lai Châu"), paper("tq", "Tuyên Quang")],
    [
        clause("hg", "1", "Chuyển đổi số trong trường học:", "context"),
        clause("hg", "1/a", "Mua sắm máy tính."),
        clause("hg", "1/b", "Tập huấn giáo viên."),
        clause("hg", "12", "Chống hạn cho lúa."),
        clause("lc", "2", "Đẩy mạnh chuyển  đổi số."),
        clause("lc", "3", "Chuyển đổi sốt rét."),
        clause("tq", "1", "Mở lớp chuyển đổi số."),
    ],
    [cite("hg", RESOLUTION, "1", number="76/NQ-CP"), cite("lc", DECREE, "title", name="Đất đai")],
    [
        assign("hg", "1/a", "P-SKHDT@ha-giang", body_id_today="P-STC@tuyen-quang"),
        assign("hg", "1/b", "P-SKHDT@ha-giang", "responsible", body_id_today="P-STC@tuyen-quang"),
        assign("hg", "1/b", "P-SNV@ha-giang", "coordinate"),
        assign("hg", "12", "P-SNV@ha-giang"),
        assign("lc", "2", "P-SNV@lai-chau", "responsible"),
        assign("lc", "2", "P-STC@lai-chau"),
        assign("lc", "3", "P-SNV@lai-chau"),
        assign("tq", "1", "P-STC@tuyen-quang", body_id_today="P-STC@tuyen-quang"),
    ],
)


def test_a_topic_goes_down_to_the_clauses_below_and_no_further() -> None:
    assert clauses_citing(RUN, "76/nq-cp")["clause"].tolist() == ["1", "1/a", "1/b"]
    assert clauses_citing(RUN, RESOLUTION).equals(clauses_citing(RUN, "76/NQ-CP"))
    assert clauses_with(RUN, "chuyển đổi số")["clause"].tolist() == ["1", "1/a", "1/b", "2", "1"]
    assert clauses_with(RUN, ["chống hạn", "sốt rét"])["clause"].tolist() == ["12", "3"]


NUMBERS = {
    "a": "/akn/vn/doc/nghi-quyet/chinh-phu/2013-06-13/76-nq-cp",
    "b": "/akn/vn/doc/nghi-quyet/chinh-phu/2018-06-18/76-nq-cp",
    "c": "/akn/vn/doc/nghi-quyet/chinh-phu/_/76-nq-cp",
}
SEVERAL = make_run(
    [paper("hg", "Hà Giang")],
    [clause("hg", path, "Rà soát.") for path in NUMBERS],
    [cite("hg", target, path, number="76/NQ-CP") for path, target in NUMBERS.items()],
)


@pytest.mark.parametrize(
    ("document", "expected"),
    [("76/NQ-CP 2013", ["a"]), ("76/nq-cp 2018-06-18", ["b"]), (NUMBERS["c"], ["c"]), ("76/NQ-CP 2019", [])],
)
def test_a_number_with_its_date_is_one_document(document: str, expected: list[str]) -> None:
    assert clauses_citing(SEVERAL, document)["clause"].tolist() == expected


def test_a_number_of_several_years_is_refused_and_the_documents_are_named() -> None:
    with pytest.raises(UsageError, match=r"several documents.*2013-06-13/76-nq-cp, .*2018-06-18/76-nq-cp"):
        leading_bodies(SEVERAL, document="76/NQ-CP")


def test_a_document_named_in_the_title_is_the_topic_of_all() -> None:
    assert clauses_citing(RUN, "đất đai")["clause"].tolist() == ["2", "3"]


def test_who_leads_comes_before_who_only_acts() -> None:
    rows = leading_bodies(RUN, words="chuyển đổi số")
    assert rows[["province", "rank", "body_id", "n_lead", "n_clauses"]].to_numpy().tolist() == [
        ["Hà Giang", 1, "P-SKHDT@ha-giang", 1, 2],
        ["Lai Châu", 1, "P-STC@lai-chau", 1, 1],
        ["Lai Châu", 2, "P-SNV@lai-chau", 0, 1],
        ["Tuyên Quang", 1, "P-STC@tuyen-quang", 1, 1],
    ]
    assert rows[["code", "body", "clause"]].to_numpy()[0].tolist() == ["P-SKHDT", "Sở Kế hoạch và Đầu tư", "1/a"]


def test_today_merged_provinces_and_departments_are_one() -> None:
    rows = leading_bodies(RUN, words="chuyển đổi số", today=True)
    assert rows.loc[rows["province"] == "Tuyên Quang", ["body_id", "n_lead", "n_clauses"]].to_numpy().tolist() == [
        ["P-STC@tuyen-quang", 2, 3]
    ]


def test_one_topic_is_given() -> None:
    with pytest.raises(UsageError):
        leading_bodies(RUN)
    with pytest.raises(UsageError):
        leading_bodies(RUN, words="a", document="b")


def test_nothing_found_is_a_table_of_nothing() -> None:
    assert leading_bodies(RUN, words="đóng tàu").empty
    assert leading_bodies(make_run(), document=DECREE).empty
    assert task_topics(make_run()).empty


def test_tasks_of_the_same_words_are_one_topic() -> None:
    words = ["phòng cháy chữa cháy rừng", "bảo hiểm y tế học sinh"]
    tasks = [assign("lc", str(n), "P-SNV", task=f"Tăng cường {words[n % 2]} năm {n}") for n in range(8)]
    topics = task_topics(make_run([paper("lc", "Lai Châu")], assignments=tasks), topics=2)
    pairs = {(int(clause) % 2, topic) for clause, topic in zip(topics["clause"], topics["topic"], strict=True)}
    assert len(pairs) == 2
    leaders = leading_bodies(make_run([paper("lc", "Lai Châu")], assignments=tasks), clauses=topics)
    assert leaders["n_lead"].tolist() == [8]
