"""Models of many numbers: arrays as npz behind a seal, never a pickle."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np

from pipeline.errors import ModelError
from pipeline.learn.ngrams import Arrays
from pipeline.learn.seal import read_sealed, write_sealed


def write_model(path: Path, arrays: Arrays) -> None:
    """Write `arrays` to `path`, whole or not at all; the same arrays give the same bytes."""
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **arrays)
    write_sealed(path, packed.getvalue())


def read_model(path: Path) -> Arrays:
    """The arrays that `write_model` wrote. Raises ModelError: missing, of another kind, or changed since."""
    data = read_sealed(path)
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            return dict(arrays)
    except (ValueError, KeyError, zipfile.BadZipFile) as error:
        raise ModelError(f"{path} holds no arrays: {error}") from error
