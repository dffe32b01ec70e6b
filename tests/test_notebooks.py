"""The notebooks: two files that agree, no outputs, the public API only, and every cell runs on the sample."""

from __future__ import annotations

import ast
import shutil
import sys
from pathlib import Path

import jupytext
import pytest
from nbmake.nb_run import NotebookRun

import pipeline
from pipeline.graph.build import gather
from pipeline.publish import publish_graph, publish_tables
from tests.samples import linked_samples

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
LINE = 'RUN = "../build"\n'
"""What the user changes."""

ROOMS = {"pipeline", "pipeline.compare", "pipeline.evaluate", "pipeline.spacy_component"}
PUBLIC = ROOMS | {f"pipeline.{name}" for name in pipeline.__all__}
LIBRARIES = {"IPython.display", "matplotlib.pyplot", "networkx", "numpy", "pandas", "spacy"} | sys.stdlib_module_names

each = pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over the sample."""
    folder = tmp_path_factory.mktemp("out")
    publish_graph(gather(publish_tables(linked_samples(), folder)), folder)
    return folder


def modules(source: str) -> set[str]:
    """What a notebook imports; the names taken from `pipeline` too."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {node.module or ""} | {
                f"pipeline.{alias.name}" for alias in node.names if node.module == "pipeline"
            }
    return found


@each
def test_pair_agrees(notebook: Path) -> None:
    pair = jupytext.read(notebook.with_suffix(".py"))
    cells = [(cell.cell_type, cell.source) for cell in jupytext.read(notebook).cells]
    assert cells == [(cell.cell_type, cell.source) for cell in pair.cells]


@each
def test_nothing_of_a_run_is_kept(notebook: Path) -> None:
    cells = [cell for cell in jupytext.read(notebook).cells if cell.cell_type == "code"]
    assert cells
    assert not any(cell.outputs or cell.execution_count or "execution" in cell.metadata for cell in cells)


@each
def test_only_the_public_api_is_used(notebook: Path) -> None:
    assert modules(notebook.with_suffix(".py").read_text(encoding="utf-8")) <= PUBLIC | LIBRARIES


def run_copy(notebook: Path, folder: Path, line: str) -> str | None:
    """Run a copy of the notebook in `folder` with another line RUN; the error of its first cell that fails."""
    source = notebook.with_suffix(".py").read_text(encoding="utf-8")
    assert source.count(LINE) == 1
    copy = folder / "notebooks" / notebook.name
    copy.parent.mkdir()
    shutil.copy(notebook.with_name("chithi.mplstyle"), copy.parent)
    (folder / "corpus").symlink_to(ROOT / "corpus")
    jupytext.write(jupytext.reads(source.replace(LINE, line), "py:percent"), copy)
    error = NotebookRun(copy, default_timeout=120).execute().error
    return None if error is None else error.summary


@each
def test_runs(notebook: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its one line changed, as a user does."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert run_copy(notebook, tmp_path, f"RUN = {str(out)!r}\n") is None


def test_says_what_to_do_without_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert "make extract" in (run_copy(NOTEBOOKS[0], tmp_path, 'RUN = "nowhere"\n') or "")
