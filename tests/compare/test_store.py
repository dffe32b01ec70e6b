from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from pipeline.compare.store import write_comparison
from pipeline.errors import OutputError
from tests.compare.make import DECREE, cite, clause, make_run, paper

TEXT = "=Đo độ mặn ở các cửa sông hai lần mỗi ngày và báo ngay cho hợp tác xã"
RUN = make_run(
    [paper("a", "Lai Châu"), paper("b", "Hải Dương")],
    [clause("a", "-1/a", TEXT), clause("b", "-1/a", TEXT)],
    [cite("a", DECREE)],
)


def test_three_tables_are_written_twice(tmp_path: Path) -> None:
    rows = write_comparison(RUN, tmp_path)
    assert rows == {"province_documents": 1, "province_similarity": 1, "text_reuse": 1}
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"{name}.{suffix}" for name in rows for suffix in ("csv", "parquet")
    )
    assert pd.read_parquet(tmp_path / "text_reuse.parquet").loc[0, "text_a"] == TEXT
    sheet = pd.read_csv(tmp_path / "text_reuse.csv").loc[0]
    assert (sheet["text_a"], sheet["clause_a"]) == (f"'{TEXT}", "-1/a")


def test_todays_tables_bear_the_year_of_the_merger(tmp_path: Path) -> None:
    assert set(write_comparison(make_run(), tmp_path, today=True)) == {
        "province_documents_2025",
        "province_similarity_2025",
        "text_reuse_2025",
    }


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="cannot write"):
        write_comparison(RUN, tmp_path / "file")
