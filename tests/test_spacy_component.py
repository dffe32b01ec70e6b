"""Spans of spaCy say what the extraction says, and are stored with the Doc."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from pipeline.model import Extraction
from pipeline.spacy_component import BODIES, CITATIONS, CLAUSES, to_doc
from tests.samples import linked_samples

TEXT = """Căn cứ Luật Ngân sách nhà nước;
1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ thực hiện Nghị định số 30/2020/NĐ-CP.
2. Sở Y tế báo cáo Ủy ban nhân dân tỉnh trước ngày 30/6/2025."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("xx")
    nlp.add_pipe("chithi")
    return nlp


def shown(doc: Doc) -> dict[str, list[tuple[str, str, str, str]]]:
    return {key: [(s.text, s.label_, s.kb_id_, s.id_) for s in group] for key, group in doc.spans.items()}


def test_pipe_marks_text_as_it_is(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    bodies = [(span.text, span._.chithi_role, span._.chithi_clause) for span in doc.spans[BODIES]]
    assert ("Sở Tài chính", "lead", "1") in bodies
    assert ("Sở Nội vụ", "coordinate", "1") in bodies
    assert [(span._.chithi_number, span._.chithi_relation) for span in doc.spans[CITATIONS]] == [
        (None, "based_on"),
        ("30/2020/NĐ-CP", "implements"),
    ]
    assert [span.text[:2] for span in doc.spans[CLAUSES] if span._.chithi_clause in {"1", "2"}] == ["1.", "2."]


@pytest.mark.parametrize("text", ["", " \n", "30/2020/NĐ-CP", "số " * 2000])
def test_pipe_takes_any_text(nlp: Language, text: str) -> None:
    assert nlp(text).text == text


@pytest.mark.parametrize("extraction", linked_samples(), ids=lambda extraction: extraction.document.source)
def test_spans_hold_what_was_found(nlp: Language, extraction: Extraction) -> None:
    doc = to_doc(nlp, extraction)
    assert doc.text == extraction.document.text
    texts = {
        CITATIONS: [citation.text for citation in extraction.citations],
        BODIES: [assignment.text for assignment in extraction.assignments],
    }
    for key, found in texts.items():
        assert all(text in span.text for span, text in zip(doc.spans[key], found, strict=True))


def test_spans_survive_docbin(nlp: Language) -> None:
    doc = nlp(TEXT)
    stored = DocBin(docs=[doc]).to_bytes()
    (again,) = DocBin().from_bytes(stored).get_docs(spacy.blank("xx").vocab)
    assert shown(again) == shown(doc)
    assert again.spans[BODIES][0]._.chithi_body == doc.spans[BODIES][0]._.chithi_body
