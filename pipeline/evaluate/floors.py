"""The gate: F1 floors pinned beside the gold, with a digest of the gold they were measured on."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path
from typing import Any

from pipeline.errors import BelowFloor, UsageError
from pipeline.evaluate.answers import gold_files
from pipeline.evaluate.score import Scores, total

PINNED = (
    "head",
    "clauses",
    "citations.numbered",
    "citations.numbered.date",
    "citations.numbered.issuer",
    "citations.numbered.relation",
    "citations.named",
    "assignments",
)


def check_floors(scores: Scores, gold: Path, floors: Path) -> None:
    """Raise BelowFloor where a score lies below its floor, UsageError where the gold is not the one of the floors."""
    pinned = _read(floors)
    if pinned["gold_sha256"] != gold_digest(gold):
        raise UsageError(f"the gold has changed since {floors} was pinned; pin it anew with --pin")
    reached = total(scores)
    low = [
        f"{part} {reached[part].f1:.3f} < {floor}"
        for part, floor in pinned["floors"].items()
        if part not in reached or reached[part].f1 < floor
    ]
    if low:
        raise BelowFloor("; ".join(low))


def pin_floors(scores: Scores, gold: Path, floors: Path) -> None:
    """Write the scores as floors, cut after three digits. Raises BelowFloor before it lowers one on the same gold."""
    if floors.exists() and _read(floors)["gold_sha256"] == gold_digest(gold):
        check_floors(scores, gold, floors)
    reached = total(scores)
    values = {part: math.floor(reached[part].f1 * 1000) / 1000 for part in PINNED if part in reached}
    content = {"gold_sha256": gold_digest(gold), "floors": values}
    floors.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def gold_digest(gold: Path) -> str:
    """One digest over the names and the bytes of all gold files."""
    digest = hashlib.sha256()
    for path in gold_files(gold):
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def _read(floors: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(floors.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{floors} cannot be read: {error}") from error
    return content
