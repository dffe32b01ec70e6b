from __future__ import annotations

import codecs

import pytest

from pipeline.errors import CorruptInput, EmptyInput, EncodingInput, EncryptedInput, InputError, UnsupportedInput
from pipeline.ingest.sniff import DOCX, PDF, TEXT, decode, sniff
from tests.ingest.make import archive, docx, paragraph, pdf, typed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


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
        (b"  <!DOCTYPE html><html></html>", UnsupportedInput),
        (b"<?xml version='1.0'?><a/>", UnsupportedInput),
        (b"{\\rtf1 So}", UnsupportedInput),
        (archive({"a.txt": "a"}), UnsupportedInput),
        (docx(paragraph("Số"))[:60], CorruptInput),
        (OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedInput),
        (OLE + "WordDocument".encode("utf-16-le"), UnsupportedInput),
    ],
)
def test_refused_with_advice(content: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as caught:
        sniff(content)
    assert str(caught.value)
    assert caught.value.advice


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_decodes(encoding: str) -> None:
    assert decode("Uỷ ban".encode(encoding)) == "Uỷ ban"


@pytest.mark.parametrize("content", ["ộ".encode("utf-16-be"), b"Uy\xf2 ban", b"\xb8\xb5\xb6 t\xc7m", b"\xff\xfe\x00"])
def test_other_encodings_are_named(content: bytes) -> None:
    with pytest.raises(EncodingInput):
        decode(content)
