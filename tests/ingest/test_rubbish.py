from __future__ import annotations

import pytest

from pipeline.ingest.rubbish import is_mojibake, is_rubbish

GOOD = "Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan. "


@pytest.mark.parametrize(
    "text",
    [
        "(cid:12)(cid:7) " * 10,
        "\ufffd\ufffdy ban nh\ufffdn d\ufffdn " * 5,
        "Uû ban nh©n d©n tØnh giao Së Néi vô chñ tr×, phèi hîp víi c¸c c¬ quan " * 3,
        "Uyû ban nhaân daân tænh giao Sôû Noäi vuï chuû trì, phoái hôïp vôùi caùc cô quan " * 3,
        "UY BAN NHAN DAN TINH giao So Noi vu chu tri phoi hop voi cac co quan lien quan " * 3,
        "\x01\x03\x04\x05" * 20,
    ],
)
def test_rubbish(text: str) -> None:
    assert is_rubbish(text)


@pytest.mark.parametrize("text", [GOOD, GOOD.upper(), "2.1. 35.000 12/2024 100%", "Trang 2", ""])
def test_text(text: str) -> None:
    assert not is_rubbish(text)


def test_english_is_no_mojibake() -> None:
    assert not is_mojibake("The committee shall report to the minister on the naïve façade of the plan. " * 3)
    assert not is_mojibake(GOOD * 3)
