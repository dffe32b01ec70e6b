"""A whole run over good, bad and hostile corpora."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path
from typing import Any

import pytest

from pipeline import run as driver
from pipeline.cli import main
from pipeline.errors import GazetteerError, OutputError
from pipeline.extract import extract as really_extract
from pipeline.ingest import read
from pipeline.limits import Limits
from pipeline.model import Document, Extraction
from pipeline.run import rebuild_graph, run

DIRECTIVE = """ỦY BAN NHÂN DÂN
TỈNH HƯNG YÊN
Số: {number}/CT-UBND
Hưng Yên, ngày 5 tháng 3 năm 2021
CHỈ THỊ
Về việc rà soát thủ tục
Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ, Ủy ban nhân dân tỉnh yêu cầu:
1. Sở Nội vụ chủ trì rà soát thủ tục hành chính trước ngày 15/12/2021.
2. Sở Tài chính phối hợp với Sở Nội vụ thực hiện.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    (folder / "below").mkdir(parents=True)
    for number, name in enumerate(("a.txt", "b.txt", "below/c.txt"), start=1):
        (folder / name).write_text(DIRECTIVE.format(number=number), encoding="utf-8")
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def inputs(out: Path) -> dict[str, dict[str, Any]]:
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    return {entry["source"]: entry for entry in manifest["inputs"]}


def contents(out: Path) -> dict[str, bytes]:
    """All files but the database, which DuckDB lays out as it likes."""
    files = sorted(path for path in out.rglob("*") if path.is_file() and ".cache" not in path.parts)
    files.remove(out / "chithi.duckdb")
    return {str(path.relative_to(out)): path.read_bytes() for path in files}


def failing(task: str, way: str) -> Callable[[Document], Extraction]:
    """`extract` as it is, but the document called `task` makes it hang, raise, or take its process down."""

    def extract(document: Document) -> Extraction:
        if document.source == task:
            match way:
                case "hang":
                    time.sleep(60)
                case "die":
                    os.kill(os.getpid(), signal.SIGKILL)
                case "gazetteer":
                    raise GazetteerError("bodies.csv:3: empty")
            raise ZeroDivisionError("a fault of ours")
        return really_extract(document)

    return extract


def test_what_is_left_behind(corpus: Path, out: Path) -> None:
    manifest = run(corpus, out)
    assert manifest.exit_code == 0
    assert [entry["status"] for entry in inputs(out).values()] == ["ok"] * 3
    assert list(inputs(out)) == ["a.txt", "b.txt", "below/c.txt"]
    assert manifest.counts()["documents"] == 3
    written = set(contents(out))
    tables = ("documents", "clauses", "citations", "assignments", "nodes", "edges", "issues")
    assert {f"{table}.{form}" for table in tables for form in ("csv", "parquet")} <= written
    assert {"graph.gexf", "citations.gexf", "responsibility.gexf", "graph.graphml", "tasks.xlsx"} <= written
    assert {"graph.ttl", "report.html"} <= written
    assert {name.rpartition("/")[0] for name in written if name.count("/")} == {"akn", "text", "today"}
    assert all("new" not in name and "tmp" not in name for name in written)


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_second_run_gives_the_same_bytes(jobs: int, corpus: Path, out: Path) -> None:
    run(corpus, out)
    run(corpus, out.with_name("again"), jobs)
    first, again = contents(out), contents(out.with_name("again"))
    parts = [json.loads(files.pop("manifest.json")) for files in (first, again)]
    assert first == again
    assert parts[0].pop("run").keys() == parts[1].pop("run").keys()
    assert parts[0] == parts[1]


def test_one_document_under_two_names(corpus: Path, out: Path) -> None:
    (corpus / "0-copy.txt").write_bytes((corpus / "b.txt").read_bytes())
    manifest = run(corpus, out)
    assert manifest.counts()["documents"] == 3
    assert inputs(out)["b.txt"]["same_as"] == "0-copy.txt"
    assert inputs(out)["b.txt"]["doc_id"] == inputs(out)["0-copy.txt"]["doc_id"]


