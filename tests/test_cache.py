"""What is kept comes back equal, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import cache
from pipeline.cache import Cache
from pipeline.corpus import Input
from pipeline.model import Clause, Document, Extraction, Head
from pipeline.printed import Place, Places

NUMBERS = (*3 * [st.integers(0, 1 << 40)], *4 * [st.floats(-1e4, 1e4)])
PLACES = st.lists(st.builds(Place, *NUMBERS, confidence=st.floats(0, 1) | st.none()), max_size=3).map(Places)
DOCUMENTS = st.builds(Document, sha256=st.just("ab"), ocr_confidence=st.floats(0, 1) | st.none(), places=PLACES)
CLAUSES = st.builds(Clause, function_score=st.floats(0, 1) | st.none())
EXTRACTIONS = st.builds(Extraction, document=DOCUMENTS, clauses=st.lists(CLAUSES, max_size=3).map(tuple))
SMALL = Extraction(Document("a.txt", "Số: 1", "text", "ab", ()), Head(), (), (), ())


def task(source: str = "a.txt") -> Input:
    return Input(Path(source), source, "ab")


def kept(extraction: Extraction, folder: Path) -> Cache:
    store = Cache(folder)
    store.save(extraction)
    return store


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@given(EXTRACTIONS)
def test_what_is_kept_comes_back_equal(folder: Path, extraction: Extraction) -> None:
    assert kept(extraction, folder).load(task(extraction.document.source)) == extraction


@given(EXTRACTIONS)
def test_it_comes_back_under_the_name_it_has_now(folder: Path, extraction: Extraction) -> None:
    loaded = kept(extraction, folder).load(task("renamed.txt"))
    assert loaded is not None
    assert loaded.document.source == "renamed.txt"


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "[[1]]", '{"document": 1}', "\x00"])
def test_what_is_damaged_does_not_come_back(content: str, tmp_path: Path) -> None:
    store = Cache(tmp_path)
    (store.folder / "ab.json").write_text(content)
    assert store.load(task()) is None


def test_what_other_code_found_is_dropped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = Cache(tmp_path)
    (old.folder / "ab.json").write_text("[]")
    monkeypatch.setattr(cache, "_code_digest", lambda: "other")
    assert Cache(tmp_path).folder != old.folder
    assert not old.folder.exists()


def test_other_models_find_other_things(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_MODELS", tmp_path)
    digests = set()
    for content in ("", "first", "second"):
        (tmp_path / "tones.model").write_text(content)
        digests.add(cache._code_digest.__wrapped__())
    assert len(digests) == 3


def test_a_full_disk_costs_only_the_keeping(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    store = Cache(tmp_path)
    monkeypatch.setattr(Path, "write_text", full)
    store.save(SMALL)
    assert store.load(task()) is None
