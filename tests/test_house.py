"""The rules of the house, checked over its own source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = sorted((ROOT / "pipeline").rglob("*.py"))
ROOMS = ("gazetteers", "ingest", "extract", "link", "tables", "graph", "publish", "compare", "sql", "evaluate")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_files_and_functions_are_short() -> None:
    long_files = [name_of(path) for path in SOURCES if path.read_text(encoding="utf-8").count("\n") > 250]
    long_functions = [
        f"{name_of(path)}.{node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or node.lineno) - node.lineno >= 50
    ]
    assert (long_files, long_functions) == ([], [])


def test_no_room_knows_a_room_to_its_right() -> None:
    curious = []
    for path in SOURCES:
        room = path.relative_to(ROOT / "pipeline").parts[0]
        to_the_right = ROOMS[ROOMS.index(room) + 1 :] if room in ROOMS else ()
        doors = {f"pipeline.{other}" for other in (*to_the_right, "run", "cli")} if room in ROOMS else set()
        curious += [(name_of(path), name) for name in imports(path) if ".".join(name.split(".")[:2]) in doors]
    assert curious == []


def test_every_module_with_patterns_has_examples() -> None:
    """In its docstrings, or in a test that bears its name, imports it, or says in its docstring that it is meant."""
    tested: set[str] = set()
    for test in (ROOT / "tests").rglob("*.py"):
        meant = ast.get_docstring(ast.parse(test.read_text(encoding="utf-8"))) or ""
        tested |= {test.stem.removeprefix("test_"), *imports(test), *re.findall(r"\w+", meant.lower())}
    untested = [
        name_of(path)
        for path in SOURCES
        if "re.compile" in (text := path.read_text(encoding="utf-8"))
        and ">>>" not in text
        and not {name_of(path), path.stem} & tested
    ]
    assert untested == []
