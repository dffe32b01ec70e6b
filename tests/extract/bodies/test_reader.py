from __future__ import annotations

import pytest

from tests.extract.bodies.test_bodies import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("với các cơ quan: Công an tỉnh, Sở Y tế rà soát", "Công an tỉnh; Sở Y tế"),
        ("các cơ quan Văn phòng Tỉnh ủy, Ban Nội chính Tỉnh ủy họp", "Văn phòng Tỉnh ủy; Ban Nội chính Tỉnh ủy"),
        ("Thủ trưởng các đơn vị: Sở Y tế, Sở Nội vụ", "Sở Y tế!; Sở Nội vụ!"),
        ("các đơn vị Sở Y tế rà soát", "các đơn vị | Sở Y tế"),
        ("các cơ quan: Sở Y tế rà soát", "các cơ quan | Sở Y tế"),
    ],
)
def test_names_behind_a_noun_stand_for_it(text: str, expected: str) -> None:
    assert " | ".join(names(text)) == expected
