"""The sample corpus, and which of its documents are scans: those only Tesseract can read."""

from __future__ import annotations

from pathlib import Path

CORPUS = Path(__file__).parents[1] / "corpus"
SAMPLES = {path.stem: path for path in sorted((CORPUS / "sample").iterdir())}
SOURCES = {path.stem: path for path in sorted((CORPUS / "source").glob("*.md"))}
SCANS = {name for name, path in SOURCES.items() if path.read_text(encoding="utf-8").startswith(":form scan\n")}
