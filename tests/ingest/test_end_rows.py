from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest import read
from pipeline.ingest.end_rows import end_lines

ROWS = [
    ("|  | TM. ỦY BAN NHÂN DÂN TỈNH CHỦ TỊCH Lê Thị Mận |", "TM. ỦY BAN NHÂN DÂN TỈNH/CHỦ TỊCH/Lê Thị Mận"),
    ("| Nơi nhận: - Các sở; - Lưu: VT | GIÁM ĐỐC Lê Mận |", "Nơi nhận:/- Các sở;/- Lưu: VT/GIÁM ĐỐC/Lê Mận"),
    ("Nơi nhận: - Các sở. | TRƯỞNG BAN PHÓ THỦ TƯỚNG Lê Na", "Nơi nhận:/- Các sở./TRƯỞNG BAN/PHÓ THỦ TƯỚNG/Lê Na"),
    ("| STT | GIÁM ĐỐC |", ""),
    ("| 1 | GIÁM ĐỐC Sở Y tế |", ""),
    ("| 1 | GIÁM ĐỐC Lê Na | Hà Nam |", ""),
    ("|---|---|", ""),
]


@pytest.mark.parametrize(("row", "lines"), ROWS)
def test_rows(row: str, lines: str) -> None:
    assert "/".join(end_lines(row)) == lines


def test_a_row_at_the_end_is_read_as_recipients_and_signature(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(f"1. Các xã trồng cây ven hồ.\n\n{ROWS[1][0]}\n|---|---|\n", encoding="utf-8")
    assert read(path).text.split("\n")[-3:] == ["- Lưu: VT", "GIÁM ĐỐC", "Lê Mận"]
