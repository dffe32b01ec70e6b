"""What is taken for an input, and in which order."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from pipeline import corpus
from pipeline.corpus import find_inputs
from pipeline.errors import UsageError
from pipeline.limits import Limits


def found(folder: Path, out: str = "out") -> dict[str, str | None]:
    return {each.source: each.error.code if each.error else None for each in find_inputs(folder, folder / out)}


def test_files_at_any_depth_in_one_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "a.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name)
    inputs = find_inputs(tmp_path, tmp_path / "out")
    assert [each.source for each in inputs] == ["B.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
    assert [each.sha256 for each in inputs] == [hashlib.sha256(each.source.encode()).hexdigest() for each in inputs]


def test_a_single_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    assert [each.source for each in find_inputs(tmp_path / "a.txt", tmp_path / "out")] == ["a.txt"]


def test_the_results_are_no_input(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "documents.csv").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    assert found(tmp_path) == {"a.txt": None}


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "loop").symlink_to(tmp_path)
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (tmp_path / "nowhere").symlink_to(tmp_path / "absent")
    (tmp_path / "device").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert found(tmp_path) == {
        "a.txt": None,
        "device": "special",
        "folder/loop": "folder-link",
        "itself": "broken-link",
        "link.txt": None,
        "nowhere": "broken-link",
        "pipe": "special",
    }


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0)
    (tmp_path / "a.txt").touch(mode=0)
    assert found(tmp_path) == {"a.txt": "forbidden", "folder/": "forbidden"}


def test_names_of_any_bytes(tmp_path: Path) -> None:
    names = [b"\xff.txt", b"a\nb.txt", b"a'\"b.txt", b"..txt"]
    for name in names:
        (tmp_path / os.fsdecode(name)).write_text("x")
    assert set(found(tmp_path)) == {"\\xff.txt", "a\nb.txt", "a'\"b.txt", "..txt"}


def test_caps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "LIMITS", Limits(file_bytes=3, folder_depth=2))
    for name in ("1/2/ok.txt", "1/2/3/deep.txt", "large.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "large.txt").write_text("1234")
    assert found(tmp_path) == {"1/2/ok.txt": None, "1/2/3/": "too-deep", "large.txt": "too-large"}


def test_wrong_calls(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no"):
        find_inputs(tmp_path / "absent", tmp_path / "out")
    with pytest.raises(UsageError, match="at once"):
        find_inputs(tmp_path, tmp_path)
