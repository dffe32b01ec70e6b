"""Vietnamese in the encodings before Unicode, made for the tests: the tables of the converters, the other way round."""

from __future__ import annotations

import unicodedata

from pipeline.gazetteers.legacy import legacy_letters
from pipeline.ingest.encodings.decodings import shown

TONES = "\u0300\u0301\u0303\u0309\u0323"
ENCODINGS = ("tcvn3", "tcvn5712", "vni", "cp1258")

DIRECTIVE = """ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH CAO BẰNG                         Độc lập - Tự do - Hạnh phúc
Số: 05/CT-UBND                   Cao Bằng, ngày 02 tháng 3 năm 2003

CHỈ THỊ
Về việc tăng cường quản lý đất đai, xây dựng trên địa bàn tỉnh

1. Sở Tài nguyên và Môi trường chủ trì, phối hợp với các đơn vị liên quan rà soát hồ sơ, tham mưu xử lý dứt điểm.
2. Ủy ban nhân dân các huyện, thị xã báo cáo kết quả trước ngày 30 tháng 6 hằng năm; những nơi để xảy ra vi phạm \
phải chịu trách nhiệm.
"""


def encoded(text: str, encoding: str) -> bytes:
    """`text` in one of ENCODINGS. TCVN3 gets the small letters where it has no capitals, as its typists did it."""
    if encoding == "cp1258":
        return b"".join(_cp1258(letter) for letter in unicodedata.normalize("NFC", text))
    return as_shown(text, encoding).encode("latin-1") if encoding == "tcvn5712" else _cp1252(text, encoding)


def as_shown(text: str, encoding: str) -> str:
    """What `text` in `tcvn3`, `tcvn5712` or `vni` looks like in a font of Unicode."""
    codes = _codes(encoding)
    return "".join(codes.get(letter) or codes.get(letter.lower(), letter) for letter in text)


def _cp1252(text: str, encoding: str) -> bytes:
    result = as_shown(text, encoding).encode("cp1252")
    assert shown(result) == as_shown(text, encoding)
    return result


def _codes(encoding: str) -> dict[str, str]:
    tables = {"tcvn3": ("TCVN3",), "tcvn5712": ("TCVN3", "TCVN5712-1"), "vni": ("VNI",)}[encoding]
    return {letter: code for table in tables for code, letter in legacy_letters(table).items()}


def _cp1258(letter: str) -> bytes:
    """cp1258 has the vowels; tones follow them."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        vowel = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        return (vowel + "".join(part for part in parts if part in TONES)).encode("cp1258")
