from __future__ import annotations

import pytest

from pipeline.extract.assignments.parts import part_ends


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sở Y tế rà soát; báo cáo.\nXong", ["Sở Y tế rà soát;", " báo cáo.", "\n"]),
        ("Gồm: các sở.", ["Gồm:", " các sở."]),
        ("Lúc 8:30 ngày 1.2.2024", []),
        ("TP. vùng cao. TP. Huế", ["TP. vùng cao.", " TP."]),
        ("Rà soát... các sở", ["Rà soát..."]),
        ("Rà soát…. các sở", ["Rà soát…."]),
        ("(Rà soát?!) Xong!/", ["(Rà soát?!", ") Xong!"]),
        ("Rà soát?.x", []),
    ],
)
def test_where_parts_end(text: str, parts: list[str]) -> None:
    ends = part_ends(text, 0, len(text))
    assert [text[left:right] for left, right in zip([0, *ends], ends, strict=False)] == parts


@pytest.mark.parametrize("marks", [".", "…", "?!"])
def test_a_long_run_of_marks_takes_linear_time(marks: str) -> None:
    text = marks * 100_000 + "x"
    assert part_ends(text, 0, len(text)) == []
