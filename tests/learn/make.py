"""A tiny language to learn from: sentences of our own."""

from __future__ import annotations

from pipeline.learn.tones import Model
from pipeline.learn.train import learned

SENTENCES = (
    "Giám đốc Sở chủ trì, phối hợp với Ủy ban nhân dân xã tổ chức thực hiện Chỉ thị này.",
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ngành đẩy mạnh chuyển đổi số và kiểm tra, giám sát.",
    "Các đối tượng thuộc diện tinh giản biên chế được chi trả theo quy định.",
    "Thủ trưởng các đơn vị chịu trách nhiệm về kết quả thẩm định, bố trí đủ kinh phí.",
    "Chuyến công tác của đoàn kiểm tra kéo dài hai ngày; báo cáo gửi về Văn phòng.",
    "Thanh tra tỉnh tố cáo, khiếu nại; đối với hồ sơ chưa đủ thì bổ sung trong năm ngày.",
    "Bão số ba đã đi qua địa bàn, chính quyền hoà giải các tranh chấp và văn hoá giao tiếp.",
)


def tiny_model() -> Model:
    return Model.of(learned("\n".join(SENTENCES) for _ in range(100)))
