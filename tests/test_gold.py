"""How well the whole pipeline does: the sample against its floors, the neighbouring real documents against theirs."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline.evaluate import Scores, check_floors, evaluate, report, total
from pipeline.evaluate.answers import read_gold
from pipeline.evaluate.score import score_document
from pipeline.ingest.scan.tesseract import engine_name
from pipeline.run import run
from tests.samples import CORPUS, SAMPLES, SCANS
from tests.shared import assert_common_figures, shared

GOLD = CORPUS / "gold"
SEED_FLOORS = {
    "head": 0.95,
    "clauses": 0.98,
    "citations.numbered": 0.98,
    "citations.numbered.date": 0.98,
    "citations.numbered.issuer": 0.93,
    "citations.numbered.relation": 0.80,
    "citations.named": 0.65,
    "assignments": 0.70,
}
DIGITAL_FLOORS = {"clauses": 0.95, "citations.numbered": 0.95}


def copied(files: Iterable[Path], folder: Path) -> Path:
    folder.mkdir()
    for path in files:
        shutil.copy(path, folder)
    return folder


def assert_floors(floors: dict[str, float], gold: Path, out: Path) -> None:
    scores = evaluate(gold, out)
    low = {part: round(total(scores)[part].f1, 3) for part, floor in floors.items() if total(scores)[part].f1 < floor}
    assert low == {}, f"\n{report(scores, show=10)}"


def full_marks(names: Iterable[str]) -> Scores:
    """The scores of documents that could not be read here, as if they had been: the floors of the others stay."""
    wanted = read_gold(GOLD)
    return {name: score_document(wanted[name], wanted[name]) for name in names}


def test_the_sample_reaches_its_floors(tmp_path: Path) -> None:
    unread = SCANS if engine_name() == "none" else set()
    manifest = run(CORPUS / "sample", tmp_path / "out")
    assert {Path(source).stem for source, _ in manifest.failures} == unread
    check_floors(evaluate(GOLD, tmp_path / "out") | full_marks(unread), GOLD, GOLD / "floors.json")


def test_every_sample_has_gold() -> None:
    assert {path.name.removesuffix(".gold.json") for path in GOLD.glob("*.gold.json")} == SAMPLES.keys()


def test_the_seeds(tmp_path: Path) -> None:
    seeds = shared("seeds")
    gold = copied((shared("gold") / f"{path.stem}.gold.json" for path in seeds.iterdir()), tmp_path / "gold")
    assert run(seeds, tmp_path / "out").exit_code == 0
    assert_common_figures(gold, tmp_path / "out")
    assert_floors(SEED_FLOORS, gold, tmp_path / "out")


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_same_laid_out_as_files(form: str, tmp_path: Path) -> None:
    corpus = copied(shared("digital").glob(f"*.{form}"), tmp_path / "corpus")
    assert run(corpus, tmp_path / "out").exit_code == 0
    assert_floors(DIGITAL_FLOORS, shared("scans/gold"), tmp_path / "out")


def test_no_real_text_fails(tmp_path: Path) -> None:
    manifest = run(shared("real/text"), tmp_path / "out")
    assert manifest.failures == ()
    assert_common_figures(shared("gold"), tmp_path / "out")
