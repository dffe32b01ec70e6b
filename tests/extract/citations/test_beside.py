"""Who issued what, by the body right beside the mention; symbols that only their words make symbols."""

from __future__ import annotations

import pytest

from pipeline.model import Head
from tests.extract.citations.citing import CENTRAL, LAI_CHAU, cite

BESIDE = [
    (
        "Xét đề nghị của UBND tỉnh Điện Biên (các văn bản số 12/UBND-XD ngày 6/2/2020 và số 15/UBND-XD ngày 7/3/2020)",
        CENTRAL,
        ["Ủy ban nhân dân tỉnh Điện Biên"] * 2,
    ),
    ("Bộ Thương mại (công văn số 31/TM-XNK ngày 8/3/2003) về muối", CENTRAL, ["Bộ Thương mại"]),
    ("Sở Y tế (Tờ trình số 31/TTr-SYT) và Sở Tài chính (Báo cáo số 2/BC-NS)", LAI_CHAU, ["Sở Y tế", "Sở Tài chính"]),
    ("đề nghị của Cục Thuế tỉnh tại Tờ trình số 25/TTr-CT ngày 5/8/2011", LAI_CHAU, ["Cục Thuế"]),
    (
        "ý kiến của Bộ Kế hoạch và Đầu tư tại văn bản số 18/BKH-TH ngày 5/3/2009, của Bộ Tài chính tại số 29/BTC-ĐT",
        CENTRAL,
        ["Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"],
    ),
    ("Bộ Y tế (cơ quan thường trực) và công văn số 31/TM-XNK", CENTRAL, [None]),
    ("Bộ Y tế (theo Quyết định số 5/QĐ-TTg ngày 8/3/2003)", CENTRAL, ["Thủ tướng Chính phủ"]),
    ("Công văn số 17/ĐHTN-ĐT ngày 19/01/2007 của Trường Đại học Tây Nguyên", CENTRAL, ["Trường Đại học Tây Nguyên"]),
    ("các Bộ: Kế hoạch và Đầu tư (công văn số 64/BKH-KTNN), Tài chính", CENTRAL, ["Bộ Kế hoạch và Đầu tư"]),
    ("Công văn số 64/BGD-ĐT-GDTH ngày 5/8/2003 về", CENTRAL, ["Bộ Giáo dục và Đào tạo"]),
    ("Tờ trình số 64/SGD&ĐT-TC ngày 5/8/2003", LAI_CHAU, ["Sở Giáo dục và Đào tạo"]),
]


@pytest.mark.parametrize(("text", "head", "issuers"), BESIDE)
def test_the_body_right_beside(text: str, head: Head, issuers: list[str | None]) -> None:
    bodies = [one.issuer and one.issuer.removesuffix(" tỉnh Lai Châu") for one in cite(text, head)]
    assert bodies == issuers


def test_a_bare_symbol_behind_its_type_with_its_date() -> None:
    found = cite("công văn số 77/GDTX ngày 3/7/2003 và công văn số 8/ABC ngày 16/1/2004 của Bộ Giáo dục và Đào tạo.")
    assert [(one.number, one.date) for one in found] == [("77/GDTX", "2003-07-03"), ("8/ABC", "2004-01-16")]
    assert {one.issuer for one in found} == {"Bộ Giáo dục và Đào tạo"}


@pytest.mark.parametrize(
    "text", ["nhà số 12/ABC ngày 3/7/2003", "công văn số 77/GDTX", "Quyết định số 7/a ngày 3/7/2003", "đạt 5/ABC"]
)
def test_no_bare_symbol(text: str) -> None:
    assert not cite(text)
