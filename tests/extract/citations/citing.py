"""A sentence read as if it were the body of a small document."""

from __future__ import annotations

from pipeline.extract.citations import find_citations
from pipeline.model import Citation, Clause, Document, Head, Page

LAI_CHAU = Head(
    doc_type="chỉ thị", issuer="Chủ tịch Ủy ban nhân dân tỉnh Lai Châu", province="Lai Châu", date="2021-09-01"
)
CENTRAL = Head(doc_type="công điện", issuer="Thủ tướng Chính phủ", date="2025-06-29")


def document_of(text: str) -> Document:
    return Document("sample.txt", text, "text", "0" * 64, (Page(1, 0, len(text)),))


def whole(text: str) -> Clause:
    return Clause("1", None, 1, "1.", None, text, "context", 0, 0, len(text), 1)


def cite(text: str, head: Head = LAI_CHAU) -> tuple[Citation, ...]:
    found = find_citations(document_of(text), head, (whole(text),))
    assert all(text[one.start : one.end] == one.text for one in found)
    return found
