from __future__ import annotations

import codecs

import pytest

from pipeline.errors import CorruptInput, EmptyInput, EncryptedInput, InputError, UnsupportedInput
from pipeline.ingest.sniff import DOC, DOCX, HTML, ODT, PDF, RTF, TEXT, sniff
from tests.ingest.make import archive, docx, paragraph, pdf, typed

ODT_TYPE = "application/vnd.oasis.opendocument.text"


def ole(stream: str, flags: int = 0) -> bytes:
    """A compound file of sectors of 512 bytes: header, the first sector of the stream, the directory."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\x00") + (9).to_bytes(2, "little")
    word = b"\xec\xa5\xc1\x00".ljust(10, b"\x00") + flags.to_bytes(2, "little")
    entry = (stream.encode("utf-16-le") + b"\x00\x00").ljust(116, b"\x00") + (0).to_bytes(12, "little")
    root = "Root Entry".encode("utf-16-le").ljust(128, b"\x00")
    return header.ljust(512, b"\x00") + word.ljust(512, b"\x00") + root + entry


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Chỉ thị số 05/CT-UBND".encode(), TEXT),
        (codecs.BOM_UTF8 + b"So", TEXT),
        (codecs.BOM_UTF16_LE + "Số".encode("utf-16-le"), TEXT),
        (b"BM la ky hieu", TEXT),
        (docx(paragraph("Số")), DOCX),
        (pdf(typed("Số")), PDF),
        (b"\n\n" + pdf(typed("Số")), PDF),
        (b"  <!DOCTYPE html><html></html>", HTML),
        ("<HTML><p>Số".encode("utf-16"), HTML),
        ("<HTML><p>Số".encode("utf-16-le"), HTML),
        (b"<?xml version='1.0'?>\n<!DOCTYPE html SYSTEM 'x'>\n<html xmlns='http://www.w3.org/1999/xhtml'>", HTML),
        (b"<!-- saved from url=(0014) -->\n<html>", HTML),
        (b"<!-- a comment in Markdown -->\nSo", TEXT),
        (b"<body> a", HTML),
        (b"{\\rtf1 So}", RTF),
        (archive({"mimetype": ODT_TYPE, "content.xml": "<a/>"}), ODT),
        (archive({"mimetype": f"{ODT_TYPE}-template", "content.xml": "<a/>"}), ODT),
        (ole("WordDocument"), DOC),
    ],
)
def test_kind_by_content(content: bytes, kind: str) -> None:
    assert sniff(content) == kind


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyInput),
        (b" \n\t\r\n", EmptyInput),
        (codecs.BOM_UTF8, EmptyInput),
        (codecs.BOM_UTF16_LE, EmptyInput),
        (b"\x00" * 40, EmptyInput),
        (b"<?xml version='1.0'?><a/>", UnsupportedInput),
        (b"<svg></svg>", UnsupportedInput),
        (archive({"a.txt": "a"}), UnsupportedInput),
        (docx(paragraph("Số"))[:60], CorruptInput),
        (archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}), UnsupportedInput),
        (ole("EncryptedPackage"), EncryptedInput),
        (ole("WordDocument", flags=0x0100), EncryptedInput),
        (ole("Workbook"), UnsupportedInput),
        (ole("Workbook") + b"x" + "WordDocument\x00".encode("utf-16-le"), UnsupportedInput),
    ],
)
def test_refused_with_advice(content: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        sniff(content)
    assert str(caught.value)
    assert caught.value.advice
