"""The inputs of a corpus: every file below a folder, each with its digest, in one order on every machine."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import (
    BrokenLink,
    FolderLink,
    ForbiddenInput,
    InputError,
    SpecialInput,
    TooDeep,
    TooLarge,
    UsageError,
)
from pipeline.limits import LIMITS


@dataclass(frozen=True, slots=True)
class Input:
    """`source` is the path below the corpus as every table prints it; `error` says why the input cannot be opened."""

    path: Path
    source: str
    sha256: str | None = None
    error: InputError | None = None


def find_inputs(corpus: Path, out: Path) -> tuple[Input, ...]:
    """Every file of `corpus`, sorted by source; `corpus` may be a file itself. The folder `out` is passed over.

    Whatever cannot be an input (a device, a linked folder, a folder that may not be opened) is given with its error.
    Raises UsageError where `corpus` does not exist or is the folder the results go to.
    """
    if not corpus.exists():
        raise UsageError(f"there is no {corpus}")
    if corpus.resolve() == out.resolve():
        raise UsageError(f"{out} cannot be corpus and output at once")
    found = _walk(corpus, "", out.resolve()) if corpus.is_dir() else [_visit(corpus, corpus.name)]
    return tuple(sorted(found, key=lambda entry: entry.source))


def _walk(folder: Path, base: str, out: Path) -> Iterator[Input]:
    if base.count("/") > LIMITS.folder_depth:
        yield Input(folder, base, error=TooDeep(f"below {LIMITS.folder_depth} folders"))
        return
    try:
        children = sorted(folder.iterdir())
    except OSError as error:
        yield Input(folder, base, error=ForbiddenInput(_reason(error)))
        return
    for child in children:
        source = base + _printable(child.name)
        if not child.is_dir() or child.is_symlink():
            yield _visit(child, source)
        elif child.resolve() != out:
            yield from _walk(child, source + "/", out)


def _visit(path: Path, source: str) -> Input:
    try:
        status = path.stat()
    except OSError as error:
        return Input(path, source, error=BrokenLink(_reason(error)))
    if stat.S_ISDIR(status.st_mode):
        return Input(path, source, error=FolderLink("a link to a folder"))
    if not stat.S_ISREG(status.st_mode):
        return Input(path, source, error=SpecialInput("a device, a socket or a pipe"))
    if status.st_size > LIMITS.file_bytes:
        return Input(path, source, error=TooLarge(f"{status.st_size} bytes, more than {LIMITS.file_bytes}"))
    try:
        with path.open("rb") as handle:
            return Input(path, source, hashlib.file_digest(handle, "sha256").hexdigest())
    except OSError as error:
        return Input(path, source, error=ForbiddenInput(_reason(error)))


def _printable(name: str) -> str:
    r"""The name with bytes that are no UTF-8 written as `\x80`, so that every table can hold it."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
