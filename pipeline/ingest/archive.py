"""The members of a ZIP archive that a DOCX is made of, read in memory and within the limits."""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

from lxml import etree

from pipeline.errors import BombInput, CorruptInput, EncryptedInput, UnsafeInput
from pipeline.limits import LIMITS

_SMALL = 1_000_000  # bytes that may be packed as tightly as they like
_REMOTE = ("http:", "https:", "ftp:", "\\\\", "//")
_HARMLESS = ("/hyperlink", "/image")
_TARGET_MODE = b"TargetMode"  # what a part that is fetched cannot do without


_HEADER = struct.Struct("<26xHH")
"""Before a member: with the lengths of the name and the extra field that follow it (APPNOTE.TXT, 4.3.7)."""

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, collect_ids=False)


class Archive:
    """An opened DOCX. Raises CorruptInput where it is broken, BombInput where it is too large."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise CorruptInput(f"a broken archive: {error}") from error
        self._infos = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > LIMITS.zip_entries:
            raise BombInput(f"{len(self._infos):,} entries")

    def content(self, name: str) -> bytes | None:
        """The bytes of the member `name`, or None if there is none."""
        info = self._infos.get(name)
        return None if info is None else self._bytes(info)

    def packed(self, name: str) -> bytes:
        """The member `name` as it is packed, behind how, and its checksum: the same bytes unpack to the same part."""
        info = self._infos.get(name)
        if info is None:
            return b""
        header = self._data[info.header_offset : info.header_offset + _HEADER.size]
        start = info.header_offset + _HEADER.size + sum(_HEADER.unpack(header.ljust(_HEADER.size)))
        return struct.pack(">HI", info.compress_type, info.CRC) + self._data[start : start + info.compress_size]

    def part(self, name: str) -> etree._Element | None:
        """The root of the XML member `name`, or None if there is none. Raises UnsafeInput for a DOCTYPE."""
        data = self.content(name)
        return None if data is None else parsed(data, name)

    def refuse_remote_parts(self) -> None:
        """Raises UnsafeInput where a part of the document would be fetched from elsewhere; links are no parts."""
        for name in self._infos:
            data = self.content(name) if name.endswith(".rels") else None
            if data is None or _TARGET_MODE not in data.replace(b"\x00", b""):  # also in UTF-16
                continue
            for relation in parsed(data, name):
                target, kind = relation.get("Target", ""), relation.get("Type", "")
                external = relation.get("TargetMode") == "External"
                if external and target.lower().startswith(_REMOTE) and not kind.endswith(_HARMLESS):
                    raise UnsafeInput(f"{name} points to {target[:80]}")

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise EncryptedInput("an archive protected with a password")
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > LIMITS.zip_member_bytes or (info.file_size > _SMALL and ratio > LIMITS.zip_ratio):
            raise BombInput(f"{info.filename} unpacks to {info.file_size:,} bytes")
        try:
            return self._zip.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise CorruptInput(f"{info.filename}: {error}") from error


def parsed(data: bytes, name: str) -> etree._Element:
    """The root of the XML in `data`, the member `name`. Raises UnsafeInput for a DOCTYPE, CorruptInput for no XML."""
    if b"!" in data and b"<!DOCTYPE" in data:  # which holds all entities; one sign is found in a fifth of the time
        raise UnsafeInput(f"{name} declares a DOCTYPE")
    try:
        root = etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise CorruptInput(f"{name}: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeInput(f"{name} declares a DOCTYPE")
    return root
