"""What a file is, by its content: the suffix is never asked."""

from __future__ import annotations

import codecs
import zipfile
from io import BytesIO

from pipeline.errors import CorruptInput, EmptyInput, EncodingInput, EncryptedInput, UnsupportedInput

PDF, DOCX, TEXT, PICTURE = "pdf", "docx", "text", "picture"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"GIF8": "a GIF image",
    b"BM": "a bitmap",
    b"{\\rtf": "an RTF file",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")
_MARKUP = (b"<!doctype html", b"<html", b"<head", b"<?xml", b"<svg")


def sniff(data: bytes) -> str:
    """`pdf`, `docx`, `text` or `picture` (PNG, JPEG, TIFF).

    Raises EmptyInput, UnsupportedInput, EncryptedInput or CorruptInput for the rest.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise EmptyInput("no text in the file")
    head = data[:1024]
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK"):
        return _zip_kind(data)
    if head.startswith(_OLE):
        return _ole_kind(data)
    if head.startswith(_PICTURES):
        return PICTURE
    for magic, name in _FOREIGN.items():
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            raise UnsupportedInput(f"this is {name}")
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        raise UnsupportedInput("this is HTML or XML")
    return TEXT


def _zip_kind(data: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise CorruptInput(f"a broken archive: {error}") from error
    if "word/document.xml" in names:
        return DOCX
    raise UnsupportedInput("a ZIP archive that is no DOCX")


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedInput("an Office file protected with a password")
    raise UnsupportedInput("an old Office file (.doc, .xls)")


def decode(data: bytes) -> str:
    """Text in UTF-8, or in UTF-16 with its mark. Raises EncodingInput for any other."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    return _decoded(data, "utf-8")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingInput(
            f"not {encoding.upper()} at byte {error.start}; TCVN3, VNI and cp1258 are not read"
        ) from error
