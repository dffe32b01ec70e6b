"""How fast the pipeline is: megabytes of text per second on one core, for every stage and in all.

usage: python -m tests.bench [DOCUMENTS.jsonl | DOCUMENTS.jsonl.gz]

Each line of DOCUMENTS is {"id": ..., "text": ...}. Without it the texts of the sample are taken many times over.
"""

from __future__ import annotations

import gzip
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from pipeline.errors import InputError
from pipeline.extract import extract
from pipeline.graph.build import build_graph
from pipeline.ingest import read
from pipeline.link import link
from pipeline.publish import publish
from pipeline.run import Clock

P = ParamSpec("P")
R = TypeVar("R")

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample"
COPIES = 100


def texts(bulk: Path | None) -> Iterator[str]:
    """The texts of `bulk`, or the sample's many times."""
    if bulk is None:
        sample = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]
        yield from (f"{text}\n{copy}" for copy in range(COPIES) for text in sample)
        return
    with gzip.open(bulk, "rt", encoding="utf-8") if bulk.suffix == ".gz" else bulk.open(encoding="utf-8") as lines:
        yield from (json.loads(line)["text"] for line in lines)


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
    graph = timed(clock, "graph", build_graph)(linked)
    timed(clock, "publish", publish)(linked, graph, out)
    return clock


def main() -> None:
    """Time what the command line names, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(texts(Path(sys.argv[1]) if len(sys.argv) > 1 else None)):
            files.append(Path(folder, f"{number:06}.txt"))
            files[-1].write_text(text, encoding="utf-8")
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{len(files)} documents, {size:.1f} MB of text, one core")
        clock = measure(files, Path(folder, "out"))
    for stage, seconds in clock.seconds.items():
        print(f"{stage:20}{seconds:8.2f} s{size / seconds:9.1f} MB/s")
    total = sum(seconds for stage, seconds in clock.seconds.items() if not stage.startswith(" "))
    print(f"{'total':20}{total:8.2f} s{size / total:9.1f} MB/s")


if __name__ == "__main__":
    main()
