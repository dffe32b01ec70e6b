"""Text under a scan: taken where it says what the scan shows, else read by OCR."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.ingest import syllables
from pipeline.ingest.syllables import is_syllable, quality
from pipeline.ingest.text_layer import agree, text_layer
from tests.ingest.make import document, page_pdf, typed
from tests.ingest.scan.make import fake_tesseract, hocr, no_tesseract

PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 "
    "/Filter /ASCIIHexDecode /Length 9 >>\nstream\n00ff00ff>\nendstream"
)
GOOD = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát hồ sơ của xã."
GARBLED = "Sđ Nqi vự chủz trrì, phốip hđợp vđới cácz cơj quanw liêln quaqn ràf soáct hhồ sơơ củaz xxã."
VISIBLE, INVISIBLE = 0, 3


def scanned(text: str, mode: int) -> bytes:
    """A page covered by a picture, with `text` above it, twice."""
    drawn = "q 595 0 0 842 0 0 cm /Im Do Q"
    return page_pdf(
        typed(f"{text}\n{text}", height=10), PICTURE, drawn=drawn, mode=mode, more="/XObject << /Im 7 0 R >>"
    )


@pytest.mark.parametrize(
    ("data", "hidden", "fault"),
    [
        (scanned(GOOD, INVISIBLE), True, ""),
        (scanned(GARBLED, INVISIBLE), False, "garbled"),
        (scanned(GOOD, VISIBLE), False, ""),  # a page with a background
        (scanned("", INVISIBLE), False, "no text layer"),
    ],
)
def test_what_lies_under_a_scan(data: bytes, hidden: bool, fault: str) -> None:
    layer = text_layer(pdfium.PdfDocument(data)[0])
    assert layer.hidden is hidden
    assert fault in layer.fault and bool(fault) is bool(layer.fault)


def plain(data: bytes) -> str:
    """The words of the text layer."""
    return " ".join(word.text for word in text_layer(pdfium.PdfDocument(data)[0]).words)


def test_a_hidden_layer_that_agrees_with_the_scan_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = scanned(GOOD, INVISIBLE)
    fake_tesseract(tmp_path, monkeypatch, hocr(plain(data)))
    result = document(tmp_path, data)
    assert (result.method, result.ocr_confidence, result.issues) == ("pdf-text", None, ())


@pytest.mark.parametrize("layer", [GOOD, GARBLED])
def test_a_hidden_layer_that_says_else_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layer: str) -> None:
    fake_tesseract(tmp_path, monkeypatch, hocr("Chủ tịch Ủy ban nhân dân tỉnh yêu cầu"))
    result = document(tmp_path, scanned(layer, INVISIBLE))
    assert (result.method, result.text) == ("ocr", "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu")
    assert [issue.code for issue in result.issues] == ["bad-text-layer"]


def test_without_tesseract_a_hidden_layer_is_all_there_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)
    assert document(tmp_path, scanned(GOOD, INVISIBLE)).method == "pdf-text"


def test_agreement() -> None:
    assert agree(["Sở", "Nội", "vụ", "a"], ["sở", "nội", "vụ", "b"])
    assert not agree(["Sở", "Nội"], ["Sở", "Nội", "vụ", "Hà", "Nam"])
    assert agree([], [])


@pytest.mark.parametrize(
    "word", ["nghiêm", "quyết", "khuyến", "thuở", "hoà", "hòa", "giêng", "yêu", "ương", "uỷ", "qua"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["trzq", "ngỗnh̀", "tồch", "kmôn", "aaa", "nghiệmm", "pdf"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_quality() -> None:
    assert quality("các sở, ban, ngành rà soát " * 4) == 1
    assert quality("cxc sj, bxn, ngxnh rx soxt " * 4) == 0
    assert quality("các sở") is None


def test_quality_with_more_words_than_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(syllables, "_KEPT", 2)
    monkeypatch.setattr(syllables, "_tallies", syllables._Tallies())
    assert quality("rà soát, cxc sj/ngxnh " * 8) == 0.4
    assert len(syllables._tallies) <= 2
