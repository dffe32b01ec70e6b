from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.link.ids import slug
from pipeline.link.numbers import parse_number, type_of


@pytest.mark.parametrize(
    ("printed", "number", "key", "symbol", "kind"),
    [
        ("nghị quyết", "76/NQ-CP", "76-nq-cp", "76-nq-cp", "nghị quyết"),
        ("nghị quyết", "8-NQ/TU", "08-nq-tu", "08-nq-tu", "nghị quyết"),
        ("nghị quyết", "08 - NQ / TU", "08-nq-tu", "08-nq-tu", "nghị quyết"),
        ("nghị quyết", "18-NQ/TƯ", "18-nq-tw", "18-nq-tw", "nghị quyết"),
        ("nghị quyết", "66.7/2025/NQ-CP", "66.7-2025-nq-cp", "66.7-2025-nq-cp", "nghị quyết"),
        ("nghị quyết", "30đ/NQ-CP", "30dd-nq-cp", "30dd-nq-cp", "nghị quyết"),
        ("quyết định", "899/QD-BNN-TCTL", "899-qd-bnn", "899-qd-bnn-tctl", "quyết định"),
        ("quyết định", "12/QĐ.UBND-VX", "12-qd-ubnd", "12-qd-ubnd-vx", "quyết định"),
        ("quy định", "12/QĐ-UBND", "12-qd-ubnd", "12-qd-ubnd", "quyết định"),
        ("quy định", "37-QĐ/TW", "37-qd-tw", "37-qd-tw", "quy định"),
        ("văn bản", "37-QĐ/TW", "37-qd-tw", "37-qd-tw", "quyết định"),
        ("bộ luật", "100/2015/QH13", "100-2015-qh13", "100-2015-qh13", "luật"),
        ("công văn", "301/UBND-NC", "301-ubnd", "301-ubnd-nc", "công văn"),
        ("văn bản", "301/UBND", "301-ubnd", "301-ubnd", "công văn"),
        ("công văn", "1234/CT-TTHT", "1234-ct-ttht", "1234-ct-ttht", "công văn"),
        ("công văn", "5053-CV/VPTW/nb", "5053-cv-vptw", "5053-cv-vptw", "công văn"),
        ("kết luận", "2746-TB/TU", "2746-tb-tu", "2746-tb-tu", "thông báo"),
        ("thông tư", "15/2014/TTLT-BTP-BNV", "15-2014-ttlt-btp-bnv", "15-2014-ttlt-btp-bnv", "thông tư liên tịch"),
        (None, "45/TB-VPCP", "45-tb-vpcp", "45-tb-vpcp", "thông báo"),
        ("nghị quyết", "18", "18", "18", "nghị quyết"),
        ("nghị định", "05/CP", "05-cp", "05-cp", "nghị định"),
    ],
)
def test_number_and_type(printed: str | None, number: str, key: str, symbol: str, kind: str) -> None:
    parts = parse_number(number)
    assert (parts.key, parts.symbol, type_of(printed, parts)) == (key, symbol, kind)


def test_year_and_shape() -> None:
    assert parse_number("01/2023/QĐ-UBND").year == "2023"
    assert parse_number("2023/QĐ-UBND").year is None
    assert parse_number("08-NQ/TU").party and not parse_number("08/NQ-HĐND").party


@given(st.text(alphabet="0123456789/-. NQĐTUWƯCPanb", max_size=40) | st.text(max_size=40))
def test_any_text_has_slugs(text: str) -> None:
    parts = parse_number(text)
    assert slug(parts.key) == parts.key
    assert slug(parts.symbol) == parts.symbol
