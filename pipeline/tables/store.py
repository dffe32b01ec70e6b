"""Tables ↔ files: Parquet (the truth) and CSV (for spreadsheets and Gephi)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from pipeline.errors import UsageError
from pipeline.files import replacing
from pipeline.tables.columns import EXACT
from pipeline.tables.safe import neutral_strings

LIST_SEPARATOR = " | "
_BATCH = 50_000
_BOM = b"\xef\xbb\xbf"


def write_table(table: pa.Table, path: Path) -> None:
    """Write `table` as `path`.parquet and `path`.csv."""
    write_batches(table.schema, table.to_batches(_BATCH), path)


def write_batches(schema: pa.Schema, batches: Iterable[pa.RecordBatch], path: Path) -> None:
    """Write a table that comes a batch at a time as `path`.parquet and `path`.csv."""
    with (
        replacing(path.with_suffix(".parquet")) as parquet,
        replacing(path.with_suffix(".csv")) as csv,
        pa.parquet.ParquetWriter(parquet, schema, compression="zstd") as table,
        csv.open("wb") as sheet,
    ):
        sheet.write(_BOM + ",".join(schema.names).encode() + b"\n")
        for batch in batches:
            rows = pa.Table.from_batches([batch], schema)
            table.write_table(rows)
            pa.csv.write_csv(_for_spreadsheets(rows), sheet, pa.csv.WriteOptions(include_header=False))


def read_tables(out: Path, columns: Mapping[str, Sequence[str]]) -> dict[str, pa.Table]:
    """Tables of a run by name, with just the `columns` that are asked of each.

    Raises UsageError where `out` holds no such table.
    """
    for name in columns:
        if not (out / f"{name}.parquet").is_file():
            raise UsageError(f"there is no {out / name}.parquet; run chithi extract first")
    return {
        name: pa.parquet.read_table(out / f"{name}.parquet", columns=list(wanted)) for name, wanted in columns.items()
    }


def _for_spreadsheets(table: pa.Table) -> pa.Table:
    """The same rows as a spreadsheet may see them: lists joined, formulas neutralised, nothing else changed."""
    for index, field in enumerate(table.schema):
        column = table.column(index)
        if pa.types.is_list(field.type):
            column = pc.binary_join(column.cast(pa.list_(pa.string())), LIST_SEPARATOR)
        if pa.types.is_string(column.type) and field.name not in EXACT:
            column = neutral_strings(column)
        table = table.set_column(index, field.name, column)
    return table
