from __future__ import annotations

import sys

import numpy as np
import pytest

from pipeline.errors import InputError
from pipeline.ingest.scan import lasting
from pipeline.ingest.scan.lasting import can_last, end_lasting, words_of
from pipeline.ingest.scan.render import PageImage

BLANK = PageImage(np.full((50, 80), 255, np.uint8), 200)
ANSWERING = """
import json, os, sys
while request := sys.stdin.buffer.readline():
    width, height, *rest = json.loads(request)
    dots = sys.stdin.buffer.read(width * height)
    print(json.dumps([[f"{os.getpid()} {sum(dots)} {rest}", 0, 0, 1, 1, 1, 1, 1]]), flush=True)
"""


def program(patch: pytest.MonkeyPatch, code: str) -> None:
    """Have `code` run where the library would."""
    patch.setattr(lasting, "_PROGRAM", (sys.executable, "-ISc", code))


def test_one_start_for_many_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    program(monkeypatch, ANSWERING)
    monkeypatch.setattr(lasting, "_MOST", 3)
    words = [words_of(BLANK, "vie", mode, "01", 10)[0].text for mode in (3, 3, 11, 3)]
    starts, said = zip(*(word.split(" ", 1) for word in words), strict=True)
    assert starts[0] == starts[1] == starts[2] != starts[3]
    assert said[1:3] == (f"{255 * 50 * 80} [200, 3, '01']", f"{255 * 50 * 80} [200, 11, '01']")
    [other] = words_of(BLANK, "Vietnamese", 3, "", 10)
    end_lasting()
    [later] = words_of(BLANK, "vie", 3, "", 10)
    assert len({starts[3], other.text.split()[0], later.text.split()[0]}) == 3


def test_its_last_words_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    program(monkeypatch, "import sys; sys.exit('out of memory')")
    with pytest.raises(InputError, match="failed: out of memory"):
        words_of(BLANK, "vie", 3, "", 10)
    program(monkeypatch, "import os; os.abort()")
    with pytest.raises(InputError, match="failed: code -6"):
        words_of(BLANK, "vie", 3, "", 10)


def test_a_page_has_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    program(monkeypatch, "import time; time.sleep(30)")
    with pytest.raises(InputError, match="longer than"):
        words_of(BLANK, "vie", 3, "", 0.2)


def test_only_one_version_of_both_will_do() -> None:
    assert not can_last("0.0.1")
