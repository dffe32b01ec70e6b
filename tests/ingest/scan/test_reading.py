"""Scans from file to document: PDF, PNG, JPEG, TIFF; text layers that are not worth reading; what is missing."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from pathlib import Path
from threading import Event, Thread, get_ident
from types import SimpleNamespace

import pytest
from PIL import Image

from pipeline.errors import CorruptInput, DependencyMissing, EmptyInput, InputError, TooLarge
from pipeline.ingest import read
from pipeline.ingest.scan import pictures, reader, slots
from pipeline.ingest.scan.reader import _SHARE_OF_TIME
from pipeline.ingest.scan.slots import a_core
from pipeline.limits import Limits, cores
from tests.ingest.make import document, pdf, typed
from tests.ingest.scan.make import as_bytes, fake_tesseract, hocr, needs_tesseract, no_tesseract, page

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát hồ sơ của xã."
LINES = [("1. Sở Nội vụ chủ trì, phối hợp với các sở", 200, 300), ("rà soát hồ sơ của xã.", 200, 370)]
FORMS = ["PDF", "PNG", "JPEG", "TIFF"]


@pytest.mark.parametrize("form", FORMS)
def test_words_places_and_confidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    fake_tesseract(tmp_path, monkeypatch, hocr("1. Sở Nội vụ", "2. Sở Y tế"))
    result = document(tmp_path, as_bytes([page(*LINES)], form))
    assert (result.text, result.method, result.ocr_confidence) == ("1. Sở Nội vụ\n2. Sở Y tế", "ocr", 0.95)
    assert [result.text[place.start : place.end] for place in result.places] == ["1. Sở Nội vụ", "2. Sở Y tế"]
    first = result.places[0]
    assert first.x0 == pytest.approx(200 * 72 / 200, abs=1)
    assert first.y0 < 300 * 72 / 200 + 3 and first.y1 > 330 * 72 / 200 - 3
    assert first.confidence == 0.95


@pytest.mark.parametrize("form", ["PDF", "TIFF"])
def test_pages_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    fake_tesseract(tmp_path, monkeypatch, hocr("Sở Nội vụ"))
    blank = Image.new("L", (600, 800), 255)
    result = document(tmp_path, as_bytes([page(*LINES), blank, page(*LINES)], form))
    assert [result.text[each.start : each.end].strip() for each in result.pages] == ["Sở Nội vụ", "", "Sở Nội vụ"]
    assert [place.page for place in result.places] == [1, 3]
    assert result.issues == ()


def test_real_words(tmp_path: Path) -> None:
    needs_tesseract()
    result = document(tmp_path, as_bytes([page(*LINES, angle=1.2)], "PNG"))
    assert result.text == "1. Sở Nội vụ chủ trì, phối hợp với các sở rà soát hồ sơ của xã."
    assert (result.ocr_confidence or 0) > 0.8
    assert result.places[0].y1 - result.places[0].y0 > result.places[1].y1 - result.places[1].y0  # the longer one


@pytest.mark.parametrize("turns", [1, 2, 3])
@pytest.mark.parametrize("rows", [1, 12])
def test_a_page_on_its_side(tmp_path: Path, turns: int, rows: int) -> None:
    needs_tesseract()
    upright = page(*(("Sở Nội vụ chủ trì, phối hợp với các sở rà soát", 200, 300 + 70 * row) for row in range(rows)))
    result = document(tmp_path, as_bytes([upright.rotate(90 * turns, expand=True)], "PNG"))
    assert "phối hợp với các sở" in result.text
    place = result.places[0]
    wide = place.x1 - place.x0 > place.y1 - place.y0
    assert wide is (turns == 2)


def test_a_mixed_pdf_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, hocr("Chủ tịch tỉnh"))
    result = document(tmp_path, pdf(typed(SENTENCE), typed("(cid:12)(cid:7)(cid:9) " * 5), []))
    assert result.text == f"{SENTENCE}\nChủ tịch tỉnh"
    assert (result.method, result.ocr_confidence) == ("pdf-text", 0.95)
    assert [issue.code for issue in result.issues] == ["bad-text-layer"]
    assert [each.end > each.start for each in result.pages] == [True, True, False]


def test_without_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    no_tesseract(tmp_path, monkeypatch)
    for form in FORMS:
        with pytest.raises(DependencyMissing) as caught:
            document(tmp_path, as_bytes([page(*LINES)], form))
        assert "sudo apt-get install" in caught.value.advice
    mixed = document(tmp_path, pdf(typed(SENTENCE), typed("(cid:12)(cid:7)(cid:9) " * 5)))
    assert mixed.text == SENTENCE
    assert [(issue.code, "apt-get" in issue.message) for issue in mixed.issues] == [("page-without-text", True)]


def test_a_page_that_fails_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, failure="bad luck")
    mixed = document(tmp_path, pdf(typed(SENTENCE), typed("(cid:12)(cid:7)(cid:9) " * 5)))
    assert [issue.message for issue in mixed.issues if issue.code == "page-without-text"] == [
        "page 2: Tesseract failed: bad luck"
    ]
    with pytest.raises(InputError, match="bad luck"):
        document(tmp_path, as_bytes([page(*LINES)], "PDF"))


def test_low_confidence_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, hocr("Sở Nội vụ").replace("x_wconf 95", "x_wconf 65"))
    result = document(tmp_path, as_bytes([page(*LINES)], "PNG"))
    assert [issue.code for issue in result.issues] == ["low-confidence"]
    assert "0.65" in result.issues[0].message


def test_a_second_reading_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = fake_tesseract(tmp_path, monkeypatch, hocr("Sở Nội vụ"))
    path = tmp_path / "scan.png"
    path.write_bytes(as_bytes([page(*LINES)], "PNG"))
    first = read(path, kept=tmp_path / "kept")
    calls = len(log.read_text().splitlines())
    assert read(path, kept=tmp_path / "kept") == first
    assert len(log.read_text().splitlines()) == calls
    for kept in (tmp_path / "kept").iterdir():
        kept.write_text("{")
    assert read(path, kept=tmp_path / "kept") == first


def test_the_next_run_goes_on_where_the_time_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch, hocr("Sở Nội vụ"))
    path = tmp_path / "scan.tif"
    path.write_bytes(as_bytes([page((f"Trang {number}", 200, 300), *LINES) for number in range(5)], "TIFF"))
    monkeypatch.setattr(reader, "LIMITS", Limits(seconds_per_file=3 / _SHARE_OF_TIME))
    late = []
    for _ in range(3):
        monkeypatch.setattr(reader, "time", SimpleNamespace(monotonic=count().__next__))
        late.append([issue.message for issue in read(path, kept=tmp_path / "kept").issues])
    assert [len(messages) for messages in late] == [2, 0, 0]
    assert all("run it again" in message for message in late[0])


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_damaged_pictures(tmp_path: Path, form: str) -> None:
    whole = as_bytes([page(*LINES)], form)
    for content in (whole[:12] + b"\x00" * 40, whole[: len(whole) // 4]):
        with pytest.raises((CorruptInput, EmptyInput)):
            document(tmp_path, content)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LIMITS", Limits(page_pixels=10_000))
    with pytest.raises(TooLarge):
        document(tmp_path, as_bytes([Image.new("1", (200, 200))], "PNG"))


def test_empty_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_tesseract(tmp_path, monkeypatch)
    buffer = BytesIO()
    Image.new("RGB", (300, 400), "white").save(buffer, "PNG")
    with pytest.raises(EmptyInput):
        document(tmp_path, buffer.getvalue())


def test_no_more_at_once_than_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "cores", lambda: 1)
    monkeypatch.setattr(slots, "_NAME", "chithi-test-cores")
    naps: list[float] = []

    class Busy(Exception):
        pass

    def nap(seconds: float) -> None:
        naps.append(seconds)
        raise Busy

    monkeypatch.setattr("time.sleep", nap)
    with a_core(), pytest.raises(Busy), a_core():
        pass
    with a_core():
        assert len(naps) == 1
    assert cores() > 0


def test_one_at_a_time_looks_for_a_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slots, "cores", lambda: 1)
    monkeypatch.setattr(slots, "_NAME", "chithi-test-lookers")
    lookers: list[int] = []
    looked = Event()

    def nap(_: float) -> None:
        lookers.append(get_ident())
        if len(lookers) > 20:
            looked.set()
        Event().wait(0.005)

    def work() -> None:
        with a_core():
            pass

    monkeypatch.setattr(slots, "time", SimpleNamespace(sleep=nap))
    threads = [Thread(target=work) for _ in range(3)]
    with a_core():
        for thread in threads:
            thread.start()
        assert looked.wait(10)
        assert len(set(lookers)) == 1
    for thread in threads:
        thread.join(10)
    assert not any(thread.is_alive() for thread in threads)
