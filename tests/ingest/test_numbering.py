from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.numbering import written
from tests.ingest.make import docx, lines, paragraph


def level(depth: int, form: str, pattern: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbered(text: str, number: int = 1, depth: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.")
    + level(2, "decimal", "%2.%3.")
    + level(3, "lowerLetter", "%4)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "bullet", "+")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
)


def test_marks_are_written_out(tmp_path: Path) -> None:
    body = [
        *(numbered("Mục đích"), numbered("Chung", depth=1), numbered("Riêng", depth=1), numbered("Một", depth=2)),
        *(numbered("Hai", depth=2), numbered("Nhỏ", depth=3), numbered("Yêu cầu"), numbered("Lại", depth=1)),
        *(numbered("Việc", 2), numbered("Con", 2, 1), paragraph("Không số"), numbered("Tiếp", 3), numbered("Lạ", 9)),
    ]
    assert lines(tmp_path, docx("".join(body), numbering=NUMBERING)) == [
        *("I. Mục đích", "1. Chung", "2. Riêng", "2.1. Một", "2.2. Hai", "a) Nhỏ", "II. Yêu cầu", "1. Lại"),
        *("- Việc", "+ Con", "Không số", "IV. Tiếp", "Lạ"),
    ]


def test_each_document_has_its_own_lists(tmp_path: Path) -> None:
    """Those read before are known again, more than are kept at once."""
    for sign in (*"ABCDEGHIKLMNOPQRSTU", *"AU"):
        numbering = NUMBERING.replace("%1.", f"%1{sign}")
        assert lines(tmp_path, docx(numbered("Việc"), numbering=numbering)) == [f"I{sign} Việc"]


def test_numbers_of_styles(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Muc"><w:basedOn w:val="Base"/></w:style>'
    )
    body = paragraph("Mục đích", '<w:pStyle w:val="Muc"/>') + paragraph(
        "Tắt", '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert lines(tmp_path, docx(body, numbering=NUMBERING, styles=styles)) == ["I. Mục đích", "Tắt"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (14, "upperRoman", "XIV"),
        (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (5, "ordinalText", "5"),
        (0, "upperRoman", "0"),
    ],
)
def test_written(number: int, form: str, text: str) -> None:
    assert written(number, form) == text


@given(st.integers(1, 3999), st.integers(1, 3999))
def test_roman_numbers_differ(one: int, other: int) -> None:
    assert (written(one, "upperRoman") == written(other, "upperRoman")) == (one == other)
