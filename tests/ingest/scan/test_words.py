from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.scan.words import Row, confidence, rows_of, type_height
from tests.ingest.scan.make import row, word


def test_rows_from_top_to_bottom_and_left_to_right() -> None:
    words = [word("b", 90, 108), word("c", 0, 160), word("a", 0, 100)]
    assert [each.text for each in rows_of(words)] == ["a b", "c"]


def test_blanked_words_keep_the_place_of_what_is_left() -> None:
    line = Row(tuple(row("Số:", "07/CT-UBND")))
    left = line.blanked(4, 6)
    assert left.text == "Số: /CT-UBND"
    assert left.words[1].left == line.words[1].left + 2 * 18
    assert left.words[1].right == line.words[1].right


@given(
    st.lists(st.text("ab/1", min_size=1, max_size=6), min_size=1, max_size=6), st.integers(0, 40), st.integers(0, 40)
)
def test_blanked_is_the_text_without_the_stretch(texts: list[str], one: int, two: int) -> None:
    line = Row(tuple(row(*texts)))
    start, end = sorted((min(one, len(line.text)), min(two, len(line.text))))
    kept = line.text[:start] + " " + line.text[end:]
    assert line.blanked(start, end).text.replace(" ", "") == kept.replace(" ", "")


def test_sure_is_that_of_the_least_sure_word() -> None:
    line = Row(tuple(row("Số:", ("07", 0.2), "/CT")))
    assert (line.sure(4, 6), line.sure(0, 3), line.sure(3, 4)) == (0.2, 0.95, 0)


def test_figures_of_no_words() -> None:
    assert (type_height([]), confidence([])) == (0, 0)


def test_a_word_goes_to_the_nearest_base_line() -> None:
    listed, signed = row("-", "Như", "trên;", base=100), row("CHÁNH", "VĂN", "PHÒNG", left=900, base=121)
    specks = [word("Á", 950, 108), word("%", 1200, 110)]
    signed = [replace(each, base=each.base + at) for at, each in enumerate(signed)]
    rows = rows_of([*(replace(each, height=55) for each in listed), *specks, *signed])
    assert [each.text for each in rows] == ["- Như trên; Á %", "CHÁNH VĂN PHÒNG"]
