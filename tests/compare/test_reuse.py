from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare import deadline_differences, text_reuse
from pipeline.compare.ngrams import ngram_counts, segmented, weighed
from pipeline.compare.pairs import similar_pairs
from pipeline.results import Run
from tests.compare.make import DECREE, RESOLUTION, assign, cite, clause, make_run, paper

TASK = "Rà soát, công khai danh mục thủ tục nuôi trồng thủy sản tại trụ sở xã; hằng tháng cập nhật kết quả trả lời dân."
OTHER = "Tổ chức trồng cây chắn cát dọc bờ biển, giao từng hộ chăm sóc và nghiệm thu sau ba mùa mưa liên tiếp."
SYLLABLES = "sông núi biển rừng đồng làng chợ trường cầu đường nhà vườn lúa ngô khoai sắn mía chè cá tôm cua mực"
WORDS = SYLLABLES.split()


def two(first: str, second: str, dates: tuple[str | None, str | None] = ("2021-05-01", "2021-06-01")) -> Run:
    """The same place in two documents of two provinces."""
    return make_run(
        [paper("a", "Hải Dương", dates[0]), paper("b", "Lai Châu", dates[1])],
        [clause("a", "1", first), clause("b", "2", second)],
    )


def test_a_copy_with_one_word_changed_is_found() -> None:
    (row,) = text_reuse(two(TASK, TASK.replace("trụ sở", "nhà họp"))).to_dict("records")
    assert row["score"] == pytest.approx(30 / 33, abs=1e-4)  # 15 of 16 words, which are now 17
    assert (row["province_a"], row["province_b"], row["days"]) == ("Hải Dương", "Lai Châu", 31)
    assert row["text_a"] == TASK
    assert not row["boilerplate"]


def test_unrelated_clauses_are_not() -> None:
    assert text_reuse(two(TASK, OTHER)).empty


@pytest.mark.parametrize(
    ("dates", "order", "first"),
    [
        (("2021-05-01", "2021-06-01"), "a first", "a"),
        (("2022", "2021-06-01"), "a first", "b"),
        (("2021-06-01", "2021-06-01"), "same day", "a"),
        (("2021", "2021-06-01"), "unknown", "b"),
        ((None, "2021-06-01"), "unknown", "b"),
    ],
)
def test_who_was_first(dates: tuple[str | None, str | None], order: str, first: str) -> None:
    row = text_reuse(two(TASK, TASK, dates)).iloc[0]
    assert (row["order"], row["source_a"]) == (order, first)


@pytest.mark.parametrize(
    ("text", "kind", "is_heading"),
    [
        ("Các sở, ban, ngành tỉnh và Ủy ban nhân dân các huyện, thị xã có trách nhiệm:", "task", False),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ký ban hành năm nay.", "context", False),
        ("Trách nhiệm của các cơ quan, đơn vị trong chăm sóc cây xanh đô thị", "context", True),
        (TASK, "closing", False),
    ],
)
def test_boilerplate_is_kept_and_said(text: str, kind: str, is_heading: bool) -> None:
    heading = text if is_heading else None
    run = make_run(
        [paper("a", "Hải Dương"), paper("b", "Lai Châu")],
        [clause(source, "1", text, kind, heading=heading) for source in ("a", "b")],
    )
    assert text_reuse(run)["boilerplate"].tolist() == [True]


def test_where_the_words_came_from() -> None:
    run = make_run(
        [paper("ttg", None, "2021-03-01"), paper("a", "Hải Dương", "2021-05-01"), paper("b", "Lai Châu", "2021-06-01")],
        [clause(source, "1", TASK) for source in ("ttg", "a", "b")],
        [cite("a", DECREE), cite("b", DECREE), cite("a", RESOLUTION, path="3"), cite("b", RESOLUTION), cite("b", "a")],
    )
    rows = text_reuse(run).set_index(["source_a", "source_b"])
    assert sorted(rows.index) == [("a", "b"), ("ttg", "a"), ("ttg", "b")]
    assert rows.loc[("ttg", "a"), "province_a"] == "central"
    assert rows.loc[("a", "b"), "same_sources"] == [DECREE]
    assert rows.loc[("a", "b"), "shared_sources"] == [DECREE, RESOLUTION]
    assert rows["b_cites_a"].to_dict() == {("a", "b"): True, ("ttg", "a"): False, ("ttg", "b"): False}


