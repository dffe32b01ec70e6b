"""What a file is, by its content: the suffix is never asked."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from pipeline.errors import CorruptInput, EmptyInput, EncryptedInput, UnsupportedInput

PDF, DOCX, TEXT, PICTURE = "pdf", "docx", "text", "picture"
DOC, ODT, RTF, HTML = "doc", "odt", "rtf", "html"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = {
    b"GIF8": "a GIF image",
    b"BM": "a bitmap",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ": "a program",
}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*")
_PAGES = (b"<!doctype html", b"<html", b"<head", b"<body", b"<meta")
_MARKUP = (*_PAGES, b"<?xml", b"<!--", b"<!doctype", b"<svg")
_WORD = b"\xec\xa5"
_HEAD = 1024  # bytes
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"
_SOMETHING = re.compile(rb"[^\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe]")  # but white space and byte order marks


def sniff(data: bytes) -> str:
    """`pdf`, `docx`, `doc`, `odt`, `rtf`, `html`, `text` or `picture` (PNG, JPEG, TIFF).

    Raises EmptyInput, UnsupportedInput, EncryptedInput or CorruptInput for the rest.
    """
    if not _SOMETHING.search(data):
        raise EmptyInput("no text in the file")
    head = data[:_HEAD]
    if b"%PDF-" in head:
        return PDF
    if head.startswith(b"PK"):
        return _zip_kind(data)
    if head.startswith(_OLE):
        return _ole_kind(data)
    if head.startswith(_PICTURES):
        return PICTURE
    if head.startswith(b"{\\rtf"):
        return RTF
    for magic, name in _FOREIGN.items():
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            raise UnsupportedInput(f"this is {name}")
    return _markup_kind(data[:_HEAD]) or TEXT


def _markup_kind(head: bytes) -> str:
    """HTML, also in UTF-16 and behind comments and an XML declaration; empty for what is no markup."""
    start = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if not start.startswith(_MARKUP):
        return ""
    if start.startswith(_PAGES) or b"<html" in start:
        return HTML
    if start.startswith(b"<!--"):
        return ""
    raise UnsupportedInput("this is XML")


def _zip_kind(data: bytes) -> str:
    if b"word/document.xml" in _directory(data):  # the quick look first: what is broken, the reader will see
        return DOCX
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())
            kind = archive.read("mimetype")[:100] if _has_type(archive) else b""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise CorruptInput(f"a broken archive: {error}") from error
    if "word/document.xml" in names:
        return DOCX
    if kind.startswith(_ODT_TYPE) and "content.xml" in names:
        return ODT
    raise UnsupportedInput("a ZIP archive that is neither DOCX nor ODT")


def _directory(data: bytes) -> bytes:
    """What an archive says of its members, among it their names (APPNOTE.TXT, 4.3.12 and 4.3.16)."""
    end = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    return data[max(0, end - size) : end] if end >= 0 else b""


def _has_type(archive: zipfile.ZipFile) -> bool:
    return any(info.filename == "mimetype" and info.file_size < _HEAD for info in archive.infolist())


def _ole_kind(data: bytes) -> str:
    """A Word document by the name of its stream, in the directory of the file (MS-CFB 2.6, MS-DOC 2.5.2)."""
    if _entry(data, "EncryptedPackage") is not None:
        raise EncryptedInput("an Office file protected with a password")
    entry = _entry(data, "WordDocument")
    if entry is None:
        raise UnsupportedInput("an old Office file that is no Word document (.xls, .ppt, .msg)")
    sector = 1 << int.from_bytes(data[30:32], "little") % 16
    start = (int.from_bytes(data[entry + 116 : entry + 120], "little") + 1) * sector
    if data[start : start + 2] == _WORD and data[start + 11] & 1:
        raise EncryptedInput("a Word document protected with a password")
    return DOC


def _entry(data: bytes, name: str) -> int | None:
    """Where the entry of a stream begins in the directory: entries have 128 bytes, their names come first."""
    key = name.encode("utf-16-le") + b"\x00\x00"
    found = data.find(key)
    while found >= 0 and found % 128:
        found = data.find(key, found + 1)
    return found if found >= 0 else None
