"""Pages that are pictures → printed lines: render, prepare, recognise, lay out."""

from __future__ import annotations

from pathlib import Path

from pipeline.ingest.lines import Reading


def read_picture(data: bytes, folder: Path | None = None) -> Reading:
    """The lines of a PNG, JPEG or TIFF; every frame of a TIFF is a page. `folder` keeps what OCR has read.

    Raises CorruptInput, TooLarge before anything large is unpacked, DependencyMissing where Tesseract is not there.
    """
    from pipeline.ingest.scan.pictures import read_frames  # loads numpy, which only scans need

    return read_frames(data, folder)
