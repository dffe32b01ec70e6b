"""Tables ↔ files: Parquet (the truth) and CSV (for spreadsheets and Gephi)."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from pipeline.files import replacing
from pipeline.tables import columns
from pipeline.tables.safe import neutral_strings

LIST_SEPARATOR = " | "
_BOM = b"\xef\xbb\xbf"


def write_table(table: pa.Table, path: Path) -> None:
    """Write `table` as `path`.parquet and `path`.csv."""
    with replacing(path.with_suffix(".parquet")) as unfinished:
        pa.parquet.write_table(table, unfinished, compression="zstd")
    with replacing(path.with_suffix(".csv")) as unfinished, unfinished.open("wb") as file:
        file.write(_BOM + ",".join(table.column_names).encode() + b"\n")
        pa.csv.write_csv(_for_spreadsheets(table), file, pa.csv.WriteOptions(include_header=False))


def _for_spreadsheets(table: pa.Table) -> pa.Table:
    """The same rows as a spreadsheet may see them: lists joined, formulas neutralised, nothing else changed."""
    for index, field in enumerate(table.schema):
        column = table.column(index)
        if pa.types.is_list(field.type):
            column = pc.binary_join(column, LIST_SEPARATOR)
        if pa.types.is_string(column.type) and field.name not in columns.EXACT:
            column = neutral_strings(column)
        table = table.set_column(index, field.name, column)
    return table
