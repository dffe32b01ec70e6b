from __future__ import annotations

import pytest

from pipeline.extract.citations.issuing import issuer_at
from pipeline.model import Head
from pipeline.spelling import fold
from tests.extract.citations.citing import CENTRAL, LAI_CHAU

HANOI = Head(issuer="Ủy ban nhân dân thành phố Hà Nội", province="Hà Nội")
DISTRICT = Head(issuer="Chủ tịch Ủy ban nhân dân huyện Tam Đường", province="Lai Châu")
NAMED = [
    ("Chính phủ về", LAI_CHAU, "Chính phủ"),
    ("Bộ Chính trị, Ban Bí thư về", LAI_CHAU, "Bộ Chính trị, Ban Bí thư"),
    ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", LAI_CHAU, "Ban Chấp hành Trung ương"),
    ("Bộ trưởng Bộ Y tế hướng dẫn", LAI_CHAU, "Bộ trưởng Bộ Y tế"),
    ("Bộ Văn hóa, Thể thao và Du lịch về", LAI_CHAU, "Bộ Văn hóa, Thể thao và Du lịch"),
    ("UBND tỉnh về", LAI_CHAU, "Ủy ban nhân dân tỉnh Lai Châu"),
    ("Uỷ ban nhân dân tỉnh Điện Biên", LAI_CHAU, "Ủy ban nhân dân tỉnh Điện Biên"),
    ("Ủy ban nhân dân tỉnh Quy định", LAI_CHAU, "Ủy ban nhân dân tỉnh Lai Châu"),
    ("UBND Thành phố;", HANOI, "Ủy ban nhân dân thành phố Hà Nội"),
    ("UBND huyện Tam Đường", LAI_CHAU, "Ủy ban nhân dân huyện Tam Đường"),
    ("Chủ tịch UBND tỉnh,", LAI_CHAU, "Chủ tịch Ủy ban nhân dân tỉnh Lai Châu"),
    ("BTV Tỉnh ủy về", LAI_CHAU, "Ban Thường vụ Tỉnh ủy Lai Châu"),
    ("Ban Chấp hành Đảng bộ tỉnh khóa XIV", LAI_CHAU, "Ban Chấp hành Đảng bộ tỉnh Lai Châu"),
    ("Thành ủy Hà Nội", HANOI, "Thành ủy Hà Nội"),
    ("Sở Tài chính về", LAI_CHAU, "Sở Tài chính tỉnh Lai Châu"),
    (
        "Đoàn Kiểm tra cải cách hành chính tỉnh năm 2019;",
        LAI_CHAU,
        "Đoàn Kiểm tra cải cách hành chính tỉnh Lai Châu năm 2019",
    ),
    ("UBND huyện về", DISTRICT, "Ủy ban nhân dân huyện Tam Đường"),
    ("HĐND huyện Sìn Hồ", DISTRICT, "Hội đồng nhân dân huyện Sìn Hồ"),
    ("UBND xã về", DISTRICT, "Ủy ban nhân dân xã"),
    ("Thanh tra Bộ Y tế về", LAI_CHAU, "Thanh tra Bộ Y tế"),
    ("UBND tỉnh", CENTRAL, "Ủy ban nhân dân tỉnh"),
    ("các đơn vị liên quan", LAI_CHAU, None),
]


@pytest.mark.parametrize(("text", "head", "name"), NAMED)
def test_the_words_of_an_issuer(text: str, head: Head, name: str | None) -> None:
    found = issuer_at(text, fold(text), 0, head)
    assert (found.name if found else None) == name
    assert found is None or 0 < found.end <= len(text)
