from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.bodies.mending import mend
from pipeline.spelling import fold, unmarked


@given(st.text(alphabet="aăâàảãáạđeêioôơuưỉịyỳ cđbtkhpn", max_size=60))
def test_mending_keeps_the_length_and_base_letters(text: str) -> None:
    folded = fold(text)
    assert len(mend(folded)) == len(folded)
    assert unmarked(mend(folded)) == unmarked(folded)
