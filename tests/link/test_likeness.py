from __future__ import annotations

import pytest

from pipeline.link import link
from pipeline.link.likeness import likeness
from tests.link.make import assign, paper

BENT = [
    ("Sơ Nôi vụ", "Lai Châu", "P-SNV@lai-chau"),
    ("SO GIAO THONG VAN TAI TINH LAI CHAU", None, None),  # no province is read without its marks
    ("Sở Giao thông vận tảl", "Lai Châu", "P-SGTVT@lai-chau"),
    ("Sở Giao thông vận tảl tỉnh Yên Bái", "Lai Châu", "P-SGTVT@yen-bai"),
    ("Tông cục Thuê", "Lai Châu", "C-TCT"),
    ("Bô Nội vụ", "Lai Châu", "C-BNV"),
    ("Uy ban nhân dân câp xã", "Lai Châu", "G-UBNDX@lai-chau"),
    ("các đơn vị trực thuộc Bộ", "Lai Châu", None),
    ("Sở Nội vụ", "Lai Châu", None),  # known as it stands
    ("Hội đồng Thi đua - Khên thưởng", None, None),  # of a province, but of which?
    ("Trung tâm Y tế huyện Mường Tè", "Lai Châu", None),
    ("UBND thành phố", "Hưng Yên", None),  # a town
]


@pytest.mark.parametrize(("name", "province", "body_id"), BENT)
def test_likeness(name: str, province: str | None, body_id: str | None) -> None:
    found = likeness(name, province)
    assert (found.body_id if found else None) == body_id


def test_a_bent_body_is_linked_and_named_once() -> None:
    linked = link([paper(assignments=(assign("Sơ Nôi vụ"), assign("Sơ Nôi vụ"), assign("Sở Nội vụ")))])[0]
    assert {each.body_id for each in linked.assignments} == {"P-SNV@lai-chau"}
    issues = [issue for issue in linked.issues if issue.code == "body-linked-by-likeness"]
    assert len(issues) == 1
    assert all(words in issues[0].message for words in ("'Sơ Nôi vụ'", "'Sở Nội vụ'", "P-SNV@lai-chau", "1.00"))
