"""Tesseracts that stay for the next picture: to load its net takes one about a tenth of the time of a page."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import IO, TYPE_CHECKING, cast

from pipeline.errors import InputError
from pipeline.ingest.scan import library
from pipeline.ingest.scan.words import ReadWord

if TYPE_CHECKING:  # numpy starts threads, beside which no process should be forked
    from pipeline.ingest.scan.render import PageImage

_MOST = 500  # pictures for one process, lest it grows
_PROGRAM = (sys.executable, "-IS", str(Path(library.__file__).absolute()))  # on its own: nothing but Python is loaded

ENVIRONMENT = os.environ | {"OMP_THREAD_LIMIT": "1"}
"""More threads than one per process make Tesseract five times as slow."""


def can_last(version: str) -> bool:
    """Whether the library is here, and of the `version` that the command is of."""
    try:
        return str(library.library().TessVersion(), "ascii") == version
    except OSError:
        return False


def words_of(image: PageImage, language: str, mode: int, letters: str, seconds: float) -> tuple[ReadWord, ...]:
    """The words of a picture, by a process that waits for one in `language`, else by a new one.

    `mode` is Tesseract's of the layout; `letters` are all that it may see, where there are any. Raises InputError
    where Tesseract fails or takes longer than `seconds`; then that process is gone.
    """
    idle = _idle[os.getpid(), language]
    process = idle.pop() if idle else _Process(language)
    try:
        words = process.read(image, mode, letters, seconds)
    except BaseException:
        process.end()
        raise
    if process.count < _MOST:
        idle.append(process)
    else:
        process.end()
    return words


def end_lasting() -> None:
    """End all that wait for a picture; they also end with the process that has started them."""
    for idle in _idle.values():
        while idle:
            idle.pop().end()


_idle: dict[tuple[int, str], list[_Process]] = defaultdict(list)
"""By the process that talks to them, since a fork must not answer for its parent, and by their language."""


class _Process:
    """One Tesseract, which is sent pictures and answers with words."""

    def __init__(self, language: str) -> None:
        self.count = 0
        self._said = TemporaryFile()  # noqa: SIM115 - open as long as the process may say something
        command = [*_PROGRAM, language]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=self._said, env=ENVIRONMENT)
        self._requests, self._answers = cast(IO[bytes], self._process.stdin), cast(IO[bytes], self._process.stdout)

    def read(self, image: PageImage, mode: int, letters: str, seconds: float) -> tuple[ReadWord, ...]:
        """The words that it sees. Raises InputError."""
        self.count += 1
        end = time.monotonic() + seconds
        guard = Timer(seconds, self._process.kill)
        guard.start()
        try:
            answer = self._answer(image, mode, letters)
        finally:
            guard.cancel()
        if answer:
            return tuple(ReadWord(*word) for word in json.loads(answer))
        if time.monotonic() >= end:
            raise InputError(f"Tesseract took longer than {seconds:.0f} s")
        raise InputError(f"Tesseract failed: {self._last_words()}")

    def end(self) -> None:
        """Stop it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for file in (self._requests, self._answers, self._said):
            with suppress(OSError):  # of what it was still to be told
                file.close()

    def _answer(self, image: PageImage, mode: int, letters: str) -> bytes:
        height, width = image.pixels.shape
        request = json.dumps([width, height, round(image.dpi), mode, letters]).encode("ascii")
        with suppress(BrokenPipeError):  # its last words say why
            self._requests.write(request + b"\n")
            self._requests.write(image.pixels.tobytes())
            self._requests.flush()
        return self._answers.readline()

    def _last_words(self) -> str:
        code = self._process.wait()
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(said) if line.strip()), f"code {code}")
