"""The nodes: documents of the corpus, documents that are only cited, bodies, provinces.

Every function returns the attributes of one node, without those that are not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from pipeline.gazetteers.load import Body, Province, bodies
from pipeline.gazetteers.places import province_2025, provinces_by_slug
from pipeline.graph import Attributes
from pipeline.graph.labels import ELLIPSIS, document_label
from pipeline.link.ids import DocumentId
from pipeline.model import Citation, Extraction, Head

DOCUMENT = "document"
CITED = "cited"
BODY = "body"
PROVINCE = "province"


def document_node(head: Head, sources: Iterable[str]) -> Attributes:
    """A document of the corpus; `sources` are all the inputs it was read from."""
    return _known(
        label=head_label(head),
        type=DOCUMENT,
        in_corpus=True,
        doc_type=head.doc_type,
        number=head.number,
        title=head.title,
        issuer=head.issuer,
        issuer_id=head.issuer_id,
        sources=tuple(sorted(sources)),
        **_when(head.date),
        **_where(head.province),
    )


def head_label(head: Head) -> str:
    """What people call a document of the corpus; one whose number is blank goes by its symbol or its title."""
    name = head.number or (f"{ELLIPSIS}/{head.symbol}" if head.symbol else head.title)
    return document_label(head.doc_type, name, head.issuer, head.date)


def cited_node(target_id: str, mentions: Sequence[Citation]) -> Attributes:
    """A document that the corpus only cites, put together from its mentions: what an earlier one tells, stands."""
    known: Attributes = {}
    for mention in mentions:
        fields = ("doc_type", "number", "name", "date", "issuer", "issuer_id")
        known = _known(**{field: getattr(mention, field) for field in fields}) | known
    identity = _identity(target_id)
    date = known.pop("date", None) or (identity.date if identity else None)
    return known | _known(
        label=document_label(
            known.get("doc_type"), known.get("number") or known.get("name"), known.get("issuer"), date
        ),
        type=CITED,
        in_corpus=False,
        **_when(date),
        **_where(_province_name(identity.jurisdiction.partition("-")[2]) if identity else None),
    )


def body_node(body_id: str, name: str) -> Attributes:
    """A body; the catalogue's name goes before `name`, which is how the documents call it."""
    code, _, slug = body_id.partition("@")
    entry, province = _catalogue().get(code), provinces_by_slug().get(slug)
    label = entry.name if entry else name
    if province:
        label = f"{_of_its_kind(label, province)} ({province.name})"
    return _known(
        label=label,
        type=BODY,
        body_kind=entry and entry.kind,
        branch=entry and entry.branch,
        level=entry and entry.level,
        valid_from=entry and entry.valid_from,
        valid_to=entry and entry.valid_to,
        successors=entry and (entry.successors or None),
        **_where(province.name if province else None),
    )


def province_node(slug: str) -> Attributes:
    """A province of the gazetteer, by its slug."""
    province = provinces_by_slug()[slug]
    kind = province.type[:1].upper() + province.type[1:]
    return _known(label=f"{kind} {province.name}", type=PROVINCE, **_where(province.name))


def province_of(body_id: str) -> str | None:
    """The slug of the province in the id of a body, where it is one of the gazetteer.

    >>> province_of("P-SNV@hung-yen"), province_of("C-CP")
    ('hung-yen', None)
    """
    slug = body_id.partition("@")[2]
    return slug if slug in provinces_by_slug() else None


def province_id(slug: str) -> str:
    """The id of a province's node."""
    return f"province:{slug}"


def representatives(extractions: Iterable[Extraction]) -> dict[str, Extraction]:
    """One extraction per document, by id: text before OCR, then the first source; without identity, none."""
    ordered = sorted(extractions, key=lambda each: (each.document.method == "ocr", each.document.source))
    chosen: dict[str, Extraction] = {}
    for extraction in ordered:
        if extraction.doc_id:
            chosen.setdefault(extraction.doc_id, extraction)
    return dict(sorted(chosen.items()))


def year(date: str | None) -> int | None:
    """The year of an ISO date."""
    return int(date[:4]) if date else None


def _of_its_kind(name: str, province: Province) -> str:
    """The catalogue speaks of the `tỉnh` and its `Tỉnh ủy`; in Hà Nội that is the `thành phố` and its `Thành ủy`."""
    if province.type == "tỉnh":
        return name
    return f"{name} ".replace(" tỉnh ", f" {province.type} ").replace("Tỉnh ủy", "Thành ủy").rstrip()


def _known(**fields: Any) -> Attributes:  # noqa: ANN401 - whatever an attribute can be
    return {name: value for name, value in fields.items() if value is not None}


def _when(date: str | None) -> Attributes:
    return {"date": date, "year": year(date)}


def _where(province: str | None) -> Attributes:
    return {"province": province, "province_2025": province_2025(province)}


def _identity(target_id: str) -> DocumentId | None:
    try:
        return DocumentId.parse(target_id)
    except ValueError:
        return None


def _province_name(slug: str) -> str | None:
    province = provinces_by_slug().get(slug)
    return province.name if province else None


@cache
def _catalogue() -> dict[str, Body]:
    return {body.id: body for body in bodies()}
