from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from pipeline.errors import UsageError
from pipeline.learn.store import read_model
from pipeline.learn.tones import Model, corrected
from pipeline.learn.train import main, texts
from tests.learn.make import SENTENCES


def lines() -> bytes:
    return "".join(json.dumps({"id": 1, "text": text}) + "\n" for text in SENTENCES * 5).encode()


def folder(path: Path) -> Path:
    (path / "below").mkdir(parents=True)
    (path / "a.txt").write_text("\n".join(SENTENCES * 5), encoding="utf-8")
    (path / "below" / "empty.txt").touch()
    return path


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "text.jsonl").write_bytes(lines())
    (tmp_path / "packed").write_bytes(gzip.compress(lines()))
    for source, model in (("text.jsonl", "a"), ("text.jsonl", "b"), ("packed", "c")):
        assert main([str(tmp_path / source), str(tmp_path / model)]) == 0
    first = (tmp_path / "a").read_bytes()
    assert first == (tmp_path / "b").read_bytes() == (tmp_path / "c").read_bytes()
    assert corrected("Sở tố chức thực hiện", Model.of(read_model(tmp_path / "a")))[0] == "Sở tổ chức thực hiện"


def test_learns_from_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder(tmp_path / "texts")), str(tmp_path / "a")]) == 0
    assert "empty.txt" in capsys.readouterr().err
    words = Model.of(read_model(tmp_path / "a")).vocabulary.words
    assert "chức" in words and words[4:] == sorted(words[4:])


def test_only_vietnamese_letters_are_words(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "môi trường über Übung СР đất " * 3}))
    assert main([str(tmp_path / "a.jsonl"), str(tmp_path / "a")]) == 0
    words = Model.of(read_model(tmp_path / "a")).vocabulary.words
    assert words[4:] == ["môi", "trường", "đất"]


@pytest.mark.parametrize("line", ["no json", '{"title": "a"}', "[]", '{"text": 3}'])
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "một"}\n' + line + "\n")
    with pytest.raises(UsageError, match=r"a\.jsonl:2"):
        list(texts(tmp_path / "a.jsonl"))


def test_a_wrong_call_leaves_the_model_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "model").write_bytes(b"as it was")
    assert main([str(tmp_path / "nowhere"), str(tmp_path / "model")]) == 2
    assert "nowhere" in capsys.readouterr().err
    assert (tmp_path / "model").read_bytes() == b"as it was"
    assert main([]) == 2
