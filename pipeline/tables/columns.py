"""The columns of every table, in order: the contract with whoever reads a run's files. Columns may be added at the end.

Without a word behind the colon a column holds text; `list` is a list of texts, `numbers` one of
integers.
"""

from __future__ import annotations

import pyarrow as pa

_TYPES = {
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "list": pa.list_(pa.string()),
    "numbers": pa.list_(pa.int64()),
}

EXACT = frozenset({"clause", "parent", "marker", "clause_a", "clause_b"})
"""Text that CSV holds letter for letter, though it may begin like a formula (`-1`)."""


def _schema(columns: str) -> pa.Schema:
    named = (column.partition(":") for column in columns.split())
    return pa.schema([(name, _TYPES.get(kind, pa.string())) for name, _, kind in named])


DOCUMENTS = _schema("""
    source doc_id doc_type number symbol issuer issuer_id province province_2025 place date title
    signer_name signer_position signing_authority addressees:list recipients:list
    pages:int method ocr_confidence:float sha256 n_clauses:int n_citations:int n_assignments:int
    text_file quality:float n_tasks:int n_without_deadline:int
""")
CLAUSES = _schema("""
    source doc_id clause parent level:int marker heading text kind start:int end:int page:int
    part function function_score:float bbox
""")
CITATIONS = _schema("""
    source doc_id clause text doc_type number name date issuer issuer_id relation kind pinpoint
    target_id status in_corpus:bool rule start:int end:int page:int
    part cue bbox
""")
ASSIGNMENTS = _schema("""
    source doc_id clause text body body_id office role inherited:bool province deadline deadline_date task
    rule start:int end:int page:int
    part cue body_id_today bbox targets:list target_values:list cites:list
""")
ISSUES = _schema("source code message clause start:int end:int doc_id")
NODES = _schema("""
    Id Label Timeset type doc_type number name title date year:int issuer issuer_id province province_2025
    in_corpus:bool sources:list body_kind branch level valid_from valid_to successors:list
    in_degree:int out_degree:int pagerank:float x:float y:float betweenness:float community:int
""")
EDGES = _schema("""
    Source Target Type Id Label Weight:int Timeset kind family forward:bool first_date last_date
    first_year:int last_year:int n_clauses:int clauses:list pages:numbers
""")
PROVINCE_DOCUMENTS = _schema("""
    province target_id document document_date first_date lag_days:int first_doc_id n_documents:int n_mentions:int
    relations:list
""")
PROVINCE_SIMILARITY = _schema("""
    province_a province_b n_shared_documents:int documents_cosine:float documents_jaccard:float tasks_cosine:float
""")
TEXT_REUSE = _schema("""
    score:float order days:int boilerplate:bool b_cites_a:bool same_sources:list shared_sources:list
    province_a date_a source_a part_a clause_a text_a
    province_b date_b source_b part_b clause_b text_b
""")
