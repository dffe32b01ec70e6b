"""The clauses that deal with a topic: those that cite a document, hold certain words, or use words of one kind."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from pipeline.compare.base import PLACE, counted, identity_of, with_places_above
from pipeline.compare.ngrams import syllables
from pipeline.errors import UsageError
from pipeline.results import Run
from pipeline.spelling import fold

_TITLE = "title"
_SHOWN = 5


def clauses_citing(run: Run, document: str) -> pd.DataFrame:
    """The clauses on a document: `source`, `part`, `clause`.

    `document` is its id, its number (`76/NQ-CP`) or its name, or one of these two with its date or year behind it
    (`76/NQ-CP 2021`, `76/NQ-CP 2021-07-15`): numbers begin again every year, in every province. The clauses are those
    that cite it with all clauses below them, and all of a document that cites it in its title. Raises UsageError where
    the number or the name is that of several documents; the message names them.
    """
    hits = _mentions(run, document)
    clauses = _below(run, hits)
    titled = hits.loc[hits["clause"] == _TITLE, "source"]
    return clauses.loc[clauses["hit"] | clauses["source"].isin(titled), PLACE].reset_index(drop=True)


def _mentions(run: Run, document: str) -> pd.DataFrame:
    """The citations of one document, as `clauses_citing` takes it."""
    hits = _called(run, document)
    name, _, date = document.rpartition(" ")
    if hits.empty and date[:4].isdecimal():
        hits = _called(run, name)
        hits = hits.loc[[_date(target).startswith(date) for target in hits["target_id"].fillna("")]]
    dates = {target: _date(target) for target in hits["target_id"].dropna()}
    several = {(*target.split("/")[2:5], date[:4]): target for target, date in sorted(dates.items()) if date}
    if len(several) > 1:
        names = ", ".join(several.values())
        raise UsageError(f"{document} is the name of several documents; give the id or the date of one: {names}")
    return hits


def _date(target: str) -> str:
    identity = identity_of(target)
    return (identity and identity.date) or ""


def _called(run: Run, name: str) -> pd.DataFrame:
    """The citations with this id, number or name."""
    known = run.citations[["target_id", "number", "name"]].apply(lambda column: column.map(fold, na_action="ignore"))
    found: pd.DataFrame = run.citations.loc[(known == fold(name)).any(axis=1)]
    return found


def clauses_with(run: Run, words: str | Sequence[str]) -> pd.DataFrame:
    """The clauses in whose own text one of these words or phrases stands, with all clauses below them.

    Case and the style of tone marks do not count; whole words only.
    """
    phrases = [" ".join(syllables(phrase)) for phrase in ([words] if isinstance(words, str) else words)]
    texts = [f" {' '.join(syllables(text))} " for text in run.clauses["text"]]
    hits = run.clauses.loc[[any(f" {phrase} " in text for phrase in phrases if phrase) for text in texts]]
    clauses = _below(run, hits)
    return clauses.loc[clauses["hit"], PLACE].reset_index(drop=True)


def task_topics(run: Run, topics: int = 12) -> pd.DataFrame:
    """The tasks sorted into `topics` topics by their words: `source`, `part`, `clause`, `topic`, `words`, `weight`.

    `topic` counts from 1, the largest first; `words` are the five words that tell it best; `weight` says how clearly
    the task belongs to it. TF-IDF of segmented words (underthesea, about 100 KB of tasks a second), factorised into
    non-negative parts (NMF), from which the same tasks always get the same topics.
    """
    tasks = run.assignments.loc[run.assignments["source"].isin(counted(run)), [*PLACE, "task"]].dropna(subset="task")
    tasks = tasks.drop_duplicates(PLACE).reset_index(drop=True)
    vectorizer = TfidfVectorizer(tokenizer=segmented, token_pattern=None, lowercase=False, min_df=2, max_df=0.5)
    try:
        vectors = vectorizer.fit_transform(tasks["task"])
    except ValueError:  # no word stands in two tasks
        return tasks[PLACE].head(0).assign(topic=pd.array([], "Int64"), words="", weight=0.0)
    model = NMF(min(topics, *vectors.shape), init="nndsvda", max_iter=400, random_state=0)
    weights = model.fit_transform(vectors)
    best = weights.argmax(axis=1)
    order = np.argsort(-np.bincount(best, minlength=weights.shape[1]), kind="stable")
    names = vectorizer.get_feature_names_out()
    labels = [", ".join(names[np.argsort(-part, kind="stable")[:_SHOWN]]) for part in model.components_]
    found = tasks[PLACE].assign(topic=np.argsort(order)[best] + 1, words=[labels[each] for each in best])
    found["weight"] = weights.max(axis=1).round(4)
    return found.loc[found["weight"] > 0].reset_index(drop=True)


def segmented(text: str) -> list[str]:
    """The words of `text` of two or more syllables as underthesea segments it, folded: what a topic is told by."""
    from underthesea import word_tokenize

    return [fold(word) for word in word_tokenize(text) if " " in word]


def _below(run: Run, hits: pd.DataFrame) -> pd.DataFrame:
    """All clauses; `hit`: the clause or one that it stands in is among `hits`."""
    wanted = hits[PLACE].drop_duplicates().rename(columns={"clause": "above"})
    clauses = run.clauses.loc[run.clauses["source"].isin(counted(run)), PLACE].reset_index(drop=True)
    spread = with_places_above(clauses).reset_index().merge(wanted, on=["source", "part", "above"])
    return clauses.assign(hit=clauses.index.isin(spread["index"]))
