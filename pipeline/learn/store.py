"""The file of a model: a line with its kind and the SHA-256 of the rest, then arrays as npz, never a pickle."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import numpy as np

from pipeline.errors import ModelError
from pipeline.files import replacing
from pipeline.learn.ngrams import Arrays

FOLDER = Path(__file__).parents[2] / "models"
_KIND = "chithi-model-1"


def write_model(path: Path, arrays: Arrays) -> None:
    """Write `arrays` to `path`, whole or not at all; the same arrays give the same bytes."""
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **arrays)
    data = packed.getvalue()
    with replacing(path) as unfinished:
        unfinished.write_bytes(f"{_KIND} {hashlib.sha256(data).hexdigest()}\n".encode() + data)


def read_model(path: Path) -> Arrays:
    """The arrays that `write_model` wrote. Raises ModelError: missing, of another kind, or changed since."""
    try:
        head, _, data = path.read_bytes().partition(b"\n")
    except OSError as error:
        raise ModelError(f"{path} cannot be opened: {error.strerror}") from error
    kind, _, digest = head.decode("ascii", "replace").partition(" ")
    if kind != _KIND:
        raise ModelError(f"{path} is no {_KIND}")
    if digest != hashlib.sha256(data).hexdigest():
        raise ModelError(f"{path} does not match its checksum; it was damaged or changed by hand")
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return dict(arrays)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path} holds no arrays: {error}") from error
