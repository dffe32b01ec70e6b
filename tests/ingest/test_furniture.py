"""What is no text: furniture of the page, and lines that are drawn."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.make import lines

BODY = "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế của các cơ quan;\n"


def test_page_numbers_go(tmp_path: Path) -> None:
    text = f"{BODY}\n- 2 -\n\n{BODY}\fTrang 3/4\n{BODY}\n                                     4\n{BODY}"
    assert lines(tmp_path, text) == [BODY.strip()] * 4


def test_a_number_in_a_table_stays(tmp_path: Path) -> None:
    assert lines(tmp_path, "STT\n1\nHạ tầng số\n2\nDữ liệu số\n") == ["STT", "1", "Hạ tầng số", "2", "Dữ liệu số"]


def test_running_heads_go(tmp_path: Path) -> None:
    pages = [f"Kế hoạch số 12/KH-SNV - trang {number}\n{BODY}" for number in range(1, 5)]
    assert lines(tmp_path, "\f".join(pages)) == [BODY.strip()] * 4


def test_two_pages_that_begin_alike_have_no_running_head(tmp_path: Path) -> None:
    assert len(lines(tmp_path, f"Phụ lục 1\n{BODY}\fPhụ lục 2\n{BODY}")) == 4


def test_stamp_of_a_digital_signature_goes(tmp_path: Path) -> None:
    stamp = "Người ký: Sở Nội\nvụ\nEmail: snv@example.vn\nCơ quan: Tỉnh X\nThời gian ký:\n28.12.2018\n15:38:28 +07:00\n"
    assert lines(tmp_path, stamp + BODY) == [BODY.strip()]
    assert lines(tmp_path, BODY + stamp) == [BODY.strip()]


def test_who_signed_is_text_where_no_time_follows(tmp_path: Path) -> None:
    assert lines(tmp_path, BODY + "\nNgười ký: Lê Văn Minh - Phó Giám đốc") == [
        BODY.strip(),
        "Người ký: Lê Văn Minh - Phó Giám đốc",
    ]
