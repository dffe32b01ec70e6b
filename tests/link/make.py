"""Small extractions, made up for the tests of `link`."""

from __future__ import annotations

from hashlib import sha256

from pipeline.link import link
from pipeline.model import Assignment, Citation, Document, Extraction, Head

UBND, TU = "Ủy ban nhân dân tỉnh", "Tỉnh ủy"


def cite(
    doc_type: str,
    number: str | None = None,
    date: str | None = None,
    issuer: str | None = None,
    name: str | None = None,
) -> Citation:
    kind = "numbered" if number else "named"
    return Citation(
        clause="1", text=f"{doc_type} {number or name}", doc_type=doc_type, number=number, name=name, date=date,
        issuer=issuer, relation="mentions", kind=kind, rule="test", start=0, end=1, page=1,
    )  # fmt: skip


def assign(body: str, province: str | None = None) -> Assignment:
    return Assignment(
        clause="1", text=body, body=body, office=None, role="lead", inherited=False, deadline=None,
        deadline_date=None, task="", rule="test", start=0, end=1, page=1, province=province,
    )  # fmt: skip


def paper(
    *citations: Citation,
    of: str | None = "Lai Châu",
    on: str | None = "2021-09-01",
    number: str | None = None,
    doc_type: str = "chỉ thị",
    issuer: str | None = None,
    source: str = "a.txt",
    assignments: tuple[Assignment, ...] = (),
) -> Extraction:
    """A document of the province `of` (None: of the Prime Minister), dated `on`, that makes these citations."""
    issuer = issuer or (f"Chủ tịch Ủy ban nhân dân tỉnh {of}" if of else "Thủ tướng Chính phủ")
    document = Document(source, "x", "text", sha256(source.encode()).hexdigest(), ())
    symbol = (number or "").partition("/")[2] or ("CT-UBND" if of else "CT-TTg")
    head = Head(doc_type=doc_type, number=number, symbol=symbol, issuer=issuer, province=of, date=on)
    return Extraction(document, head, (), citations, assignments)


def only(extraction: Extraction, *others: Extraction) -> Citation:
    """The first citation of `extraction` after linking it with `others`."""
    return link([extraction, *others])[0].citations[0]
