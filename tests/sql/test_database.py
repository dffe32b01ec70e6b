from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from pipeline.errors import OutputError
from pipeline.publish import publish_tables
from pipeline.sql import DATABASE, write_database
from tests.make import make_corpus, make_document, make_extraction


def test_tables_are_those_of_the_parquet_files(tmp_path: Path) -> None:
    out = tmp_path / "kết quả [1] * 'x'"
    publish_tables([*make_corpus(9), make_extraction(document=make_document(source="z", ocr_confidence=0.5))], out)
    write_database(out)
    with duckdb.connect(out / DATABASE, read_only=True) as database:
        names = {name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        assert names == {path.stem for path in out.glob("*.parquet")} >= {"documents", "assignments"}
        for name in names:
            assert database.table(name).fetchall() == [
                tuple(row.values()) for row in pq.read_table(out / f"{name}.parquet").to_pylist()
            ]


def test_the_database_is_whole_without_its_folder(tmp_path: Path) -> None:
    publish_tables(make_corpus(5), tmp_path / "out")
    write_database(tmp_path / "out")
    moved = (tmp_path / "out" / DATABASE).rename(tmp_path / "elsewhere.duckdb")
    assert [path.name for path in (tmp_path / "out").iterdir() if path.name.startswith(".")] == []
    with duckdb.connect(moved, read_only=True) as database:
        views = database.execute("SELECT view_name, comment FROM duckdb_views() WHERE NOT internal").fetchall()
        assert len(views) >= 10
        assert [name for name, comment in views if not comment] == []
        assert all(database.view(name).fetchall() is not None for name, _ in views)


def test_no_document_gives_empty_views(tmp_path: Path) -> None:
    publish_tables([], tmp_path)
    write_database(tmp_path)
    with duckdb.connect(tmp_path / DATABASE, read_only=True) as database:
        names = database.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        assert {len(database.view(name).fetchall()) for (name,) in names} == {0}


def test_a_failure_leaves_the_old_database_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_tables(make_corpus(2), tmp_path)
    write_database(tmp_path)
    before = (tmp_path / DATABASE).read_bytes()
    (tmp_path / "broken.sql").write_text("CREATE VIEW x AS SELECT nothing FROM nowhere", encoding="utf-8")
    monkeypatch.setattr("pipeline.sql.database.VIEWS", tmp_path / "broken.sql")
    with pytest.raises(OutputError, match="nowhere"):
        write_database(tmp_path)
    assert (tmp_path / DATABASE).read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    publish_tables(make_corpus(2), tmp_path)
    (tmp_path / f".{DATABASE}.new").write_bytes(b"half a database")
    write_database(tmp_path)
    write_database(tmp_path)
    with duckdb.connect(tmp_path / DATABASE, read_only=True) as database:
        assert database.execute("SELECT count(*) FROM documents").fetchall() == [(2,)]
