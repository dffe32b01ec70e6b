"""Tesseracts that stay for the next picture: to load its net takes one about a tenth of the time of a page."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile

from pipeline.errors import InputError

try:
    import tty
except ImportError:  # not on Windows: there each picture needs a start
    tty = None  # type: ignore[assignment]

_STREAMED = ("-", "-", "-c", "stream_filelist=1")  # names of pictures from its input, results to its output
_START, _END = b"<div class='ocr_page'", b"\n  </div>\n"
_MOST = 500  # pictures for one process, lest it grows
_CHUNK = 1 << 16

ENVIRONMENT = os.environ | {"OMP_THREAD_LIMIT": "1"}
"""More threads than one per process make Tesseract five times as slow."""


@cache
def can_last() -> bool:
    """Whether this system has the terminals that a lasting Tesseract writes to."""
    if tty is None:
        return False
    try:
        pair = os.openpty()
    except OSError:
        return False
    for end in pair:
        os.close(end)
    return True


def hocr_of(picture: Path, command: str, options: Sequence[str], seconds: float) -> bytes:
    """The `ocr_page` of a picture, by a process with these `options` that waits for one, else by a new one.

    Raises InputError where Tesseract fails or takes longer than `seconds`; then that process is gone.
    """
    idle = _idle[os.getpid(), command, *options]
    process = idle.pop() if idle else _Process([command, *_STREAMED, *options])
    try:
        page = process.read(picture, seconds)
    except BaseException:
        process.end()
        raise
    if process.count < _MOST:
        idle.append(process)
    else:
        process.end()
    return page


def end_lasting() -> None:
    """End all that wait for a picture; they also end with the process that has started them."""
    for idle in _idle.values():
        while idle:
            idle.pop().end()


_idle: dict[tuple[object, ...], list[_Process]] = defaultdict(list)
"""By the process that talks to them, since a fork must not answer for its parent, and by their command."""


class _Process:
    """One Tesseract. It writes to a terminal of its own: only there a line is written as soon as it is whole."""

    def __init__(self, command: Sequence[str]) -> None:
        self.count = 0
        self._said = TemporaryFile()  # noqa: SIM115 - open as long as the process may say something
        names, self._names = os.pipe()
        self._answers, terminal = os.openpty()
        tty.setraw(terminal)  # else it would change the ends of lines
        try:
            self._process = subprocess.Popen(command, stdin=names, stdout=terminal, stderr=self._said, env=ENVIRONMENT)
        except OSError as error:
            self._close()
            raise InputError(f"Tesseract did not start: {error.strerror}") from error
        finally:
            os.close(names)
            os.close(terminal)

    def read(self, picture: Path, seconds: float) -> bytes:
        """The page that it makes of the picture. Raises InputError."""
        self.count += 1
        end = time.monotonic() + seconds
        with suppress(BrokenPipeError):  # its last words say why
            os.write(self._names, f"{picture}\n".encode())
        page = bytearray()
        while not page.endswith(_END):
            if not select.select([self._answers], (), (), max(0.0, end - time.monotonic()))[0]:
                raise InputError(f"Tesseract took longer than {seconds:.0f} s")
            page += self._chunk()
        return bytes(page[page.index(_START) :])

    def end(self) -> None:
        """Stop it, whatever it is at."""
        self._process.kill()
        self._process.wait()
        self._close()

    def _close(self) -> None:
        self._said.close()
        os.close(self._names)
        os.close(self._answers)

    def _chunk(self) -> bytes:
        with suppress(OSError):  # how Linux says that nobody is at the other end
            if chunk := os.read(self._answers, _CHUNK):
                return chunk
        raise InputError(f"Tesseract failed: {self._last_words()}")

    def _last_words(self) -> str:
        code = self._process.wait()
        self._said.seek(0)
        said = self._said.read().decode("utf-8", "replace").split("\n")
        return next((line.strip() for line in reversed(said) if line.strip()), f"code {code}")
