"""How long the graph of a large corpus takes: seconds of each step, two of which run at a time, and the peak of memory.

usage: python -m tests.bench_graph [DOCUMENTS]

The tables of that many invented documents (100,000 unless said) are made by another process; ten citations and five
assignments each.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet

from pipeline import publish
from pipeline.graph import build
from pipeline.run import Clock, rebuild_graph
from pipeline.tables import columns
from tests.bench import timed
from tests.generate import generate

STEPS = {
    publish: ("of_today", "similar_documents", "write_gephi", "write_gexf", "write_graphml", "write_node_link"),
    build: ("with_measures", "with_layout"),
}


def make(size: int, out: Path) -> None:
    """Write the tables of an invented corpus to `out`; columns that no graph needs are empty."""
    made = generate(size)
    for name in ("documents", "clauses", "citations", "assignments", "issues"):
        schema = getattr(columns, name.upper())
        known = made.get(name, schema.empty_table())
        filled = [
            known[each.name] if each.name in known.column_names else pa.nulls(len(known), each.type) for each in schema
        ]
        table = pa.table(filled, schema.names).cast(schema)
        pyarrow.parquet.write_table(table, out / f"{name}.parquet", compression="zstd")


def main() -> None:
    """Measure, and print a table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        code = f"from pathlib import Path; from tests.bench_graph import make; make({size}, Path({folder!r}))"
        subprocess.run([sys.executable, "-c", code], check=True)
        clock = Clock()
        for module, names in STEPS.items():
            for name in names:
                setattr(module, name, timed(clock, f"  {name}", getattr(module, name)))
        with clock("total"):
            seconds = rebuild_graph(Path(folder))
        written = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    for step, spent in (seconds | clock.seconds).items():
        print(f"{step:20}{spent:8.1f} s")
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(f"{'processor':20}{used.ru_utime + used.ru_stime:8.1f} s")
    print(f"{'peak of memory':20}{used.ru_maxrss / 1e6:8.2f} GB")
    print(f"{'written':20}{written / 1e9:8.2f} GB")


if __name__ == "__main__":
    main()
