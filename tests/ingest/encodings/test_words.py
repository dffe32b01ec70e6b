from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest.encodings.words import rewritten_words
from tests.ingest.encodings.make import as_shown
from tests.ingest.make import document, pdf, typed

WORDS = ["Sở", "Nội", "vụ", "chủ", "trì,", "phối", "hợp", "với", "các", "cơ", "quan", "liên", "quan"]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_words_of_a_page_keep_their_places(encoding: str) -> None:
    assert rewritten_words([as_shown(word, encoding) for word in WORDS]) == (WORDS, encoding.upper())
    assert rewritten_words(WORDS) == ([], "")


def test_words_that_nothing_converts() -> None:
    assert rewritten_words(["¡¢£", "t§¨h", "©ªng", "µ¶h", "¸¹n", "»¼", "tr½¾", "¿Æt", "ÇÈng", "®t"] * 5) == ([], "")


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_pdf_in_an_old_font(tmp_path: Path, encoding: str) -> None:
    first = (
        "Điều 1. Sở Nội vụ chủ trì, phối hợp với các cơ quan liên\nquan rà soát trường học ở từng thôn, lưu trữ hồ sơ."
    )
    last = "Điều 2. Quyết định này có hiệu lực từ ngày ký; các sở thực hiện."
    result = document(tmp_path, pdf(*(typed(as_shown(page, encoding)) for page in (first, last))))
    assert result.text == first.replace("\n", " ") + "\n" + last
    assert (result.method, [issue.code for issue in result.issues]) == ("pdf-text", ["converted-encoding"])
