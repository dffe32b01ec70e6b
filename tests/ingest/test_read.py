"""The contract of the clean text, for any input."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import EncodingInput, InputError, TooLarge
from pipeline.ingest import read
from pipeline.ingest import text as text_reader
from pipeline.limits import Limits
from pipeline.model import Document
from tests.ingest.make import document
from tests.ingest.scan.make import no_tesseract
from tests.shared import shared
from tests.timing import is_linear

WORDS = st.sampled_from(
    [
        *(
            "Sở",
            "Nội vụ",
            "và",
            "kinh tế",
            "1.",
            "a)",
            "-",
            "Điều 2.",
            "số 12/QĐ-",
            "UBND",
            "của",
            ",",
            ".",
            "Nơi nhận:",
        ),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ngày 01 tháng 02 năm 2023", "TM. ỦY BAN", "   ", "|", "(", "¹", "[1]"),
        *("\n", "\n\n", "\n     ", "\f", "\n2\n", "\n1\n", "<sup>1</sup>", "Người ký:", "10:20:30", "**", "#", "\t"),
    ]
)
PLAIN_WORDS = st.sampled_from(("Sở", "Nội", "vụ", "và", "Kinh", "tế", "1.", "a)", "của,", "tế - xã", "(ba)", "UBND"))
TEXTS = st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200)


def read_text(text: str) -> Document | None:
    with TemporaryDirectory() as folder:
        try:
            return document(Path(folder), text.encode("utf-8", "surrogatepass"))
        except InputError:
            return None


def assert_contract(result: Document) -> None:
    text = result.text
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search(r"  |[ \n]\n|\n |^[ \n]|[ \n]$", text)
    assert not any(unicodedata.category(letter) in ("Cc", "Cs", "Co") and letter != "\n" for letter in text)
    assert [page.number for page in result.pages] == list(range(1, len(result.pages) + 1))
    ends = [page.end for page in result.pages]
    assert [page.start for page in result.pages] == [0, *ends[:-1]]
    assert ends[-1] == len(text)
    for note in result.footnotes:
        assert 0 <= note.anchor < note.start < note.end <= len(text)
        assert text[note.start - 1] == "\n"
        assert text[note.end : note.end + 1] in ("", "\n")


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_contract(text: str) -> None:
    result = read_text(text)
    if result is not None:
        assert_contract(result)


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=80))
@settings(max_examples=200, deadline=None)
def test_no_letter_is_lost(words: list[str]) -> None:
    """Wrapped at any width, with or without indents, the letters come out as they went in."""
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    result = read_text("\n".join(("      " if number % 3 == 0 else "") + line for number, line in enumerate(lines)))
    assert result is not None
    assert re.sub(r"[ \n]", "", result.text) == "".join(words).replace(" ", "")


def test_text_and_pages(tmp_path: Path) -> None:
    result = document(tmp_path, "Trang một.\fTrang hai.\f\n")
    assert [result.text[page.start : page.end] for page in result.pages] == ["Trang một.\n", "Trang hai."]
    assert (result.method, result.source, len(result.sha256)) == ("text", "input.txt", 64)
    assert read(tmp_path / "input.txt", source="a/b.txt").source == "a/b.txt"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_spellings_of_the_same_text_give_the_same(tmp_path: Path, form: str) -> None:
    clean = "Uỷ ban nhân dân tỉnh hoà giải, Đảng uỷ xã."
    dirty = unicodedata.normalize("NFD" if form == "NFD" else "NFC", clean).replace("Đ", "Ð").replace(" ", "\u00a0", 2)
    assert document(tmp_path, f"\ufeff\u202a{dirty}\u200b\x07\u00ad").text == clean


def test_old_letters_are_converted_and_said_so(tmp_path: Path) -> None:
    result = document(tmp_path, "Uû ban nh©n d©n tØnh giao Së Néi vô chñ tr×, phèi hîp víi c¸c c¬ quan")
    assert result.text == "Uỷ ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các cơ quan"
    assert [issue.code for issue in result.issues] == ["converted-encoding"]


def test_mojibake_that_nothing_converts_is_named(tmp_path: Path) -> None:
    with pytest.raises(EncodingInput):
        document(tmp_path, "¡¢£ 朱ng¥¦ t§¨h ©ªng µ¶h ¸¹n »¼ tr½¾ ¿Æt ÇÈng ¬­®t ¡t¢ £h¤ ¥ng¦ §tr¨" * 3)


def test_unreadable_paths(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt"):
        with pytest.raises(InputError):
            read(path)


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_reader, "LIMITS", Limits(text_characters=10))
    with pytest.raises(TooLarge):
        document(tmp_path, "Sở Nội vụ chủ trì")


HOSTILE = {
    "one long line": "từ này ",
    "brackets": "(\n",
    "numbers": "số ",
    "pinpoints": "Điều 1 khoản 1 ",
    "marks": "^{1} a\n",
    "columns": "a   b\n",
    "lists": "Nơi nhận:\n",
    "heads": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n",
    "stars": "*a ",
    "notes": "\n1\nab1 \n",
    "stamps": "Người ký:\n",
    "pages": "a\n\f",
    "hyphens": "a12-\n",
    "tags": "<b ",
    "strokes": "-",
    "a frame": "|" + " " * 20,
    "cells": "| a ",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_linear_on_hostile_text(tmp_path: Path, kind: str) -> None:
    def seconds(times: int) -> float:
        content = HOSTILE[kind] * times + "x"
        started = time.process_time()
        document(tmp_path, content)
        return time.process_time() - started

    seconds(100)
    assert is_linear(seconds, 2_000, 8_000, factor=8, slack=0.2)


@pytest.mark.parametrize("stem", ["000_8af42aa1d6271abb", "001_73dd1a4a32e6b3d1", "003_cd39add76f7f0dc7"])
@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_all_forms_of_a_document_have_the_same_paragraphs(stem: str, form: str) -> None:
    """But for head and end, where the transcript lacks or misreads some lines."""
    transcript = read(shared(f"seeds/{stem}.txt")).text.split("\n")
    printed = read(shared(f"digital/{stem}.{form}")).text.split("\n")
    body = [line for line in transcript if len(line) > 100]
    assert len(body) > 5
    assert [line for line in printed if len(line) > 100] == body


@pytest.mark.parametrize("folder", ["seeds", "real/text", "digital", "real/files"])
def test_real_files_keep_the_contract(folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)  # to read all scans would take minutes
    for path in sorted(shared(folder).iterdir()):
        try:
            result = read(path)
        except InputError as error:
            assert error.code in ("dependency", "unsupported"), path.name
        else:
            assert_contract(result)
