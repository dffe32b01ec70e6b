from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extract.bodies import find_bodies
from pipeline.extract.bodies.canonical import (
    NOWHERE,
    Setting,
    body_id_of,
    canonical_body,
    catalogue,
)
from pipeline.extract.bodies.mending import mend
from pipeline.gazetteers import duties
from pipeline.spelling import fold
from tests.extract.duty_papers import CAPITAL, CENTRE, DEPARTMENT, LAKE


def names(text: str, setting: Setting = LAKE) -> list[str]:
    """Canonical names in order, `!` behind an office, `|` between lists."""
    lists = find_bodies(text, mend(fold(text)), 0, len(text), setting)
    return " | ".join(
        "; ".join(mention.body + ("!" if mention.office else "") for mention in one.mentions) for one in lists
    ).split(" | ")


SINGLE = [
    ("giao Sở Nội vụ tham mưu việc này", "Sở Nội vụ"),
    ("Sở NN&PTNT kiểm tra", "Sở Nông nghiệp và Phát triển nông thôn"),
    ("Sở Văn hoá, Thể thao và Du lịch mở lớp", "Sở Văn hóa, Thể thao và Du lịch"),
    ("UBND tỉnh xem xét", "Ủy ban nhân dân tỉnh"),
    ("Uỷ ban nhân dân tỉnh Lào Cai họp", "Ủy ban nhân dân tỉnh"),
    ("UBND tỉnh Yên Bái họp", "Ủy ban nhân dân tỉnh Yên Bái"),
    ("Sở Tài chính tỉnh Lào Cai lập dự toán", "Sở Tài chính"),
    ("Cục Thuế rà soát", "Cục Thuế tỉnh"),
    ("Kho bạc Nhà nước Lào Cai chi trả", "Kho bạc Nhà nước"),
    ("UBND phường Âu Lâu tìm mặt bằng", "Ủy ban nhân dân phường Âu Lâu"),
    ("Công an các xã, phường tuần tra", "Công an cấp xã"),
    ("UBND cấp huyện báo cáo", "Ủy ban nhân dân cấp huyện"),
    ("Ủy ban nhân dân các cấp thực hiện", "Ủy ban nhân dân các cấp"),
    ("Báo Lào Cai đưa tin", "Báo Lào Cai"),
    ("Công ty Điện lực Lào Cai cấp điện", "Công ty Điện lực Lào Cai"),
    ("Trung tâm Kiểm soát bệnh tật tỉnh tổ chức tập huấn", "Trung tâm Kiểm soát bệnh tật tỉnh"),
    ("Trung tâm dịch vụ tổng hợp cấp xã lập hồ sơ", "Trung tâm dịch vụ tổng hợp cấp xã"),
    ("Ban Quản lý dự án đầu tư xây dựng số 2 hoàn thành", "Ban Quản lý dự án đầu tư xây dựng số 2"),
    ("Cục Bản quyền, Sở hữu trí tuệ và Đổi mới chủ trì", "Cục Bản quyền, Sở hữu trí tuệ và Đổi mới"),
    ("Ban Chỉ đạo phòng, chống mua bán người tỉnh họp", "Ban Chỉ đạo phòng, chống mua bán người tỉnh"),
    ("Ban Chỉ đạo xóa mù chữ giám sát", "Ban Chỉ đạo xóa mù chữ tỉnh"),
    ("Ban Chỉ đạo CCHC kiểm tra", "Ban Chỉ đạo cải cách hành chính tỉnh"),
    ("Ban Tiếp công dân cấp huyện trực", "Ban Tiếp công dân cấp huyện"),
    ("Cục Thuế Lào Cai rà soát", "Cục Thuế Lào Cai"),
    ("Ngân hàng Hợp tác xã Việt Nam cho vay", "Ngân hàng Hợp tác xã Việt Nam"),
    ("Cục Quản lý Khám, chữa bệnh tiếp nhận", "Cục Quản lý Khám, chữa bệnh"),
    ("Đài khí tượng Thủy văn khu vực Tây Bắc dự báo", "Đài khí tượng Thủy văn khu vực Tây Bắc"),
    ("Mặt trận Tổ quốc vận động", "Mặt trận Tổ quốc Việt Nam"),
    ("Ủy ban MTTQ Việt Nam tỉnh vận động", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
    ("Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
    ("phối hợp với thành phố Hải Phòng", "thành phố Hải Phòng"),
    ("chính quyền địa phương giữ gìn", "chính quyền địa phương"),
    ("báo cáo cấp trên", "cấp trên"),
]


@pytest.mark.parametrize(("text", "name"), SINGLE)
def test_one_body(text: str, name: str) -> None:
    assert names(text) == [name]


COUNCILS = "các Ban của Hội đồng nhân dân các cấp; Hội đồng nhân dân các cấp"
LISTS = [
    ("các sở, ban, ngành tỉnh; UBND các huyện, thị xã, thành phố", "các sở, ban, ngành; Ủy ban nhân dân cấp huyện"),
    ("các Sở: Công Thương, Tài chính và Công an tỉnh", "Sở Công Thương; Sở Tài chính; Công an tỉnh"),
    ("Sở Y tế, Giáo dục và Đào tạo", "Sở Y tế; Sở Giáo dục và Đào tạo"),
    ("UBND các phường: Cốc Lếu, Kim Tân", "Ủy ban nhân dân phường Cốc Lếu; Ủy ban nhân dân phường Kim Tân"),
    ("Hội đồng nhân dân, UBND tỉnh", "Hội đồng nhân dân tỉnh; Ủy ban nhân dân tỉnh"),
    ("các cơ quan, địa phương có liên quan", "các cơ quan liên quan; các địa phương"),
    ("các sở, ngành, đơn vị, địa phương liên quan", "các sở, ban, ngành; các đơn vị liên quan; các địa phương"),
    ("các cơ quan, đơn vị liên quan", "các cơ quan, đơn vị liên quan"),
    ("các cấp, các ngành, các địa phương", "các cấp, ngành; các địa phương"),
    (
        "các cấp ủy Đảng, chính quyền và các đoàn thể",
        "các cấp ủy; chính quyền các cấp; các đoàn thể chính trị - xã hội",
    ),
    ("các tổ chức, cá nhân có liên quan", "các tổ chức liên quan; các cá nhân liên quan"),
    ("cơ quan Thi hành án dân sự", "cơ quan thi hành án dân sự"),
    ("các ban đảng của Tỉnh ủy, Văn phòng Tỉnh ủy", "các ban đảng Tỉnh ủy; Văn phòng Tỉnh ủy"),
    ("các cơ quan của Quốc hội", "các cơ quan của Quốc hội"),
    ("Bộ trưởng Bộ Nội vụ, Tổ phó Tổ công tác số 2", "Bộ Nội vụ!; Tổ công tác số 2!"),
    ("Hội đồng ghi biên bản", "Hội đồng"),
    ("các tập đoàn, tổng công ty nhà nước", "các tập đoàn nhà nước; các tổng công ty nhà nước"),
    ("Thủ trưởng cơ quan ngang bộ, cơ quan liên quan", "các cơ quan ngang bộ!; các cơ quan liên quan!"),
    ("Sở Xây dựng (cơ quan thường trực), Sở Y tế", "Sở Xây dựng; Sở Y tế"),
    ("tất cả các cơ quan, đơn vị", "các cơ quan, đơn vị"),
    ("các cơ quan, đơn vị thuộc Sở Y tế", "các cơ quan, đơn vị thuộc Sở Y tế"),
    ("Sở Lao động- Thương binh và Xã hội, Sở Y tế", "Sở Lao động - Thương binh và Xã hội; Sở Y tế"),
    ("các tổ chức chính trị –xã hội", "các tổ chức chính trị - xã hội"),
    ("các phòng, đơn vị trực thuộc", "các phòng trực thuộc; các đơn vị trực thuộc"),
    ("các cơ quan thông tấn, báo chí", "các cơ quan thông tấn; các cơ quan báo chí"),
    ("các ngành chức năng có liên quan", "các ngành chức năng liên quan"),
    ("các tỉnh, thành phố: Hà Nội, Sơn La", "thành phố Hà Nội; tỉnh Sơn La"),
    (
        "UBND các tỉnh, thành phố: Cần Thơ, Sơn La",
        "Ủy ban nhân dân thành phố Cần Thơ; Ủy ban nhân dân tỉnh Sơn La",
    ),
    ("Ban Chỉ huy Phòng thủ dân sự cùng cấp", "Ban Chỉ huy Phòng thủ dân sự cùng cấp"),
    ("ngành Y tế và các cơ quan thuế", "Ngành Y tế; các cơ quan thuế"),
    ("Đại sứ quán Lào tại Việt Nam", "Đại sứ quán Lào tại Việt Nam"),
    ("Công ty TNHH MTV Cấp nước Sơn La", "Công ty trách nhiệm hữu hạn một thành viên Cấp nước Sơn La"),
    (
        "Thường trực HĐND, các Ban HĐND, Tổ đại biểu và đại biểu HĐND tỉnh",
        "Thường trực Hội đồng nhân dân tỉnh; các Ban Hội đồng nhân dân tỉnh; "
        "Tổ đại biểu Hội đồng nhân dân tỉnh; Đại biểu Hội đồng nhân dân tỉnh",
    ),
    ("các ban của Hội đồng nhân dân, Hội đồng nhân dân các cấp", COUNCILS),
    ("Hội đồng Dân tộc, các Ủy ban của Quốc hội", "Hội đồng Dân tộc; các Ủy ban của Quốc hội"),
    ("Kiểm toán nhà nước, các cơ quan khác của Nhà nước", "Kiểm toán nhà nước; các cơ quan của Nhà nước"),
    ("các tổ chức thành viên của Mặt trận", "các tổ chức thành viên Mặt trận"),
    (
        "Bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ trong phạm vi chức năng của mình",
        "các bộ; các cơ quan ngang bộ; các cơ quan thuộc Chính phủ",
    ),
    ("Ngân hàng Chính sách xã hội, Sở Y tế", "Ngân hàng Chính sách xã hội; Sở Y tế"),
    ("Hội đồng quản lý Quỹ họp", "Hội đồng quản lý Quỹ"),
    ("đảng ủy, chính quyền cấp xã", "đảng ủy cấp xã; chính quyền cấp xã"),
    (
        "Ngân hàng Nhà nước Việt Nam - chi nhánh tỉnh Sơn La",
        "Ngân hàng Nhà nước Việt Nam - chi nhánh tỉnh Sơn La",
    ),
]


@pytest.mark.parametrize(("text", "found"), LISTS)
def test_lists_are_split(text: str, found: str) -> None:
    assert names(text) == [found]


OFFICES = [
    ("Giám đốc Sở Tư pháp", "Sở Tư pháp!"),
    ("Chánh Văn phòng UBND tỉnh; Thủ trưởng các sở, ngành", "Văn phòng Ủy ban nhân dân tỉnh!; các sở, ban, ngành!"),
    ("Thủ trưởng các sở, ngành và Cục Thuế tỉnh", "các sở, ban, ngành!; Cục Thuế tỉnh!"),
    ("Thủ trưởng các sở, ngành; các đơn vị liên quan", "các sở, ban, ngành!; các đơn vị liên quan"),
    ("Chủ tịch UBND các xã, phường và các đơn vị liên quan", "Ủy ban nhân dân cấp xã!; các đơn vị liên quan"),
    ("Giám đốc Sở Tài chính, Sở Nội vụ, Công an tỉnh", "Sở Tài chính!; Sở Nội vụ!; Công an tỉnh"),
    ("người đứng đầu các cơ quan, đơn vị", "các cơ quan, đơn vị!"),
    ("Trưởng ban Dân tộc tỉnh, Trưởng ban Ban Tiếp công dân tỉnh", "Ban Dân tộc tỉnh!; Ban Tiếp công dân tỉnh!"),
    ("Trưởng phòng Phòng Nội vụ", "Phòng Nội vụ!"),
]


@pytest.mark.parametrize(("text", "found"), OFFICES)
def test_offices_of_heads(text: str, found: str) -> None:
    assert names(text) == [found]


def test_a_central_document_keeps_the_province_and_means_all_of_them() -> None:
    assert names("UBND tỉnh Lào Cai, UBND các tỉnh, thành phố trực thuộc Trung ương", CENTRE) == [
        "Ủy ban nhân dân tỉnh Lào Cai; Ủy ban nhân dân cấp tỉnh"
    ]
    assert names("Bộ trưởng các Bộ: Y tế, Công an", CENTRE) == ["Bộ Y tế!; Bộ Công an!"]
    assert names("các bộ, ngành, địa phương", CENTRE) == ["các bộ, ngành; các địa phương"]


def test_a_city_keeps_its_own_word() -> None:
    assert names("UBND Thành phố, Công an thành phố", CAPITAL) == ["Ủy ban nhân dân thành phố; Công an thành phố"]


def test_a_district_speaks_of_its_own_district() -> None:
    district = Setting(province="Đắk Nông", issuer="Ủy ban nhân dân huyện Krông Nô")
    assert names("UBND huyện, Thanh tra huyện, UBND các xã", district) == [
        "Ủy ban nhân dân huyện; Thanh tra huyện; Ủy ban nhân dân cấp xã"
    ]
    assert names("Văn phòng HĐND và UBND huyện", district) == ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện"]


def test_the_issuer_owns_bare_words() -> None:
    assert names("Văn phòng Sở báo cáo Giám đốc Sở", DEPARTMENT) == ["Văn phòng Sở Công Thương | Sở Công Thương!"][
        0
    ].split(" | ")
    assert names("các phòng, ban thuộc Sở", DEPARTMENT) == [
        "các phòng thuộc Sở Công Thương; các ban thuộc Sở Công Thương"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Trường hợp vượt thẩm quyền",
        "ban hành kế hoạch phòng, chống dịch bệnh",
        "tổ chức hội nghị, báo cáo kết quả",
        "bộ máy tinh gọn; các cấp phép xây dựng",
        "quyền sở hữu, đội ngũ cán bộ",
        "xã hội hóa nguồn lực",
        "Tổng hợp số liệu",
        "các đại biểu Hội đồng nhân dân tỉnh đã thảo luận",
    ],
)
def test_words_that_only_look_like_bodies(text: str) -> None:
    assert names(text) == [""]


def test_slips_of_ocr_are_mended_in_known_words() -> None:
    slip = "Cục Thị hành án dân sự tỉnh phôi hợp với các tô chức"
    assert mend(fold(slip)) == "cục thi hành án dân sự tỉnh phối hợp với các tổ chức"
    assert names(slip) == ["Cục Thi hành án dân sự tỉnh", "các tổ chức"]


@pytest.mark.parametrize(
    "sound",
    ["các thứ trưởng", "tại địa bàn quản lý", "nếu cần thì ủy ban nhân dân xã", "các văn bản chỉ đạo", "học viên"],
)
def test_words_that_only_look_like_slips_are_left_alone(sound: str) -> None:
    assert mend(sound) == sound


def test_canonical_names_lead_to_the_catalogue() -> None:
    assert body_id_of("Sở Nội vụ") == "P-SNV"
    assert body_id_of("Ủy ban nhân dân cấp xã") == "G-UBNDX"
    assert body_id_of("Câu lạc bộ thơ") is None
    for row in set(catalogue().values()):
        assert body_id_of(canonical_body(row.name, NOWHERE)), row


def test_tables_agree_with_the_code() -> None:
    kinds = {row.kind for row in duties.role_cues()}
    known = "lead coordinate advise report register answer direct order watch notify"
    assert kinds == set(known.split())
    slots = {group.removeprefix("slot: ") for group in duties.sentence_words() if group.startswith("slot: ")}
    assert slots <= kinds
    for table in (duties.body_forms(), duties.offices(), duties.role_cues(), duties.name_stops(), duties.task_verbs()):
        assert len(set(table)) == len(table)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*(text for text, _ in SINGLE + LISTS + OFFICES), "\n", "; ", " (", "ÀÁẢ", "😀"])))
def test_never_raises_and_spans_are_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    lists = find_bodies(text, fold(text), 0, len(text), LAKE)
    assert all(one.end <= two.start for one, two in pairwise(lists))
    assert all(one.start <= mention.start < mention.end <= one.end for one in lists for mention in one.mentions)
