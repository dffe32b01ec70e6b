from __future__ import annotations

import re
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ModelError
from pipeline.ingest import read
from pipeline.learn import tones
from pipeline.learn.tones import Model, corrected, corrected_lines, installed_model
from tests.learn.make import SENTENCES, tiny_model

CORPUS = Path(__file__).parents[2] / "corpus" / "sample"
MENDED = [
    ("Ủy ban nhân dân xã tố chức thực hiện.", "Ủy ban nhân dân xã tổ chức thực hiện."),
    ("đấy mạnh chuyển đổi số", "đẩy mạnh chuyển đổi số"),
    ("đẩy mạnh chuyến đối số", "đẩy mạnh chuyển đổi số"),  # two in a row
    ("các sở, ngành đây mạnh chuyển", "các sở, ngành đẩy mạnh chuyển"),
    ("diện tỉnh giản biên chế", "diện tinh giản biên chế"),
    ("Tố chức thực hiện", "Tổ chức thực hiện"),  # the case of the first letter is kept
    ("kết quả thấm định", "kết quả thẩm định"),
    ("Ủy ban nhàn dân xã", "Ủy ban nhân dân xã"),  # another shape
    ("chính quyền hoả giải", "chính quyền hoà giải"),
    ("chính quyền hoà giái các", "chính quyền hoà giải các"),  # the style of the tone is left as printed
    ("nhân dân xã tổ\nchưc thực hiện", "nhân dân xã tổ\nchức thực hiện"),  # over a line end
]


@cache
def tiny() -> Model:
    return tiny_model()


@pytest.mark.parametrize(("read_as", "meant"), MENDED)
def test_mends_slips(read_as: str, meant: str) -> None:
    assert corrected(read_as, tiny())[0] == meant


UNTOUCHED = [
    "TỐ CHỨC THỰC HIỆN",
    "Xã TỐ chức",
    "QĐ-TTg, NQ/TỪ, 76/NQ-CP",
    "đấy-mạnh chuyển",
    "tố/chức thực hiện",
    "Ông Nguyễn Tố Chức",  # a person's name
    "1. a) đ) i) ii)",
    "20.000 m² (100 %)",
    "tô\u0309 chức thực hiện",  # not NFC: the mark stands by itself
    "",
    " ",
    "xã",
    "\n \n",
    *SENTENCES,
]


@pytest.mark.parametrize("text", UNTOUCHED)
def test_leaves_alone(text: str) -> None:
    assert corrected(text, tiny()) == (text, ())


def test_changes_say_what_and_where() -> None:
    text = "Căn cứ 12/NQ-CP, Sở tố chức thực hiện và kiếm tra, giám sát."
    after, changes = corrected(text, tiny())
    assert [(change.before, change.after) for change in changes] == [("tố", "tổ"), ("kiếm", "kiểm")]
    for change in changes:
        assert text[change.start : change.end] == change.before
        assert after[change.start : change.end] == change.after
        assert change.margin > 0


def test_lines_stay_lines() -> None:
    lines = ["Ủy ban nhân dân xã tổ", "chưc thực hiện", "", "CHỈ THỊ"]
    assert corrected_lines(lines, tiny()) == ["Ủy ban nhân dân xã tổ", "chức thực hiện", "", "CHỈ THỊ"]
    assert corrected_lines([], tiny()) == []
    assert corrected_lines([""], tiny()) == [""]


def test_long_texts_are_corrected_in_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Sở tố chức thực hiện.\n" * 50
    whole = corrected(text, tiny())
    assert len(whole[1]) == 50
    monkeypatch.setattr(tones, "_BLOCK", 220)
    assert corrected(text, tiny()) == whole
    assert len(corrected(text.replace("\n", " "), tiny())[0]) == len(text)


WORDS = sorted({word for sentence in SENTENCES for word in sentence.split()})
SLIPS = ["tố", "Đấy", "chỉ", "hoả", "TỐ", "12/QĐ-UBND", "\n", "ðối", "ẞa", "ǰa", "İ", "a\u0301", "\u00a0", "(", "."]


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS + SLIPS) | st.text(max_size=8)).map(" ".join))
def test_length_letters_and_all_but_marks_stay(text: str) -> None:
    after, changes = corrected(text, tiny())
    assert len(after) == len(text)
    changed = {place for change in changes for place in range(change.start, change.end)}
    for place, (old, new) in enumerate(zip(text, after, strict=True)):
        assert old == new or (place in changed and old.isalpha() and old.isupper() == new.isupper())
    for chunk, was in zip(after.split(), text.split(), strict=True):
        assert chunk == was or not (was.isupper() or any(sign in was for sign in "0123456789/-"))


def test_the_installed_model_leaves_clean_text_alone() -> None:
    words = changed = 0
    for path in sorted(CORPUS.iterdir()):
        text = read(path).text
        words += len(re.findall(r"[^\W\d_]+", text))
        changed += len(corrected(text)[1])
    assert words > 5_000
    assert changed / words < 0.001


def test_the_installed_model_mends_slips() -> None:
    text = (
        "Chủ tịch Ủy ban nhân dân các xã, phường tố chức thực hiện; thường xuyên kiếm tra, giám sát, đấy mạnh tuyên "
        "truyền, phố biến pháp luật; kịp thời báo cáo Ủy ban nhân dân tinh những khó khăn, vướng mắc để xem xét."
    )
    assert [change.after for change in corrected(text)[1]] == ["tổ", "kiểm", "đẩy", "phổ", "tỉnh"]


def test_the_installed_model_keeps_the_party() -> None:
    text = "nâng cao chất lượng hoạt động của tô chức cơ sở đảng thời gian tới"
    assert corrected(text)[0] == text.replace("tô", "tổ")


def test_the_installed_model_is_small_and_fast() -> None:
    assert tones.MODEL.stat().st_size < 8_000_000
    text = "Ủy ban nhân dân các cấp có trách nhiệm tố chức, kiếm tra việc thực hiện Chi thị này. " * 2_000
    installed_model.cache_clear()
    start = time.process_time()
    installed_model()
    loaded = time.process_time()
    corrected(text)
    assert loaded - start < 2  # a third of a second when the machine is free
    assert len(text.encode()) / (time.process_time() - loaded) > 100_000  # a megabyte when it is


def test_a_tampered_model_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytearray(tones.MODEL.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "tones.model").write_bytes(data)
    monkeypatch.setattr(tones, "MODEL", tmp_path / "tones.model")
    installed_model.cache_clear()
    try:
        with pytest.raises(ModelError, match="checksum"):
            corrected("Sở tố chức")
    finally:
        installed_model.cache_clear()


def test_the_card_belongs_to_the_model() -> None:
    digest = tones.MODEL.read_bytes().split(b"\n", 1)[0].decode().split()[1]
    assert digest in tones.MODEL.with_suffix(".md").read_text(encoding="utf-8")
