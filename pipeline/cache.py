"""Extractions kept beside the results, by content and by code, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from pipeline.corpus import Input
from pipeline.files import replacing
from pipeline.manifest import versions
from pipeline.model import Extraction
from pipeline.printed import Place, Places

_CODE = Path(__file__).parent
_MODELS = _CODE.parent / "models"  # not learn's: that loads numpy, beside which no worker should be forked


class Cache:
    """The extractions in the folder `.cache` of `out`, as JSON. What other code or other models found is dropped."""

    def __init__(self, out: Path) -> None:
        self.folder = out / ".cache" / _code_digest()
        self.pages = out / ".cache" / "ocr"
        """Keeps pages as OCR read them, which other code of ours does not change."""
        for folder in out.glob(".cache/*"):
            if folder not in (self.folder, self.pages):
                shutil.rmtree(folder, ignore_errors=True)
        self.folder.mkdir(parents=True, exist_ok=True)

    def load(self, task: Input) -> Extraction | None:
        """What was found in the bytes of `task` before; None where nothing readable is kept."""
        try:
            content = json.loads((self.folder / f"{task.sha256}.json").read_bytes())
            extraction: Extraction = _reader(Extraction)(content)
        except (OSError, ValueError, TypeError):
            return None
        return replace(extraction, document=replace(extraction.document, source=task.source))

    def save(self, extraction: Extraction) -> None:
        """Keep `extraction`, whole or not at all. A full disk is for the tables to report."""
        content = json.dumps(extraction, default=_values, separators=(",", ":"))
        with suppress(OSError), replacing(self.folder / f"{extraction.document.sha256}.json") as path:
            path.write_text(content, encoding="ascii")


def _values(record: Extraction | Places) -> list[object]:
    return list(record) if isinstance(record, Places) else [getattr(record, field.name) for field in fields(record)]


@cache
def _reader(kind: object) -> Callable[[Any], Any]:
    """A function from the JSON of a value of the type `kind` to that value."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        readers = [_reader(hints[field.name]) for field in fields(kind)]
        return lambda row: kind(*(read(cell) for read, cell in zip(readers, row, strict=True)))
    if kind is Places:
        return lambda rows: Places(Place(*row) for row in rows)
    if get_origin(kind) is tuple:
        items = get_args(kind)
        if items[-1] is ...:
            each = _reader(items[0])
            return lambda row: tuple(map(each, row))
        return tuple
    if NoneType in get_args(kind):
        there = _reader(next(item for item in get_args(kind) if item is not NoneType))
        return lambda cell: None if cell is None else there(cell)
    return lambda cell: cell


@cache
def _code_digest() -> str:
    """Of all that decides what is found in a file: versions, code, facts, models."""
    digest = hashlib.sha256(repr(versions()).encode())
    for path in sorted([*_CODE.rglob("*.py"), *_CODE.rglob("*.csv"), *_MODELS.glob("*.*")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
