"""Small runs, made up by hand, whose comparison is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa

from pipeline.gazetteers.places import province_2025
from pipeline.results import Run
from pipeline.tables import columns

DECREE = "/akn/vn/doc/nghi-dinh/chinh-phu/2021-03-01/20-2021-nd-cp"
LAW = "/akn/vn/doc/luat/quoc-hoi/_/dat-dai"
RESOLUTION = "/akn/vn/doc/nghi-quyet/chinh-phu/2021-07-15/76-nq-cp"
LOCAL = "/akn/vn-lai-chau/doc/nghi-quyet/tinh-uy/2021-05-20/08-nq-tu"

Row = dict[str, Any]


def paper(source: str, province: str | None, date: str | None = None, **more: Any) -> Row:  # noqa: ANN401
    """A document; its id is its source."""
    known = {"doc_id": source, "province": province, "province_2025": province_2025(province), "date": date}
    return {"source": source, **known, **more}


def clause(source: str, path: str, text: str, kind: str = "task", **more: Any) -> Row:  # noqa: ANN401
    return {"source": source, "doc_id": source, "part": "main", "clause": path, "text": text, "kind": kind, **more}


def cite(source: str, target: str, path: str = "1", **more: Any) -> Row:  # noqa: ANN401
    known = {"relation": "mentions", "doc_type": "nghị định"}
    return {"source": source, "doc_id": source, "part": "main", "clause": path, "target_id": target, **known, **more}


def assign(source: str, path: str, body_id: str, role: str = "lead", **more: Any) -> Row:  # noqa: ANN401
    known = {"body": "một cơ quan", "body_id": body_id, "body_id_today": body_id, "task": f"việc {path} của {source}"}
    return {"source": source, "doc_id": source, "part": "main", "clause": path, "role": role, **known, **more}


def make_run(
    documents: Iterable[Row] = (),
    clauses: Iterable[Row] = (),
    citations: Iterable[Row] = (),
    assignments: Iterable[Row] = (),
) -> Run:
    """A run of these rows; what a row does not tell is absent."""
    rows: Mapping[str, Iterable[Row]] = {
        "documents": documents, "clauses": clauses, "citations": citations, "assignments": assignments,
        "issues": (), "nodes": (), "edges": (),
    }  # fmt: skip
    schemas = {name: getattr(columns, name.upper()) for name in rows}
    return Run(**{name: pa.Table.from_pylist(list(rows[name]), schemas[name]).to_pandas() for name in rows})
