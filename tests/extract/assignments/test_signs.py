from __future__ import annotations

import pytest

from pipeline.extract.assignments.signs import signs_of


@pytest.mark.parametrize(
    ("line", "telling"),
    [
        ("Thời tiết tháng qua tại xã, phường rất tốt.", False),
        ("Số liệu của Sở Y tế được công khai.", False),
        ("Việc theo dõi của Sở Y tế đã xong.", False),  # a cue that gives no role
        ("Sở Y tế rà soát.", True),
        ("- Sở Y tế rà soát.", True),
        ("Số liệu đã rõ; Sở Y tế rà soát.", True),
        ("Sau khi có số liệu, Sở Y tế rà soát.", True),
        ("Nội dung này giao Sở Y tế rà soát.", True),
        ("Nội dung này Sở Y tế có trách nhiệm rà soát.", True),
        ("Phối hợp: nhóm nghệ sĩ, Trung tâm Văn hóa.", True),  # a label
        ("Nơi làm: nhóm nghệ sĩ, Trung tâm Văn hóa.", False),
        ("Số liệu Sở Y tế nêu sẽ giao sau.", False),  # no body behind the cue
    ],
)
def test_only_lines_that_may_give_a_duty_are_searched(line: str, telling: bool) -> None:
    text = f"Mở đầu.\n{line}\nKết thúc."
    expected = [(8, 9 + len(line))] if telling else []
    assert signs_of(text, text.lower()).lines_within(0, len(text)) == expected


def test_a_subject_behind_the_mark_of_a_clause_is_seen() -> None:
    text = "a) Sở Y tế rà soát."
    assert signs_of(text, text.lower()).lines_within(0, len(text)) == []
    assert signs_of(text, text.lower()).lines_within(3, len(text)) == [(3, len(text))]


def test_signs_are_those_of_the_stretch() -> None:
    text = "Giao Sở A.\nGiao Sở B; phối hợp với C.\nGiao Sở D."
    signs = signs_of(text, text.lower())
    assert [cue.words for cue in signs.cues_within(11, 38)] == ["giao", "phối hợp"]
    assert signs.ends_within(11, 38) == [21, 37, 38]
    assert signs.lines_within(11, 38) == [(11, 38)]
