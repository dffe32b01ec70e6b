"""Parquet files → one DuckDB file with the same tables, and views over them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import OutputError
from pipeline.files import replacing

if TYPE_CHECKING:
    import duckdb

DATABASE = "chithi.duckdb"
VIEWS = Path(__file__).with_name("views.sql")


def write_database(out: Path) -> None:
    """Write `out/chithi.duckdb`: a table for each Parquet file in `out`, row by row the same, and the views.

    The tables are copies, so that the file can be moved or sent. Its content is the same for the same input; its bytes
    need not be. Raises OutputError where it cannot be written; what stood there before is then whole.
    """
    import duckdb  # here: half a second

    with replacing(out / DATABASE) as unfinished:
        unfinished.unlink(missing_ok=True)  # left by a run that was killed
        try:
            with duckdb.connect(unfinished) as database:
                for path in sorted(out.glob("*.parquet")):
                    _copy(path, database)
                database.execute(VIEWS.read_text(encoding="utf-8"))
        except duckdb.Error as error:
            raise OutputError(f"cannot write {out / DATABASE}: {error}") from error


def _copy(path: Path, database: duckdb.DuckDBPyConnection) -> None:
    """One table, streamed; not by DuckDB, which takes `*` and `[` in the name of a folder for a pattern."""
    import pyarrow as pa
    import pyarrow.parquet

    with pa.parquet.ParquetFile(path) as file:
        database.register("rows", pa.RecordBatchReader.from_batches(file.schema_arrow, file.iter_batches()))
        database.execute(f'CREATE TABLE "{path.stem}" AS SELECT * FROM rows')
        database.unregister("rows")
