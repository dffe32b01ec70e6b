"""Numbers that were set into a finished PDF: as form fields, as pictures. The body stands for any text."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from pipeline.ingest.fields import field_numbers, flatten
from pipeline.ingest.glyphs import Word
from pipeline.ingest.stamped import find_blanks, is_numbered
from pipeline.ingest.text_layer import text_layer
from tests.ingest.make import document, page_pdf, typed
from tests.ingest.scan.make import needs_tesseract, no_tesseract, page

BODY = "Sở Nội vụ chủ trì, phối hợp với các cơ quan rà soát hồ sơ của xã."
PAGE = [(80.0, 700.0, 14.0, "Số:"), (136.0, 700.0, 14.0, "/CT-UBND"), *typed(BODY, left=80, top=660)]
FIELD = (
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a{0}) /F 4 /Rect [{1} {2} {3} {4}] /AP << /N {5} 0 R >> /P 5 0 R >>"
)
FORM = (
    "<< /Type /XObject /Subtype /Form /BBox [0 0 {0} {1}] /Resources << /Font << /F << /Type /Font /Subtype /Type1 "
    "/BaseFont /Helvetica >> >> >> /Length {2} >>\nstream\n{3}\nendstream"
)


def form(text: str, width: int, height: int) -> str:
    content = f"BT /F 13 Tf 2 5 Td ({text}) Tj ET"
    return FORM.format(width, height, len(content), content)


def with_fields() -> bytes:
    """A number in a field on the line of the label, and a stamp of a signature with a time in the corner."""
    return page_pdf(
        PAGE,
        FIELD.format(1, 104, 696, 130, 716, 8),
        form("507", 26, 20),
        FIELD.format(2, 400, 800, 560, 830, 10),
        form("24 01 2025", 160, 30),
        annots="7 0 R 9 0 R",
    )


def test_a_field_fills_the_blank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)
    text = document(tmp_path, with_fields()).text
    assert text.startswith("Số: 507 /CT-UBND\n")
    assert "2025" not in text


def test_without_fields_nothing_changes() -> None:
    plain = pdfium.PdfDocument(page_pdf(PAGE))
    assert not flatten(plain[0]) and field_numbers(plain[0], text_layer(plain[0]).words) == []


def with_picture() -> bytes:
    """The number 507 as a picture over the blank."""
    digits = np.asarray(page(("507", 4, 0), size=50).crop((0, 0, 96, 56)))
    hexadecimal = digits.tobytes().hex()
    image = (
        "<< /Type /XObject /Subtype /Image /Width 96 /Height 56 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        f"/Filter /ASCIIHexDecode /Length {len(hexadecimal) + 1} >>\nstream\n{hexadecimal}>\nendstream"
    )
    return page_pdf(PAGE, image, drawn="q 26 0 0 15.2 104 697 cm /Im Do Q", more="/XObject << /Im 7 0 R >>")


def test_a_picture_fills_the_blank(tmp_path: Path) -> None:
    needs_tesseract()
    assert document(tmp_path, with_picture()).text.startswith("Số: 507/CT-UBND\n")


def test_a_picture_stays_unread_without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)
    assert document(tmp_path, with_picture()).text.startswith("Số: /CT-UBND\n")


@pytest.mark.parametrize(
    ("line", "blanks"),
    [
        ("Số:|   |/TB-VP", 1),
        ("Số:|12/TB-VP", 0),
        ("Huế,|ngày|   |tháng|   |năm|2025", 2),
        ("Huế,|ngày|   |tháng|01|năm|2025", 1),
        ("Huế,|ngày|3|tháng|01|năm|2025", 0),
    ],
)
def test_blanks(line: str, blanks: int) -> None:
    assert len(list(find_blanks(words_of(line)))) == blanks


@pytest.mark.parametrize(
    ("line", "is_full"),
    [
        ("Số:|12/TB-VP|Huế,|ngày|3|tháng|01|năm|2025", True),
        ("Số|12-CT/TU|Huế,|ngày|3|tháng|01|năm|2025", True),
        ("Số:|   |/TB-VP|Huế,|ngày|3|tháng|01|năm|2025|Nghị|quyết|số|5", False),
        ("Số:|12/TB-VP|Huế,|ngày|   |tháng|01|năm|2025|từ|ngày|1|tháng|2|năm|2025", False),
        ("Số:|12/TB-VP", False),
        ("", False),
    ],
)
def test_a_full_head_is_not_searched(line: str, is_full: bool) -> None:
    assert is_numbered(words_of(line)) == is_full


def words_of(line: str) -> list[Word]:
    words, left = [], 80.0
    for piece in line.split("|"):
        if piece.strip():
            words.append(Word(piece, left, left + 7 * len(piece), 700, 14))
        left += 7 * len(piece) + 4
    return words
