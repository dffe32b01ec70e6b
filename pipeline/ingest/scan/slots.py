"""As many Tesseracts at once as there are cores, whoever starts them: each holds the lock of one file.

The system takes the lock away from a process that dies, so no slot is ever lost.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.limits import cores

try:
    import fcntl
except ImportError:  # not on Windows: there nothing is held back
    fcntl = None  # type: ignore[assignment]

_NAME = "chithi-cores"
_DOOR = "door"
_PATIENCE = 0.02  # seconds between two looks


@contextmanager
def a_core() -> Iterator[None]:
    """Wait for a core that no Tesseract of this user is at work on, and keep it for the block."""
    if fcntl is None:
        yield
        return
    file = _free_slot()
    try:
        yield
    finally:
        os.close(file)


def _free_slot() -> int:
    """The locked file of a free slot. Only who stands in the door looks for one; the others sleep behind it."""
    folder = Path(tempfile.gettempdir(), f"{_NAME}-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    door = _opened(folder / _DOOR)
    try:
        fcntl.flock(door, fcntl.LOCK_EX)
        while True:
            for number in range(cores()):
                file = _opened(folder / str(number))
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError:
                    os.close(file)
                else:
                    return file
            time.sleep(_PATIENCE)
    finally:
        os.close(door)


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
