"""The measure, its gate, and its agreement with the measure it is to agree with."""

from __future__ import annotations

import csv
import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from pipeline.errors import BelowFloor, UsageError
from pipeline.evaluate import check_floors, evaluate, pin_floors, report, total
from pipeline.evaluate.same import alike, plain, plain_body, plain_number, same_clause, same_document
from tests.shared import assert_common_figures, shared

NAME = "letter"
Gold = dict[str, Any]
GOLD: Gold = {
    "document": {"doc_type": "công văn", "number": "8/UBND-NC", "title": "rà soát thủ tục", "province": None},
    "clauses": [{"path": "1", "starts_with": "Sở Nội vụ rà soát"}, {"path": "1/-1", "starts_with": "Báo cáo"}],
    "citations": [
        {"clause": "1", "doc_type": "nghị quyết", "number": "76/NQ-CP", "name": None, "kind": "numbered"}
        | {"date": "2021-07-15", "issuer": "Chính phủ", "relation": "implements"},
        {"clause": "1/-1", "doc_type": "luật", "number": None, "name": "Đầu tư công", "kind": "named"}
        | {"date": None, "issuer": None, "relation": "mentions"},
    ],
    "assignments": [
        {"clause": "1", "body": "Sở Nội vụ", "office": None, "role": "lead", "inherited": False, "deadline": "hằng năm"}
    ],
}


