from __future__ import annotations

import pytest

from pipeline.learn.confusions import cost

LIKELIER = [
    (("đế", "để"), ("đế", "đề")),  # a hook over a circumflex, rather than another tone
    (("tỉnh", "tinh"), ("tạnh", "tanh")),  # a mark over i, rather than over another letter
    (("ban", "bạn"), ("ban", "bân")),  # a tone, rather than a shape
    (("bân", "ban"), ("bấn", "ban")),  # one mark, rather than two
    (("tố", "tổ"), ("tốế", "tổể")),  # one letter, rather than two
]


@pytest.mark.parametrize(("likely", "unlikely"), LIKELIER)
def test_order_of_slips(likely: tuple[str, str], unlikely: tuple[str, str]) -> None:
    assert 0 > cost(*likely) > cost(*unlikely)


def test_no_slip_costs_nothing() -> None:
    assert cost("tổ", "tổ") == 0
