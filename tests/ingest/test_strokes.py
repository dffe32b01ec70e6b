from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from pipeline.ingest.pieces import PATH, PICTURE, TEXT, pieces_of
from pipeline.ingest.strokes import strokes_of
from pipeline.ingest.text_layer import text_layer
from tests.ingest.make import page_pdf, typed

LEVEL, UPRIGHT = (100, 142, 300, 142), (100, 142, 100, 242)
RIGHT, BELOW = (300, 142, 300, 242), (100, 242, 300, 242)
FORM = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /In 7 0 R >> >> /Length {} >>\n"
    "stream\n{}\nendstream"
)


def strokes(drawn: str) -> list[tuple[float, ...]]:
    page = pdfium.PdfDocument(page_pdf([], drawn=drawn))[0]
    return [tuple(map(round, stroke)) for stroke in strokes_of(page, pieces_of(page, PATH))]


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ("100 700 m 300 700 l S", [LEVEL]),
        ("100 600 m 100 700 l S", [UPRIGHT]),
        ("300 700 m 100 700 l 100 600 l S", [LEVEL, UPRIGHT]),
        ("100 600 200 100 re S", [BELOW, RIGHT, LEVEL, UPRIGHT]),
        ("100 700 m 300 700 l 300 600 l h S", [LEVEL, RIGHT]),  # what closes it slopes
        ("q 2 0 0 2 0 0 cm 50 350 m 150 350 l S Q", [LEVEL]),
        ("100 600 200 100 re f", []),
        ("100 699.8 200 0.4 re f", [LEVEL]),
        ("99.8 600 0.4 100 re f", [UPRIGHT]),
        ("q 2 0 0 2 0 0 cm 50 349.9 100 0.2 re f Q", [LEVEL]),
        ("100 600 m 300 700 l S", []),
        ("100 700 m 150 800 250 800 300 700 c S", []),
        ("", []),
    ],
)
def test_level_and_upright_strokes_count(drawn: str, expected: list[tuple[float, ...]]) -> None:
    assert sorted(strokes(drawn)) == sorted(expected)


def test_what_is_filled_thinly_is_a_stroke() -> None:
    assert LEVEL in strokes("100 700 200 0.4 re f")


def test_thin_boxes_filled_at_once_are_strokes() -> None:
    assert {LEVEL, BELOW} <= set(strokes("100 699.8 200 0.4 re 100 599.8 200 0.4 re f"))


def test_a_drawing_has_none() -> None:
    assert strokes("100 700 m 300 700 l S " * 20_001) == []


def test_pieces_within_others_are_found() -> None:
    """Without end within itself, as a hostile page may be."""
    data = page_pdf(
        typed("Sở Y tế"), FORM.format(6, "/In Do"), drawn="0 0 m 9 9 l S /Fm Do", more="/XObject << /Fm 7 0 R >>"
    )
    pieces = pieces_of(pdfium.PdfDocument(data)[0], TEXT, PATH, PICTURE)
    assert {TEXT, PATH} <= {piece.kind for piece in pieces} and PICTURE not in {piece.kind for piece in pieces}
    assert max(piece.depth for piece in pieces) <= 3


def test_a_turned_page_has_none() -> None:
    page = pdfium.PdfDocument(page_pdf(typed("Sở Y tế"), drawn="100 700 m 300 700 l S"))[0]
    page.set_rotation(90)
    assert text_layer(page).strokes == []
