from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from unittest.mock import patch

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from PIL import Image

from pipeline.ingest.scan.render import render

DPI = 200
SIZE = (413, 292)


def sheet(paper: int = 255) -> Image.Image:
    """A small page strewn with dots, none in its margin."""
    dots = np.full(SIZE, paper, np.uint8)
    dots[20:-20:7, 20:-20:5] = 255 - paper
    return Image.fromarray(dots)


def page_of(image: Image.Image, dpi: int = DPI) -> pdfium.PdfPage:
    """The page of a PDF that is filled with `image`."""
    out = BytesIO()
    image.save(out, "PDF", resolution=dpi)
    return pdfium.PdfDocument(out.getvalue())[0]


def is_drawn(page: pdfium.PdfPage) -> bool:
    """Whether PDFium is asked to draw the page."""
    with patch.object(page, "render", wraps=page.render) as draw:
        render(page)
    return draw.called


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_a_page_that_is_one_picture_keeps_its_dots(mode: str) -> None:
    page = page_of(sheet().convert(mode))
    found = render(page)
    loss = np.abs(found.pixels.astype(int) - np.asarray(sheet()))
    assert not is_drawn(page)
    assert found.dpi == pytest.approx(DPI, abs=1)
    assert loss.max() == 0 if mode == "1" else loss.mean() < 5


def _with_more(page: pdfium.PdfPage) -> None:
    stamp = pdfium.PdfImage.new(page.pdf)
    stamp.set_bitmap(pdfium.PdfBitmap.from_pil(Image.new("RGB", (8, 8), "black")))
    stamp.set_matrix(pdfium.PdfMatrix().scale(20, 20).translate(30, 30))
    page.insert_obj(stamp)
    page.gen_content()


def _with_note(page: pdfium.PdfPage) -> None:
    pdfium_c.FPDFPage_CloseAnnot(pdfium_c.FPDFPage_CreateAnnot(page, pdfium_c.FPDF_ANNOT_STAMP))


@pytest.mark.parametrize(
    "change",
    [
        lambda page: page.set_rotation(90),
        lambda page: page.set_cropbox(0, 0, 50, 50),
        _with_more,
        _with_note,
    ],
)
def test_any_other_page_is_drawn(change: Callable[[pdfium.PdfPage], None]) -> None:
    page = page_of(sheet())
    change(page)
    assert is_drawn(page)


@pytest.mark.parametrize("dpi", [100, 400])
def test_a_picture_too_coarse_or_too_fine_is_drawn(dpi: int) -> None:
    assert is_drawn(page_of(sheet(), dpi))


def test_a_picture_whose_dots_are_no_squares_is_drawn() -> None:
    page = page_of(sheet().resize((SIZE[1], SIZE[0] // 2)))
    left, bottom, right, top = page.get_mediabox()
    (image,) = page.get_objects()
    image.set_matrix(pdfium.PdfMatrix().scale(right - left, 2 * (top - bottom)))
    page.set_mediabox(left, bottom, right, 2 * top)
    assert is_drawn(page)


def test_a_picture_that_may_be_a_mask_is_drawn() -> None:
    assert is_drawn(page_of(sheet(0).convert("1")))
