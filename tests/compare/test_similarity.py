from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.compare import province_similarity, similar_provinces
from tests.compare.make import DECREE, LAW, RESOLUTION, assign, cite, make_run, paper

PROVINCES = ("Hải Dương", "Hải Phòng", "Lai Châu")
PAPERS = [paper(f"d{number}", name) for number, name in enumerate(PROVINCES)]


def test_documents_in_common() -> None:
    run = make_run(PAPERS, citations=[cite("d0", DECREE), cite("d0", LAW), cite("d1", DECREE), cite("d2", RESOLUTION)])
    assert province_similarity(run).loc["Hải Dương", "Hải Phòng"] == pytest.approx(2**-0.5)
    assert province_similarity(run, measure="jaccard").loc["Hải Dương", "Hải Phòng"] == 0.5
    assert province_similarity(run).loc["Hải Dương", "Lai Châu"] == 0
    first = similar_provinces(run).iloc[0]
    assert (first["province_a"], first["province_b"], first["n_shared_documents"]) == ("Hải Dương", "Hải Phòng", 1)


def test_tasks_in_common_are_those_of_the_same_words() -> None:
    words = ["trồng rừng ven biển", "Trồng rừng ven biển", "số hóa hồ sơ lưu trữ"]
    run = make_run(PAPERS, assignments=[assign(f"d{n}", "1", "P-SNV", task=task) for n, task in enumerate(words)])
    table = province_similarity(run, of="tasks")
    assert table.loc["Hải Dương", "Hải Phòng"] == pytest.approx(1)
    assert table.loc["Hải Dương", "Lai Châu"] == 0


@pytest.mark.parametrize("run", [make_run(), make_run(PAPERS[:1]), make_run(PAPERS)], ids=["none", "one", "silent"])
def test_with_nothing_to_compare(run: object) -> None:
    table = province_similarity(run)  # type: ignore[arg-type]
    assert np.array_equal(table.to_numpy(), np.eye(len(table)))
    assert len(similar_provinces(run)) == len(table) * (len(table) - 1) // 2  # type: ignore[arg-type]


@settings(deadline=None, max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from(["d0", "d1", "d2"]), st.sampled_from([DECREE, LAW, RESOLUTION])), max_size=12),
    st.sampled_from(["cosine", "jaccard"]),
    st.booleans(),
)
def test_similarity_is_symmetric(pairs: list[tuple[str, str]], measure: str, today: bool) -> None:
    run = make_run(PAPERS, citations=[cite(*pair) for pair in pairs])
    values = province_similarity(run, measure=measure, today=today).to_numpy()  # type: ignore[arg-type]
    assert np.allclose(values, values.T)
    assert ((values >= 0) & (values <= 1)).all()
    assert (values.diagonal() == 1).all()
