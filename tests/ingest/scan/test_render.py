"""A scan that is all of its page is taken as it is; what covers, turns or stretches it has the page drawn."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from PIL import Image

from pipeline.ingest.scan import render as rendering
from pipeline.ingest.scan.render import PageImage, render

DOTS = (425, 550)  # 50 dots to the inch, times the scale


def scan(scale: int = 4, shade: int = 255, more: str = "") -> pdfium.PdfPage:
    """A page of 8.5 × 11 inches that is a picture with a black bar, drawn by `more` if that is given."""
    width, height = DOTS[0] * scale, DOTS[1] * scale
    pixels = np.full((height, width, 3), shade, np.uint8)
    pixels[height // 10 : height // 10 + 9, : width // 2] = 255 - shade
    content = BytesIO()
    Image.fromarray(pixels).save(content, "PDF", resolution=50.0 * scale)
    page = pdfium.PdfDocument(content.getvalue())[0]
    if more == "turned":
        page.set_rotation(90)
    elif more == "written on":
        pdfium_c.FPDFPage_InsertObject(page, pdfium_c.FPDFPageObj_CreateNewRect(90, 90, 20, 20))
    return page


def same(one: PageImage, other: PageImage) -> bool:
    return one.pixels.shape == other.pixels.shape and one.pixels.tobytes() == other.pixels.tobytes()


def test_a_scan_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    page = scan()
    drawn = rendering._drawn(page)
    monkeypatch.setattr(rendering, "_drawn", lambda _: pytest.fail("drawn"))
    image = render(page)
    assert image.dpi == pytest.approx(200)
    assert image.pixels.shape == (2200, 1700)
    assert np.abs(image.pixels.astype(int) - drawn.pixels[:2200, :1700]).mean() < 1


@pytest.mark.parametrize(
    "made",
    [{"scale": 1}, {"scale": 8}, {"shade": 0}, {"more": "turned"}, {"more": "written on"}],
    ids=["coarse", "too fine", "negative", "turned", "written on"],
)
def test_other_pages_are_drawn(made: dict[str, Any]) -> None:
    page = scan(**made)
    assert same(render(page), rendering._drawn(page))
