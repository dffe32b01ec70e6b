from __future__ import annotations

from pipeline.ingest.scan.hocr import read_hocr
from tests.ingest.scan.make import HOCR, LINE, WORD, hocr


def test_words_with_box_base_line_and_confidence() -> None:
    markup = HOCR.format(LINE.format(100, 50, 500, 90, WORD.format(100, 52, 180, 88, 43, "Số:")))
    [word] = read_hocr(markup.encode())
    assert (word.text, word.left, word.top, word.right, word.bottom) == ("Số:", 100, 52, 180, 88)
    assert (round(word.base, 2), word.height, word.sure) == (90 - 8 + 0.4, 36, 0.43)


def test_all_lines() -> None:
    assert [word.text for word in read_hocr(hocr("Sở Nội vụ", "rà soát").encode())] == ["Sở", "Nội", "vụ", "rà", "soát"]


def test_lines_on_their_side_are_left_out() -> None:
    upright = hocr("Sở Nội vụ")
    for markup in (
        upright.replace("baseline 0.01 -8", "textangle 90"),
        upright.replace("0.01 -8", "1379 -16548"),
        upright.replace("baseline 0.01 -8; ", ""),
    ):
        assert list(read_hocr(markup.encode())) == []


def test_broken_markup_holds_nothing() -> None:
    for markup in (b"", b"<", b"\x00\xff", HOCR.format("<span class='ocr_line'><span>a</span></span>").encode()):
        assert list(read_hocr(markup)) == []
