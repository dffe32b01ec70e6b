"""How far a run is: a bar on a terminal, plain lines in a log."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from tqdm import tqdm


def progress(stream: TextIO = sys.stderr) -> Callable[[int, int], None]:
    """A function to be told `(done, total)` after each document; it shows them on `stream`."""
    return _bar(stream) if stream.isatty() else _lines(stream)


def _bar(stream: TextIO) -> Callable[[int, int], None]:
    tqdm.monitor_interval = 0  # no thread beside worker processes that are forked
    bar = tqdm(unit="doc", file=stream, leave=False)

    def show(done: int, total: int) -> None:
        bar.total = total
        bar.update(done - bar.n)
        if done == total:
            bar.close()

    return show


def _lines(stream: TextIO) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        if done * 10 // total > (done - 1) * 10 // total:
            print(f"read {done} of {total}", file=stream, flush=True)

    return show