def test_of_a_province_only_the_best_match_and_the_earliest_copy() -> None:
    run = make_run(
        [paper("a", "Hải Dương", "2021"), paper("b", "Lai Châu", "2023"), paper("c", "Lai Châu", "2022")],
        [
            clause("a", "1", TASK),
            clause("b", "1", TASK),
            clause("c", "1", TASK.upper()),
            clause("c", "2", TASK.replace("hằng tháng", "hằng quý")),
        ],
    )
    rows = text_reuse(run)
    assert rows[["source_b", "clause_b"]].to_numpy().tolist() == [["c", "1"], ["c", "2"]]


def test_a_province_does_not_copy_itself() -> None:
    run = make_run([paper("a", "Hải Dương"), paper("b", "Hải Phòng")], [clause("a", "1", TASK), clause("b", "1", TASK)])
    assert (len(text_reuse(run)), len(text_reuse(run, today=True))) == (1, 0)


def test_short_clauses_and_empty_runs() -> None:
    assert text_reuse(two("Sở Nội vụ báo cáo.", "Sở Nội vụ báo cáo.")).empty
    assert text_reuse(make_run()).columns.tolist() == text_reuse(two(TASK, TASK)).columns.tolist()


def test_deadlines_of_shared_clauses_differ() -> None:
    run = two(TASK, TASK)
    days = {"a": "2021-10-31", "b": "2021-12-31"}
    tasks = [
        assign("a", "1", "P-SNV", deadline="trước 31/10", deadline_date=days["a"]),
        assign("b", "2", "P-SNV", deadline="trong năm 2021", deadline_date=days["b"]),
    ]
    run = replace(run, assignments=make_run(assignments=tasks).assignments)
    rows = deadline_differences(run, text_reuse(run))
    assert rows["basis"].tolist() == ["clause", "clause"]
    assert rows["about"].tolist() == ["a#1", "a#1"]
    assert dict(zip(rows["source"], rows["value"], strict=True)) == days


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(WORDS), min_size=20, max_size=60), st.data())
def test_any_copy_with_one_word_changed_is_found(words: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(words) - 1))
    copy = [*words[:place], "khác", *words[place + 1 :]]
    rows = text_reuse(two(" ".join(words), " ".join(copy)))
    assert len(rows) == 1
    turned = text_reuse(two(" ".join(copy), " ".join(words)))
    assert turned["score"].tolist() == rows["score"].tolist()


@settings(deadline=None, max_examples=30)
@given(st.permutations(WORDS))
def test_texts_without_a_word_in_common_are_never_paired(words: list[str]) -> None:
    assert text_reuse(two(" ".join(words[:11]), " ".join(words[11:])), threshold=0).empty


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.lists(st.sampled_from(WORDS[:6]), min_size=1, max_size=12), min_size=1, max_size=25),
    st.sampled_from([0.2, 0.5, 0.8]),
)
def test_pairs_are_those_of_comparing_each_with_each(texts: list[list[str]], least: float) -> None:
    vectors = weighed(ngram_counts(map(" ".join, texts)))
    groups = np.arange(len(texts)) % 3
    cosines = (vectors @ vectors.T).toarray()
    found = set(zip(*(part.tolist() for part in similar_pairs(vectors, groups, least)), strict=True))
    for i in range(len(texts)):
        for j in range(i + 1, len(texts)):
            if abs(cosines[i, j] - least) > 1e-5:
                assert ((i, j) in found) == (cosines[i, j] >= least and groups[i] != groups[j])


def test_runs_of_words_are_counted() -> None:
    counts = ngram_counts(["cá tôm cá tôm", "", "tôm"])
    assert sorted(counts.toarray()[0].tolist()) == [1, 2, 2, 2]  # cá, tôm, cá tôm twice; tôm cá once
    assert counts.sum(axis=1).ravel().tolist() == [[7, 0, 1]]


def test_a_compound_is_one_word() -> None:
    assert segmented("Ủy ban nhân dân xã tổ chức, thực hiện") == ["ủy_ban_nhân_dân", "xã", "tổ_chức", "thực_hiện"]
    assert segmented("thực tổ hiện chức") == ["thực", "tổ", "hiện", "chức"]


def test_a_score_counts_words_and_not_syllables() -> None:
    changed = TASK.replace("thủ tục", "hồ sơ")  # one word of 16, two syllables of 25
    assert text_reuse(two(TASK, changed))["score"].tolist() == [pytest.approx(15 / 16, abs=1e-4)]


def test_the_answer_is_the_same_again() -> None:
    run = two(TASK, re.sub("hằng tháng", "mỗi tháng", TASK))
    pd.testing.assert_frame_equal(text_reuse(run), text_reuse(run))
