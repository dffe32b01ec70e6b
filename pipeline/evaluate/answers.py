"""What is said of a document, by hand (gold) or by a run (tables), in one shape."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.model import CLOSING, MAIN, PREAMBLE, TITLE

Row = Mapping[str, Any]
GOLD_SUFFIX = ".gold.json"


@dataclass(frozen=True, slots=True)
class Answers:
    """The rows of one document, with the columns of the tables; of annexes there is no gold, so they are left out."""

    document: Row = field(default_factory=dict)
    clauses: tuple[Row, ...] = ()
    citations: tuple[Row, ...] = ()
    assignments: tuple[Row, ...] = ()


def gold_files(folder: Path) -> tuple[Path, ...]:
    """The gold files of `folder`, sorted. Raises UsageError where there is none."""
    if files := tuple(sorted(folder.glob(f"*{GOLD_SUFFIX}"))):
        return files
    raise UsageError(f"there is no *{GOLD_SUFFIX} in {folder}")


def read_gold(folder: Path) -> dict[str, Answers]:
    """The hand-made answers in `folder`, by the stem of their document."""
    return {path.name.removesuffix(GOLD_SUFFIX): _gold(path) for path in gold_files(folder)}


def read_run(out: Path) -> dict[str, Answers]:
    """The tables that a run left in `out`, by the stem of the document. Raises UsageError where a table is missing."""
    documents = _by_stem(_table(out, "documents"))
    clauses, citations, assignments = (
        _by_stem(row for row in _table(out, name) if row["part"] in (None, MAIN))
        for name in ("clauses", "citations", "assignments")
    )
    unnumbered = (None, "", PREAMBLE, CLOSING, TITLE)
    return {
        stem: Answers(
            document=rows[-1],
            clauses=tuple(row for row in clauses[stem] if row["clause"] not in unnumbered),
            citations=tuple(citations[stem]),
            assignments=tuple(assignments[stem]),
        )
        for stem, rows in documents.items()
    }


def _gold(path: Path) -> Answers:
    content = json.loads(path.read_text(encoding="utf-8"))
    return Answers(
        document=content["document"],
        clauses=tuple({"clause": row["path"], "text": row["starts_with"]} for row in content["clauses"]),
        citations=tuple(content["citations"]),
        assignments=tuple(content["assignments"]),
    )


def _table(out: Path, name: str) -> list[Row]:
    from pyarrow import parquet

    path = out / f"{name}.parquet"
    if not path.is_file():
        raise UsageError(f"there is no {path}; run chithi extract first")
    rows: list[Row] = parquet.read_table(path).to_pylist()
    return rows


def _by_stem(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[Path(row["source"]).stem].append(row)
    return grouped
