from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.spelling import code_page

LETTERS = st.characters() | st.sampled_from("ỷđ…\ud800")


@given(st.text(LETTERS, min_size=1, max_size=20))
def test_a_long_text_has_the_code_page_of_its_pieces(piece: str) -> None:
    assert code_page(piece * 1001) == code_page(piece) * 1001
