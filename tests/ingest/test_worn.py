from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest import read
from pipeline.ingest.worn import is_worn

TYPED = "Căn cứ Quyết định số 5 về việc trồng cây, các xã tổ chức trồng cây vào mùa xuân. "
WORN = "Căn cứ Quyêt định sô 5 vê việc trồng cây, các xã tô chức trồng cây vào mùa xuân. "


@pytest.mark.parametrize(
    ("text", "worn"),
    [
        (WORN, True),
        (TYPED * 9 + WORN, True),
        (TYPED, False),
        (TYPED * 400 + WORN, False),
        (TYPED + "tô chức", False),
        ("", False),
    ],
)
def test_what_reads_as_ocr_leaves_it(text: str, worn: bool) -> None:
    assert is_worn(text) is worn


@pytest.mark.parametrize(("text", "after", "codes"), [(WORN, TYPED, ["worn-text"]), (TYPED, TYPED, [])])
def test_a_worn_text_is_mended_and_says_so(tmp_path: Path, text: str, after: str, codes: list[str]) -> None:
    (tmp_path / "a.txt").write_text(text)
    document = read(tmp_path / "a.txt")
    assert (document.text.strip(), [issue.code for issue in document.issues]) == (after.strip(), codes)
