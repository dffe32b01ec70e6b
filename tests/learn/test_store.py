from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pipeline.errors import ModelError
from pipeline.learn.ngrams import Arrays
from pipeline.learn.store import read_model, write_model

ARRAYS: Arrays = {"words": np.array([3, 1, 2], dtype=np.uint32), "steps": np.array([], dtype=np.uint64)}


def test_what_was_written_is_read(tmp_path: Path) -> None:
    write_model(tmp_path / "a.model", ARRAYS)
    write_model(tmp_path / "b.model", ARRAYS)
    again = read_model(tmp_path / "a.model")
    assert {name: values.tolist() for name, values in again.items()} == {"words": [3, 1, 2], "steps": []}
    assert (tmp_path / "a.model").read_bytes() == (tmp_path / "b.model").read_bytes()


def test_a_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.model"
    write_model(path, ARRAYS)
    whole = path.read_bytes()
    for damaged in (whole[:-1] + bytes([whole[-1] ^ 1]), whole[:-20], whole[:50], b"", b"PK\x03\x04", whole + b"\n"):
        path.write_bytes(damaged)
        with pytest.raises(ModelError, match=r"a\.model"):
            read_model(path)


def test_a_pickle_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.model"
    with pytest.raises(ValueError, match="allow_pickle"):
        write_model(path, {"words": np.array([object()])})
    assert not path.exists()


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere") as caught:
        read_model(tmp_path / "nowhere.model")
    assert "make train" in caught.value.advice
