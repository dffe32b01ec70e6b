"""A footnote's content stands below the paragraph that holds its mark, whatever form both come in."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model import Document
from tests.ingest.make import document, pdf, typed

HOLDER = "1. Sở Nội vụ thực hiện các kế hoạch của tỉnh và báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2024."
NOTE = "Kế hoạch số 15/KH-UBND ngày 02/3/2024."
NEXT = "2. Sở Tài chính bố trí kinh phí."
EXPECTED = [HOLDER, NOTE, NEXT]


def with_mark(mark: str) -> str:
    return HOLDER.replace("của tỉnh", f"của tỉnh{mark}")


def assert_tied(result: Document) -> None:
    assert result.text.split("\n") == EXPECTED
    (note,) = result.footnotes
    assert (note.mark, result.text[note.start : note.end]) == ("1", NOTE)
    assert result.text[: note.anchor].endswith("các kế hoạch của tỉnh")


@pytest.mark.parametrize(
    ("mark", "start"),
    [
        ("<sup>1</sup>", "<sup>1</sup> "),
        ("^{1}", "^{1}"),
        ("[^1]", "[^1]: "),
        ("[1]", "[1] "),
        ("¹", "¹ "),
        ("1", "1\n "),
        ("<sup>1</sup>", "<sup>1</sup>\n"),
        (" <sup>[1]</sup>", "<sup>[1]</sup>. "),
    ],
)
@pytest.mark.parametrize("order", ["below", "at the end"])
def test_plain_text(tmp_path: Path, mark: str, start: str, order: str) -> None:
    note = f"{start}{NOTE}"
    parts = [with_mark(mark), note, NEXT] if order == "below" else [with_mark(mark), NEXT, note]
    assert_tied(document(tmp_path, "\n\n".join(parts)))


def test_a_note_at_the_foot_of_a_page_does_not_part_a_paragraph(tmp_path: Path) -> None:
    page_1 = f"{'Sở Nội vụ rà soát hồ sơ lưu trữ của các xã<sup>1</sup>, phường, ' * 2}trong\n\n<sup>1</sup> {NOTE}"
    result = document(tmp_path, f"{page_1}\ftỉnh.\n{NEXT}")
    first, note, last = result.text.split("\n")
    assert first.endswith("phường, trong tỉnh.")
    assert (note, last) == (NOTE, NEXT)


def test_marks_that_start_anew_on_every_page(tmp_path: Path) -> None:
    pages = [f"Kế hoạch {name}<sup>1</sup>.\n\n<sup>1</sup> Số {name}." for name in "ABC"]
    result = document(tmp_path, "\f".join(pages))
    assert result.text.split("\n") == [part for name in "ABC" for part in (f"Kế hoạch {name}.", f"Số {name}.")]
    assert [result.text[note.start : note.end] for note in result.footnotes] == ["Số A.", "Số B.", "Số C."]


def test_two_notes_of_one_paragraph(tmp_path: Path) -> None:
    result = document(tmp_path, "Luật^{1} và Nghị định^{2}.\n\n^{1} Số một.\n^{2} Số hai.")
    assert result.text.split("\n") == ["Luật và Nghị định.", "Số một.", "Số hai."]
    assert [result.text[: note.anchor] for note in result.footnotes] == ["Luật", "Luật và Nghị định"]


def test_a_note_whose_mark_is_lost_stays(tmp_path: Path) -> None:
    result = document(tmp_path, f"{NEXT}\n<sup>4</sup> {NOTE}")
    assert (result.text.split("\n"), result.footnotes) == ([NEXT, f"4 {NOTE}"], ())


def test_a_mark_whose_note_is_lost_goes(tmp_path: Path) -> None:
    assert document(tmp_path, with_mark("<sup>1</sup>")).text == HOLDER


def test_notes_without_text(tmp_path: Path) -> None:
    assert document(tmp_path, f"<sup>1</sup> {NOTE}").text == NOTE


def test_brackets_of_a_list_are_no_notes(tmp_path: Path) -> None:
    text = "[1] Luật Lưu trữ\n[2] Luật Công chứng"
    assert document(tmp_path, text).text == text


def test_a_pdf_raises_marks_and_sets_notes_small(tmp_path: Path) -> None:
    page = typed("Sở Nội vụ thực hiện các kế hoạch của tỉnh", height=14)
    page += [(85 + 41 * 7, 785, 9, "1"), (85 + 42 * 7, 780, 14, " và báo cáo.")]
    page += typed(NEXT, top=700)
    page += [(85, 105, 6, "1"), (92, 100, 10, NOTE[:15]), (85, 88, 10, NOTE[15:].strip())]
    result = document(tmp_path, pdf(page))
    assert result.text.split("\n") == [
        "Sở Nội vụ thực hiện các kế hoạch của tỉnh và báo cáo.",
        NOTE,
        NEXT,
    ]
    assert [note.mark for note in result.footnotes] == ["1"]
