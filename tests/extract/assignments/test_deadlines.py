from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.assignments.deadlines import Deadline, find_deadline
from pipeline.spelling import fold


def find(text: str) -> Deadline | None:
    return find_deadline(text, fold(text), 0, len(text))


DUE = [
    ("nộp hồ sơ trước ngày 05/3/2026 để thẩm định", "trước ngày 05/3/2026", "2026-03-05"),
    ("gửi trước 30/11/2025.", "trước 30/11/2025", "2025-11-30"),
    ("xong trước ngày Quốc khánh 02/9/2026", "trước ngày Quốc khánh 02/9/2026", "2026-09-02"),
    ("trao quà trước Tết Nguyên đán.", "trước Tết Nguyên đán", None),
    ("báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", "monthly:20"),
    ("trước ngày 15 tháng 12 năm 2025 phải xong", "trước ngày 15 tháng 12 năm 2025", "2025-12-15"),
    ("chậm nhất là ngày 01/7/2026", "chậm nhất là ngày 01/7/2026", "2026-07-01"),
    ("trình trong Quý III năm 2027", "trong Quý III năm 2027", "2027-09"),
    ("hoàn thành trong tháng 9/2025.", "trong tháng 9/2025", "2025-09"),
    ("xong trong năm 2026", "trong năm 2026", "2026"),
    ("kiểm tra 30% đơn vị trong năm.", "trong năm", None),
    ("sửa chữa cầu yếu trong giai đoạn 2024 - 2025", "trong giai đoạn 2024 - 2025", "2025"),
    ("trả lời trong thời hạn 15 ngày làm việc", "trong thời hạn 15 ngày làm việc", "within:15wd"),
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
    ("gửi trước 15 giờ ngày 20 tháng 9 năm 2026", "trước 15 giờ ngày 20 tháng 9 năm 2026", "2026-09-20"),
    ("báo cáo nhanh trước 17 giờ hằng ngày", "trước 17 giờ hằng ngày", "daily"),
    ("nộp trước thời điểm 30/4/2026", "trước thời điểm 30/4/2026", "2026-04-30"),
    ("treo cờ từ ngày 01/9/2026 đến hết ngày 03/9/2026", "từ ngày 01/9/2026 đến hết ngày 03/9/2026", "2026-09-03"),
    ("chốt số liệu đến hết ngày 31 tháng 12 hằng năm", "đến hết ngày 31 tháng 12 hằng năm", "yearly:12-31"),
    (
        "gửi trước ngày 01 tháng 6\nvà ngày 01 tháng 12 hằng năm",
        "trước ngày 01 tháng 6\nvà ngày 01 tháng 12 hằng năm",
        "yearly:06-01,12-01",
    ),
    ("trước ngày 15 của tháng cuối quý", "trước ngày 15 của tháng cuối quý", "quarterly:15"),
    ("trước ngày 20 tháng cuối của quý", "trước ngày 20 tháng cuối của quý", "quarterly:20"),
    ("trước ngày 05 của tháng sau", "trước ngày 05 của tháng sau", "monthly:05"),
    ("trước ngày 10 tháng 02 của năm liền kề", "trước ngày 10 tháng 02 của năm liền kề", "yearly:02-10"),
    ("Định kỳ trước ngày 25 hằng tháng, gửi báo cáo", "trước ngày 25 hằng tháng", "monthly:25"),
    ("gia cố kè trước mùa mưa lũ năm 2027", "trước mùa mưa lũ năm 2027", "2027"),
    ("trả lời trong sáng ngày 08/6/2026", "trong sáng ngày 08/6/2026", "2026-06-08"),
    ("hội nghị (dự kiến giữa tháng 7 năm 2026)", "giữa tháng 7 năm 2026", "2026-07"),
    (
        "bán vốn trong giai đoạn 2021 - 2025 theo Quyết định số 9/QĐ-TTg, xong trước ngày 08/02/2026",
        "trước ngày 08/02/2026",
        "2026-02-08",
    ),
    ("báo cáo định kỳ vào thứ sáu hằng tuần", "định kỳ vào thứ sáu hằng tuần", "weekly:5"),
    ("Định kỳ ngày 25 hàng tháng", "Định kỳ ngày 25 hàng tháng", "monthly:25"),
    ("họp vào ngày 25 hằng tháng", "vào ngày 25 hằng tháng", "monthly:25"),
    ("trả lời trong 03 ngày", "trong 03 ngày", "within:3d"),
    ("trong thời hạn không quá 10 (mười) ngày làm việc", None, "within:10wd"),
    ("chậm nhất 05 ngày làm việc kể từ ngày ký", "chậm nhất 05 ngày làm việc", "within:5wd"),
    ("Chậm nhất sau 05 ngày làm việc phải gửi", "Chậm nhất sau 05 ngày làm việc", "within:5wd"),
    ("thời hạn giải quyết không quá 30 ngày", "không quá 30 ngày", "within:30d"),
    ("báo tin trong vòng 24 giờ", "trong vòng 24 giờ", "within:24h"),
    ("trả nợ trong thời hạn 05 năm kể từ ngày ký", "trong thời hạn 05 năm", "within:5y"),
    ("xong trước ngày 30/6", "trước ngày 30/6", "--06-30"),
    ("Thời gian thực hiện: theo lịch của Sở.", "theo lịch của Sở", None),
    ("báo cáo Quốc hội tại kỳ họp cuối năm 2028", "tại kỳ họp cuối năm 2028", "2028"),
    ("trả lời thời hạn 7 ngày kể từ ngày ký", "thời hạn 7 ngày", "within:7d"),
    (
        "thu thuế trong những tháng cuối năm 2026 và đầu năm 2027",
        "trong những tháng cuối năm 2026 và đầu năm 2027",
        "2027",
    ),
    ("tổng kết vào năm 2027 và năm 2030", "vào năm 2027", "2027"),
    ("phủ xanh đồi vào cuối năm 2028", "vào cuối năm 2028", "2028"),
    ("trồng rừng trong 2 năm, từ 2026 đến 2027", "trong 2 năm, từ 2026 đến 2027", "2027"),
    ("nạo vét kênh từ năm 2026 đến năm 2028", "từ năm 2026 đến năm 2028", "2028"),
    ("trực đê từ ngày 03 đến ngày 09 tháng 8 năm 2026", "từ ngày 03 đến ngày 09 tháng 8 năm 2026", "2026-08-09"),
    ("trả trợ cấp hằng tháng xong trước ngày 05/3/2026", "trước ngày 05/3/2026", "2026-03-05"),
]


