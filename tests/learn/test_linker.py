from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.learn.linker import Names, installed_names, shape
from pipeline.learn.train_linker import known_names


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("sơ nôi vụ", "sở nội vụ"),
        ("SO NOI VU", "sở nội vụ"),
        ("tông cục thuê", "tổng cục thuế"),
        ("sở giao thông vân tảl", "sở giao thông vận tải"),
        ("sở khoa học và côngnghệ", "sở khoa học và công nghệ"),
        ("sở nông nghiệp và phát triên nônq thôn", "sở nông nghiệp và phát triển nông thôn"),
        ("bộ văn hóa thê thao và dulịch", "bộ văn hóa thể thao và du lịch"),
        ("phòng lao động - thương binh và xã hôi", "phòng lao động thương binh và xã hội"),
        ("uy ban nhân dân cấp xã", "ủy ban nhân dân cấp xã"),
    ],
)
def test_bent_names_are_known(asked: str, name: str) -> None:
    match = installed_names().nearest(asked)
    assert match is not None and match.name == name


@pytest.mark.parametrize(
    "asked",
    [
        "trung tâm y tế huyện ba vì",
        "công ty tnhh mtv môi trường xanh",
        "sở nội cụ",  # one letter of seven
        "sở ngoại giao",
        "vụ khoa học và công nghệ",  # neither a Sở nor a Bộ
        "quân khu 6",
        "ban chỉ đạo 398",
        "ủy ban nhân dân xã vân hà",
        "hội nhà văn tỉnh",
        "cục thống kế và thuế",
        "ban kiểm tra tỉnh ủy",
        "",
        "???",
    ],
)
def test_unknown_bodies_stay_unknown(asked: str) -> None:
    assert installed_names().nearest(asked) is None


def test_two_names_that_are_equally_like_are_none() -> None:
    names = installed_names()
    between = names.ranked("sở văn hóa")
    assert between is None or not between.passes(names.bars)


def test_the_installed_model_knows_the_catalogue() -> None:
    """Else: make train."""
    assert installed_names().names == list(known_names())


@given(st.text(max_size=40))
def test_any_text_may_be_asked(name: str) -> None:
    match = installed_names().ranked(name)
    assert match is None or 0 < match.score < 1.001
    assert shape(shape(name)) == shape(name)


def test_a_known_name_is_most_like_itself() -> None:
    names: Names = installed_names()
    for name in names.names[::50]:
        match = names.ranked(name)
        assert match is not None and shape(match.name) == shape(name) and match.score == pytest.approx(1, abs=1e-4)