def test_a_bad_input_costs_only_itself(corpus: Path, out: Path) -> None:
    (corpus / "empty.txt").touch()
    (corpus / "empty-too.txt").touch()
    (corpus / "loop").symlink_to(corpus)
    assert run(corpus, out).exit_code == 3
    assert {source: entry.get("code") for source, entry in inputs(out).items()} == {
        "a.txt": None,
        "b.txt": None,
        "below/c.txt": None,
        "empty-too.txt": "empty",
        "empty.txt": "empty",
        "loop": "folder-link",
    }
    assert inputs(out)["loop"]["advice"]


@pytest.mark.parametrize(("way", "code"), [("hang", "timeout"), ("die", "crashed"), ("raise", "crashed")])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_takes_its_worker_down(
    way: str, code: str, jobs: int, corpus: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_extract(
        read(corpus / "b.txt")
    )  # the tables are read before the workers are forked: a busy machine takes seconds
    monkeypatch.setattr(driver, "LIMITS", Limits(seconds_per_file=4 if way == "hang" else 120))
    monkeypatch.setattr(driver, "extract", failing("a.txt", way))
    assert run(corpus, out, jobs).exit_code == 3
    assert [entry["status"] for entry in inputs(out).values()] == ["failed", "ok", "ok"]
    assert inputs(out)["a.txt"]["code"] == code
    assert active_children() == []


def test_a_wrong_gazetteer_ends_the_run(corpus: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "extract", failing("a.txt", "gazetteer"))
    with pytest.raises(GazetteerError, match=r"bodies\.csv:3"):
        run(corpus, out)


def test_nothing_to_read(out: Path, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    assert run(tmp_path / "corpus", out).exit_code == 4
    (tmp_path / "corpus" / "empty.txt").touch()
    assert run(tmp_path / "corpus", out).exit_code == 4
    assert inputs(out)["empty.txt"]["status"] == "failed"


def test_results_that_cannot_be_written(corpus: Path, out: Path) -> None:
    out.write_text("a file, not a folder")
    with pytest.raises(OutputError, match="cannot write"):
        run(corpus, out)


def test_an_interrupted_run_leaves_no_half_file(
    corpus: Path, out: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run(corpus, out)
    before = contents(out)
    monkeypatch.setattr(driver, "extract", failing("b.txt", "hang"))
    (corpus / "b.txt").write_text(DIRECTIVE.format(number=9), encoding="utf-8")
    ctrl_c = threading.Timer(0.7, os.kill, (os.getpid(), signal.SIGINT))
    ctrl_c.start()
    assert main(["extract", str(corpus), "--out", str(out)]) == 130
    ctrl_c.cancel()
    assert "interrupted" in capsys.readouterr().err
    assert contents(out) == before
    assert active_children() == []


def test_the_next_run_goes_on_where_the_last_one_stopped(
    corpus: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(corpus, out, 1, watch=stop)
    monkeypatch.setattr(driver, "extract", failing("b.txt", "raise"))
    assert run(corpus, out).exit_code == 0, "b.txt was done already"
    (corpus / "b.txt").write_text(DIRECTIVE.format(number=9), encoding="utf-8")
    assert run(corpus, out).exit_code == 3, "b.txt has changed"


def test_the_graph_is_made_again_from_the_tables(corpus: Path, out: Path) -> None:
    run(corpus, out)
    before = contents(out)
    for name in before:
        if name.endswith((".gexf", ".graphml")) or name.startswith(("nodes", "edges", "co")):
            (out / name).unlink()
    (out / "clauses.parquet").unlink()
    shutil.rmtree(corpus)
    rebuild_graph(out)
    after = contents(out)
    assert after == {name: before[name] for name in after}
    assert set(before) - set(after) == {"clauses.parquet"}


def test_without_tables_there_is_no_graph(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["graph", str(tmp_path)]) == 2
    assert "documents.parquet" in capsys.readouterr().err


def test_progress_is_told(corpus: Path, out: Path) -> None:
    told: list[tuple[int, int]] = []
    run(corpus, out, watch=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
