"""Questions to the database of a run. Nothing can be changed by them: neither the database nor any other file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from pipeline.errors import NoDatabase, WrongQuery
from pipeline.sql.database import DATABASE
from pipeline.tables.safe import neutral

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

LIST_SEPARATOR = " | "
_SHOWN_ROWS = 40
_DESCRIPTION = """
SELECT t.name, t.comment, list(c.column_name || coalesce(' (' || c.comment || ')', '') ORDER BY c.column_index)
FROM (SELECT table_name AS name, 0 AS place, comment FROM duckdb_tables()
      UNION ALL SELECT view_name, 1, comment FROM duckdb_views() WHERE NOT internal) t
JOIN duckdb_columns() c ON c.table_name = t.name
GROUP BY t.name, t.place, t.comment ORDER BY t.place, t.name
"""


def ask(query: str, out: Path = Path("build")) -> pd.DataFrame:
    """The answer to one SQL query about the run in `out`, as a pandas table.

    This and all below raise NoDatabase where there is no run, WrongQuery for what is no question.
    """
    with _opened(out) as database:
        return database.execute(query).df()


def show(query: str, out: Path, width: int) -> None:
    """Print the answer as a table of at most `width` letters; of a long one the first and the last rows."""
    with _opened(out) as database:
        answer = database.sql(query)
        if answer is None:
            raise WrongQuery("the query is empty")
        answer.show(max_width=width, max_rows=_SHOWN_ROWS)


def write_csv(query: str, out: Path, file: TextIO) -> None:
    """Write the whole answer as CSV, lists joined as in the other tables, formulas neutralised."""
    with _opened(out) as database:
        answer = database.execute(query)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([name for name, *_ in answer.description or ()])
        while rows := answer.fetchmany(10_000):
            writer.writerows([_cell(value) for value in row] for row in rows)


def describe(out: Path) -> str:
    """The tables and views of the run in `out`, each with what it is and its columns."""
    with _opened(out) as database:
        found = database.execute(_DESCRIPTION).fetchall()
    return "\n\n".join(
        "\n  ".join(filter(None, (name, comment, ", ".join(columns)))) for name, comment, columns in found
    )


@contextmanager
def _opened(out: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The database, for reading only, and without a way to other files; an error of DuckDB's becomes one of ours."""
    import duckdb

    path = out / DATABASE
    if not path.is_file():
        raise NoDatabase(f"there is no {path}")
    try:
        with duckdb.connect(path, read_only=True, config={"enable_external_access": "false"}) as database:
            yield database
    except duckdb.Error as error:
        raise WrongQuery(str(error)) from error


def _cell(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, list):
        value = LIST_SEPARATOR.join(map(str, value))
    if isinstance(value, bool):
        return str(value).lower()
    return neutral(value) if isinstance(value, str) else value
