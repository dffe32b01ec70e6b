from __future__ import annotations

import pytest

from pipeline.extract.head.signature import Signature
from pipeline.extract.head.voice import minister_of, voice_of
from tests.extract.head.head_papers import DIRECTIVE, head_of

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


@pytest.mark.parametrize(
    ("order", "voice"),
    [
        ("Trước tình hình đó, Bộ trưởng Bộ Y tế yêu cầu:", "Bộ trưởng "),
        ("Bộ trưởng Bộ Y tế (sau đây gọi là Bộ) yêu cầu các vụ", "Bộ trưởng "),
        ("Theo đề nghị của Bộ trưởng Bộ Y tế,", ""),
        ("Bộ trưởng Bộ Nội vụ yêu cầu các vụ", ""),
    ],
)
def test_a_minister_commands(order: str, voice: str) -> None:
    assert minister_of("Bộ Y tế", (), order) == voice


@pytest.mark.parametrize(
    ("order", "signature", "issuer"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("Chủ tịch UBND tỉnh yêu cầu", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Ủy ban nhân dân tỉnh yêu cầu", "CHỦ TỊCH", "Ủy ban nhân dân tỉnh Lào Cai"),
        ("Văn phòng UBND tỉnh đề nghị", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("Văn phòng UBND tỉnh đề nghị", "CHÁNH VĂN PHÒNG", "Văn phòng Ủy ban nhân dân tỉnh Lào Cai"),
        ("Lãnh đạo UBND tỉnh kết luận", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("Phó Chủ tịch UBND tỉnh kết luận,", "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Chủ tịch Ủy ban nhân dân tỉnh Lào Cai"),
        ("giao cho", "", "Ủy ban nhân dân tỉnh Lào Cai"),
    ],
)
def test_who_commands(order: str, signature: str, issuer: str) -> None:
    assert head_of(DIRECTIVE.format(order=order, signature=signature)).issuer == issuer
