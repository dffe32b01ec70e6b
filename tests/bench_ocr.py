"""What reading a folder of scans costs, against Tesseract alone on the same pictures of pages.

usage: python -m tests.bench_ocr FOLDER

Both use every core, with one thread to a process. The pictures are those that the program itself makes, prepared
beforehand and in the form that Tesseract opens fastest, so that Tesseract alone has nothing to do but to read.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from pipeline.corpus import find_inputs
from pipeline.errors import InputError
from pipeline.ingest import read
from pipeline.ingest.scan import reader
from pipeline.ingest.scan.kept import kept_page
from pipeline.ingest.scan.lasting import ENVIRONMENT
from pipeline.ingest.scan.render import PageImage
from pipeline.ingest.scan.tesseract import as_file, engine
from pipeline.ingest.scan.words import ScannedPage
from pipeline.limits import cores

_ADOPT = 36  # PR_SET_CHILD_SUBREAPER: what a child leaves behind is counted here
_BEHIND = ("link", "tables", "documents", "graph", "database")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and of all cores together."""

    wall: float
    cpu: float

    def over(self, other: Cost) -> str:
        """How many times the other cost this is."""
        return f"{self.wall / other.wall:.2f} × by the clock, {self.cpu / other.cpu:.2f} × of the cores"


def cost_of(work: Callable[[], object]) -> Cost:
    """What `work` and all processes that it starts cost."""
    clock, before = time.perf_counter(), _cpu()
    work()
    wall = time.perf_counter() - clock
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    return Cost(wall, _cpu() - before)


def extracted(folder: Path, out: Path) -> float:
    """Run the command over `folder`; the seconds of all that comes behind the reading."""
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(folder), "--out", str(out)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seconds = json.loads((out / "manifest.json").read_text(encoding="utf-8"))["run"]["seconds"]
    return sum(float(seconds[stage]) for stage in _BEHIND)


def pictures_of(folder: Path, out: Path, held: ExitStack) -> Iterator[Path]:
    """The pictures that were read in the run that left `out`, as files until `held` is closed."""
    images: list[PageImage] = []

    def noted(image: PageImage, kept: Path | None, recognise: Callable[[PageImage], ScannedPage]) -> ScannedPage:
        images.append(image)
        return kept_page(image, kept, recognise)

    for each in find_inputs(folder, out):
        with patch.object(reader, "kept_page", noted), suppress(InputError):
            read(each.path, kept=out / ".cache" / "ocr")
        while images:
            yield held.enter_context(as_file(images.pop()))


def read_bare(pictures: list[Path]) -> None:
    """Read each picture with a Tesseract of its own, as many of them at once as there are cores."""

    def bare(picture: Path) -> None:
        command = [engine().command, str(picture), str(picture), "-l", engine().language]
        subprocess.run(command, check=True, capture_output=True, env=ENVIRONMENT)

    with ThreadPoolExecutor(cores()) as pool:
        list(pool.map(bare, pictures))


def main() -> None:
    """Read the folder that the command line names in both ways, and print what each cost."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_ADOPT, 1)
    folder, behind = Path(sys.argv[1]), 0.0
    with tempfile.TemporaryDirectory() as name, ExitStack() as held:
        out = Path(name, "out")
        out.mkdir()

        def whole() -> None:
            nonlocal behind
            behind = extracted(folder, out)

        program = cost_of(whole)
        pictures = list(pictures_of(folder, out, held))
        bare = cost_of(lambda: read_bare(pictures))
    print(f"{len(pictures)} pages of scans, {cores()} cores")
    print(f"Tesseract alone    {bare.wall:7.1f} s by the clock {bare.cpu:7.1f} s of the cores")
    print(f"chithi extract     {program.wall:7.1f} s by the clock {program.cpu:7.1f} s of the cores")
    print(f"all of it          {program.over(bare)}")
    reading = Cost(program.wall - behind, program.cpu - behind)
    print(f"without what comes behind the reading ({behind:.1f} s): {reading.over(bare)}")


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
