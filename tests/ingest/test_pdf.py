"""PDF files and their glyphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import CorruptInput, EmptyInput, EncryptedInput
from pipeline.ingest import pdf as reader
from pipeline.limits import Limits
from tests.ingest.make import document, pdf, typed
from tests.ingest.scan.make import no_tesseract

PAGE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát hồ sơ của xã {}."
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'00' * 32}> /U <{'11' * 32}> >> /ID [<00> <00>]"


def test_pages(tmp_path: Path) -> None:
    result = document(tmp_path, pdf(*(typed(PAGE.format(name)) for name in "ABC")), "scan.docx")
    assert (result.method, result.source) == ("pdf-text", "scan.docx")
    assert [result.text[page.start : page.end].strip() for page in result.pages] == [
        PAGE.format(name) for name in "ABC"
    ]


def test_a_long_file_is_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(*(typed(PAGE.format(name)) for name in "ABCDE"))
    whole = document(tmp_path, data).text
    monkeypatch.setattr("pipeline.ingest.pdf_pages._AT_ONCE", 2)
    assert document(tmp_path, data).text == whole


def test_pages_without_text_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)
    result = document(tmp_path, pdf(typed(PAGE.format("A")), [], typed("(cid:12)(cid:7)(cid:9) " * 5), typed("Hết.")))
    assert [issue.code for issue in result.issues] == ["page-without-text"]
    assert result.issues[0].message.startswith("page 3: the text layer is not readable")
    assert result.text == PAGE.format("A") + "\nHết."
    assert [page.number for page in result.pages] == [1, 2, 3, 4]
    assert result.pages[1].start == result.pages[1].end


@pytest.mark.parametrize("count", [1, 2])
def test_empty_pages(tmp_path: Path, count: int) -> None:
    with pytest.raises(EmptyInput):
        document(tmp_path, pdf(*[[]] * count))


def test_broken_files(tmp_path: Path) -> None:
    whole = pdf(typed(PAGE))
    for content in (b"%PDF-1.4 rac", whole[:200], whole.replace(b"/Pages", b"/Pagan")):
        with pytest.raises((CorruptInput, EmptyInput)):
            document(tmp_path, content)


def test_locked_files(tmp_path: Path) -> None:
    with pytest.raises(EncryptedInput):
        document(tmp_path, pdf(typed(PAGE), trailer=LOCK))


def test_too_many_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "LIMITS", Limits(pdf_pages=2))
    result = document(tmp_path, pdf(*(typed(PAGE.format(name)) for name in "ABC")))
    assert ([issue.code for issue in result.issues], len(result.pages)) == (["too-many-pages"], 2)
