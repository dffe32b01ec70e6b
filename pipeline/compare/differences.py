"""Where provinces set different deadlines or targets for the same thing."""

from __future__ import annotations

import pandas as pd
import scipy.sparse as sp
from scipy.sparse.csgraph import connected_components

from pipeline.compare.base import PLACE, counted, national_citations, provinces_of, with_places_above
from pipeline.results import Run
from pipeline.spelling import fold

COLUMNS = ["basis", "about", "label", "province", "value", "said", "n_values", *PLACE, "task"]


def deadline_differences(run: Run, reuse: pd.DataFrame | None = None, today: bool = False) -> pd.DataFrame:
    """The deadlines of provinces for the same thing, side by side, where they differ.

    The same thing (`basis`) is a `document`: the national document that the clauses, or clauses above them, cite
    (`about` is its id, `label` its name); or, where `reuse` (the answer of `text_reuse`) is given, a `clause` that
    provinces share nearly word for word (`about` and `label` are the place and text of its earliest form).
    One row per thing, province, clause and deadline: `value` is the ISO date or recurrence, else the words; `said` the
    words; `n_values` how many different values the thing has. Things of one province, or of one value, are left out.
    """
    found = run.assignments.dropna(subset="deadline")
    value = found["deadline_date"].where(found["deadline_date"].notna(), found["deadline"].map(fold))
    return _differences(run, found.assign(said=found["deadline"], value=value), reuse, today)


def target_differences(run: Run, reuse: pd.DataFrame | None = None, today: bool = False) -> pd.DataFrame:
    """The same for targets ("90% of ..."), one row per target; empty where a run has no column `targets`."""
    found = run.assignments
    if "targets" not in found:
        return pd.DataFrame(columns=COLUMNS)
    found = found.assign(said=found["targets"].map(_items)).explode("said").dropna(subset="said")
    return _differences(run, found.assign(value=found["said"].map(fold)), reuse, today)


def _differences(run: Run, values: pd.DataFrame, reuse: pd.DataFrame | None, today: bool) -> pd.DataFrame:
    values = values.loc[values["source"].isin(counted(run)), [*PLACE, "said", "value", "task"]]
    values = values.drop_duplicates([*PLACE, "value"])
    values = values.assign(province=values["source"].map(provinces_of(run, today))).dropna(subset="province")
    about = [_by_document(run, values, today)] + ([] if reuse is None else [_by_clause(values, reuse)])
    found = pd.concat(about, ignore_index=True)
    groups = found.groupby(["basis", "about"])
    found["n_values"] = groups["value"].transform("nunique")
    found = found.loc[(found["n_values"] > 1) & (groups["province"].transform("nunique") > 1)]
    return found.sort_values(["basis", "about", "value", "province", *PLACE], kind="stable", ignore_index=True)[COLUMNS]


def _by_document(run: Run, values: pd.DataFrame, today: bool) -> pd.DataFrame:
    cited = national_citations(run, today)[["source", "part", "clause", "target_id", "document"]].drop_duplicates()
    cited = cited.rename(columns={"clause": "above", "target_id": "about", "document": "label"})
    found = with_places_above(values).merge(cited, on=["source", "part", "above"])
    return found.drop(columns="above").drop_duplicates([*PLACE, "value", "about"]).assign(basis="document")


def _by_clause(values: pd.DataFrame, reuse: pd.DataFrame) -> pd.DataFrame:
    found = values.merge(_families(reuse), on=PLACE)
    return found.assign(basis="clause")


def _families(reuse: pd.DataFrame) -> pd.DataFrame:
    """The clauses of `reuse` by family: those that pairs join, directly or over others; named by the earliest."""
    sides = [
        reuse[[f"{name}{side}" for name in [*PLACE, "date", "text"]]].set_axis([*PLACE, "date", "label"], axis=1)
        for side in ("_a", "_b")
    ]
    both = pd.concat(sides, ignore_index=True)
    number = both.groupby(PLACE, sort=True).ngroup().to_numpy()
    size = len(both) // 2
    shape = (number.max(initial=-1) + 1,) * 2
    family = connected_components(sp.csr_matrix((reuse["score"], (number[:size], number[size:])), shape=shape))[1]
    both = both.assign(family=family[number]).sort_values(["family", "date", *PLACE], kind="stable")
    both["about"] = both["source"] + "#" + both["clause"]
    both[["about", "label"]] = both.groupby("family")[["about", "label"]].transform("first")
    return both.drop_duplicates(PLACE)[[*PLACE, "about", "label"]]


def _items(values: object) -> list[str]:
    """A list cell; Parquet gives an array, and nothing where the list is absent."""
    return [] if values is None or isinstance(values, float) else [str(value) for value in values]  # type: ignore[attr-defined]
