"""A corpus → tables and graphs: read and extract in worker processes, then link, build, publish in this one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from threading import Thread

from pipeline.cache import Cache
from pipeline.corpus import Input, find_inputs
from pipeline.errors import InputError, OutputError
from pipeline.extract import extract
from pipeline.ingest import read
from pipeline.limits import LIMITS, cores
from pipeline.link import link
from pipeline.manifest import Manifest, lost_text, make_manifest, write_manifest
from pipeline.model import Extraction
from pipeline.workers import work_apart

_WRITERS = ("pipeline.publish", "pandas", "duckdb")
"""What takes a second to import; pyarrow asks for pandas when it makes its first column."""

Watch = Callable[[int, int], None]
"""Is told, after each file, how many of how many are done."""


class Clock:
    """Seconds of wall clock per stage; what several workers spend on one stage adds up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Time the block."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.add(stage, time.perf_counter() - start)

    def add(self, stage: str, seconds: float) -> None:
        """Add what was measured elsewhere."""
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds


def run(corpus: Path, out: Path, jobs: int | None = None, watch: Watch = lambda done, total: None) -> Manifest:
    """Extract all of `corpus` and write tables, graphs and the manifest to `out`.

    A file that cannot be read costs only itself: its entry in the manifest says why. Raises UsageError where there
    is no corpus, OutputError where nothing can be written, GazetteerError for a wrong row of a gazetteer.
    """
    clock = Clock()
    with clock("total"):
        inputs = find_inputs(corpus, out)
        with _writing(out):
            out.mkdir(parents=True, exist_ok=True)
            kept = Cache(out)
        findings = _extract_all(inputs, kept, jobs or cores(), clock, watch)
        with clock("link"):
            linked = link([found for _, found in sorted(findings.items()) if isinstance(found, Extraction)])
        # Loaded behind the workers: numpy and pyarrow start threads, beside which no process should be forked.
        with clock("tables"), _writing(out):
            from pipeline.publish import publish_tables

            tables = publish_tables(linked, out, {each.source: each.path for each in inputs})
        with clock("documents"), _writing(out):
            from pipeline.publish import publish_documents

            publish_documents(linked, out)
        with clock("graph"), _writing(out):
            from pipeline.graph.build import gather
            from pipeline.publish import publish_graph

            publish_graph(gather(tables), out)
        with clock("database"):
            from pipeline.sql import write_database

            write_database(out)
    manifest = make_manifest(inputs, findings | {each.document.source: each for each in linked}, clock.seconds)
    with _writing(out):
        write_manifest(manifest, out)
    return manifest


def rebuild_graph(out: Path) -> dict[str, float]:
    """Make the graph, its measures and files again from the tables in `out`, without reading a document.

    Gives the seconds of its stages. Raises UsageError where there are no tables, OutputError where nothing can be
    written.
    """
    from pipeline.graph.build import MADE_FROM, gather
    from pipeline.publish import publish_graph
    from pipeline.sql import write_database
    from pipeline.tables.store import read_tables

    clock = Clock()
    with clock("read"):
        tables = read_tables(out, MADE_FROM)
    with clock("gather"):
        found = gather(tables)
    del tables
    with clock("graph"), _writing(out):
        publish_graph(found, out)
    with clock("database"):
        write_database(out)
    return clock.seconds


def _extract_all(
    inputs: tuple[Input, ...], kept: Cache, jobs: int, clock: Clock, watch: Watch
) -> dict[str, Extraction | InputError]:
    """What came of every input that can be opened, by source; of several with the same bytes only the first is read."""
    firsts = {each.sha256: each for each in reversed(inputs) if not each.error}
    tasks = sorted(firsts.values(), key=lambda each: each.source)
    findings: dict[str, Extraction | InputError] = {}
    for task, answer in work_apart(partial(_extract_one, kept), tasks, jobs, LIMITS.seconds_per_file):
        if isinstance(answer, InputError):
            findings[task.source] = answer
        else:
            findings[task.source], seconds = answer
            for stage, spent in seconds.items():
                clock.add(stage, spent)
        watch(len(findings), len(tasks))
        if len(findings) + jobs >= len(tasks):
            _load_ahead()
    return findings


@cache
def _load_ahead() -> None:
    """Import what writes the results while the last files are read, each in a process that is at work already."""
    Thread(target=lambda: [*map(import_module, _WRITERS)], daemon=True).start()


def _extract_one(kept: Cache, task: Input) -> tuple[Extraction, dict[str, float]]:
    """The work of a worker: what was found in the file, now or in a run before, and the seconds of each stage."""
    clock = Clock()
    with clock("resume"):
        extraction = kept.load(task)
    if extraction is None:
        with clock("read"):
            document = read(task.path, task.source, kept.pages)
        with clock("extract"):
            extraction = extract(document)
        if not lost_text(extraction):  # what is missing may be there next time
            kept.save(extraction)
    return extraction, clock.seconds


@contextmanager
def _writing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"cannot write {error.filename or out}: {error.strerror or error}") from error
