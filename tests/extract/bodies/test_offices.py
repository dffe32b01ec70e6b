from __future__ import annotations

import pytest

from tests.extract.bodies.test_bodies import names

PEOPLE = "Ủy ban nhân dân cấp tỉnh!"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các Bộ trưởng, Chủ tịch UBND các tỉnh, thành phố thi hành", f"các bộ!; {PEOPLE}"),
        ("các đồng chí Bộ trưởng và Chủ tịch UBND các tỉnh họp", f"các bộ!; {PEOPLE}"),
        ("Các Bộ trưởng chịu trách nhiệm", "các bộ!"),
        ("các Bộ trưởng Bộ Y tế, Bộ Nội vụ", "Bộ Y tế!; Bộ Nội vụ!"),
    ],
)
def test_ministers_without_their_ministries(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giám đốc: Sở Y tế, Đài Truyền hình Sông Đà", "Sở Y tế!; Đài Truyền hình Sông Đà!"),
        ("Giám đốc Sở Y tế, Đài Truyền hình Sông Đà", "Sở Y tế!; Đài Truyền hình Sông Đà"),
    ],
)
def test_a_title_before_a_colon_is_that_of_the_whole_list(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected
