from __future__ import annotations

import time

import pytest

from pipeline.extract.bodies import find_bodies
from pipeline.extract.bodies.canonical import Setting, expand, setting_of
from pipeline.extract.bodies.mending import mend
from pipeline.extract.bodies.shorts import called_names, defined_shorts
from pipeline.model import Head
from pipeline.spelling import fold

DEFINED = [
    ("Ban Chỉ đạo xóa nhà tạm (XNT) và chuyển đổi số (CĐS)", {"XNT": "xóa nhà tạm", "CĐS": "chuyển đổi số"}),
    ("họp Ban Chỉ đạo cải cách hành chính (BCĐ CCHC)", {"BCĐ": "Ban Chỉ đạo", "CCHC": "cải cách hành chính"}),
    ("phát triển du lịch (sau đây viết tắt là PTDL)", {"PTDL": "phát triển du lịch"}),
    ("phát triển du lịch (sau đây gọi tắt là: “PTDL”)", {"PTDL": "phát triển du lịch"}),
    ("khoa học và công nghệ (KH&CN)", {"KH&CN": "khoa học và công nghệ"}),
    ("khu kinh tế (viết tắt là KKT), cụm công nghiệp (CCN)", {"KKT": "khu kinh tế", "CCN": "cụm công nghiệp"}),
    ("khu kinh tế của tỉnh (BCĐ KKTT)", {}),  # one of two stands for nothing
    ("quy hoạch\n(QH)", {}),
    ("Tờ trình (số 5)", {}),
]


@pytest.mark.parametrize(("text", "shorts"), DEFINED)
def test_abbreviations_are_known_by_their_initials(text: str, shorts: dict[str, str]) -> None:
    assert defined_shorts(text) == shorts


CALLED = [
    (
        "Lập Ban Chỉ đạo phát triển du lịch (sau đây gọi tắt là Ban Chỉ đạo)",
        {"Ban Chỉ đạo": "Ban Chỉ đạo phát triển du lịch"},
    ),
    ("giao Trung tâm Lưu trữ tỉnh, sau đây gọi là Trung tâm, kiểm kê", {"Trung tâm": "Trung tâm Lưu trữ tỉnh"}),
    ("Quỹ Khuyến học tỉnh (gọi tắt là “Quỹ”)", {"Quỹ": "Quỹ Khuyến học tỉnh"}),
    ("Hội đồng thẩm tra theo Điều 9 (sau đây gọi là Hội đồng)", {"Hội đồng": "Hội đồng thẩm tra"}),
    ("Ban Quản lý chợ; hồ sơ của Tổ (sau đây gọi tắt là Ban Quản lý)", {}),  # another sentence
    ("các hộ trồng rừng (sau đây gọi chung là Chủ rừng)", {}),
    ("Ban Chỉ đạo (sau đây gọi tắt là Ban Chỉ đạo)", {}),
]


@pytest.mark.parametrize(("text", "called"), CALLED)
def test_names_are_cut_short(text: str, called: dict[str, str]) -> None:
    assert called_names(text) == called


def test_abbreviations_are_written_out() -> None:
    assert expand("Ban Chỉ đạo CĐS", Setting(shorts={"CĐS": "chuyển đổi số"})) == "Ban Chỉ đạo chuyển đổi số"


BODIES = [
    ("Ban Chỉ đạo trồng rừng tỉnh Lào Cai (sau đây gọi tắt là Ban Chỉ đạo).", "Ban Chỉ đạo họp", "trồng rừng tỉnh"),
    ("Ban Chỉ đạo trồng rừng (BCĐ TR).", "BCĐ TR họp", "trồng rừng tỉnh"),
    ("Hội đồng giám sát chợ (sau đây gọi là Hội đồng).", "Hội đồng báo cáo", "giám sát chợ"),
    ("Hội đồng giám sát chợ (sau đây gọi là Hội đồng).", "Hội đồng thẩm định Quy hoạch báo cáo", "thẩm định Quy hoạch"),
]


@pytest.mark.parametrize(("definition", "order", "name"), BODIES)
def test_a_text_is_taken_at_its_word(definition: str, order: str, name: str) -> None:
    setting = setting_of(definition, Head(province="Lào Cai", issuer="Ủy ban nhân dân tỉnh Lào Cai"))
    found = find_bodies(order, mend(fold(order)), 0, len(order), setting)[0].mentions[0].body
    assert found.removeprefix("Ban Chỉ đạo ").removeprefix("Hội đồng ") == name


@pytest.mark.parametrize("rubbish", ["(", ", sau đây gọi là ", "(sau đây gọi tắt là Aa ", "(ABC ", "a ("])
def test_hostile_text_takes_no_time(rubbish: str) -> None:
    start = time.process_time()
    assert defined_shorts(rubbish * 20_000) == called_names(rubbish * 20_000) == {}
    assert time.process_time() - start < 2
