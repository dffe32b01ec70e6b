"""Tasks that behave, raise, hang and kill their process."""

from __future__ import annotations

import os
import subprocess
import time
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path

import pytest

from pipeline.errors import Crashed, EmptyInput, GazetteerError, InputError, TimedOut
from pipeline.workers import work_apart

PATIENCE = 1.0


def work(task: str) -> str:
    match task:
        case "raise":
            raise RecursionError("too deep")
        case "refuse":
            raise EmptyInput("no text")
        case "hang":
            time.sleep(60)
        case "start and hang":
            subprocess.run(["sleep", "61.25"], check=True)
        case "die":
            os._exit(9)
        case "unsendable":
            return lambda: task  # type: ignore[return-value]
        case "wrong row":
            raise GazetteerError("bodies.csv:3")
    return task.upper()


def answers(tasks: list[str], jobs: int = 2) -> dict[str, str | InputError]:
    return dict(work_apart(work, tasks, jobs, PATIENCE))


@pytest.mark.parametrize("jobs", [1, 2, 7])
def test_every_task_is_answered_once(jobs: int) -> None:
    tasks = [f"task {number}" for number in range(20)]
    assert sorted(work_apart(work, tasks, jobs, PATIENCE)) == sorted((task, task.upper()) for task in tasks)
    assert active_children() == []


def test_no_task_no_process() -> None:
    assert answers([]) == {}


@pytest.mark.parametrize(
    ("task", "error", "words"),
    [
        ("raise", Crashed, "RecursionError: too deep (test_workers.py:"),
        ("refuse", EmptyInput, "no text"),
        ("hang", TimedOut, "1 seconds"),
        ("die", Crashed, "ended with 9"),
        ("unsendable", Crashed, "ended with 1"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_task_costs_only_itself(task: str, error: type[InputError], words: str, jobs: int) -> None:
    found = answers(["a", task, "b", "c"], jobs)
    assert {name: found[name] for name in "abc"} == {"a": "A", "b": "B", "c": "C"}
    assert type(found[task]) is error
    assert words in str(found[task])
    assert active_children() == []


def test_two_that_hang_are_both_stopped() -> None:
    start = time.monotonic()
    assert {type(answer) for answer in answers(["hang", "hang"]).values()} == {TimedOut}
    assert time.monotonic() - start < 4 * PATIENCE


def test_what_a_task_has_started_ends_with_it() -> None:
    answers(["start and hang"])
    last = time.monotonic() + 2
    while b"61.25" in (commands := running()) and time.monotonic() < last:
        time.sleep(0.05)
    assert b"61.25" not in commands


def running() -> bytes:
    commands = b""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            commands += path.read_bytes()
    return commands


def test_an_error_that_is_no_input_error_ends_all() -> None:
    with pytest.raises(GazetteerError, match=r"bodies\.csv:3"):
        answers(["a", "wrong row", "hang"])
    assert active_children() == []


def test_who_stops_listening_leaves_no_process() -> None:
    stream = work_apart(work, ["a", "hang", "b"], 2, PATIENCE)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    assert active_children() == []
