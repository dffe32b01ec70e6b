from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.extract.assignments.targets import Target, find_targets
from pipeline.spelling import fold


def find(text: str) -> tuple[Target, ...]:
    return find_targets(text, fold(text), 0, len(text))


AIMS = [
    ("giải quyết tối thiểu 80 % hồ sơ đúng hạn", "tối thiểu 80 % hồ sơ", ">= 80 %"),
    ("số hóa 100% hồ sơ lưu trữ", "100% hồ sơ", "100 %"),
    ("tỷ lệ hài lòng đạt trên 95%", "đạt trên 95%", "> 95 %"),
    ("xây dựng ít nhất 02 mô hình", "ít nhất 02 mô hình", ">= 2 mô hình"),
    ("giảm 20 – 25 % số vụ", "giảm 20 – 25 % số vụ", "decrease 20..25 %"),
    ("tăng thu từ 8% trở lên", "từ 8% trở lên", ">= 8 %"),
    ("thời gian chờ không quá 30 phút/lần", "không quá 30 phút/lần", "<= 30 phút/lần"),
    ("Phấn đấu có 15 xã đạt chuẩn", "Phấn đấu có 15 xã", "15 xã"),
    ("giảm ít nhất 5% so với cùng kỳ", "giảm ít nhất 5%", "decrease >= 5 %"),
    ("thu hút 1.200 lượt khách", "thu hút 1.200 lượt khách", "1200 lượt khách"),
    ("tỷ lệ hộ nghèo còn dưới 1,5%", "còn dưới 1,5%", "< 1.5 %"),
    ("đạt 2 triệu lượt khách", "đạt 2 triệu lượt khách", "2 triệu lượt khách"),
    ("trực tiếp đối thoại ít nhất 01 (một) lần", "ít nhất 01 (một) lần", ">= 1 lần"),
]


@pytest.mark.parametrize(("text", "words", "value"), AIMS)
def test_aims(text: str, words: str, value: str) -> None:
    assert [(target.text, target.value) for target in find(text)] == [(words, value)]


NONE = [
    "theo Nghị quyết số 30/NQ-CP ngày 05/3/2026",
    "Điều 5 và khoản 2 Điều 7",
    "năm 2025, giai đoạn 2026 - 2030",
    "Điện thoại: 0221 3863 823",
    "đến nay đã đạt 95% kế hoạch",
    "mới đạt 40% kế hoạch",
    "nếu chênh lệch trên 10%",
    "các dự án có tỷ lệ giải ngân dưới 10%",
    "trả lời không quá 10 ngày làm việc",
    "trên địa bàn 30 xã có 5 phòng học",
    "chấm điểm (tối đa 15 điểm)",
    "các xã đạt từ 02 tiêu chí trở xuống",
    "12 tối đa\n2 Phường A",
]


@pytest.mark.parametrize("text", NONE)
def test_no_aims(text: str) -> None:
    assert find(text) == ()


def test_several_aims_in_their_order() -> None:
    text = "đạt 90% hồ sơ trực tuyến; tổ chức ít nhất 2 lớp; giảm 10% thủ tục"
    assert [target.value for target in find(text)] == ["90 %", ">= 2 lớp", "decrease 10 %"]


def test_only_inside_the_span() -> None:
    text = "đạt 90%; đạt 80%; đạt 70%"
    assert [target.text for target in find_targets(text, text, 9, 16)] == ["đạt 80%"]


@pytest.mark.parametrize("word", ["đạt ", "tối thiểu 1 ", "1 (1", "đạt 1.000.", "1% ", "từ 1 xã ", "100% tổng số "])
def test_hostile_text_is_read_in_linear_time(word: str) -> None:
    begin = process_time()
    find(word * 20_000)
    assert process_time() - begin < 3


@given(
    st.lists(st.sampled_from(["đạt", "từ", "1.000", "8", "%", " % ", "-", "xã", "trở lên", "tối đa", "(", "\n", ","]))
)
@example(["1.000", "%", "trở lên", "1.000", "%"])
def test_spans_are_true(pieces: list[str]) -> None:
    text = " ".join(pieces)
    targets = find(text)
    assert all(text[target.start : target.end] == target.text for target in targets)
    assert all(left.end <= right.start for left, right in pairwise(targets))
