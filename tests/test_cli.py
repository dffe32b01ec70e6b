"""The command: help for everything, an exit code for everything."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import EXIT_CODES, main
from pipeline.errors import ChithiError
from pipeline.progress import progress

ROOT = Path(__file__).parents[1]
COMMANDS = ("extract", "graph", "evaluate", "sql")


def tree(error: type[ChithiError] = ChithiError) -> Iterator[type[ChithiError]]:
    yield error
    for child in error.__subclasses__():
        yield from tree(child)


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 0
    return capsys.readouterr().out


def test_help_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, "--help")
    assert all(command in text for command in COMMANDS)
    codes = {int(line.split()[0]) for line in EXIT_CODES.split("\n") if line.startswith("  ")}
    assert codes == {0, 130} | {error.exit_code for error in tree()}
    assert EXIT_CODES in text


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_examples(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown(capsys, command, "--help")
    assert f"chithi {command} " in text.split("examples:")[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_every_command(command: str) -> None:
    assert f"chithi {command} " in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["unknown"],
        ["extract"],
        ["extract", ".", "--jobs", "0"],
        ["extract", ".", "--jobs", "many"],
        ["evaluate", "--show", "x"],
    ],
)
def test_wrong_calls_end_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    assert "usage: chithi" in capsys.readouterr().err


def test_errors_end_with_their_code_and_advice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(tmp_path / "absent"), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == f"chithi: there is no {tmp_path / 'absent'}\nSee chithi --help.\n"
    assert main(["evaluate", str(tmp_path), "--out", str(tmp_path), "--pin"]) == 2


def test_an_empty_folder_ends_with_4(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "corpus").mkdir()
    assert main(["extract", str(tmp_path / "corpus"), "--out", str(tmp_path / "out")]) == 4
    assert "0 inputs" in capsys.readouterr().out


@pytest.mark.parametrize("module", ["pipeline.cli", "pipeline.run"])
def test_heavy_libraries_are_loaded_late(module: str) -> None:
    """For a fast start, and because numpy and pyarrow start threads, which processes must not be forked beside."""
    heavy = ("numpy", "pyarrow", "openpyxl", "pandas", "networkx", "cv2", "duckdb", "cobalt", "rdflib")
    code = f"import sys, {module}; print([name for name in sys.argv[1:] if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_progress_in_a_log_is_plain_lines() -> None:
    stream = io.StringIO()
    show = progress(stream)
    for done in range(1, 101):
        show(done, 100)
    assert stream.getvalue().splitlines() == [f"read {done} of 100" for done in range(10, 101, 10)]


def test_progress_on_a_terminal_is_a_bar() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    stream = Terminal()
    show = progress(stream)
    for done in (1, 2):
        show(done, 2)
    assert "100%" in stream.getvalue() or "2/2" in stream.getvalue() or "\r" in stream.getvalue()
