"""What is found, in spaCy: a pipe `chithi` for any `Language`, and an extraction as a `Doc`.

>>> import spacy
>>> from pipeline import spacy_component                          # registers the pipe
>>> nlp = spacy.blank("xx")
>>> find = nlp.add_pipe("chithi")
>>> doc = nlp("1. Sở Tài chính thực hiện Nghị định số 30/2020/NĐ-CP.")
>>> [(span.text, span._.chithi_role) for span in doc.spans["chithi.bodies"]]
[('Sở Tài chính', 'responsible')]
>>> [span._.chithi_number for span in doc.spans["chithi.citations"]]
['30/2020/NĐ-CP']

Spans take in whole tokens. All that is known of one stands in its own fields, so that it survives `DocBin` without user
data: `label_` is the relation, the role or the kind of clause, `kb_id_` the number or the name of the body, `id_` the
path of the clause.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from spacy.language import Language
from spacy.tokens import Doc, Span

from pipeline.extract import extract
from pipeline.model import Document, Extraction, Page

CITATIONS = "chithi.citations"
BODIES = "chithi.bodies"
CLAUSES = "chithi.clauses"

Found = tuple[int, int, str, str | None, str]
"""Start, end, label, number or name, clause."""

Span.set_extension("chithi_relation", getter=lambda span: span.label_, force=True)
Span.set_extension("chithi_role", getter=lambda span: span.label_, force=True)
Span.set_extension("chithi_number", getter=lambda span: span.kb_id_ or None, force=True)
Span.set_extension("chithi_body", getter=lambda span: span.kb_id_, force=True)
Span.set_extension("chithi_clause", getter=lambda span: span.id_, force=True)


@Language.component("chithi", assigns=["doc.spans"])
def find(doc: Doc) -> Doc:
    """The same `doc` with its spans. Its text is taken as it is, a paragraph a line, as in `text/` of a run;
    for a file, or text with broken lines: `to_doc(nlp, extract(read(path)))`.
    """
    text = doc.text
    digest = sha256(text.encode(errors="replace")).hexdigest()
    return _mark(doc, extract(Document("", text, "text", digest, (Page(1, 0, len(text)),))))


def to_doc(nlp: Language, extraction: Extraction) -> Doc:
    """The clean text of `extraction`, tokenized by `nlp`, with its spans; the other pipes of `nlp` do not run."""
    return _mark(nlp.make_doc(extraction.document.text), extraction)


def _mark(doc: Doc, found: Extraction) -> Doc:
    text = found.document.text
    doc.spans[CITATIONS] = _spans(doc, ((c.start, c.end, c.relation, c.number, c.clause) for c in found.citations))
    doc.spans[BODIES] = _spans(doc, ((a.start, a.end, a.role, a.body, a.clause) for a in found.assignments))
    clauses = ((c.start, len(text[: c.end].rstrip()), c.kind, None, c.path) for c in found.clauses)
    doc.spans[CLAUSES] = _spans(doc, clauses)
    return doc


def _spans(doc: Doc, found: Iterable[Found]) -> list[Span]:
    spans = (
        doc.char_span(start, end, label, kb_id=name or "", span_id=clause, alignment_mode="expand")
        for start, end, label, name, clause in found
    )
    return [span for span in spans if span is not None]
