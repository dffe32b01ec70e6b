from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from pipeline.ingest.scan import tesseract
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.tesseract import engine, recognise, recognise_part
from tests.ingest.scan.make import DPI, needs_tesseract, page

LINES = page(("Sở Nội vụ rà soát,", 200, 300), ("báo cáo Ủy ban nhân dân", 200, 400), size=44, angle=0.4)


def test_it_reads_as_the_command_does(monkeypatch: pytest.MonkeyPatch) -> None:
    needs_library()
    image = PageImage(np.asarray(LINES), DPI)
    mine = recognise(image)
    assert " ".join(word.text for word in mine) == "Sở Nội vụ rà soát, báo cáo Ủy ban nhân dân"
    command = replace(engine(), can_last=False)
    monkeypatch.setattr(tesseract, "engine", lambda: command)
    theirs = recognise(image)
    assert [(word.text, word.left, word.bottom, word.sure) for word in mine] == [
        (word.text, word.left, word.bottom, word.sure) for word in theirs
    ]
    assert max(abs(one.base - two.base) for one, two in zip(mine, theirs, strict=True)) < 1
    assert max(abs(one.height - two.height) for one, two in zip(mine, theirs, strict=True)) < 0.1


def test_letters_are_for_one_picture_alone() -> None:
    needs_library()
    number = PageImage(np.asarray(page(("số 42", 20, 20)))[:80, :400], DPI)
    assert [word.text for word in recognise_part(number, "large")] == ["số", "42"]
    assert "42" in "".join(word.text for word in recognise_part(number, "digits"))
    assert "".join(word.text for word in recognise_part(number, "digits")).isdigit()
    assert [word.text for word in recognise_part(number, "large")] == ["số", "42"]


def test_lines_on_their_side_are_left_out() -> None:
    needs_library()
    many = page(*((f"Ủy ban nhân dân tỉnh giao Sở Nội vụ chủ trì {row}", 100, row) for row in range(200, 1200, 80)))
    level = recognise(PageImage(np.asarray(many), DPI))
    turned = recognise(PageImage(np.ascontiguousarray(np.rot90(np.asarray(many))), DPI))
    assert len(level) > 100
    assert sum("Sở" in word.text for word in turned) == 0


def needs_library() -> None:
    needs_tesseract()
    if not engine().can_last:
        pytest.skip("only the command of Tesseract is here")
