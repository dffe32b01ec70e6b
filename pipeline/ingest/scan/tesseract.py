"""Tesseract as a process: one thread each, never more of them at work than there are cores."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline.errors import DependencyMissing, InputError
from pipeline.ingest.scan.hocr import read_hocr
from pipeline.ingest.scan.lasting import ENVIRONMENT, can_last, words_of
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
_LETTERS = {"digits": "0123456789"}
_PLAIN, _INCH = 1, 2  # in TIFF: no compression, dots to the inch
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
    can_last: bool

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
    return Engine(command, version[1], language, _FAST in languages, "osd" in languages, can_last(version[1]))


def engine_name() -> str:
    """What reads scans here, or `none`: what is found in a scan depends on it."""
    try:
        return str(engine())
    except DependencyMissing:
        return "none"


def recognise(page: PageImage) -> tuple[ReadWord, ...]:
    """The words of a whole page. Raises InputError where Tesseract fails or takes too long."""
    return _words(page, engine().language, _WHOLE_PAGE)


def recognise_part(part: PageImage, how: str) -> tuple[ReadWord, ...]:
    """The words of a part of a page: a block with the `large` or the `fast` net, `scattered` lines, or `digits` alone.

    None where Tesseract fails: what a second look does not see is no loss.
    """
    language = _FAST if how == "fast" and engine().has_fast else engine().language
    with suppress(InputError):
        return _words(part, language, _MODES.get(how, _ONE_BLOCK), _LETTERS.get(how, ""))
    return ()


def quarter_turns(image: PageImage) -> int:
    """How many times a page must be turned right by 90° to stand upright; 0 where nothing tells."""
    if not engine().can_orient:
        return 0
    try:
        with as_file(image) as picture, a_core():
            found = _ROTATION.search(_once(picture, "-l", "osd", "--psm", "0"))
    except InputError:  # too few letters
        return 0
    return int(found[1]) // 90 if found else 0


def _words(image: PageImage, language: str, mode: int, letters: str = "") -> tuple[ReadWord, ...]:
    with a_core():
        if engine().can_last:
            return words_of(image, language, mode, letters, LIMITS.seconds_per_page)
        with as_file(image) as picture:
            allowed = ("-c", f"tessedit_char_whitelist={letters}")
            return tuple(read_hocr(_once(picture, "-l", language, "--psm", str(mode), *allowed, "hocr")))


@contextmanager
def as_file(image: PageImage) -> Iterator[Path]:
    """The picture in the form that Tesseract opens fastest: plain TIFF, which also tells how fine it is."""
    import cv2

    dpi = round(image.dpi)
    said = {cv2.IMWRITE_TIFF_XDPI: dpi, cv2.IMWRITE_TIFF_YDPI: dpi, cv2.IMWRITE_TIFF_RESUNIT: _INCH}
    settings = {cv2.IMWRITE_TIFF_COMPRESSION: _PLAIN} | said
    with TemporaryDirectory(prefix="chithi-") as folder:
        path = Path(folder, "page.tif")
        cv2.imwrite(str(path), image.pixels, [number for pair in settings.items() for number in pair])
        yield path


def _once(picture: Path, *options: str) -> bytes:
    """What a Tesseract of its own says of a picture."""
    try:
        done = subprocess.run(
            [engine().command, str(picture), "-", *options],
            check=False,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMITS.seconds_per_page,
            env=ENVIRONMENT,
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(f"Tesseract took longer than {LIMITS.seconds_per_page:.0f} s") from error
    except OSError as error:
        raise InputError(f"Tesseract did not start: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise InputError(f"Tesseract failed: {said[-1] if said else f'code {done.returncode}'}")
    return done.stdout


def _ask(command: str, question: str) -> str:
    try:
        done = subprocess.run([command, question], check=False, capture_output=True, text=True, timeout=_QUICK)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout or done.stderr
