from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.learn.words import Compounds, pieces, words

SYLLABLES = ("ủy", "ban", "nhân", "dân", "hội", "đồng")
texts = st.lists(st.sampled_from([*SYLLABLES, "7", "12/3", "-", ",", "ban,"]), max_size=12).map(" ".join)
compounds = st.sets(st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=4).map("_".join), max_size=8)


@given(text=texts, known=compounds)
def test_words_are_the_pieces_of_the_text(text: str, known: set[str]) -> None:
    found = words(text, Compounds.of(known))
    assert [piece for word in found for piece in word.split("_")] == pieces(text)
    assert all(word in known for word in found if "_" in word)


@given(text=texts, known=compounds)
def test_the_longest_compound_is_taken_first(text: str, known: set[str]) -> None:
    place, syllables = 0, pieces(text)
    for word in words(text, Compounds.of(known)):
        longest = max((len(each.split("_")) for each in known if starts(syllables[place:], each)), default=1)
        assert len(word.split("_")) == longest
        place += longest


def starts(syllables: list[str], word: str) -> bool:
    parts = word.split("_")
    return syllables[: len(parts)] == parts


@given(st.text(max_size=60))
def test_any_text_has_words(text: str) -> None:
    assert "_" not in "".join(words(text, Compounds.of([])))


def test_a_part_of_a_compound_is_no_compound() -> None:
    known = Compounds.of(["hội_đồng_nhân_dân", "nhân_dân"])
    assert words("hội đồng nhân viên, hội đồng nhân dân", known) == ["hội", "đồng", "nhân", "viên", "hội_đồng_nhân_dân"]


def test_a_long_text_takes_no_longer_than_its_length() -> None:
    assert len(words("ủy ban " * 50_000, Compounds.of(["ủy_ban_ủy_ban_nhân"]))) == 100_000
