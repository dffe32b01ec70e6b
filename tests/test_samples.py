"""The sample corpus: every document has gold of the right form, and gold says only what stands in its document."""

from __future__ import annotations

import json
import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from typing import Any

import pytest

from pipeline.ingest import read
from tests.ingest.scan.make import needs_tesseract
from tests.samples import CORPUS, SAMPLES, SCANS, SOURCES

MARKER = "Văn bản mẫu do dự án chithi soạn, không có giá trị pháp lý."

HEAD = {
    "doc_type": str,
    "number": str | None,
    "symbol": str | None,
    "issuer": str,
    "province": str | None,
    "place": str,
    "date": str,
    "title": str,
    "signer_name": str,
    "signer_position": str,
    "signing_authority": str | None,
    "addressees": list,
    "recipients": list,
}
CLAUSE = {"path": str, "marker": str, "starts_with": str}
CITATION = {
    "clause": str,
    "text": str,
    "doc_type": str,
    "number": str | None,
    "name": str | None,
    "date": str | None,
    "issuer": str | None,
    "relation": str,
    "kind": str,
}
ASSIGNMENT = {
    "clause": str,
    "text": str,
    "body": str,
    "office": str | None,
    "role": str,
    "inherited": bool,
    "deadline": str | None,
}
RELATIONS = {"based_on", "implements", "amends", "replaces", "repeals", "guided_by", "mentions"}
ROLES = {"lead", "coordinate", "advised", "reported_to", "responsible"}
every_sample = pytest.mark.parametrize("name", SAMPLES)


@cache
def gold_of(name: str) -> dict[str, Any]:
    text = (CORPUS / "gold" / f"{name}.gold.json").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    gold: dict[str, Any] = json.loads(text)
    return gold


@cache
def words_of(name: str) -> str:
    """The document as read, without white space: gold keeps a space where the page breaks a symbol, the reader none.

    Of a scan, the text that was scanned: gold says what the page says.
    """
    return squeeze(SOURCES[name].read_text(encoding="utf-8") if name in SCANS else read(SAMPLES[name]).text)


def paragraphs_of(name: str) -> list[str]:
    """The paragraphs and footnotes of a source's body."""
    body = SOURCES[name].read_text(encoding="utf-8").partition(":body\n")[2].partition(":recipients\n")[0]
    return [re.sub(r"^\[\^\d\]: |\[\^\d\]|\*\*", "", line) for line in body.splitlines()]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def assert_form(record: dict[str, Any], form: dict[str, Any]) -> None:
    assert list(record) == list(form)
    for field, kind in form.items():
        assert isinstance(record[field], kind), (field, record[field])
        assert record[field] != "", field


def test_every_sample_has_gold_and_the_other_way_round() -> None:
    golds = [path.name.removesuffix(".gold.json") for path in (CORPUS / "gold").glob("*.gold.json")]
    files = [path.stem for path in (CORPUS / "sample").iterdir()]
    assert sorted(golds) == sorted(files)


def test_all_forms_are_there_and_small() -> None:
    suffixes = [path.suffix for path in SAMPLES.values()]
    assert all(suffixes.count(suffix) >= 2 for suffix in (".txt", ".md", ".docx", ".pdf"))
    sizes = {name: path.stat().st_size for name, path in SAMPLES.items()}
    assert {name: size for name, size in sizes.items() if size > (300_000 if name in SCANS else 100_000)} == {}


@every_sample
def test_gold_has_the_form(name: str) -> None:
    gold = gold_of(name)
    assert list(gold) == ["document", "clauses", "citations", "assignments"]
    assert_form(gold["document"], HEAD)
    for part, form in (("clauses", CLAUSE), ("citations", CITATION), ("assignments", ASSIGNMENT)):
        for record in gold[part]:
            assert_form(record, form)


@every_sample
def test_gold_values_are_of_the_kinds_the_guidelines_know(name: str) -> None:
    gold = gold_of(name)
    assert all(len(clause["starts_with"]) <= 40 for clause in gold["clauses"])
    assert {row["relation"] for row in gold["citations"]} <= RELATIONS
    assert {row["role"] for row in gold["assignments"]} <= ROLES
    assert {row["office"] for row in gold["assignments"]} <= {"head", None}
    for row in gold["citations"]:
        assert (row["kind"] == "numbered") == (row["number"] is not None) == (row["name"] is None)
        assert row["date"] is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", row["date"])


@every_sample
def test_paths_form_a_tree_and_rows_name_clauses(name: str) -> None:
    gold = gold_of(name)
    paths = [clause["path"] for clause in gold["clauses"]]
    assert len(set(paths)) == len(paths)
    for place, path in enumerate(paths):
        parent = path.rpartition("/")[0]
        assert not parent or parent in paths[:place]
    assert {row["clause"] for row in gold["citations"]} <= {*paths, "title", "preamble", "closing"}
    assert {row["clause"] for row in gold["assignments"]} <= {*paths, "preamble", "closing"}


@every_sample
def test_gold_words_stand_in_the_document(name: str) -> None:
    gold, words = gold_of(name), words_of(name)
    wanted = [clause["marker"] + clause["starts_with"] for clause in gold["clauses"]]
    wanted += [row["text"] for row in gold["citations"]]
    wanted += [row[field] for row in gold["assignments"] for field in ("text", "deadline") if row[field]]
    wanted += [gold["document"][field] for field in ("title", "signer_name")]
    wanted += gold["document"]["addressees"] + gold["document"]["recipients"]
    assert [text for text in wanted if squeeze(text) not in words] == []


@every_sample
def test_sample_says_that_it_is_one(name: str) -> None:
    assert squeeze(MARKER) in words_of(name)


@pytest.mark.parametrize("name", sorted(SOURCES.keys() - SCANS))
def test_made_forms_hold_the_words_of_their_source(name: str) -> None:
    assert [text for text in paragraphs_of(name) if squeeze(text) not in words_of(name)] == []


@pytest.mark.parametrize("name", sorted(SCANS))
def test_scans_are_recognised(name: str) -> None:
    needs_tesseract()
    document = read(SAMPLES[name])
    printed, seen = " ".join(paragraphs_of(name)).split(), document.text.split()
    same = SequenceMatcher(None, printed, seen, autojunk=False).get_matching_blocks()
    assert document.method == "ocr"
    assert sum(block.size for block in same) / len(printed) > 0.98
