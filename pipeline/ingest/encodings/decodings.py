"""The ways to read bytes that are no Unicode. All start from the text as Windows shows it, that is, from cp1252."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.ingest.cleaning import composed
from pipeline.ingest.encodings.evidence import spelling
from pipeline.ingest.encodings.letters import from_tcvn3, from_tcvn5712, from_vni

Decoding = Callable[[str], str]


def _shown(code: int) -> str:
    try:
        return bytes([code]).decode("cp1252")
    except UnicodeDecodeError:  # five bytes have no character; the control character keeps them
        return chr(code)


_SHOWN = {code: _shown(code) for code in range(0x80, 0xA0)}
_CODES = {ord(shown): code for code, shown in _SHOWN.items()}


def shown(data: bytes) -> str:
    """The bytes as cp1252, every one a character.

    >>> shown(b"\\x93Uy\\xf2 ban\\x94")
    '“Uyò ban”'
    """
    return data.decode("latin-1").translate(_SHOWN)


def bytes_of(text: str) -> bytes:
    """The bytes that `shown` has made `text` of. Raises UnicodeEncodeError where it cannot have been."""
    return text.translate(_CODES).encode("latin-1")


def _cp1258(text: str) -> str:
    return composed(bytes_of(text).decode("cp1258"))


def _utf8(text: str) -> str:
    return composed(bytes_of(text).decode("utf-8"))


def _tcvn(text: str) -> str:
    """TCVN3, whose typists left cp1252 its quotes, or TCVN 5712, which has capitals in their place."""
    small = from_tcvn3(text)
    try:
        full = from_tcvn5712(bytes_of(text).decode("latin-1"))
    except UnicodeEncodeError:
        return small
    return full if spelling(full).surplus > spelling(small).surplus else small


DECODINGS: dict[str, Decoding] = {
    "TCVN3": _tcvn,
    "VNI": from_vni,
    "cp1258": _cp1258,
    "UTF-8 taken for cp1252": _utf8,
}
"""By name. A decoding raises UnicodeError where it does not fit."""
