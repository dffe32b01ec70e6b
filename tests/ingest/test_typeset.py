from __future__ import annotations

from pipeline.ingest.cleaning import raised
from pipeline.ingest.glyphs import Word
from pipeline.ingest.typeset import character_width, typeset


def row(text: str, base: float, left: float = 80, height: float = 14) -> list[Word]:
    words = []
    for word in text.split():
        words.append(Word(word, left, left + 7 * len(word), base, height))
        left += 7 * len(word) + 7
    return words


def test_rows_from_top_to_bottom_and_left_to_right() -> None:
    words = [*row("Độc lập", 700, left=300), *row("hai", 660), *row("UBND TỈNH", 698)]
    lines = typeset(words, 3, 7)
    assert [" ".join(line.text.split()) for line in lines] == ["UBND TỈNH Độc lập", "hai"]
    assert [line.page for line in lines] == [3, 3]
    assert lines[0].text.index("Độc") > 20


def test_gap_and_edges() -> None:
    lines = typeset([word for base in (700, 680, 660, 620) for word in row("Sở Nội vụ", base)], 1, 7)
    assert [line.gap for line in lines] == [True, False, False, True]
    assert (round(lines[0].indent), round(lines[0].end)) == (11, 20)


def test_raised_numbers_are_marks() -> None:
    words = [*row("kế hoạch", 700), Word("1", 137, 141, 705, 9), *row("và", 700, left=150)]
    assert [line.text for line in typeset(words, 1, 7)] == [f"kế hoạch {raised('1')} và"]


def test_small_type_below_a_number_is_a_note() -> None:
    words = [word for base in (700, 680, 660) for word in row("Sở Nội vụ chủ trì", base)]
    words += row("1 Kế hoạch số 12", 100, height=10)
    note = typeset(words, 1, 7)[-1]
    assert (note.text, note.small) == (f"{raised('1')} Kế hoạch số 12", True)


def test_nothing_gives_nothing() -> None:
    assert typeset([], 1, 7) == []
    assert character_width([]) > 0
