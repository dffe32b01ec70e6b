"""Tables of an invented corpus of any size, skewed as real ones are: few documents are cited by most."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from pipeline.gazetteers.load import bodies, provinces

Numbers = npt.NDArray[np.int64]

CITATIONS, ASSIGNMENTS = 10, 5
"""Of each document, on average."""

_RELATIONS = ("based_on", "implements", "mentions", "guided_by", "amends", "replaces")
_ROLES = ("lead", "coordinate", "responsible", "reported_to", "advised")
_BODIES = 200
"""Bodies of a province."""
_PLACES = [(province.slug, province.name) for province in provinces()]


def generate(size: int, seed: int = 0) -> dict[str, pa.Table]:
    """The tables that a graph is made from, of a corpus of `size` documents."""
    random = np.random.default_rng(seed)
    documents = _documents(random, size)
    return {
        "documents": documents,
        "citations": _citations(random, documents, CITATIONS * size),
        "assignments": _assignments(random, documents, ASSIGNMENTS * size),
    }


def _documents(random: np.random.Generator, n: int) -> pa.Table:
    places = [_PLACES[at] for at in _zipf(random, len(_PLACES), n, 0.5)]
    days = random.integers(16 * 336, size=n)
    dates = [f"{2010 + day // 336}-{1 + day // 28 % 12:02}-{1 + day % 28:02}" for day in days]
    ids = [
        f"/akn/vn-{slug}/doc/chi-thi/ubnd/{date}/{k}-ct-ubnd"
        for k, ((slug, _), date) in enumerate(zip(places, dates, strict=True))
    ]
    columns: dict[str, Any] = {
        "source": [f"{slug}/{k:07}.pdf" for k, (slug, _) in enumerate(places)],
        "doc_id": ids,
        "doc_type": ["chỉ thị"] * n,
        "number": [f"{k}/CT-UBND" for k in range(n)],
        "symbol": ["CT-UBND"] * n,
        "title": [f"Về việc tăng cường quản lý lĩnh vực thứ {k % 997}" for k in range(n)],
        "date": dates,
        "issuer": [f"Ủy ban nhân dân tỉnh {name}" for _, name in places],
        "issuer_id": [f"P-UBND@{slug}" for slug, _ in places],
        "province": [name for _, name in places],
        "method": ["text"] * n,
    }
    return pa.table(columns)


def _citations(random: np.random.Generator, documents: pa.Table, n: int) -> pa.Table:
    """Seven of ten mention a decree, the others a document of the corpus."""
    size = len(documents)
    decrees = [f"{k}/{2000 + k % 26}/NĐ-CP" for k in range(2 * size)]
    ids = [f"/akn/vn/doc/nghi-dinh/chinh-phu/{2000 + k % 26}-03-05/{k}-{2000 + k % 26}-nd-cp" for k in range(2 * size)]
    to_decree = random.random(n) < 0.7
    cited = np.where(to_decree, size + _zipf(random, 2 * size, n, 0.9), _zipf(random, size, n, 0.8))
    columns: dict[str, Any] = {
        "doc_type": pa.array(["chỉ thị", "nghị định"]).take(pa.array(to_decree.astype(int))),
        "number": pa.array([*documents["number"].to_pylist(), *decrees]).take(cited),
        "name": pa.nulls(n, pa.string()),
        "date": pa.nulls(n, pa.string()),
        "issuer": pa.array([None, "Chính phủ"]).take(pa.array(to_decree.astype(int))),
        "issuer_id": pa.array([None, "C-CP"]).take(pa.array(to_decree.astype(int))),
        "relation": pa.array(_RELATIONS).take(_zipf(random, len(_RELATIONS), n, 1.0)),
        "target_id": pa.array([*documents["doc_id"].to_pylist(), *ids]).take(cited),
    }
    return pa.table(_places(random, documents, n) | columns)


def _assignments(random: np.random.Generator, documents: pa.Table, n: int) -> pa.Table:
    catalogue = [(body.id, body.name) for body in bodies() if body.level == "province"]
    catalogue += [(f"trung-tam-{k}", f"Trung tâm thứ {k}") for k in range(_BODIES - len(catalogue))]
    body = _zipf(random, len(catalogue), n, 0.7)
    columns = _places(random, documents, n)
    slugs = [source.partition("/")[0] for source in columns["source"].to_pylist()]
    codes = [catalogue[at] for at in body]
    columns |= {
        "body": pa.array([name for _, name in codes]),
        "body_id": pa.array([f"{code}@{slug}" for (code, _), slug in zip(codes, slugs, strict=True)]),
        "role": pa.array(_ROLES).take(_zipf(random, len(_ROLES), n, 0.7)),
    }
    return pa.table(columns)


def _places(random: np.random.Generator, documents: pa.Table, n: int) -> dict[str, Any]:
    """Where each of `n` records stands: document, clause, page."""
    document = np.sort(random.integers(max(len(documents), 1), size=n))
    clause = random.integers(1, 9, size=n)
    return {
        "source": documents["source"].take(document),
        "doc_id": documents["doc_id"].take(document),
        "clause": pa.array([f"{one // 3 + 1}/{one % 3 + 1}" for one in clause]),
        "part": pa.repeat("main", n),
        "page": pa.array(1 + clause // 3),
    }


def _zipf(random: np.random.Generator, size: int, n: int, skew: float) -> Numbers:
    """`n` of the numbers below `size`, the small ones more often."""
    weights = np.arange(1, size + 1) ** -skew
    return random.choice(size, n, p=weights / weights.sum()) if n else np.zeros(0, np.int64)
