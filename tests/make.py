"""Invented records for tests: short to write, complete to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pipeline.model import Assignment, Citation, Clause, Document, Extraction, Head, Issue, Page

HUNG_YEN = "/akn/vn-hung-yen/doc/chi-thi/ubnd/2021-08-02/09-ct-ubnd"
LAI_CHAU = "/akn/vn-lai-chau/doc/ke-hoach/ubnd/2023-02-14/31-kh-ubnd"
DECREE = "/akn/vn/doc/nghi-dinh/chinh-phu/2020-03-05/30-2020-nd-cp"


def make_document(text: str = "Rà soát hồ sơ lưu trữ.", source: str = "a.txt", **fields: Any) -> Document:  # noqa: ANN401
    """A document of one page."""
    sha256 = fields.pop("sha256", f"{abs(hash((text, source))):064x}"[:64])
    return Document(source, text, fields.pop("method", "text"), sha256, (Page(1, 0, len(text)),), **fields)


def make_clause(path: str = "1", text: str = "Rà soát hồ sơ lưu trữ.", **fields: Any) -> Clause:  # noqa: ANN401
    """A task without heading."""
    values = {"parent": None, "level": 1, "marker": f"{path}.", "heading": None, "kind": "task"}
    places = {"start": 0, "text_start": 3, "end": 3 + len(text), "page": 1}
    return Clause(path, text=text, **{**values, **places, **fields})


def make_citation(target_id: str | None = DECREE, clause: str = "1", **fields: Any) -> Citation:  # noqa: ANN401
    """A mention of Decree 30/2020/NĐ-CP, unless told otherwise."""
    values = {"text": "Nghị định số 30/2020/NĐ-CP", "doc_type": "nghị định", "number": "30/2020/NĐ-CP", "name": None}
    values |= {"date": "2020-03-05", "issuer": "Chính phủ", "relation": "based_on", "kind": "numbered", "rule": "test"}
    places = {"start": 5, "end": 31, "page": 1, "status": "external", "issuer_id": "C-CP"}
    return Citation(clause, target_id=target_id, **{**values, **places, **fields})


def make_assignment(
    body: str = "Sở Nội vụ",
    body_id: str | None = "P-SNV@hung-yen",
    role: str = "lead",
    **fields: Any,  # noqa: ANN401
) -> Assignment:
    """A task of the department of home affairs, unless told otherwise."""
    values = {"clause": "1", "text": body, "office": None, "inherited": False, "deadline": None, "deadline_date": None}
    values |= {"task": "Rà soát hồ sơ lưu trữ.", "rule": "test", "start": 0, "end": len(body), "page": 1}
    return Assignment(body=body, body_id=body_id, role=role, **{**values, **fields})


def make_head(**fields: Any) -> Head:  # noqa: ANN401
    """The head of a directive of Hưng Yên."""
    values = {"doc_type": "chỉ thị", "number": "09/CT-UBND", "symbol": "CT-UBND", "date": "2021-08-02"}
    values |= {"issuer": "Ủy ban nhân dân tỉnh Hưng Yên", "issuer_id": "P-UBND@hung-yen", "province": "Hưng Yên"}
    values |= {"title": "Về việc số hóa hồ sơ", "recipients": ("Sở Nội vụ", "Lưu: VT"), "place": "Hưng Yên"}
    return Head(**{**values, **fields})


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
    provinces = [("hung-yen", "Hưng Yên"), ("lai-chau", "Lai Châu"), ("ha-noi", "Hà Nội"), ("dak-lak", "Đắk Lắk")]
    departments = ["Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Sở Tư pháp", "Sở Công Thương"]
    codes = ["P-SNV", "P-STC", "P-SYT", "P-SXD", "P-STP", "P-SCT"]
    relations = ["based_on", "implements", "guided_by", "mentions"]
    made = []
    for n in range(size):
        slug, province = provinces[n * 7 % 11 % 4]
        date = f"20{10 + n * 7 % 15:02}-{1 + n % 12:02}-{1 + n % 28:02}"
        head = make_head(number=f"{n + 1}/CT-UBND", date=date, province=province)
        head = replace(head, issuer=f"Ủy ban nhân dân tỉnh {province}", issuer_id=f"P-UBND@{slug}")
        citations, assignments = [], []
        for k in range(4 + n % 5):
            other = (n * 13 + k * k) % (size + 5)
            citations.append(
                make_citation(
                    f"/akn/vn/doc/nghi-dinh/chinh-phu/_/{other}-nd-cp",
                    str(k + 1),
                    number=f"{other}/NĐ-CP",
                    date=None,
                    relation=relations[(n + k) % 4],
                )
            )
            which = (n + k * 5) % 6
            role = "lead" if k % 3 == 0 else "coordinate" if k % 3 == 1 else "responsible"
            clause = str(1 + k // 2)
            assignments.append(make_assignment(departments[which], f"{codes[which]}@{slug}", role, clause=clause))
        if n:
            previous = made[n * 5 % n].doc_id
            citations.append(make_citation(previous, "2", doc_type="chỉ thị", number=f"{n}/CT-UBND", issuer_id=None))
        document = make_document(f"Chỉ thị thứ {n + 1}.", f"{n:05}.txt", sha256=f"{n:064x}")
        doc_id = f"/akn/vn-{slug}/doc/chi-thi/ubnd/{date}/{n + 1}-ct-ubnd"
        clauses = [make_clause(str(k + 1)) for k in range(4)]
        made.append(make_extraction(doc_id, head, document, clauses, citations, assignments))
    return made
