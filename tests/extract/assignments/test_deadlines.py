from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.assignments.deadlines import Deadline, due_date, find_deadline
from pipeline.spelling import fold


def find(text: str) -> Deadline | None:
    return find_deadline(text, fold(text), 0, len(text))


DUE = [
    ("nộp hồ sơ trước ngày 05/3/2026 để thẩm định", "trước ngày 05/3/2026", "2026-03-05"),
    ("gửi trước 30/11/2025.", "trước 30/11/2025", "2025-11-30"),
    ("báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", "monthly"),
    ("trước ngày 15 tháng 12 năm 2025 phải xong", "trước ngày 15 tháng 12 năm 2025", "2025-12-15"),
    ("chậm nhất là ngày 01/7/2026", "chậm nhất là ngày 01/7/2026", "2026-07-01"),
    ("trình trong Quý III năm 2027", "trong Quý III năm 2027", "2027-09"),
    ("hoàn thành trong tháng 9/2025.", "trong tháng 9/2025", "2025-09"),
    ("xong trong năm 2026", "trong năm 2026", "2026"),
    ("kiểm tra 30% đơn vị trong năm.", "trong năm", None),
    ("sửa chữa cầu yếu trong giai đoạn 2024 - 2025", "trong giai đoạn 2024 - 2025", "2025"),
    ("trả lời trong thời hạn 15 ngày làm việc", "trong thời hạn 15 ngày làm việc", None),
    ("phấn đấu đến năm 2030 có 100% xã đạt chuẩn", "đến năm 2030", "2030"),
    ("từ nay đến hết năm 2026 tăng thu 5%", "từ nay đến hết năm 2026", "2026"),
    ("Hằng năm, lập kế hoạch", "Hằng năm", "yearly"),
    ("kế hoạch hàng năm của tỉnh", "hàng năm", "yearly"),
    ("định kỳ hằng quý báo cáo", "định kỳ hằng quý", "quarterly"),
    ("Định kỳ 6 tháng, hàng năm hoặc đột xuất báo cáo", "Định kỳ 6 tháng, hàng năm", "6-monthly"),
    ("đánh giá định kỳ kết quả", "định kỳ", None),
    ("hoàn thành quý II/2026", "quý II/2026", "2026-06"),
    ("Thời gian thực hiện: Quý IV/2025.", "Quý IV/2025", "2025-12"),
    ("nộp trong tháng 5 năm 2026, quyết toán trước ngày 01/8/2026", "trong tháng 5 năm 2026", "2026-05"),
]


@pytest.mark.parametrize(("text", "words", "date"), DUE)
def test_due_times(text: str, words: str, date: str | None) -> None:
    found = find(text)
    assert found is not None
    assert (found.text, found.date) == (words, date)
    assert text[found.start : found.end] == words


NONE = [
    "thường xuyên, kịp thời, khẩn trương triển khai",
    "giai đoạn 2021 - 2025, định hướng đến năm 2030",
    "Quy hoạch phát triển du lịch đến năm 2030 được duyệt",
    "chiến lược có tầm nhìn đến năm 2045",
    "trước đây và trong thời gian tới",
    "theo Nghị quyết số 9/NQ-CP ngày 01/01/2026",
    "sản xuất hàng hóa",
    "trước ngày Luật này có hiệu lực",
]


@pytest.mark.parametrize("text", NONE)
def test_no_due_times(text: str) -> None:
    assert find(text) is None


def test_only_inside_the_span() -> None:
    text = "hằng năm; trước ngày 01/02/2026; hằng quý"
    assert find_deadline(text, fold(text), 9, 31) == Deadline(10, 31, "trước ngày 01/02/2026", "2026-02-01")


@pytest.mark.parametrize(("words", "date"), [("trước ngày 45/13/2026", None), ("tháng 13/2026", None), ("sớm", None)])
def test_impossible_dates_are_none(words: str, date: None) -> None:
    assert due_date(words) is date


@given(
    st.lists(
        st.sampled_from(["định kỳ", "6 tháng", "đến", "năm", "2030", "trước ngày", "1/2", "quý", "iv", ",", "(", "\n"])
    )
)
def test_never_raises(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find(text)
    assert found is None or text[found.start : found.end].strip() == found.text
