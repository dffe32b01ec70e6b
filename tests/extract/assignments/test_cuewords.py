from __future__ import annotations

import pytest

from pipeline.extract.assignments.cuewords import find_cues


@pytest.mark.parametrize(
    ("words", "cues"),
    [
        ("sở du lịch chủ trì rà soát", ["chủ trì"]),
        ("tỉnh đoàn phối hợp với sở y tế", ["phối hợp"]),
        ("ban tôn giáo tham mưu ubnd tỉnh", ["tham mưu"]),
        ("lập lịch trình, theo lịch làm việc với sở y tế", []),
        ("đoàn kiểm tra, ban lãnh đạo, địa bàn giao, tổng số đề nghị", []),
    ],
)
def test_words_that_make_a_noun_of_the_cue_behind_them(words: str, cues: list[str]) -> None:
    assert [cue.words for cue in find_cues(words, 0, len(words))] == cues
