"""The room beside publish: provinces compared. A `Run` in, pandas tables out; nothing is written.

>>> from pipeline import compare, load_run                       # doctest: +SKIP
>>> run = load_run("build")                                      # doctest: +SKIP
>>> compare.leading_bodies(run, words="chuyển đổi số")           # doctest: +SKIP
"""

from __future__ import annotations

from pipeline.compare.differences import deadline_differences, target_differences
from pipeline.compare.documents import province_document_matrix, province_documents, shared_documents
from pipeline.compare.leaders import leading_bodies
from pipeline.compare.reuse import text_reuse
from pipeline.compare.similarity import province_similarity, similar_provinces
from pipeline.compare.topics import clauses_citing, clauses_with, task_topics

__all__ = [
    "clauses_citing",
    "clauses_with",
    "deadline_differences",
    "leading_bodies",
    "province_document_matrix",
    "province_documents",
    "province_similarity",
    "shared_documents",
    "similar_provinces",
    "target_differences",
    "task_topics",
    "text_reuse",
]
