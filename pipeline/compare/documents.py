"""Which national documents the provinces build on, how soon, and which of them they share."""

from __future__ import annotations

from typing import Literal

import numpy as np
import pandas as pd

from pipeline.compare.base import national_citations, provinces_of, texts
from pipeline.compare.dates import days_between
from pipeline.publish.periods import last_day
from pipeline.results import Run
from pipeline.tables.columns import PROVINCE_DOCUMENTS

Count = Literal["documents", "mentions"]


def province_documents(run: Run, today: bool = False) -> pd.DataFrame:
    """One row per province and national document that it cites; in each province the soonest first.

    `first_date` is the date of the first document that cites it (a month or year counts as its last day, no date comes
    last) and `first_doc_id` that document; `lag_days` the days from the cited document's date to it: missing where one
    of the two is no whole day, below zero where a date must be wrong. `n_documents` and `n_mentions` count who cites it
    and how often; `relations` are those stated, sorted.
    `today`: provinces as they are since 2025-07-01; of those that merged the first to cite counts.
    """
    found = national_citations(run, today)
    found["by"] = found["date"].map(last_day, na_action="ignore")
    found = found.sort_values(["province", "target_id", "by", "source"], kind="stable")
    rows = found.groupby(["province", "target_id"], sort=True, as_index=False).agg(
        document=("document", "first"),
        document_date=("document_date", "first"),
        first_date=("date", "first"),
        first_doc_id=("doc_id", "first"),
        n_documents=("source", "nunique"),
        n_mentions=("source", "size"),
        relations=("relation", _distinct),
    )
    lags = map(days_between, texts(rows["document_date"]), texts(rows["first_date"]))
    rows["lag_days"] = pd.Series([*lags], dtype="Int64")
    rows = rows.sort_values(["province", "lag_days", "target_id"], kind="stable", ignore_index=True)
    return rows.reindex(columns=PROVINCE_DOCUMENTS.names)


def shared_documents(run: Run, today: bool = False) -> pd.DataFrame:
    """One row per national document, the most widely cited first: who builds on it.

    `spread` is `one` (province), `several`, or `all` provinces that have a document in the run; further `n_provinces`,
    `provinces` (sorted), `n_documents` and `n_mentions` as in `province_documents`.
    """
    found = national_citations(run, today)
    rows = found.groupby(["target_id", "document", "document_date"], sort=True, dropna=False, as_index=False).agg(
        n_provinces=("province", "nunique"),
        n_documents=("source", "nunique"),
        n_mentions=("source", "size"),
        provinces=("province", _distinct),
    )
    everyone = provinces_of(run, today).nunique()
    alone, complete = rows["n_provinces"] == 1, rows["n_provinces"] == everyone
    rows.insert(3, "spread", np.select([alone, complete], ["one", "all"], "several"))
    order = ["n_provinces", "n_documents", "n_mentions", "target_id"]
    return rows.sort_values(order, ascending=[False, False, False, True], ignore_index=True)


def province_document_matrix(run: Run, count: Count = "documents", today: bool = False) -> pd.DataFrame:
    """Provinces (all that have a document in the run) × national documents (`target_id`).

    `count`: how many of the province's documents cite it, or how many mentions of it they hold.
    """
    found = national_citations(run, today)
    rows = found if count == "mentions" else found.drop_duplicates(["source", "target_id"])
    counts = rows.groupby(["province", "target_id"], sort=True).size().unstack(fill_value=0)
    everyone = pd.Index(sorted(provinces_of(run, today).dropna().unique()), name="province")
    return counts.reindex(everyone, fill_value=0).astype("int64")


def _distinct(values: pd.Series) -> list[str]:
    return sorted(set(values))
