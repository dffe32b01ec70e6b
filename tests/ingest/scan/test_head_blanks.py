from __future__ import annotations

import pytest

from pipeline.ingest.scan.head_blanks import blank_handwriting
from tests.ingest.scan.make import row

Word = str | tuple[str, float]
PLACE: tuple[Word, ...] = ("Bắc", "Ninh,")


@pytest.mark.parametrize(
    ("words", "left", "codes"),
    [
        (["Số:", "12/CT-UBND"], "Số: 12/CT-UBND", []),
        (["Số:", "25-CT/TU"], "Số: 25-CT/TU", []),
        (["Số:", ("44", 0.3), "/CT-UBND"], "Số: /CT-UBND", ["unreadable-number"]),
        (["Số:", ("64/2023/QĐ-UBND", 0.3)], "Số: /2023/QĐ-UBND", ["unreadable-number"]),
        (["Số:", "$3", "/BC-UBND"], "Số: /BC-UBND", ["unreadable-number"]),
        (["Sô:jÏ:", "/CT-UBND"], "Sô: /CT-UBND", ["unreadable-number"]),
        (["Số:", "/CT-UBND"], "Số: /CT-UBND", []),
        ([*PLACE, "ngày", "28", "tháng", "6", "năm", "2025"], "Bắc Ninh, ngày 28 tháng 6 năm 2025", []),
        ([*PLACE, ("ngày?", 0.2), "tháng", "3", "năm", "2018"], "Bắc Ninh, ngày tháng 3 năm 2018", ["unreadable-date"]),
        (
            [*PLACE, "ngày", ("8|", 0.5), ("tháng.", 0.5), "12", "năm", "2024"],
            "Bắc Ninh, ngày tháng 12 năm 2024",
            ["unreadable-date"],
        ),
        (
            [*PLACE, ("ngàyđ2%", 0.0), ("tháng", 0.0), (")†", 0.1), "năm", "2026"],
            "Bắc Ninh, ngày tháng năm 2026",
            ["unreadable-date"] * 2,
        ),
    ],
)
def test_what_a_pen_filled_in_is_left_blank(words: list[Word], left: str, codes: list[str]) -> None:
    found, issues = blank_handwriting(row(*words), 2339)
    assert " ".join(word.text for word in found) == left
    assert [issue.code for issue in issues] == codes


@pytest.mark.parametrize(
    ("words", "base"),
    [
        (["Ngày", ("8|", 0.1), "tháng", "6", "năm", "2025,", "tại", "trụ", "sở"], 300.0),  # a sentence
        (["Số:", ("44", 0.3), "/CT-UBND"], 1500.0),  # too far down for a head
        (["tháng", ("0x", 0.1), "năm", "2025"], 300.0),
    ],
)
def test_other_lines_stay(words: list[Word], base: float) -> None:
    line = row(*words, base=base)
    assert blank_handwriting(line, 2339) == (line, [])
