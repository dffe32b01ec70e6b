"""What is held of a page once it is read: its lines, neither its picture nor its words one by one."""

from __future__ import annotations

import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from pipeline.ingest import read
from pipeline.ingest.syllables import quality
from tests.ingest.make import pdf, typed
from tests.ingest.scan.make import as_bytes, fake_tesseract, hocr

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát hồ sơ của xã."
LINES = 20
FEW, MANY = 5, 15


def peak(work: Callable[[], object]) -> int:
    """Bytes held at most while `work` is done."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("form", "room"), [("text", 1000), ("scan", 3000)])
def test_a_page_more_costs_its_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, room: int) -> None:
    """`room`: bytes for a line of a page, with its place."""
    monkeypatch.setattr("pipeline.ingest._mended", lambda text: text)  # what it holds depends on its blocks alone
    fake_tesseract(tmp_path, monkeypatch, hocr(*[SENTENCE] * LINES))
    printed = typed("\n".join([SENTENCE] * LINES))
    drawn = Image.linear_gradient("L").resize((100, 140))

    def held(pages: int) -> int:
        path = tmp_path / str(pages)
        path.write_bytes(pdf(*[printed] * pages) if form == "text" else as_bytes([drawn] * pages, "TIFF"))
        return peak(lambda: read(path))

    held(FEW)  # what is loaded and kept once
    assert held(MANY) - held(FEW) < (MANY - FEW) * LINES * room


def test_not_all_words_at_once() -> None:
    text = f"{SENTENCE}\n" * 5000
    assert peak(lambda: quality(text)) < sys.getsizeof(text) / 2
