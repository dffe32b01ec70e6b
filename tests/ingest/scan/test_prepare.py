from __future__ import annotations

import numpy as np
import pytest

from pipeline.ingest.scan.missed import missed_lines, only
from pipeline.ingest.scan.prepare import slope, straightened, useful
from pipeline.ingest.scan.reader import is_empty
from pipeline.ingest.scan.render import PageImage, red
from tests.ingest.scan.make import page, word

LINES = [("Sở Nội vụ chủ trì, phối hợp với các sở rà soát hồ sơ", 200, 300 + 70 * number) for number in range(12)]


@pytest.mark.parametrize("angle", [-3.0, -0.7, 0.0, 1.5, 4.0])
def test_the_slope_of_lines_is_found_and_undone(angle: float) -> None:
    pixels = np.asarray(page(*LINES, angle=angle))
    assert slope(pixels) == pytest.approx(angle, abs=0.15)
    level, turned = straightened(pixels)
    assert turned == pytest.approx(angle, abs=0.15)
    assert abs(slope(level)) < 0.15
    assert level.shape == pixels.shape


def test_an_empty_page_has_no_slope() -> None:
    blank = np.full((400, 300), 250, np.uint8)
    assert slope(blank) == 0
    assert is_empty(PageImage(blank, 200))
    assert not is_empty(PageImage(np.asarray(page(*LINES)), 200))


def test_specks_are_nothing_and_one_line_is_something() -> None:
    specks = np.full((2338, 1654), 250, np.uint8)
    specks[::40, ::28] = 10  # one dot in a thousand
    assert is_empty(PageImage(specks, 200))
    assert not is_empty(PageImage(np.asarray(page(*LINES[:1])), 200))


def test_red_vanishes_in_the_red_channel() -> None:
    pixels = np.zeros((2, 2, 3), np.uint8)
    pixels[0, 0] = (0, 0, 255)  # blue, green, red
    assert red(pixels).tolist() == [[255, 0], [0, 0]]
    assert red(pixels[:, :, :1]).shape == (2, 2)


def test_lines_that_were_left_out_are_found() -> None:
    image = PageImage(np.asarray(page(*LINES)), 200)
    read = [word("x" * 40, 200, 335 + 70 * number, height=45) for number in range(12) if number != 5]
    read = [each.__class__(each.text, 195, each.top, 1500, each.bottom + 5, each.base, 45, 0.9) for each in read]
    boxes = missed_lines(image, read)
    assert boxes and all(top > 640 and bottom < 720 for _, top, _, bottom in boxes)
    alone = only(image, boxes, 10).pixels
    assert (alone[640:720] < 128).any()
    assert not (alone[:620] < 128).any()
    assert missed_lines(image, []) == []


def test_a_picture_is_no_finer_than_is_useful() -> None:
    fine = PageImage(np.full((3508, 2480), 250, np.uint8), 300)
    assert useful(fine).dpi == 200
    assert useful(fine).pixels.shape == (2339, 1653)
    for dpi in (150, 200, 204):
        as_it_is = PageImage(fine.pixels, dpi)
        assert useful(as_it_is) is as_it_is
