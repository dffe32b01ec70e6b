from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.ingest.tables import are_cells
from pipeline.ingest.text_layer import text_layer
from tests.ingest.make import Piece, lines, page_pdf

ABOVE: Piece = (70, 760, 12, "Sở Nội vụ giao việc cho các đơn vị theo bảng sau:")
BELOW: Piece = (70, 560, 12, "Sở Y tế báo cáo kết quả trước ngày 30/6/2023.")
TABLE: list[Piece] = [
    (75, 725, 12, "TT"),
    (115, 725, 12, "Đơn vị"),
    (305, 725, 12, "Thời hạn"),
    (75, 695, 12, "1"),
    (115, 700, 12, "Sở Tài chính, theo Kế hoạch"),
    (115, 685, 12, "số 140-"),
    (115, 670, 12, "KH/TU"),
    (305, 695, 12, "tháng 5"),
    (75, 645, 12, "2"),
    (115, 645, 12, "Thanh tra tỉnh"),
]
ACROSS, DOWN = (740, 715, 660, 630), (70, 110, 300, 500)

STROKES = "".join(f"70 {y} m 500 {y} l S " for y in ACROSS) + "".join(f"{x} 630 m {x} 740 l S " for x in DOWN)
THIN = "".join(f"70 {y} 430 0.5 re f " for y in ACROSS) + "".join(f"{x} 630 0.5 110 re f " for x in DOWN)
BOXES = "".join(
    f"{left} {low} {right - left} {high - low} re S "
    for high, low in pairwise(ACROSS)
    for left, right in pairwise(DOWN)
)
ONE_PATH = "".join(f"70 {y} m 500 {y} l " for y in ACROSS) + "".join(f"{x} 630 m {x} 740 l " for x in DOWN) + "S "
COLOURS = BOXES.replace(" S ", " f ")
DRAWING = "".join(
    f"70 {100 + 2 * at} m 500 {100 + 2 * at} l S {70 + 2 * at} 100 m {70 + 2 * at} 500 l S " for at in range(99)
)
UNDERLINE, FRAME = "70 755 m 160 755 l S ", "60 550 450 220 re S "


@pytest.mark.parametrize("drawn", [STROKES, THIN, BOXES, ONE_PATH], ids=["strokes", "thin", "boxes", "one path"])
def test_a_row_is_a_line(drawn: str, tmp_path: Path) -> None:
    assert lines(tmp_path, page_pdf([ABOVE, *TABLE, BELOW], drawn=drawn)) == [
        ABOVE[3],
        "TT | Đơn vị | Thời hạn",
        "1 | Sở Tài chính, theo Kế hoạch số 140-KH/TU | tháng 5",
        "2 | Thanh tra tỉnh",
        BELOW[3],
    ]


@pytest.mark.parametrize(
    "drawn",
    ["", UNDERLINE, FRAME, UNDERLINE * 9, COLOURS, DRAWING],
    ids=["none", "line", "frame", "lines", "colours", "drawing"],
)
def test_pages_without_cells_are_not_looked_at_twice(drawn: str) -> None:
    assert not are_cells(text_layer(pdfium.PdfDocument(page_pdf([ABOVE, *TABLE], drawn=drawn))[0]).strokes)


def test_a_ruled_head_keeps_its_columns(tmp_path: Path) -> None:
    head: list[Piece] = [
        (75, 725, 12, "TỈNH LAI CHÂU"),
        (305, 725, 12, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (75, 695, 12, "Số: 12/CT-UBND"),
        (305, 695, 12, "Lai Châu, ngày 02 tháng 3 năm 2023"),
    ]
    assert not any(" | " in line for line in lines(tmp_path, page_pdf([*head, BELOW], drawn=STROKES)))


def test_boxes_behind_running_text_are_no_table(tmp_path: Path) -> None:
    text: Piece = (505, 695, 12, "và khác")
    assert not any(" | " in line for line in lines(tmp_path, page_pdf([ABOVE, *TABLE, text, BELOW], drawn=STROKES)))
