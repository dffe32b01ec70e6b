"""How fast the pipeline is: megabytes of text per second on one core, for every stage and in all.

usage: python -m tests.bench [DOCUMENTS.jsonl | DOCUMENTS.jsonl.gz]

Each line of DOCUMENTS is {"id": ..., "text": ...}. Without it the texts of the sample are taken many times over.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import wraps
from itertools import product
from pathlib import Path
from typing import ParamSpec, TypeVar

from pipeline.errors import InputError
from pipeline.extract import extract
from pipeline.graph.build import gather
from pipeline.ingest import read
from pipeline.jsonlines import unpacked
from pipeline.link import link
from pipeline.publish import publish_documents, publish_graph, publish_tables
from pipeline.run import Clock
from pipeline.sql import write_database

P = ParamSpec("P")
R = TypeVar("R")

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
COPIES = 100


def files_of(bulk: Path | None, folder: Path) -> Iterator[Path]:
    """The texts of `bulk`, or the sample's many times, as files in `folder`."""
    if bulk is not None:
        yield from unpacked(bulk, folder)
        return
    sample = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]
    for number, (copy, text) in enumerate(product(range(COPIES), sample)):
        target = folder / f"{number:06}.txt"
        target.write_text(f"{text}\n{copy}", encoding="utf-8")
        yield target


def timed(clock: Clock, stage: str, work: Callable[P, R]) -> Callable[P, R]:
    """`work`, its seconds added to `stage`."""

    @wraps(work)
    def measured(*args: P.args, **kwargs: P.kwargs) -> R:
        with clock(stage):
            return work(*args, **kwargs)

    return measured


def measure(files: list[Path], out: Path) -> Clock:
    """Run all of `files` through the pipeline in this process."""
    clock = Clock()
    room = sys.modules[extract.__module__]
    for name in [name for name in vars(room) if name.startswith("find_")]:
        setattr(room, name, timed(clock, f"  {name}", getattr(room, name)))
    extractions = []
    for path in files:
        try:
            document = timed(clock, "read", read)(path, path.name)
        except InputError as error:
            print(f"{path.name}: {error.code}: {error}")
            continue
        extractions.append(timed(clock, "extract", extract)(document))
    linked = timed(clock, "link", link)(extractions)
    tables = timed(clock, "tables", publish_tables)(linked, out)
    timed(clock, "graph", publish_graph)(gather(tables), out)
    timed(clock, "documents", publish_documents)(linked, out)
    timed(clock, "database", write_database)(out)
    return clock


def main() -> None:
    """Time what the command line names, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        files = list(files_of(Path(sys.argv[1]) if len(sys.argv) > 1 else None, Path(folder)))
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{len(files)} documents, {size:.1f} MB of text, one core")
        clock = measure(files, Path(folder, "out"))
    for stage, seconds in clock.seconds.items():
        print(f"{stage:20}{seconds:8.2f} s{size / seconds:9.1f} MB/s")
    total = sum(seconds for stage, seconds in clock.seconds.items() if not stage.startswith(" "))
    print(f"{'total':20}{total:8.2f} s{size / total:9.1f} MB/s")


if __name__ == "__main__":
    main()
