from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.learn.tokens import tokens

CHANGEABLE = [
    ("Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
    ("UBND tỉnh An Giang", "tỉnh An Giang"),  # capitals only
    ("12/NQ-CP năm 2025", "năm"),  # a symbol, a number
    ("kiểm tra/giám sát việc", "kiểm sát việc"),  # joined by /
    ("Sông-Hậu đầy", "đầy"),  # joined by -
    ("TTg, QĐ, KHoạch tốt", "tốt"),  # capitals inside
    ("a) đ) tổ chức", "tổ chức"),  # letters that mark clauses
    ("(nếu có); “thẩm quyền”.", "nếu có thẩm quyền"),
    ("người@tinh.vn v.v và", "và"),
    ("tô\u0309 chức", "chức"),  # a loose combining mark
    ("ở xã", "ở xã"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), CHANGEABLE)
def test_what_may_be_changed(text: str, words: str) -> None:
    found = tokens(text)
    pairs = zip(found.keys, found.starts, strict=True)
    assert " ".join(text[start : start + len(key)] for key, start in pairs if start >= 0) == words


LINE_ENDS = [
    ("giao cho\nxã", ["giao", "cho", "xã", "."]),
    ("giao cho\nXã", ["giao", "cho", ".", "xã", "."]),
    ("giao cho\na) xã", ["giao", "cho", ".", "a", ",", "xã", "."]),
    ("giao cho;\n\nxã", ["giao", "cho", ".", ".", "xã", "."]),
]


@pytest.mark.parametrize(("text", "keys"), LINE_ENDS)
def test_a_line_goes_on_in_small_letters(text: str, keys: list[str]) -> None:
    assert tokens(text).keys == keys


@given(st.text(alphabet=st.sampled_from("aổĐÝðß 1/-.,;()\n\t\u0301\u00a0İǰ")))
def test_tokens_stand_where_they_say(text: str) -> None:
    found = tokens(text)
    assert len(found.keys) == len(found.starts)
    for key, start in zip(found.keys, found.starts, strict=True):
        assert start < 0 or (text[start : start + len(key)].isalpha() and not text[start : start + len(key)].isupper())
