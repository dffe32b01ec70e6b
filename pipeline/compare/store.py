"""The comparison as files beside those of the run."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pyarrow as pa

from pipeline.compare.documents import province_documents
from pipeline.compare.reuse import text_reuse
from pipeline.compare.similarity import similar_provinces
from pipeline.errors import OutputError
from pipeline.results import Run
from pipeline.tables import columns
from pipeline.tables.store import write_table


def write_comparison(run: Run, out: Path, today: bool = False) -> dict[str, int]:
    """Write `province_documents`, `province_similarity` and `text_reuse` to `out`, as Parquet and CSV.

    `today`: over the provinces as they are since 2025-07-01, under names that end in `_2025`. The answer is the number
    of rows by name. A command of its own, not a part of every run: of a large corpus it takes as long as its graph.
    Raises OutputError where a file cannot be written.
    """
    frames = {
        "province_documents": (province_documents(run, today), columns.PROVINCE_DOCUMENTS),
        "province_similarity": (similar_provinces(run, today), columns.PROVINCE_SIMILARITY),
        "text_reuse": (text_reuse(run, today=today), columns.TEXT_REUSE),
    }
    rows = {}
    for name, (frame, schema) in frames.items():
        path = out / (f"{name}_2025" if today else name)
        try:
            write_table(_table(frame, schema), path)
        except OSError as error:
            raise OutputError(f"cannot write {error.filename or path}: {error.strerror or error}") from error
        rows[path.name] = len(frame)
    return rows


def _table(frame: pd.DataFrame, schema: pa.Schema) -> pa.Table:
    """The rows under their types, which a frame without rows does not know."""
    return schema.empty_table() if frame.empty else pa.Table.from_pandas(frame, schema, preserve_index=False)
