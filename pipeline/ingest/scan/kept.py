"""Pages kept as they were read, by their picture and by what read them: a second run costs nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from pipeline.files import replacing
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.tesseract import engine
from pipeline.ingest.scan.words import ReadWord, ScannedPage

_SETTINGS = "20"
"""Raise it with every change to how a picture is prepared or recognised."""


def kept_page(image: PageImage, folder: Path | None, read: Callable[[PageImage], ScannedPage]) -> ScannedPage:
    """What `read` makes of the picture, now or in a run before that kept it in `folder`."""
    if folder is None:
        return read(image)
    path = folder / f"{_key(image)}.json"
    with suppress(OSError, ValueError, TypeError):
        words, *rest = json.loads(path.read_bytes())
        return ScannedPage(tuple(ReadWord(*word) for word in words), *rest)
    page = read(image)
    with suppress(OSError), replacing(path) as unfinished:  # a full disk is for the tables to report
        unfinished.write_text(json.dumps(astuple(page), separators=(",", ":")), encoding="ascii")
    return page


def _key(image: PageImage) -> str:
    digest = hashlib.sha256(f"{_SETTINGS} {engine()} {image.pixels.shape} {image.dpi:.1f}".encode())
    digest.update(image.pixels.data)
    return digest.hexdigest()[:32]
