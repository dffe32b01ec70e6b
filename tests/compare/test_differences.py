from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from pipeline.compare import deadline_differences, target_differences
from pipeline.compare.differences import COLUMNS
from tests.compare.make import DECREE, LAW, RESOLUTION, assign, cite, make_run, paper


def due(source: str, path: str, said: str, day: str | None = None) -> dict[str, object]:
    return assign(source, path, "P-SNV", deadline=said, deadline_date=day)


RUN = make_run(
    [paper("hd", "Hải Dương"), paper("hp", "Hải Phòng"), paper("lc", "Lai Châu"), paper("ttg", None)],
    citations=[
        *(cite(source, RESOLUTION, "1") for source in ("hd", "hp", "lc", "ttg")),
        *(cite(source, DECREE, "2") for source in ("hd", "lc")),
        cite("hd", LAW, "3"),
    ],
    assignments=[
        due("hd", "1/a", "trước 31/10", "2021-10-31"),
        due("hp", "1", "trước 30/11", "2021-11-30"),
        due("lc", "11", "mỗi năm"),
        due("ttg", "1", "trước 01/12", "2021-12-01"),
        due("hd", "2", "Hằng quý", "quarterly"),
        due("lc", "2", "mỗi quý", "quarterly"),
        due("hd", "3", "trước 01/5", "2021-05-01"),
        due("hd", "3/b", "trước 01/6", "2021-06-01"),
    ],
)


def test_deadlines_for_the_same_national_document() -> None:
    rows = deadline_differences(RUN)
    assert rows[["about", "province", "value", "clause"]].to_numpy().tolist() == [
        [RESOLUTION, "Hải Dương", "2021-10-31", "1/a"],
        [RESOLUTION, "Hải Phòng", "2021-11-30", "1"],
    ]
    assert rows["n_values"].tolist() == [2, 2]


def test_within_one_province_nothing_differs() -> None:
    assert deadline_differences(RUN, today=True).empty


def test_targets_where_a_run_has_them() -> None:
    assert target_differences(RUN).empty
    targets = [np.array(["90% hồ sơ"]), np.array(["80% hồ sơ", "ba lớp"]), *[None] * 6]
    run = replace(RUN, assignments=RUN.assignments.assign(targets=pd.Series(targets, dtype=object)))
    rows = target_differences(run)
    assert rows["said"].tolist() == ["80% hồ sơ", "90% hồ sơ", "ba lớp"]
    assert rows["province"].tolist() == ["Hải Phòng", "Hải Dương", "Hải Phòng"]


def test_empty_tables_have_the_same_columns() -> None:
    assert deadline_differences(make_run()).columns.tolist() == COLUMNS
    assert target_differences(make_run()).columns.tolist() == COLUMNS
