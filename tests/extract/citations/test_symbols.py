from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.citations.symbols import find_symbols
from tests.timing import is_linear

ONE = [
    ("76/NQ-CP", "76/NQ-CP", "NQ", "CP"),
    ("18-NQ/TW", "18-NQ/TW", "NQ", "TW"),
    ("208-KH/TU", "208-KH/TU", "KH", "TU"),
    ("01/2023/QĐ-UBND", "01/2023/QĐ-UBND", "QĐ", "UBND"),
    ("58/2024/QH15", "58/2024/QH15", None, "QH15"),
    ("76/2025/UBTVQH15", "76/2025/UBTVQH15", None, "UBTVQH15"),
    ("170/2024QH15", "170/2024/QH15", None, "QH15"),
    ("5529/UBND-KT", "5529/UBND-KT", None, "UBND"),
    ("2687/TTg-KTN", "2687/TTg-KTN", None, "TTg"),
    ("30c/NQ-CP", "30c/NQ-CP", "NQ", "CP"),
    ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP", "NQ", "CP"),
    ("71/2016/NĐ- CP", "71/2016/NĐ-CP", "NĐ", "CP"),
    ("12 / KH - UBND", "12/KH-UBND", "KH", "UBND"),
    ("76/NQ–CP", "76/NQ-CP", "NQ", "CP"),
    ("1626/QĐTTg", "1626/QĐ-TTg", "QĐ", "TTg"),
    ("12/QD-TTg", "12/QĐ-TTg", "QĐ", "TTg"),
    ("34/2020/QĐĐ-UBND", "34/2020/QĐ-UBND", "QĐ", "UBND"),
    ("34/DĐA-UBND", "34/ĐA-UBND", "ĐA", "UBND"),
    ("54/2019/NĐ_CP", "54/2019/NĐ-CP", "NĐ", "CP"),
    ("76/NQ-CP1", "76/NQ-CP", "NQ", "CP"),
    ("10/NQ-HĐND16", "10/NQ-HĐND16", "NQ", "HĐND16"),
    ("924/QC-SNNMT-SXD", "924/QC-SNNMT-SXD", "QC", "SNNMT"),
    ("102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "102/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "NQLT", "UBTVQH15"),
    ("5053-CV/VPTW/nb", "5053-CV/VPTW/nb", "CV", "VPTW"),
    ("23⁄/KH-UBND", "23/KH-UBND", "KH", "UBND"),
    ("85⁄/VP-TTHC", "85/VP-TTHC", None, "VP"),
    ("5053-CV/VPTYW", "5053-CV/VPTW", "CV", "VPTW"),
    ("12/2016/TTLT-BNV-BTC", "12/2016/TTLT-BNV-BTC", "TTLT", "BNV"),
    ("413-BC/BTCTW", "413-BC/BTCTW", "BC", "BTCTW"),
    ("212/BC-ĐKT", "212/BC-ĐKT", "BC", "ĐKT"),
    ("07-BYT/TT", "07-BYT/TT", "TT", "BYT"),
    ("87-CP", "87-CP", None, "CP"),
    ("05/CP", "05/CP", None, "CP"),
    ("76/NQ-CР", "76/NQ-CP", "NQ", "CP"),  # a Cyrillic letter
    ("76/NQ CP", "76/NQ-CP", "NQ", "CP"),
    ("08-NQ/TỪ", "08-NQ/TU", "NQ", "TU"),
    ("02-NQ/TVV", "02-NQ/TW", "NQ", "TW"),
    ("05/CT-TTạ", "05/CT-TTg", "CT", "TTg"),
    ("l2/CT-TTg", "12/CT-TTg", "CT", "TTg"),
    ("3O/NQ-CP", "30/NQ-CP", "NQ", "CP"),
    ("1O1/QĐ-TTg", "101/QĐ-TTg", "QĐ", "TTg"),
    ("1743/QĐ- -UBND", "1743/QĐ-UBND", "QĐ", "UBND"),
    ("17/CT.UBND", "17/CT-UBND", "CT", "UBND"),
    ("45/KH-PC08", "45/KH-PC08", "KH", "PC08"),
    ("286-TB-VPCP", "286/TB-VPCP", "TB", "VPCP"),
    ("64-TB-VPTW", "64-TB/VPTW", "TB", "VPTW"),
    ("38-CT/TTg", "38/CT-TTg", "CT", "TTg"),
    ("12/QĐ-Tg", "12/QĐ-TTg", "QĐ", "TTg"),
    ("12/CT- -FTg", "12/CT-TTg", "CT", "TTg"),
    ("12/2021/QĐ- 71g", "12/2021/QĐ-TTg", "QĐ", "TTg"),
    ("76]/QĐ-UBND", "761/QĐ-UBND", "QĐ", "UBND"),
    ("5/2020/TT—BTC", "5/2020/TT-BTC", "TT", "BTC"),
]
NONE = [
    "mẫu 12-A-UBND, phiếu 3-TB-ABC",
    "ngày 15/7/2021",
    "xếp thứ 5/63 tỉnh, thành",
    "giai đoạn 2021-2025",
    "120 km/h",
    "24/7",
    "QCVN 41:2024/BGTVT",
    "TCVN ISO 9001:2015",
    "100.000 đồng/tháng",
    "tỷ lệ 3/4 số hộ",
    "0912-345-678",
    "từ 2020-QUÝ I",
]


@pytest.mark.parametrize(("printed", "number", "type_code", "issuer_code"), ONE)
def test_symbol(printed: str, number: str, type_code: str | None, issuer_code: str) -> None:
    text = f"theo {printed} ngày 01/02/2024"
    (symbol,) = find_symbols(text)
    assert (symbol.number, symbol.type_code, symbol.issuer_code) == (number, type_code, issuer_code)
    assert text[symbol.start : symbol.end] == printed


@pytest.mark.parametrize("text", NONE)
def test_no_symbol(text: str) -> None:
    assert list(find_symbols(text)) == []


@given(st.integers(1, 9999), st.sampled_from(["NQ-CP", "QĐ-TTg", "KH-UBND", "TB-VPCP", "TTr-SNV"]))
def test_a_clean_number_is_its_own_normal_form(serial: int, tail: str) -> None:
    (symbol,) = find_symbols(f"số {serial}/{tail};")
    assert symbol.number == f"{serial}/{tail}"
    assert symbol.tail == tail


@given(st.text(alphabet="0123456789/-. ĐQNUBDCPTg(a", max_size=80))
def test_never_raises_and_spans_fit(text: str) -> None:
    for symbol in find_symbols(text):
        assert 0 <= symbol.start < symbol.end <= len(text)


@pytest.mark.parametrize("unit", ["số ", "1/", "12/2020/", "(", "A-", "1-A/"])
def test_linear(unit: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        list(find_symbols(unit * times))
        return time.process_time() - started

    seconds(1000)
    assert is_linear(lambda times: max(seconds(times), 0.002), 20_000, 80_000, factor=8)
