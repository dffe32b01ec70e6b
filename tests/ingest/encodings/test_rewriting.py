from __future__ import annotations

import pytest

from pipeline.ingest.encodings.rewriting import Rewriting, encoding_of_font
from tests.ingest.encodings.make import as_shown

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện nhiệm vụ được giao"


@pytest.mark.parametrize(
    ("font", "encoding"),
    [
        (".VnTime", "TCVN3"),
        ("'.VnArial NarrowH'", "TCVN3"),
        ("VNI-Times", "VNI"),
        ("VNI Times", "VNI"),
        ("Times New Roman", None),
        ("Vni", None),
        ("theme", None),
    ],
)
def test_fonts(font: str, encoding: str | None) -> None:
    found = encoding_of_font(font)
    assert (found[0] if found else None) == encoding


def test_a_run_in_an_old_font() -> None:
    rewriting = Rewriting()
    assert rewriting.run("céng hßa", ".VnTimeH") == "CỘNG HÒA"
    assert rewriting.run("Uyû ban", "VNI-Times") == "Uỷ ban"
    assert rewriting.run("là của", "Arial") == "là của"
    assert rewriting.run("Ủy ban các", ".VnTime") == "Ủy ban các"  # typed in Unicode all the same
    assert rewriting.revised("Uỷ ban") is None
    assert [issue.message.split()[4] for issue in rewriting.issues] == ["TCVN3", "VNI"]


def test_fonts_that_lie_are_not_believed() -> None:
    rewriting = Rewriting()
    for word in ("hoà", "hoá", "toán", "là", "loài", "loá"):
        rewriting.run(word, "VNI-Times")
    better = rewriting.revised("")
    assert better is not None
    assert better.run("hoá", "VNI-Times") == "hoá"
    assert better.issues == ()


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_letters_in_any_font_are_known_by_their_spelling(encoding: str) -> None:
    old = as_shown(SENTENCE, encoding)
    better = Rewriting().revised(old)
    assert better is not None
    assert better.line(old) == SENTENCE
    assert better.revised(SENTENCE) is None
    assert len(better.issues) == 1
