"""How alike provinces are: in the national documents they cite, in the words of the tasks they give."""

from __future__ import annotations

from itertools import combinations
from typing import Literal

import numpy as np
import pandas as pd
import scipy.sparse as sp

from pipeline.compare.base import PLACE, counted, provinces_of
from pipeline.compare.documents import province_document_matrix
from pipeline.compare.ngrams import ngram_counts, weighed
from pipeline.results import Run

Basis = Literal["documents", "tasks"]
Measure = Literal["cosine", "jaccard"]


def province_similarity(
    run: Run, of: Basis = "documents", measure: Measure = "cosine", today: bool = False
) -> pd.DataFrame:
    """Province × province, 0 to 1, symmetric; 1 on the diagonal, 0 where a province has nothing to compare.

    `of="documents"`: over the national documents cited, counted by citing documents; `of="tasks"`: over the words of
    the tasks (runs of one to three syllables, TF-IDF). `measure="jaccard"`: the share of both in what either has.
    """
    matrix = province_document_matrix(run, today=today)
    features = sp.csr_matrix(matrix.to_numpy()) if of == "documents" else _tasks(run, matrix.index, today)
    values = _cosine(features) if measure == "cosine" else _jaccard(features)
    np.fill_diagonal(values, 1.0)
    names = matrix.index.rename(None)
    return pd.DataFrame(np.clip(values, 0.0, 1.0), index=names, columns=names)


def similar_provinces(run: Run, today: bool = False) -> pd.DataFrame:
    """The same as a list, the most similar first: a row per pair of provinces, `province_a` < `province_b`.

    `documents_cosine`, `documents_jaccard` and `tasks_cosine` are rounded to four digits; `n_shared_documents`
    counts the national documents that both cite.
    """
    cited = province_document_matrix(run, today=today).to_numpy() > 0
    shared = cited.astype("int64") @ cited.T.astype("int64")
    measures = {
        "documents_cosine": province_similarity(run, "documents", "cosine", today),
        "documents_jaccard": province_similarity(run, "documents", "jaccard", today),
        "tasks_cosine": province_similarity(run, "tasks", "cosine", today),
    }
    names = measures["tasks_cosine"].index
    pairs = np.array([*combinations(range(len(names)), 2)], np.int64).reshape(-1, 2).T
    columns = {name: frame.to_numpy()[tuple(pairs)].round(4) for name, frame in measures.items()}
    rows = pd.DataFrame(
        {"province_a": names[pairs[0]], "province_b": names[pairs[1]], "n_shared_documents": shared[tuple(pairs)]}
        | columns
    )
    order = [*columns, "province_a", "province_b"]
    return rows.sort_values(order, ascending=[False] * 3 + [True] * 2, ignore_index=True)


def _tasks(run: Run, provinces: pd.Index, today: bool) -> sp.csr_matrix:
    """The words of all tasks of each province; a task counts once, however many bodies it names."""
    found = run.assignments.loc[run.assignments["source"].isin(counted(run))]
    found = found.drop_duplicates([*PLACE, "task"]).dropna(subset="task")
    where = provinces.get_indexer(pd.Index(found["source"].map(provinces_of(run, today))))
    counts = ngram_counts(found["task"])
    inside = np.flatnonzero(where >= 0)
    shape = (len(provinces), len(found))
    belonging = sp.csr_matrix((np.ones(len(inside), np.float32), (where[inside], inside)), shape=shape)
    return weighed(belonging @ counts)


def _cosine(features: sp.csr_matrix) -> np.ndarray:
    products = (features @ features.T).toarray()
    lengths = np.sqrt(products.diagonal())
    return _share(products, np.outer(lengths, lengths))


def _jaccard(features: sp.csr_matrix) -> np.ndarray:
    present = (features > 0).astype("int64")
    both = (present @ present.T).toarray()
    sizes = both.diagonal()
    return _share(both, sizes[:, None] + sizes[None, :] - both)


def _share(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    shares: np.ndarray = np.divide(part, whole, out=np.zeros(part.shape), where=whole > 0)
    return shares
