from __future__ import annotations

import pytest

from pipeline.extract.assignments.items import others_named
from tests.extract.assignments.test_roles import said

ITEMS = [
    ("các nghệ nhân gốm, học sinh", ["các nghệ nhân gốm", "học sinh"]),
    ("làng nghề dệt Mai Châu và các thợ thêu.", ["làng nghề dệt Mai Châu", "các thợ thêu"]),
    ("nhóm thợ trẻ trong và ngoài tỉnh (khi có yêu cầu)", ["nhóm thợ trẻ trong và ngoài tỉnh"]),
    ("hoàn thành trong tháng 5, tại nhà văn hóa, như trên", []),
]


@pytest.mark.parametrize(("text", "found"), ITEMS)
def test_who_is_named_beside_bodies(text: str, found: list[str]) -> None:
    assert [mention.body for mention in others_named(text, text.lower(), 0, len(text), [])] == found


def test_a_label_means_whoever_stands_behind_it() -> None:
    assert said("Đơn vị phối hợp: Sở Nội vụ, các nghệ nhân gốm; hoàn thành trước ngày 5/6.")[1] == (
        "coordinate Sở Nội vụ; coordinate các nghệ nhân gốm"
    )
    assert said("Địa điểm: Sở Nội vụ, các làng gốm.") == ("responsible Sở Nội vụ", "")
