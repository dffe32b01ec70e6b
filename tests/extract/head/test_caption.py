from __future__ import annotations

import pytest

from pipeline.extract.head.caption import read_caption
from pipeline.extract.layout.lines import lines_of

CASES = [
    ("Nghị quyết 148/NQ-CP — Phiên họp tháng 5", ("nghị quyết", "148/NQ-CP", "NQ-CP", None)),
    ("CHỈ THỊ SỐ: 26-CT/TU ngày 7/6/2026 về trồng cây", ("chỉ thị", "26-CT/TU", "CT/TU", "2026-06-07")),
    ("Kế hoạch số 5/KH-UBND, ngày 7 tháng 6 năm 2026", ("kế hoạch", "5/KH-UBND", "KH-UBND", "2026-06-07")),
    ("Thực hiện Nghị quyết 148/NQ-CP", None),
    ("Nghị quyết của Chính phủ số 148/NQ-CP", None),
    ("148/NQ-CP", None),
]


@pytest.mark.parametrize(("line", "caption"), CASES)
def test_what_the_first_line_says(line: str, caption: tuple[str, str, str, str | None] | None) -> None:
    assert read_caption(next(lines_of(line, (0, len(line))))) == caption
