from __future__ import annotations

from random import Random

from pipeline.learn.bent import bent, recased
from pipeline.learn.linker import shape

NAME = "Sở Nông nghiệp và Môi trường"


def test_slips_are_few_and_of_every_kind() -> None:
    random = Random(7)
    found = {bent(NAME, 1, random) for _ in range(300)}
    assert len(found) > 50
    assert all(abs(len(each) - len(NAME)) <= 2 for each in found)
    assert any(len(each) < len(NAME) for each in found) and any("-" in each for each in found)
    assert any(shape(each) == shape(NAME) and each != NAME for each in found)  # only a mark or a space


def test_the_same_seed_bends_alike() -> None:
    assert bent(NAME, 3, Random(1)) == bent(NAME, 3, Random(1)) != bent(NAME, 3, Random(2))


def test_case_is_no_slip() -> None:
    assert {shape(recased(NAME, Random(seed))) for seed in range(20)} == {shape(NAME)}
