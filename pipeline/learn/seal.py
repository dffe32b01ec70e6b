"""The file of a model: a line with its kind and the SHA-256 of the rest, then the rest."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.errors import ModelError
from pipeline.files import replacing

FOLDER = Path(__file__).parents[2] / "models"
_KIND = "chithi-model-1"


def write_sealed(path: Path, data: bytes) -> None:
    """Write `data` to `path` behind its line, whole or not at all."""
    with replacing(path) as unfinished:
        unfinished.write_bytes(f"{_KIND} {hashlib.sha256(data).hexdigest()}\n".encode() + data)


def read_sealed(path: Path) -> bytes:
    """What `write_sealed` wrote. Raises ModelError: missing, of another kind, or changed since."""
    try:
        head, _, data = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise ModelError(f"{path} cannot be opened: {error.strerror}") from error
    kind, _, digest = head.decode("ascii", "replace").partition(" ")
    if kind != _KIND:
        raise ModelError(f"{path} is no {_KIND}")
    if digest != hashlib.sha256(data).hexdigest():
        raise ModelError(f"{path} does not match its checksum; it was damaged or changed by hand")
    return data