def write_gold(folder: Path, documents: dict[str, Gold]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, gold in documents.items():
        (folder / f"{name}.gold.json").write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return folder


def write_run(folder: Path, documents: dict[str, Gold]) -> Path:
    """Tables, in both forms, that say what `documents` say."""
    folder.mkdir(exist_ok=True)
    tables: dict[str, list[dict[str, Any]]] = {"documents": [], "clauses": [], "citations": [], "assignments": []}
    for name, gold in documents.items():
        source = {"source": f"folder/{name}.txt", "part": "main"}
        tables["documents"].append(source | {key: value for key, value in gold["document"].items() if value != []})
        for row in gold["clauses"]:
            tables["clauses"].append(source | {"clause": row["path"], "text": row["starts_with"] + " và nhiều nữa"})
        tables["clauses"].append(source | {"clause": "preamble", "text": "Thực hiện"})
        for part in ("citations", "assignments"):
            tables[part] += [source | row for row in gold[part]]
            tables[part].append(source | gold[part][0] | {"part": "annex-1"} if gold[part] else source)
    for name, rows in tables.items():
        write_table(folder / name, rows)
    return folder


def write_table(path: Path, rows: list[dict[str, Any]]) -> None:
    columns = sorted({column for row in rows for column in row})
    parquet.write_table(pa.Table.from_pylist([dict.fromkeys(columns) | row for row in rows]), f"{path}.parquet")
    with Path(f"{path}.csv").open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.DictWriter(handle, columns)
        writer.writeheader()
        writer.writerows(rows)


def changed(path: str, value: object) -> Gold:
    """GOLD with one value replaced; a list's item is removed where the value is None."""
    gold = deepcopy(GOLD)
    *way, last = path.split(".")
    place: Any = gold
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if isinstance(place, list):
        place.pop(int(last))
    else:
        place[last] = value
    return gold


def figures(tmp_path: Path, run: Gold) -> dict[str, tuple[int, int, int]]:
    scores = evaluate(write_gold(tmp_path / "gold", {NAME: GOLD}), write_run(tmp_path / "out", {NAME: run}))
    return {part: (score.matched, score.gold, score.found) for part, score in scores[NAME].items()}


def test_a_run_that_says_what_the_gold_says_is_perfect(tmp_path: Path) -> None:
    scores = evaluate(write_gold(tmp_path / "gold", {NAME: GOLD}), write_run(tmp_path / "out", {NAME: GOLD}))
    assert {part: score.f1 for part, score in scores[NAME].items()} == dict.fromkeys(scores[NAME], 1.0)
    assert all(score.slips == () for score in scores[NAME].values())


@pytest.mark.parametrize(
    ("path", "value", "part", "counts"),
    [
        ("document.number", "9/UBND-NC", "head.number", (0, 1, 1)),
        ("document.number", "08 / UBND-NC", "head.number", (1, 1, 1)),
        ("document.title", "rà soát thủ tục hành chính", "head.title", (1, 1, 1)),
        ("document.province", "Hưng Yên", "head", (9, 10, 10)),
        ("clauses.0", None, "clauses", (1, 2, 1)),
        ("clauses.0.path", "2", "clauses", (1, 2, 2)),
        ("clauses.0.starts_with", "Sờ Nội vu rà soát", "clauses", (2, 2, 2)),
        ("clauses.0.starts_with", "Hoàn toàn khác hẳn", "clauses", (1, 2, 2)),
        ("citations.0", None, "citations.numbered", (0, 1, 0)),
        ("citations.0.clause", "2", "citations.numbered", (0, 1, 1)),
        ("citations.0.clause", "2", "citations.numbered (any clause)", (1, 1, 1)),
        ("citations.0.relation", "mentions", "citations.numbered.relation", (0, 1, 1)),
        ("citations.0.date", None, "citations.numbered.date", (0, 1, 1)),
        ("citations.1.name", "Đầu tư", "citations.named", (1, 1, 1)),
        ("citations.1.doc_type", "đề án", "citations.named", (0, 1, 1)),
        ("assignments.0.role", "coordinate", "assignments", (0, 1, 1)),
        ("assignments.0.role", "coordinate", "assignments (any role)", (1, 1, 1)),
        ("assignments.0.office", "head", "assignments.office", (0, 1, 1)),
        ("assignments.0.inherited", True, "assignments.inherited", (0, 1, 1)),
        ("assignments.0.deadline", None, "assignments.deadline", (0, 1, 0)),
        ("assignments.0.deadline", "định kỳ hằng năm", "assignments.deadline", (1, 1, 1)),
    ],
)
def test_one_slip_costs_what_it_should(
    path: str, value: object, part: str, counts: tuple[int, int, int], tmp_path: Path
) -> None:
    assert figures(tmp_path, changed(path, value))[part] == counts


def test_a_document_that_is_not_in_the_run_scores_as_found_empty(tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold", {NAME: GOLD, "absent": GOLD})
    sums = total(evaluate(gold, write_run(tmp_path / "out", {NAME: GOLD})))
    assert (sums["clauses"].matched, sums["clauses"].gold, sums["clauses"].found) == (2, 4, 2)
    assert (sums["clauses"].precision, sums["clauses"].recall) == (1.0, 0.5)


def test_wrong_calls_are_explained(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no .*gold\.json"):
        evaluate(tmp_path, write_run(tmp_path / "out", {NAME: GOLD}))
    with pytest.raises(UsageError, match="run chithi extract first"):
        evaluate(write_gold(tmp_path / "gold", {NAME: GOLD}), tmp_path)


def test_the_report_lists_misses_and_false_finds(tmp_path: Path) -> None:
    run = changed("clauses.0.path", "2")
    scores = evaluate(write_gold(tmp_path / "gold", {NAME: GOLD}), write_run(tmp_path / "out", {NAME: run}))
    text = report(scores, show=1)
    assert f"{NAME} - [1] Sở Nội vụ rà soát" in text
    assert "+ [2]" not in text
    assert f"{NAME} + [2] Sở Nội vụ rà soát" in report(scores, show=2)
    assert " - [" not in report(scores)


def test_the_gate(tmp_path: Path) -> None:
    gold, floors = write_gold(tmp_path / "gold", {NAME: GOLD}), tmp_path / "floors.json"
    good = evaluate(gold, write_run(tmp_path / "good", {NAME: GOLD}))
    bad = evaluate(gold, write_run(tmp_path / "bad", {NAME: changed("clauses.0", None)}))
    pin_floors(bad, gold, floors)
    check_floors(good, gold, floors)
    pin_floors(good, gold, floors)
    with pytest.raises(BelowFloor, match=r"clauses 0\.667 < 1\.0"):
        check_floors(bad, gold, floors)
    with pytest.raises(BelowFloor):
        pin_floors(bad, gold, floors)
    write_gold(gold, {NAME: changed("document.number", "9/UBND-NC")})
    with pytest.raises(UsageError, match="gold has changed"):
        check_floors(good, gold, floors)
    pin_floors(bad, gold, floors)
    check_floors(bad, gold, floors)


@pytest.mark.parametrize("content", ["", "[", None])
def test_floors_that_cannot_be_read(content: str | None, tmp_path: Path) -> None:
    gold, floors = write_gold(tmp_path / "gold", {NAME: GOLD}), tmp_path / "floors.json"
    if content is not None:
        floors.write_text(content)
    with pytest.raises(UsageError, match="cannot be read"):
        check_floors({}, gold, floors)


def test_spellings_that_mean_the_same() -> None:
    assert plain("Uỷ ban  nhân dân tỉnh – (Hoà Bình)") == "ủy ban nhân dân tỉnh - (hòa bình"
    assert plain("UBND") == plain("Ủy ban nhân dân")
    assert plain(None) == "" == plain("  .")
    assert plain_number("08/ CT-UBND") == plain_number("8/CT-UBND")
    assert plain_body("các cơ quan có liên quan") == plain_body("cơ quan liên quan")
    assert alike("cải cách hành chính", "cải cách hành chính năm 2019")
    assert not alike("", "cải cách")
    assert not same_clause({"clause": "1", "text": "a"}, {"clause": "2", "text": "a"})
    assert not same_document(GOLD["citations"][0], GOLD["citations"][1])


def perturbed(gold: Gold, chance: random.Random) -> Gold:
    """`gold` as a careless reader would give it: rows lost, doubled, moved, cut and altered."""
    run = deepcopy(gold)
    for part in ("clauses", "citations", "assignments"):
        rows = [row for row in run[part] if chance.random() > 0.1]
        rows += chance.sample(rows, len(rows) // 10)
        for row in rows:
            if chance.random() < 0.3:
                key = chance.choice(sorted(row))
                row[key] = altered(row[key], chance)
        run[part] = rows
    for key in run["document"]:
        if chance.random() < 0.3 and not isinstance(run["document"][key], list):
            run["document"][key] = altered(run["document"][key], chance)
    return run


def altered(value: object, chance: random.Random) -> object:
    if isinstance(value, bool):
        return not value
    if not isinstance(value, str) or not value:
        return "khác"
    cut = chance.randrange(len(value) + 1)
    return chance.choice([None, value.upper(), value[:cut], value[:cut] + "x" + value[cut:], f" {value}."]) or ""


@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_of_the_common_measure(seed: int, tmp_path: Path) -> None:
    gold = shared("gold")
    chance = random.Random(seed)
    documents = {
        path.name.removesuffix(".gold.json"): perturbed(json.loads(path.read_text(encoding="utf-8")), chance)
        for path in sorted(gold.glob("*.gold.json"))
    }
    assert_common_figures(gold, write_run(tmp_path / "out", documents))
