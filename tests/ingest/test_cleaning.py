from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.cleaning import clean, clean_print, composed, raised, without_dirt

NOTE = raised("1")


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("**Điều 1.** Phạm vi", "Điều 1. Phạm vi"),
        ("## 2. Về nhân sự\n> trích", "2. Về nhân sự\ntrích"),
        ("*Căn cứ Luật Lưu trữ*;", "Căn cứ Luật Lưu trữ;"),
        ("* Mục tiêu chung", "* Mục tiêu chung"),
        ("Số 12\\-NQ/TU và a\\)", "Số 12-NQ/TU và a)"),
        ("| STT | Nội dung |\n|---|:--:|\n| 1 | Rà soát |", "STT | Nội dung\n\n1 | Rà soát"),
        ("dự án<sup>1</sup>, kế hoạch^{1} và [^1]", f"dự án{NOTE}, kế hoạch{NOTE} và {NOTE}"),
        ("dự án¹", f"dự án{NOTE}"),
        ("rộng 5 km<sup>2</sup>, 30 m³, 90m^{3}, 10<sup>6</sup>", "rộng 5 km2, 30 m³, 90m3, 106"),
        ("HCTC^{Dirc}", "HCTC^{Dirc}"),
        ("<b>Kính gửi:</b> Sở Nội vụ<br/>(báo cáo)", "Kính gửi: Sở Nội vụ (báo cáo)"),
        ("Sở\u00a0Nội\u200b vụ\u00ad, Ðảng uỷ\r\n", "Sở Nội vụ, Đảng uỷ\n"),
        (unicodedata.normalize("NFD", "Uỷ ban nhân dân"), "Uỷ ban nhân dân"),
        ("a\x00b\x07c\ud800d\x0be", "abcd\ne"),
        ("\uf0b7 Rà soát", "• Rà soát"),
    ],
)
def test_clean(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@given(st.text(st.characters(exclude_characters=NOTE[:1])) | st.text("aạÐð\u00ad\u0300\n…‑ "))
def test_the_quick_look_lets_nothing_pass(text: str) -> None:
    assert clean_print(text) == composed(without_dirt(text))


def test_print_keeps_the_marks_of_footnotes_and_markup_signs() -> None:
    assert clean_print(f"dự án{NOTE} **\u00a0") == f"dự án{NOTE} ** "


@given(st.text())
def test_nothing_dirty_is_left(text: str) -> None:
    cleaned = clean(text)
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(letter) in ("Cs", "Cc") and letter not in "\n\t\f" for letter in cleaned)


@given(st.text(alphabet="aăâđêôơư ớộ.,;:/\n-0123456789"))
def test_plain_vietnamese_is_left_alone(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)
