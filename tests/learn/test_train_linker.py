from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from pipeline.gazetteers import load
from pipeline.learn.linker import Bars, Names, installed_names
from pipeline.learn.store import write_model
from pipeline.learn.train_linker import Figures, learned, main, measured, trials


@pytest.fixture
def few_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(body for body in load.bodies() if body.kind == "ministry")
    monkeypatch.setattr(load, "bodies", lambda: rows)


@pytest.mark.usefixtures("few_bodies")
def test_the_same_catalogue_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "a")]) == 0
    write_model(tmp_path / "b", learned())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert "recall" in capsys.readouterr().out


@pytest.mark.usefixtures("few_bodies")
def test_fresh_noise_is_linked_rightly_or_not_at_all() -> None:
    names = Names.of(learned())
    figures = measured(trials(names, (1, 2), Random(77)), names.bars)
    assert figures.recall > 0.6
    assert figures.precision >= 0.99


def test_a_wrong_call_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a", "b"]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.usefixtures("few_bodies")
def test_bars_that_nothing_reaches_link_nothing() -> None:
    tried = trials(installed_names(), (1,), Random(5))[:20]
    assert measured(tried, Bars(2.0, 0.0, 1)) == Figures(asked=len(tried))
