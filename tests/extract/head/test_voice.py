from __future__ import annotations

import pytest

from pipeline.extract.head.signature import Signature
from pipeline.extract.head.voice import voice_of

COMMITTEE = "Ủy ban nhân dân tỉnh Lào Cai"


@pytest.mark.parametrize(
    ("order", "signature", "voice"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu", Signature(), "Chủ tịch "),
        ("Chủ tịch UBND tỉnh yêu cầu", Signature(("TM. Ủy ban nhân dân",)), ""),
        ("Văn phòng UBND tỉnh đề nghị", Signature((), "Chánh Văn phòng"), "Văn phòng "),
        ("UBND tỉnh yêu cầu", Signature((), "Chủ tịch"), ""),
        ("Phó Chủ tịch UBND tỉnh đến dự", Signature(), ""),
        ("", Signature(("KT. Chủ tịch",), "Phó Chủ tịch"), "Chủ tịch "),
    ],
)
def test_voice(order: str, signature: Signature, voice: str) -> None:
    assert voice_of(COMMITTEE, (), signature, order) == voice
