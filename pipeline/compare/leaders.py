"""Which body leads the same topic in each province."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pandas as pd

from pipeline.compare.base import PLACE, counted, provinces_of
from pipeline.compare.topics import clauses_citing, clauses_with
from pipeline.errors import UsageError
from pipeline.gazetteers import load
from pipeline.results import Run

_ACTING = ("lead", "responsible")


def leading_bodies(
    run: Run,
    *,
    document: str | None = None,
    words: str | Sequence[str] | None = None,
    clauses: pd.DataFrame | None = None,
    today: bool = False,
) -> pd.DataFrame:
    """One row per province and body that acts on a topic; in each province the leading body first (`rank` 1).

    The topic is what `clauses_citing(document)` or `clauses_with(words)` finds, or `clauses` with the columns `source`,
    `part`, `clause` (a part of `task_topics`). `n_lead` counts the clauses that name the body as leading, `n_clauses`
    those plus the ones that make it responsible without saying who leads; bodies are ranked by the first, then the
    second. `code` is the body without its province, so that provinces compare; `source`, `part`, `clause` and `task`
    are an example. `today`: provinces and bodies as they are since 2025.
    Raises UsageError unless exactly one topic is given, and where `document` is the number or name of several.
    """
    topic = _topic(run, document, words, clauses)
    acting = run.assignments.loc[run.assignments["role"].isin(_ACTING) & run.assignments["source"].isin(counted(run))]
    acting = acting.merge(topic[PLACE].drop_duplicates(), on=PLACE)
    acting["province"] = acting["source"].map(provinces_of(run, today))
    acting["body_id"] = acting["body_id_today" if today else "body_id"]
    acting = acting.dropna(subset=["province", "body_id"]).assign(lead=lambda rows: rows["role"] == "lead")
    acting = acting.sort_values("lead", ascending=False, kind="stable").drop_duplicates(["body_id", *PLACE])
    rows = acting.groupby(["province", "body_id"], sort=True, as_index=False).agg(
        body=("body", "first"),
        n_lead=("lead", "sum"),
        n_clauses=("lead", "size"),
        **{name: (name, "first") for name in [*PLACE, "task"]},
    )
    rows["code"] = rows["body_id"].str.partition("@")[0] if len(rows) else rows["body_id"]
    rows["body"] = [_catalogue().get(code, body) for code, body in zip(rows["code"], rows["body"], strict=True)]
    order = ["province", "n_lead", "n_clauses", "body_id"]
    rows = rows.sort_values(order, ascending=[True, False, False, True], ignore_index=True)
    rows["rank"] = rows.groupby("province").cumcount() + 1
    return rows[["province", "rank", "body", "code", "body_id", "n_lead", "n_clauses", *PLACE, "task"]]


def _topic(
    run: Run, document: str | None, words: str | Sequence[str] | None, clauses: pd.DataFrame | None
) -> pd.DataFrame:
    given = [topic for topic in (document, words, clauses) if topic is not None]
    if len(given) != 1:
        raise UsageError("leading_bodies takes one of document, words and clauses")
    if document is not None:
        return clauses_citing(run, document)
    return clauses if clauses is not None else clauses_with(run, words or ())


@cache
def _catalogue() -> dict[str, str]:
    return {body.id: body.name for body in load.bodies()}
