"""The account of a run."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.corpus import Input
from pipeline.errors import EmptyInput, FolderLink
from pipeline.manifest import Manifest, make_manifest, summary, write_manifest
from pipeline.model import Document, Extraction, Head, Issue
from tests.make import make_assignment


def given(source: str, sha256: str = "ab") -> Input:
    return Input(Path(source), source, sha256)


def found(source: str, *codes: str) -> Extraction:
    issues = tuple(Issue(code, f"about {code}") for code in codes)
    document = Document(source, "Số: 1", "pdf-text", "ab", (), issues=issues)
    return Extraction(document, Head(), (), (), (), issues, f"/akn/vn/{source}")


def made(*inputs: Input, **findings: Extraction | EmptyInput) -> Manifest:
    return make_manifest(inputs, findings, {"total": 1.0})


@pytest.mark.parametrize(
    ("codes", "status"),
    [((), "ok"), (("blank-number",), "ok"), (("page-without-text",), "partial"), (("too-many-pages",), "partial")],
)
def test_a_document_is_partial_where_pages_are_missing(codes: tuple[str, ...], status: str) -> None:
    (entry,) = made(given("a"), a=found("a", *codes)).entries
    assert entry.status == status
    assert entry.row().get("message") == (f"about {codes[0]}" if status == "partial" else None)


def test_copies_point_to_the_first_and_are_counted_once() -> None:
    manifest = made(given("a"), given("b"), given("c", "cd"), a=found("a"), c=EmptyInput("no text"))
    assert [entry.row().get("same_as") for entry in manifest.entries] == [None, "a", None]
    assert manifest.counts() == {
        "inputs": 3,
        "ok": 2,
        "partial": 0,
        "failed": 1,
        "documents": 1,
        **dict.fromkeys(("clauses", "citations", "assignments", "tasks", "tasks_without_deadline", "issues"), 0),
    }


def test_exit_codes() -> None:
    assert made(given("a"), a=found("a")).exit_code == 0
    assert made(given("a"), a=found("a", "too-many-pages")).exit_code == 0
    assert made(given("a"), given("c", "cd"), a=found("a"), c=EmptyInput("no text")).exit_code == 3
    assert made(given("a"), a=EmptyInput("no text")).exit_code == 4
    assert made().exit_code == 4


def test_what_stands_in_the_file(tmp_path: Path) -> None:
    link = Input(Path("l"), "l", error=FolderLink("a link to a folder"))
    write_manifest(made(given("a"), link, a=found("a", "blank-number")), tmp_path)
    content = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert content["run"]["seconds"] == {"total": 1.0}
    assert content["inputs"][0]["doc_id"] == "/akn/vn/a"
    assert content["inputs"][0]["issues"] == 1
    assert {key: content["inputs"][1][key] for key in ("source", "status", "sha256", "code", "advice")} == {
        "source": "l",
        "status": "failed",
        "sha256": None,
        "code": FolderLink.code,
        "advice": FolderLink.advice,
    }


def test_the_summary_names_the_first_failures_and_where_to_look() -> None:
    inputs = [given(f"{number:02}", f"{number}") for number in range(13)]
    text = summary(made(*inputs, **{each.source: EmptyInput("no text") for each in inputs}), Path("out"))
    assert "00: empty: no text. The file holds no text" in text
    assert "... and 3 more, see out/manifest.json" in text
    assert "13 inputs: 0 ok, 0 partial, 13 failed in 1.0 s" in text
    assert all(name in text for name in ("report.html", "tasks.xlsx", "graph.gexf", "manifest.json"))


def test_the_summary_counts_the_tasks_without_deadline() -> None:
    tasks = (make_assignment(), make_assignment("Sở Y tế", deadline="hằng năm"))
    text = summary(made(given("a"), a=replace(found("a"), assignments=tasks)), Path("out"))
    assert "1 of 2 tasks state no deadline" in text
