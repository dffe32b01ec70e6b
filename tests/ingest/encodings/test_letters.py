from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.gazetteers.legacy import legacy_letters
from pipeline.ingest.encodings.letters import from_tcvn3, from_tcvn3_capitals, from_tcvn5712, from_vni
from pipeline.spelling import UPPER
from tests.ingest.encodings.make import as_shown

SMALL = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
LETTERS = "abcdeghiklmnopqrstuvxy" + SMALL
TEXTS = st.text(LETTERS + LETTERS.upper() + " ,.;:-/()0123456789\n", max_size=80)


def test_the_tables_hold_every_letter() -> None:
    capitals = set(SMALL.upper())
    assert capitals < set(UPPER)
    assert set(legacy_letters("VNI").values()) == set(SMALL) | capitals
    assert set(legacy_letters("TCVN3").values()) == set(SMALL) | set("ĂÂĐÊÔƠƯ")
    assert set(legacy_letters("TCVN3").values()) | set(legacy_letters("TCVN5712-1").values()) == set(SMALL) | capitals


@pytest.mark.skipif(shutil.which("iconv") is None, reason="there is no iconv")
def test_tcvn_is_that_of_iconv() -> None:
    codes = legacy_letters("TCVN3") | legacy_letters("TCVN5712-1")
    command = ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"]
    letters = "".join(codes.values())
    assert subprocess.run(command, input=letters.encode(), capture_output=True).stdout == "".join(codes).encode(
        "latin-1"
    )


@given(TEXTS)
def test_vni_there_and_back(text: str) -> None:
    assert from_vni(as_shown(text, "vni")) == text


@given(TEXTS)
def test_tcvn5712_there_and_back(text: str) -> None:
    assert from_tcvn5712(as_shown(text, "tcvn5712")) == text


@given(TEXTS)
def test_tcvn3_there_and_back_but_for_capitals(text: str) -> None:
    assert from_tcvn3(as_shown(text, "tcvn3")).lower() == text.lower()
    assert from_tcvn3_capitals(as_shown(text, "tcvn3")) == text.upper()


@given(st.text(LETTERS + " ,.-0123456789\n", max_size=80))
def test_small_letters_of_tcvn3_stay_small(text: str) -> None:
    assert from_tcvn3(as_shown(text, "tcvn3")) == text


@pytest.mark.parametrize(
    ("tcvn3", "text"),
    [
        ("Tr­êng §¹i häc Y Hµ Néi", "Trường Đại học Y Hà Nội"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("§éC LËP - Tù DO", "ĐỘC LẬP - TỰ DO"),
        ("ñY BAN NH¢N D¢N", "ỦY BAN NHÂN DÂN"),
        ("CñA Së Y TÕ", "CỦA SỞ Y TẾ"),
        ("Së NN&PTNT, UBND tØnh, Q§-UBND", "Sở NN&PTNT, UBND tỉnh, QĐ-UBND"),
        ("CHñ TÞCH Uû ban", "CHỦ TỊCH Uỷ ban"),
        ("nhiÖt ®é 37°C, “®óng”", "nhiệt độ 37°C, “đúng”"),
    ],
)
def test_tcvn3(tcvn3: str, text: str) -> None:
    assert from_tcvn3(tcvn3) == text


@pytest.mark.parametrize(
    ("vni", "text"),
    [
        ("Tröôøng Ñaïi hoïc Y Haø Noäi", "Trường Đại học Y Hà Nội"),
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (
            "nghóa vuï, kyõ thuaät, yù kieán, thò xaõ, tænh, Myõ, kyû luaät, söï lyù",
            "nghĩa vụ, kỹ thuật, ý kiến, thị xã, tỉnh, Mỹ, kỷ luật, sự lý",
        ),
    ],
)
def test_vni(vni: str, text: str) -> None:
    assert from_vni(vni) == text
