"""text/<slug of doc_id>.txt: exactly the clean text that all offsets point into."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pipeline.files import replacing
from pipeline.link.ids import slug
from pipeline.model import Extraction

FOLDER = "text"


def text_files(extractions: Sequence[Extraction]) -> dict[str, str]:
    """Source → name of its text file, below the output folder. Names come from ids and hashes only.

    A second reading of the same document with another text (a scan beside a DOCX) carries its hash in the name.
    """
    texts: dict[str, str] = {}
    names: dict[str, str] = {}
    for extraction in sorted(extractions, key=lambda each: each.document.source):
        document = extraction.document
        name = slug(extraction.doc_id or f"document-{document.sha256[:16]}")
        if texts.setdefault(name, document.text) != document.text:
            name = f"{name}-{document.sha256[:8]}"
            texts.setdefault(name, document.text)
        names[document.source] = f"{FOLDER}/{name}.txt"
    return names


def write_texts(extractions: Sequence[Extraction], out: Path) -> dict[str, str]:
    """Write every text; the answer is that of `text_files`."""
    names = text_files(extractions)
    for extraction in extractions:
        with replacing(out / names[extraction.document.source]) as unfinished:
            # One character for one, also where a lone surrogate cannot be written: offsets stay true.
            unfinished.write_bytes(extraction.document.text.encode("utf-8", errors="replace"))
    return names
