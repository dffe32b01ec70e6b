"""Work done in processes of its own, so that a task that hangs or kills its process costs only itself."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from pipeline.errors import ChithiError, Crashed, InputError, TimedOut

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# A fork is at work in milliseconds, since all is imported; elsewhere than on Linux it is not safe.
if sys.platform == "linux":
    _PROCESSES = multiprocessing.get_context("fork")
else:
    _PROCESSES = multiprocessing.get_context("spawn")


def work_apart(
    work: Callable[[Task], Answer], tasks: Sequence[Task], jobs: int, seconds: float
) -> Iterator[tuple[Task, Answer | InputError]]:
    """Pairs of a task and `work(task)`, as they are finished, by `jobs` processes.

    A task that takes longer than `seconds` has its process killed and gives TimedOut; one that raises or whose
    process dies gives Crashed, one that raises an InputError that error. Any other ChithiError is raised here.
    """
    gc.freeze()  # what is there by now stays: no process need look through it again, and thereby copy it
    waiting = list(reversed(tasks))
    workers = [_Worker(work, waiting.pop(), seconds) for _ in range(min(jobs, len(tasks)))]
    try:
        while workers:
            patience = min(worker.deadline for worker in workers) - time.monotonic()
            ready = wait([worker.connection for worker in workers], max(0.0, patience))
            now = time.monotonic()
            for worker in [each for each in workers if each.connection in ready or each.deadline <= now]:
                task, answer = worker.task, worker.take()
                if not waiting:
                    worker.end()
                    workers.remove(worker)
                elif worker.process.is_alive():
                    worker.give(waiting.pop(), seconds)
                else:
                    workers[workers.index(worker)] = _Worker(work, waiting.pop(), seconds)
                yield task, answer
    finally:
        for worker in workers:
            worker.end()
        gc.unfreeze()


class _Worker(Generic[Task, Answer]):
    """One process and the task it is at."""

    def __init__(self, work: Callable[[Task], Answer], task: Task, seconds: float) -> None:
        self.connection, far_end = _PROCESSES.Pipe()
        self.process = _PROCESSES.Process(target=_serve, args=(work, far_end, os.getpid()), daemon=True)
        self.process.start()
        far_end.close()
        self.give(task, seconds)

    def give(self, task: Task, seconds: float) -> None:
        self.task, self.seconds, self.deadline = task, seconds, time.monotonic() + seconds
        with suppress(OSError):  # a process that is gone is noticed by `take`
            self.connection.send(task)

    def take(self) -> Answer | InputError:
        if not self.connection.poll():
            self.end()
            return TimedOut(f"not done after {self.seconds:g} seconds")
        try:
            answer: Answer | ChithiError = self.connection.recv()
        except (EOFError, OSError):
            self.end()
            return Crashed(f"the process ended with {self.process.exitcode}")
        if isinstance(answer, ChithiError) and not isinstance(answer, InputError):
            raise answer
        return answer

    def end(self) -> None:
        self.process.kill()
        if self.process.pid:  # the first of its group: whatever it has started ends with it
            with suppress(OSError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.join()
        self.connection.close()


def _serve(work: Callable[[Task], Answer], connection: Connection, parent: int) -> None:
    """Answer tasks until the parent hangs up or is gone. In a group of its own, since Ctrl-C is for the parent."""
    os.setpgid(0, 0)
    try:
        while os.getppid() == parent:
            if connection.poll(1.0):
                connection.send(_answer(work, connection.recv()))
    except (EOFError, OSError):
        return


def _answer(work: Callable[[Task], Answer], task: Task) -> Answer | ChithiError:
    try:
        return work(task)
    except ChithiError as error:
        return error
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Crashed(f"{type(error).__name__}: {error} ({Path(place.filename).name}:{place.lineno})")
