from __future__ import annotations

import pytest

from pipeline.ingest.symbols import blank_number, cut_symbol


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("Kế hoạch số 140-", "KH/TU ngày 02/3/2022"),
        ("Nghị định số 30/2020/NĐ-", "CP ngày 05/3/2020"),
        ("Quyết định số 1744/QĐ-", "BGTVT"),
        ("Công văn số 2363/", "BNNMT-KHTC"),
        ("Nghị quyết số 76/NQ", "-CP ngày 15/7/2021"),
        ("Số: 453", "/TB-UBND"),
        ("giai đoạn 2021-", "2025 của tỉnh"),
        ("Quyết định số 05/QĐ-", "TTg"),
    ],
)
def test_cut(above: str, line: str) -> None:
    assert cut_symbol(above, line)


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("phát triển kinh tế -", "xã hội"),
        ("kỷ nguyên mới -", "KỶ NGUYÊN"),
        ("hoàn thành trong năm 2021", "- Sở Nội vụ chủ trì"),
        ("Số: 25/", "Hưng Yên, ngày 02 tháng 8"),
        ("", "-CP"),
        ("Sở Nội vụ", "/TB-UBND"),
    ],
)
def test_not_cut(above: str, line: str) -> None:
    assert not cut_symbol(above, line)


def test_blank_number() -> None:
    assert blank_number("Số:", "/TB-UBND")
    assert not blank_number("Số:", "12/TB-UBND")
    assert not blank_number("Căn cứ", "/TB-UBND")
