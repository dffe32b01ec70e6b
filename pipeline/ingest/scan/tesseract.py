"""Tesseract as a process: one thread each, never more of them at once than there are cores."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline.errors import DependencyMissing, InputError
from pipeline.ingest.scan.hocr import read_hocr
from pipeline.ingest.scan.slots import a_core
from pipeline.ingest.scan.words import ReadWord
from pipeline.limits import LIMITS

if TYPE_CHECKING:  # numpy starts threads, beside which no process should be forked
    from pipeline.ingest.scan.render import PageImage

_FAST = "vie"
_LANGUAGES = ("Vietnamese", "script/Vietnamese", _FAST)
"""The large net of Debian's tesseract-ocr-script-viet, under both its names, then the fast net."""
_WHOLE_PAGE = 3
_ONE_BLOCK = 6
_MODES = {"scattered": 11, "digits": 7}
_SETTINGS = {"digits": ("-c", "tessedit_char_whitelist=0123456789")}
_VERSION = re.compile(r"tesseract v?(\S+)")
_ROTATION = re.compile(rb"Rotate: (\d+)")
_QUICK = 20.0  # seconds to say its version


@dataclass(frozen=True, slots=True)
class Engine:
    """The command, its version and the language data it reads Vietnamese with."""

    command: str
    version: str
    language: str
    has_fast: bool
    can_orient: bool

    def __str__(self) -> str:
        return f"{self.version} {self.language}"


@cache
def engine() -> Engine:
    """The Tesseract of this machine. Raises DependencyMissing where it or its Vietnamese data are missing."""
    command = shutil.which("tesseract")
    if command is None:
        raise DependencyMissing("a scan, and Tesseract is not installed")
    version = _VERSION.match(_ask(command, "--version"))
    languages = _ask(command, "--list-langs").split()
    language = next((name for name in _LANGUAGES if name in languages), None)
    if language is None or version is None:
        raise DependencyMissing("a scan, and Tesseract has no Vietnamese data")
    return Engine(command, version[1], language, _FAST in languages, "osd" in languages)


def engine_name() -> str:
    """What reads scans here, or `none`: what is found in a scan depends on it."""
    try:
        return str(engine())
    except DependencyMissing:
        return "none"


def recognise(page: PageImage) -> tuple[ReadWord, ...]:
    """The words of a whole page. Raises InputError where Tesseract fails or takes too long."""
    return tuple(read_hocr(_run(page, engine().language, _WHOLE_PAGE, "hocr")))


def recognise_part(part: PageImage, how: str) -> tuple[ReadWord, ...]:
    """The words of a part of a page: a block with the `large` or the `fast` net, `scattered` lines, or `digits` alone.

    None where Tesseract fails: what a second look does not see is no loss.
    """
    language = _FAST if how == "fast" and engine().has_fast else engine().language
    with suppress(InputError):
        return tuple(read_hocr(_run(part, language, _MODES.get(how, _ONE_BLOCK), *_SETTINGS.get(how, ()), "hocr")))
    return ()


def quarter_turns(image: PageImage) -> int:
    """How many times a page must be turned right by 90° to stand upright; 0 where nothing tells."""
    if not engine().can_orient:
        return 0
    try:
        found = _ROTATION.search(_run(image, "osd", 0, "osd"))
    except InputError:  # too few letters
        return 0
    return int(found[1]) // 90 if found else 0


def _run(image: PageImage, language: str, mode: int, *output: str) -> bytes:
    """What Tesseract writes about a picture. Files, since it reads pictures from a pipe only whole and in memory."""
    with TemporaryDirectory(prefix="chithi-") as folder:
        page, result = Path(folder, "page.pgm"), Path(folder, "page")
        height, width = image.pixels.shape
        page.write_bytes(f"P5 {width} {height} 255\n".encode() + image.pixels.tobytes())
        command = [engine().command, str(page), str(result), "-l", language, "--psm", str(mode)]
        with a_core():
            _call([*command, "--dpi", str(round(image.dpi)), *output])
        return result.with_suffix(f".{output[-1]}").read_bytes()


def _call(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command,
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMITS.seconds_per_page,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"Tesseract took longer than {LIMITS.seconds_per_page:.0f} s") from error
    except OSError as error:
        raise InputError(f"Tesseract did not start: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"Tesseract failed: {said[-1] if said else f'code {done.returncode}'}")


def _ask(command: str, question: str) -> str:
    try:
        done = subprocess.run([command, question], check=False, capture_output=True, text=True, timeout=_QUICK)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout or done.stderr
