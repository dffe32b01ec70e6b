"""A corpus given as JSON lines, `{"text": ...}` each: unpacked into files, so that all else can read it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = (".jsonl", ".jsonl.gz")


def is_json_lines(path: Path) -> bool:
    """Whether `path` names JSON lines, gzipped or not."""
    return path.name.endswith(SUFFIXES)


def unpacked(path: Path, folder: Path) -> Iterator[Path]:
    """Files in `folder`, one per line of `path`, numbered, each with the line's `text` as UTF-8."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            target = folder / f"{number:06}.txt"
            target.write_text(json.loads(line)["text"], encoding="utf-8")
            yield target
