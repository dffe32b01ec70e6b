"""PNG, JPEG and TIFF files → lines, page by page."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, UnidentifiedImageError

from pipeline.errors import CorruptInput, TooLarge
from pipeline.ingest.lines import Reading
from pipeline.ingest.scan.join import join_pages
from pipeline.ingest.scan.reader import PageReader
from pipeline.ingest.scan.render import HIGHEST, LOWEST, PageImage, red
from pipeline.limits import LIMITS

_FORMATS = ("PNG", "JPEG", "TIFF")
_PAPER = 8.27  # inches: the width of A4, where a picture does not say how large it is
_LIKELY = (70.0, 700.0)  # dots per inch that a picture may claim


def read_frames(data: bytes, folder: Path | None) -> Reading:
    """What `read_picture` promises."""
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(data), formats=_FORMATS) as picture:
            warnings.simplefilter("ignore")  # Pillow's, of data about the picture that nobody reads
            with PageReader(folder) as reader:
                return join_pages(reader.start(page, number) for number, page in enumerate(_pages(picture), 1))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise CorruptInput(f"a damaged picture: {error}") from error
    except Image.DecompressionBombError as error:
        raise TooLarge(str(error)) from error


def _pages(picture: Image.Image) -> Iterator[PageImage]:
    for number in range(min(getattr(picture, "n_frames", 1), LIMITS.pdf_pages)):
        picture.seek(number)
        width, height = picture.size
        if width * height > LIMITS.page_pixels:
            raise TooLarge(f"a picture of {width:,} × {height:,} dots")
        yield _fit(np.asarray(picture.convert("RGB"))[:, :, ::-1], _resolution(picture))


def _fit(pixels: np.ndarray, dpi: float) -> PageImage:
    """The picture no finer than is useful."""
    step = max(1, round(dpi / HIGHEST)) if dpi > HIGHEST else 1
    return PageImage(red(pixels[::step, ::step]), dpi / step)


def _resolution(picture: Image.Image) -> float:
    """What the picture says of itself, if that is likely; else as if it were A4 (on its side where it is wide)."""
    said = float(picture.info.get("dpi", (0, 0))[0])
    if _LIKELY[0] <= said <= _LIKELY[1]:
        return said
    return max(LOWEST / 2, min(picture.size) / _PAPER)
