from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pipeline.extract.bodies.finder import Finder
from pipeline.extract.bodies.vocabulary import words_pattern

WORDS = ["sở", "sở nội vụ", "ủy ban nhân dân", "ban", "lao động - xã hội", "các", "trường học"]
PIECES = st.sampled_from([*WORDS, "ủy", "nhân", "lao động-xã hội", "sởx", "nghiêng", " ", ", ", "\n", "-", "пять", "_"])


@given(st.lists(PIECES, max_size=30).map("".join), st.integers(0, 12), st.integers(0, 60))
def test_it_finds_what_the_pattern_alone_finds(folded: str, start: int, length: int) -> None:
    end = min(start + length, len(folded))
    assume(re.match(r"\w\w", folded[max(0, end - 1) : end + 1]) is None)  # a word that the end cuts is none to it
    expected = [found.span() for found in words_pattern(WORDS).finditer(folded, start, end)]
    assert [found.span() for found in Finder.of(WORDS).finditer(folded, start, end)] == expected


@pytest.mark.parametrize(
    ("folded", "places"),
    [
        ("ban chấp hành và ban tổ chức", [0, 17]),
        ("trường phái, trường học", [13]),  # of two syllables both are compared
        ("", []),
    ],
)
def test_a_pattern_is_tried_only_where_a_word_may_begin(folded: str, places: list[int]) -> None:
    assert Finder.of(WORDS).places(folded) == places


def test_a_pattern_of_ones_own_may_say_more_than_its_words() -> None:
    finder = Finder(re.compile(r"sở (?=y tế)"), ["sở"])
    assert [found.start() for found in finder.finditer("sở nội vụ, sở y tế", 0, 18)] == [11]
    assert list(finder.finditer("sở nội vụ, sở y tế", 0, 13)) == []
