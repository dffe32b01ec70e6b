from __future__ import annotations

import gzip
import json
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.coverage import ENGLISH, FORM, ITSELF, OPEN, OUTSIDE, cover, extractions_of, report
from pipeline.extract import extract
from pipeline.model import Document, Extraction, Page

BODY = "1. Thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n2. {}.\n"
LEFT = [
    ("Báo cáo theo Mẫu số 05/KH-BC", FORM),
    ("Cộng dòng 1202-N/BTNMT", FORM),
    ("Pursuant to Law No. 61/2020/QH14", ENGLISH),
    ("Hóa chất 2,4-D và 1234-XYZ/ABC-D", OPEN),
]


def extraction(text: str) -> Extraction:
    return extract(Document("sample.txt", text, "text", "0" * 64, (Page(1, 0, len(text)),)))


@pytest.mark.parametrize(("text", "reason"), LEFT)
def test_what_was_left_and_why(text: str, reason: str) -> None:
    coverage = cover([extraction(BODY.format(text))])
    assert coverage.taken == coverage.typed == 1
    assert [each.reason for each in coverage.untaken] == [reason]
    assert coverage.open_share == (0.5 if reason == OPEN else 0)


def test_the_own_number_and_the_head_are_no_misses() -> None:
    found = extraction(BODY.format("Chỉ thị số 12/CT-UBND có hiệu lực"))
    found = replace(found, head=replace(found.head, number="12/CT-UBND"), citations=found.citations[:1])
    assert [each.reason for each in cover([found]).untaken] == [ITSELF]
    assert {each.reason for each in cover([replace(found, clauses=())]).untaken} == {OUTSIDE}


def test_the_report_groups_by_shape() -> None:
    text = report(cover([extraction(BODY.format("Chất 1234-XYZ/ABC-D, chất 77-XYZ/ABC-D"))]))
    assert "     2  9-XYZ/ABC  |" in text
    assert "left for no known reason" in text


def test_folders_and_json_lines(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(BODY.format("Hết"), encoding="utf-8")
    (folder / "b.txt").write_bytes(b"")
    packed = tmp_path / "documents.jsonl.gz"
    with gzip.open(packed, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps({"text": BODY.format(word)}) + "\n" for word in ("Hết", "Xong"))
    assert [cover([each]).taken for each in extractions_of(folder)] == [1]
    assert [cover([each]).taken for each in extractions_of(packed)] == [1, 1]
