"""Print a source and scan it: grey pages, a little crooked, on shaded paper, with no text behind the picture."""

from __future__ import annotations

import io

import numpy as np
from make_pdf import write_pdf
from PIL import Image, ImageFilter
from pypdfium2 import PdfDocument
from sources import Source

_DPI = 200
_QUALITY = 40
_SEED = 76
_TILT = (0.4, 0.7)
_PAPER = (246, 226)
"""Brightness of the paper at the left edge and at the right one."""
_INK = 0.2
"""Brightness of the ink as a share of the paper's."""
_NOISE = 2.0


def write_scan(source: Source, family: str) -> bytes:
    """The document as the bytes of a PDF of pictures; `family` is a font family that fontconfig knows."""
    chance = np.random.default_rng(_SEED)
    printed = PdfDocument(write_pdf(source, family))
    first, *others = (_scanned(page.render(scale=_DPI / 72, grayscale=True).to_pil(), chance) for page in printed)
    buffer = io.BytesIO()
    first.save(
        buffer,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=_DPI,
        quality=_QUALITY,
        title=source.name,
        creationDate=None,  # the same source gives the same bytes
        modDate=None,
    )
    return buffer.getvalue()


def _scanned(page: Image.Image, chance: np.random.Generator) -> Image.Image:
    """A printed page as the scanner sees it."""
    tilt = chance.choice((-1, 1)) * chance.uniform(*_TILT)
    tilted = page.rotate(tilt, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.7))
    light = _INK + (1 - _INK) * np.asarray(tilted, dtype=np.float64) / 255
    paper = np.linspace(*_PAPER, num=page.width)
    pixels = light * paper + chance.normal(0, _NOISE, light.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