@pytest.mark.parametrize(("text", "words", "date"), DUE)
def test_due_times(text: str, words: str | None, date: str | None) -> None:
    found = find(text)
    assert found is not None
    assert (found.text, found.date) == (words or text, date)
    assert text[found.start : found.end] == found.text


NONE = [
    "thường xuyên, kịp thời, khẩn trương triển khai",
    "giai đoạn 2021 - 2025, định hướng đến năm 2030",
    "Quy hoạch phát triển du lịch đến năm 2030 được duyệt",
    "chiến lược có tầm nhìn đến năm 2045",
    "trước đây và trong thời gian tới",
    "theo Nghị quyết số 9/NQ-CP ngày 01/01/2026",
    "sản xuất hàng hóa",
    "trước ngày Luật này có hiệu lực",
    "kết quả thực hiện trong tháng 5 năm 2026 của Sở",
    "dự toán hằng năm đã được giao",
    "thu tiền theo hằng năm",
    "kết quả trong 06 tháng đầu năm",
    "mục tiêu của huyện đến năm 2030 đã được phê duyệt",
    "chỉ tiêu đến năm 2030 tại Quyết định này",
    "Thời gian thực hiện: Thường xuyên",
    "thủ tục không quá 30 phút",
    "căn cứ quy hoạch đã được phê duyệt trước ngày 01/7/2025",
    "trạm bơm được xây vào năm 2012",
    "dịp Tết Bính Ngọ từ ngày 16 đến ngày 20 tháng 02 năm 2026, xe buýt chạy cả đêm",
    "trồng cây từ nguồn ngân sách hằng năm",
    "Căn cứ dự toán chi hằng năm, mua cây giống",
    "nhận học bổng hằng tháng",
]


@pytest.mark.parametrize("text", NONE)
def test_no_due_times(text: str) -> None:
    assert find(text) is None


def test_only_inside_the_span() -> None:
    text = "hằng năm; trước ngày 01/02/2026; hằng quý"
    assert find_deadline(text, fold(text), 9, 31) == Deadline(10, 31, "trước ngày 01/02/2026", "2026-02-01")


@given(
    st.lists(
        st.sampled_from(["định kỳ", "6 tháng", "đến", "năm", "2030", "trước ngày", "1/2", "quý", "iv", ",", "(", "\n"])
    )
)
def test_never_raises(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = find(text)
    assert found is None or text[found.start : found.end].strip() == found.text


@pytest.mark.parametrize(
    "word", ["trước ", "trong ", "hằng ", "định kỳ ", "đến ngày 1 ", "không quá 1 ", "thời hạn ", "1 (1"]
)
def test_hostile_text_is_read_in_linear_time(word: str) -> None:
    begin = process_time()
    find(word * 20_000)
    assert process_time() - begin < 2
