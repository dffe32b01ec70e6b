from __future__ import annotations

import pytest

from pipeline.extract.bodies import find_bodies
from pipeline.extract.bodies.canonical import setting_of
from pipeline.model import Head
from pipeline.spelling import fold
from tests.extract.duty_papers import LAKE


def names(text: str) -> str:
    lists = find_bodies(text, fold(text), 0, len(text), LAKE)
    return "; ".join(mention.body + ("!" if mention.office else "") for one in lists for mention in one.mentions)


NAMES = [
    # fields in small letters
    ("Vụ Địa chất, khoáng sản và Bản đồ chủ trì", "Vụ Địa chất, khoáng sản và Bản đồ"),
    ("Cục Quân nhu và vận tải phối hợp", "Cục Quân nhu và vận tải"),
    ("Ban Quản lý dự án cầu đường và thoát nước tỉnh lập hồ sơ", "Ban Quản lý dự án cầu đường và thoát nước tỉnh"),
    ("Trung tâm Văn hóa và người dân tham gia", "Trung tâm Văn hóa"),
    ("Trung tâm Văn hóa và các trường học", "Trung tâm Văn hóa; các trường học"),
    # short titles open the next body
    ("Trưởng phòng Kinh tế, Trưởng Công an xã họp", "Phòng Kinh tế!; Công an cấp xã!"),
    ("Cục trưởng Cục Quân nhu, Chánh Văn phòng Bộ Xây dựng", "Cục Quân nhu!; Văn phòng Bộ Xây dựng!"),
    # levels
    ("Công an các đơn vị, địa phương tuần tra", "Công an các đơn vị, địa phương"),
    ("Công an các đơn vị có liên quan", "Công an các đơn vị liên quan"),
    ("các đảng ủy xã, phường; các trạm y tế xã, phường", "Đảng ủy cấp xã; Trạm y tế cấp xã"),
    ("Kho bạc Nhà nước khu vực VIII cấp phát", "Kho bạc Nhà nước khu vực VIII"),
    ("Cơ quan Báo và Phát thanh, Truyền hình Sơn La", "Cơ quan Báo và Phát thanh, Truyền hình Sơn La"),
    # what stands behind the nouns of collectives
    ("các doanh nghiệp vận tải, các chủ hồ chứa", "các doanh nghiệp vận tải; các chủ hồ chứa"),
    ("doanh nghiệp vận tải nộp thuế", ""),
    ("các đơn vị cấp tỉnh; các tỉnh, thành phố", "các đơn vị cấp tỉnh; các tỉnh; các thành phố"),
    ("các tổ chức, cá nhân sản xuất", "các tổ chức sản xuất; các cá nhân sản xuất"),
    (
        "các phòng, ban chuyên môn và các hội có liên quan",
        "các phòng chuyên môn; các ban chuyên môn; các hội liên quan",
    ),
    ("các phòng, ban chuyên môn", "các phòng chuyên môn; các ban chuyên môn"),
    ("các cơ quan, lực lượng chức năng", "các cơ quan chức năng; các lực lượng chức năng"),
    ("các thành viên Ban Chỉ đạo xóa mù chữ", "các thành viên Ban Chỉ đạo xóa mù chữ tỉnh"),
    ("các hội nghề nghiệp và các đơn vị có liên quan", "các hội nghề nghiệp; các đơn vị liên quan"),
    ("các hội nghề nghiệp và đơn vị có liên quan", "các hội nghề nghiệp liên quan; các đơn vị liên quan"),
]


@pytest.mark.parametrize(("text", "found"), NAMES)
def test_names_are_read_to_their_end(text: str, found: str) -> None:
    assert names(text) == found


def test_a_name_cut_short_ends_before_small_letters() -> None:
    text = "Lập Hội đồng giám sát chợ (sau đây gọi là Hội đồng). Hội đồng phát biểu ý kiến"
    start = text.rindex("Hội đồng")
    setting = setting_of(text, Head(province="Lào Cai", issuer="Ủy ban nhân dân tỉnh Lào Cai"))
    (one,) = find_bodies(text, fold(text), start, len(text), setting)
    assert text[one.start : one.end] == "Hội đồng"
    assert one.mentions[0].body == "Hội đồng giám sát chợ"


def test_a_bare_ministry_is_that_of_the_minister_who_issues() -> None:
    text = "Giao các đơn vị thuộc Bộ, Văn phòng Bộ rà soát"
    setting = setting_of(text, Head(issuer="Bộ trưởng Bộ Y tế"))
    lists = find_bodies(text, fold(text), 0, len(text), setting)
    assert [mention.body for one in lists for mention in one.mentions] == [
        "các đơn vị thuộc Bộ Y tế",
        "Văn phòng Bộ Y tế",
    ]
