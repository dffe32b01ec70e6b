from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import DependencyMissing, InputError
from pipeline.ingest.scan import tesseract
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.tesseract import engine, engine_name, quarter_turns, recognise, recognise_part
from pipeline.limits import Limits
from tests.ingest.scan.make import DPI, fake_tesseract, hocr, needs_tesseract, no_tesseract, page

BLANK = PageImage(np.full((50, 80), 255, np.uint8), 200)


def test_no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)
    with pytest.raises(DependencyMissing) as caught:
        recognise(BLANK)
    assert caught.value.code == "dependency"
    assert "apt-get install" in caught.value.advice
    assert "tesseract-ocr-script-viet" in caught.value.advice
    assert engine_name() == "none"


@pytest.mark.parametrize(
    ("languages", "chosen"),
    [("eng\nvie\nVietnamese", "Vietnamese"), ("vie", "vie"), ("script/Vietnamese", "script/Vi")],
)
def test_the_large_net_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languages: str, chosen: str) -> None:
    fake_tesseract(tmp_path, monkeypatch, languages=languages)
    assert engine().language.startswith(chosen)
    assert engine_name() == f"5.9.9 {engine().language}"


def test_no_vietnamese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, languages="eng\nosd")
    with pytest.raises(DependencyMissing, match="Vietnamese"):
        engine()


def test_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = fake_tesseract(tmp_path, monkeypatch, hocr("Sở Nội vụ"), hocr("Sở Y tế"), "vie\nVietnamese")
    assert [word.text for word in recognise(BLANK)] == ["Sở", "Nội", "vụ"]
    assert len(recognise_part(BLANK, "fast")) == 3
    calls = log.read_text().splitlines()[2:]
    assert ["-l Vietnamese --psm 3 " in calls[0], "-l vie --psm 6 " in calls[1]] == [True] * 2


def test_each_picture_gets_its_own_words() -> None:
    needs_tesseract()
    pages = [PageImage(np.asarray(page((words, 200, 300))), DPI) for words in ("Sở Nội vụ", "Thanh tra tỉnh")]
    read = [" ".join(word.text for word in recognise(each)) for each in (*pages, BLANK, *pages)]
    assert read == ["Sở Nội vụ", "Thanh tra tỉnh", "", "Sở Nội vụ", "Thanh tra tỉnh"]


def test_a_library_of_another_version_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch)
    assert not engine().can_last


def test_failures_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, failure="out of memory", languages="vie\nosd")
    with pytest.raises(InputError, match="out of memory"):
        recognise(BLANK)
    assert recognise_part(BLANK, "large") == ()
    assert quarter_turns(BLANK) == 0


def test_a_page_has_its_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, seconds=30)
    monkeypatch.setattr(tesseract, "LIMITS", Limits(seconds_per_page=0.3))
    with pytest.raises(InputError, match="longer than"):
        recognise(BLANK)
