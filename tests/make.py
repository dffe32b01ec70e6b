"""Invented records for tests: short to write, complete to read. Any field can be told otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from typing import Any

from pipeline.model import Assignment, Citation, Clause, Document, Extraction, Head, Issue, Page

HUNG_YEN = "/akn/vn-hung-yen/doc/chi-thi/ubnd/2021-08-02/09-ct-ubnd"
LAI_CHAU = "/akn/vn-lai-chau/doc/ke-hoach/ubnd/2023-02-14/31-kh-ubnd"
DECREE = "/akn/vn/doc/nghi-dinh/chinh-phu/2020-03-05/30-2020-nd-cp"

_TASK = "Rà soát hồ sơ lưu trữ."
_HEAD = Head(
    doc_type="chỉ thị",
    number="09/CT-UBND",
    symbol="CT-UBND",
    issuer="Ủy ban nhân dân tỉnh Hưng Yên",
    issuer_id="P-UBND@hung-yen",
    province="Hưng Yên",
    place="Hưng Yên",
    date="2021-08-02",
    title="Về việc số hóa hồ sơ",
    recipients=("Sở Nội vụ", "Lưu: VT"),
)
_CLAUSE = Clause("1", None, 1, "1.", None, _TASK, "task", start=0, text_start=3, end=25, page=1)
_CITATION = Citation(
    clause="1",
    text="Nghị định số 30/2020/NĐ-CP",
    doc_type="nghị định",
    number="30/2020/NĐ-CP",
    name=None,
    date="2020-03-05",
    issuer="Chính phủ",
    issuer_id="C-CP",
    relation="based_on",
    kind="numbered",
    rule="test",
    start=5,
    end=31,
    page=1,
    target_id=DECREE,
    status="external",
)
_ASSIGNMENT = Assignment(
    clause="1",
    text="Sở Nội vụ",
    body="Sở Nội vụ",
    body_id="P-SNV@hung-yen",
    office=None,
    role="lead",
    inherited=False,
    deadline=None,
    deadline_date=None,
    task=_TASK,
    rule="test",
    start=0,
    end=9,
    page=1,
)


def make_document(text: str = _TASK, source: str = "a.txt", **fields: Any) -> Document:  # noqa: ANN401
    """A document of one page."""
    digest = sha256(f"{source}\n{text}".encode(errors="replace")).hexdigest()
    return replace(Document(source, text, "text", digest, (Page(1, 0, len(text)),)), **fields)


def make_head(**fields: Any) -> Head:  # noqa: ANN401
    """The head of directive 09/CT-UBND of Hưng Yên."""
    return replace(_HEAD, **fields)


def make_clause(path: str = "1", **fields: Any) -> Clause:  # noqa: ANN401
    """A task without heading."""
    return replace(_CLAUSE, **{"path": path, "marker": f"{path}.", **fields})


def make_citation(target_id: str | None = DECREE, clause: str = "1", **fields: Any) -> Citation:  # noqa: ANN401
    """A mention of Decree 30/2020/NĐ-CP."""
    return replace(_CITATION, target_id=target_id, clause=clause, **fields)


def make_assignment(
    body: str = "Sở Nội vụ",
    body_id: str | None = "P-SNV@hung-yen",
    role: str = "lead",
    **fields: Any,  # noqa: ANN401
) -> Assignment:
    """A task of the department of home affairs."""
    return replace(_ASSIGNMENT, **{"text": body, "body": body, "body_id": body_id, "role": role, **fields})


def make_extraction(
    doc_id: str | None = HUNG_YEN,
    head: Head | None = None,
    document: Document | None = None,
    clauses: Iterable[Clause] = (),
    citations: Iterable[Citation] = (),
    assignments: Iterable[Assignment] = (),
    issues: Iterable[Issue] = (),
) -> Extraction:
    """An extraction with just what is given."""
    found = (tuple(clauses), tuple(citations), tuple(assignments), tuple(issues))
    return Extraction(document or make_document(), head or make_head(), *found, doc_id=doc_id)


def make_corpus(size: int = 12) -> list[Extraction]:
    """`size` directives of four provinces that cite decrees and each other, and give tasks to departments."""
    made: list[Extraction] = []
    for n in range(size):
        made.append(_make_directive(n, size, made[n * 5 % n].doc_id if n else None))
    return made


_PLACES = (("hung-yen", "Hưng Yên"), ("lai-chau", "Lai Châu"), ("ha-noi", "Hà Nội"), ("dak-lak", "Đắk Lắk"))
_BODIES = (("P-SNV", "Sở Nội vụ"), ("P-STC", "Sở Tài chính"), ("P-SYT", "Sở Y tế"), ("P-STP", "Sở Tư pháp"))
_RELATIONS = ("based_on", "implements", "guided_by", "mentions")
_ROLES = ("lead", "coordinate", "responsible")


def _make_directive(n: int, size: int, earlier: str | None) -> Extraction:
    slug, province = _PLACES[n * 7 % 11 % 4]
    date = f"20{10 + n * 7 % 15:02}-{1 + n % 12:02}-{1 + n % 28:02}"
    head = make_head(number=f"{n + 1}/CT-UBND", date=date, province=province, issuer_id=f"P-UBND@{slug}")
    citations = [make_citation(earlier, "2", doc_type="chỉ thị", number=f"{n}/CT-UBND", issuer_id=None)]
    assignments = []
    for k in range(4 + n % 5):
        decree = (n * 13 + k * k) % (size + 5)
        target = f"/akn/vn/doc/nghi-dinh/chinh-phu/_/{decree}-nd-cp"
        relation = _RELATIONS[(n + k) % 4]
        citations.append(make_citation(target, str(k + 1), number=f"{decree}/NĐ-CP", date=None, relation=relation))
        code, body = _BODIES[(n + k * 3) % 4]
        assignments.append(make_assignment(body, f"{code}@{slug}", _ROLES[k % 3], clause=str(1 + k // 2)))
    document = make_document(f"Chỉ thị thứ {n + 1}.", f"{n:05}.txt")
    clauses = [make_clause(str(k + 1)) for k in range(8)]
    return make_extraction(
        f"/akn/vn-{slug}/doc/chi-thi/ubnd/{date}/{n + 1}-ct-ubnd", head, document, clauses, citations, assignments
    )
