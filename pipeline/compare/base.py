"""What every comparison starts from: who issued a document, and which national documents a clause cites."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pipeline.graph.labels import document_label
from pipeline.link.ids import DocumentId
from pipeline.link.series import NATION
from pipeline.results import Run

PLACE = ["source", "part", "clause"]
"""The columns that name a clause."""


def provinces_of(run: Run, today: bool = False) -> pd.Series:
    """Province of each document by source, missing for a central one; `today`: as it is since 2025-07-01."""
    return _by_source(run, "province_2025" if today else "province")


def dates_of(run: Run) -> pd.Series:
    """Date of each document by source."""
    return _by_source(run, "date")


def national_citations(run: Run, today: bool = False) -> pd.DataFrame:
    """The citations of documents of central bodies in documents of provinces, one row per mention.

    Columns `province`, `source`, `doc_id`, `date` (of the citing document), `part`, `clause`, `relation`, `target_id`,
    `document` (what people call it), `document_date`. A document read from several inputs is counted once.
    """
    found = run.citations.loc[run.citations["target_id"].notna() & run.citations["source"].isin(counted(run))]
    found = found[["source", "doc_id", *PLACE[1:], "relation", "target_id"]].copy()
    found["province"] = found["source"].map(provinces_of(run, today))
    found["date"] = found["source"].map(dates_of(run))
    cited = cited_documents(run)
    found = found.merge(cited, on="target_id")
    return found.loc[found["province"].notna() & found["national"]].drop(columns="national").reset_index(drop=True)


def cited_documents(run: Run) -> pd.DataFrame:
    """All documents that are cited: `target_id`, `document`, `document_date`, `national` (issued by a central body)."""
    known = run.citations.dropna(subset="target_id").groupby("target_id", sort=True)[["doc_type", "number", "name"]]
    rows = known.first().astype(object).where(lambda frame: frame.notna(), None)
    identities = [identity_of(target) for target in rows.index]
    return pd.DataFrame(
        {
            "target_id": rows.index,
            "document": [
                document_label(kind, number or name, None, identity.date if identity else None)
                for (kind, number, name), identity in zip(rows.itertuples(index=False), identities, strict=True)
            ],
            "document_date": pd.Series([identity.date if identity else None for identity in identities], dtype="str"),
            "national": [identity is not None and identity.jurisdiction == NATION for identity in identities],
        }
    )


def with_places_above(rows: pd.DataFrame) -> pd.DataFrame:
    """`rows` of clauses, each once per clause that it stands in, itself included: its path is in the column `above`."""
    paths = [path.split("/") for path in rows["clause"]]
    above = ["/".join(parts[:depth]) for parts in paths for depth in range(1, len(parts) + 1)]
    repeated = rows.iloc[np.repeat(np.arange(len(rows)), [len(parts) for parts in paths])]
    return repeated.assign(above=np.array(above, object))


def identity_of(target: str) -> DocumentId | None:
    """The parts of a document's id; None for anything that is none."""
    try:
        return DocumentId.parse(target)
    except ValueError:
        return None


def texts(values: pd.Series) -> list[str | None]:
    """The texts of a column, None for what is missing."""
    return [value if isinstance(value, str) else None for value in values]


def counted(run: Run) -> pd.Series:
    """The sources that count: of several inputs that hold the same document the first."""
    documents = run.documents
    return documents.loc[documents["doc_id"].isna() | ~documents["doc_id"].duplicated(), "source"]


def _by_source(run: Run, column: str) -> pd.Series:
    return run.documents.drop_duplicates("source").set_index("source")[column]
