"""The sample corpus, and which of its documents are scans: those only Tesseract can read."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pipeline.extract import extract
from pipeline.ingest import read
from pipeline.link import link
from pipeline.model import Extraction

CORPUS = Path(__file__).parents[1] / "corpus"
SAMPLES = {path.stem: path for path in sorted((CORPUS / "sample").iterdir())}
SOURCES = {path.stem: path for path in sorted((CORPUS / "source").glob("*.md"))}
SCANS = {name for name, path in SOURCES.items() if path.read_text(encoding="utf-8").startswith(":form scan\n")}


@cache
def linked_samples() -> tuple[Extraction, ...]:
    """All of the sample that is no scan, read, extracted and linked."""
    return link([extract(read(path, path.name)) for name, path in SAMPLES.items() if name not in SCANS])
