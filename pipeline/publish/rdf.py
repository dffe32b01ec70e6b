"""graph.ttl: documents, citations, bodies and assignments as linked data, for libraries and legal informatics.

Documents are works of the European Legislation Identifier (ELI, Council conclusions 2012/C 325/02); the terms for what
ELI leaves open are described at the head of the file, which is `vocabulary.ttl` beside this module.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from pipeline.files import replacing
from pipeline.gazetteers.load import bodies, document_types, provinces
from pipeline.gazetteers.publishing import eli_properties
from pipeline.link.ids import DocumentId, slug
from pipeline.link.successors import successor_id
from pipeline.model import Assignment, Citation, Extraction
from pipeline.publish.turtle import Statements, date, iri, literal, sentences
from pipeline.tables.safe import xml_safe

VOCABULARY = Path(__file__).with_name("vocabulary.ttl")
_VIETNAMESE = "<http://publications.europa.eu/resource/authority/language/VIE>"


def write_turtle(extractions: Sequence[Extraction], path: Path) -> None:
    """Write all that was found, subject by subject in a fixed order, so that the same input gives the same bytes."""
    with replacing(path) as unfinished, unfinished.open("w", encoding="utf-8", newline="\n") as file:
        file.write(VOCABULARY.read_text(encoding="utf-8"))
        file.writelines(f"\n{block}" for block in turtle(extractions))


def turtle(extractions: Sequence[Extraction]) -> Iterator[str]:
    """The blocks of the file behind its head. What several readings of one document say is said once."""
    own: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in sorted(extractions, key=lambda each: each.document.source):
        own[extraction.doc_id or ""].append(extraction)
    mentions = [each for readings in own.values() for one in readings for each in one.citations]
    cited = {each.target_id: each for each in reversed(mentions)}
    for doc_id, readings in sorted(own.items()):
        yield from _document(doc_id, readings)
        yield from _assignments(doc_id, readings)
    for target, citation in sorted((target, each) for target, each in cited.items() if target and target not in own):
        yield from sentences(iri(target), _cited(target, citation))
    yield from _bodies(extractions)
    yield from _provinces()
    yield from _types({DocumentId.parse(each).doc_type for each in (*own, *filter(None, cited))})


def _document(doc_id: str, readings: Sequence[Extraction]) -> Iterator[str]:
    """A document that was read, and its text; where it was read twice, the first reading tells number and date."""
    head = readings[0].head
    subject, expression = iri(doc_id), iri(doc_id, "/vie")
    said = [
        *_work(doc_id, head.number, head.date, head.issuer_id),
        ("eli:is_realized_by", expression),
        *(("dcterms:source", _text(each.document.source)) for each in readings),
    ]
    for citation in (citation for each in readings for citation in each.citations):
        if citation.target_id:
            said += [(verb, iri(citation.target_id)) for verb in ("eli:cites", eli_properties()[citation.relation])]
    yield from sentences(subject, said)
    text = [("a", "eli:LegalExpression"), ("eli:realizes", subject), ("eli:language", _VIETNAMESE)]
    yield from sentences(expression, [*text, ("eli:title", _vietnamese(head.title))])


def _cited(target: str, citation: Citation) -> Statements:
    """A document that was not read, as the first citation of it tells."""
    yield from _work(target, citation.number, citation.date, citation.issuer_id)
    yield "skos:prefLabel", _vietnamese(citation.name)


def _work(doc_id: str, number: str | None, day: str | None, issuer: str | None) -> Statements:
    parts = DocumentId.parse(doc_id)
    yield "a", "eli:LegalResource"
    yield "eli:type_document", iri("type/", parts.doc_type)
    yield "eli:id_local", _text(number)
    yield "eli:date_document", date(day)
    yield "eli:passed_by", issuer and _body(issuer)
    province = parts.jurisdiction.partition("-")[2]
    yield "eli:jurisdiction", iri("province/", province) if province else iri("country/vn")


def _assignments(doc_id: str, readings: Sequence[Extraction]) -> Iterator[str]:
    """One subject per clause, role and body."""
    said: dict[str, list[tuple[str, str | None]]] = {}
    for each in (each for one in readings for each in one.assignments if each.body_id):
        subject = iri(doc_id, "#", ":".join((each.part, each.clause, each.role, each.body_id or "")))
        said.setdefault(subject, []).extend(_assignment(each, iri(doc_id)))
    for subject, statements in said.items():
        yield from sentences(subject, statements)


def _assignment(each: Assignment, document: str) -> Statements:
    yield "a", "chithi:Assignment"
    yield "prov:wasDerivedFrom", document
    yield "chithi:clause", literal(each.clause)
    yield "chithi:role", f"chithi:{each.role}"
    yield "chithi:assignee", each.body_id and _body(each.body_id)
    yield "chithi:assigneeToday", each.body_id_today and _body(each.body_id_today)
    yield "chithi:task", _vietnamese(each.task)
    yield "chithi:deadline", _vietnamese(each.deadline)
    yield "chithi:deadlineDate", date(each.deadline_date)


def _bodies(extractions: Sequence[Extraction]) -> Iterator[str]:
    """Every body that is named, and the one that has its place today; its name is the catalogue's where it is there."""
    names: dict[str, set[str]] = defaultdict(set)
    for one in extractions:
        for body, name in (
            (one.head.issuer_id, one.head.issuer),
            *((each.issuer_id, each.issuer) for each in one.citations),
            *((each.body_id, each.body) for each in one.assignments),
        ):
            if body:
                names[body].add(name or body)
    known = {body.id: body for body in bodies()}
    for body in sorted({*names, *map(successor_id, names)}):
        code, _, province = body.partition("@")
        row, today = known.get(code), successor_id(body)
        kind = "org:Organization" if row is None or row.kind == "collective" else "org:FormalOrganization"
        yield from sentences(
            _body(body),
            (
                ("a", kind),
                ("skos:prefLabel", _vietnamese(row.name if row else min(names[body], default=code))),
                ("dcterms:spatial", iri("province/", province) if province else None),
                ("dcterms:isReplacedBy", _body(today) if today != body else None),
            ),
        )


def _provinces() -> Iterator[str]:
    """The 63 provinces, and of which of the 34 each is part since 2025-07-01."""
    slugs = {province.name: province.slug for province in provinces()}
    for row in provinces():
        today = slugs[row.name_2025]
        yield from sentences(
            iri("province/", row.slug),
            (
                ("a", "eli:AdministrativeArea"),
                ("skos:prefLabel", _vietnamese(row.name)),
                ("dcterms:isReplacedBy", iri("province/", today) if today != row.slug else None),
            ),
        )
    yield from sentences(
        iri("country/vn"), (("a", "eli:AdministrativeArea"), ("skos:prefLabel", literal("Việt Nam", "vi")))
    )


def _types(used: set[str]) -> Iterator[str]:
    names = {slug(row.name): row.name for row in document_types()}
    for kind in sorted(used):
        yield from sentences(
            iri("type/", kind), (("a", "skos:Concept"), ("skos:prefLabel", literal(names.get(kind, kind), "vi")))
        )


def _body(body_id: str) -> str:
    return iri("body/", body_id)


def _text(text: str | None, language: str = "") -> str | None:
    return text and literal(xml_safe(text), language)


def _vietnamese(text: str | None) -> str | None:
    return _text(text, "vi")
