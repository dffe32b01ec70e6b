"""The neighbouring folder of real documents and gold, which is no part of the project."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluate import evaluate, total

_SHARED = Path(__file__).parents[2] / "shared"


def shared(name: str) -> Path:
    """The path `name` in it; the calling test is skipped where it is absent."""
    path = _SHARED / name
    if not path.exists():
        pytest.skip(f"there is no ../shared/{name}")
    return path


def assert_common_figures(gold: Path, out: Path) -> None:
    """`evaluate` and the script beside the shared gold give the same figures."""
    command = [sys.executable, str(shared("tools/score.py")), str(gold), str(out), "--json"]
    theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    theirs.pop("document missing", None)
    ours = {
        part: {"precision": round(score.precision, 4), "recall": round(score.recall, 4), "f1": round(score.f1, 4)}
        | {"gold": score.gold, "found": score.found}
        for part, score in total(evaluate(gold, out)).items()
    }
    assert ours == theirs
