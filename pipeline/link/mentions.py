"""A citation, or the head of a document, as `link` sees it: the parts of its identity that its own words tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.gazetteers import load
from pipeline.link.bodies import MERGER, body_id, province_slug
from pipeline.link.ids import slug
from pipeline.link.names import parse_name
from pipeline.link.numbers import issuer_code, parse_number, type_of
from pipeline.link.series import NATION, Owner, code_owner, home_owner, jurisdiction, named_owner, unnamed_below
from pipeline.model import Citation, Extraction, Head

Series = tuple[Owner, str, str]


@dataclass(frozen=True, slots=True)
class Mention:
    """What one mention tells. `key` is the number, or the name, in its series; `symbol` the number in full.

    `home` is where an unknown owner is looked for, `rivals` the owners between which the document itself leaves the
    choice, `year` that of a number which is unique for ever, `body` the id of the issuing body. `recurs`: the name is
    that of a law, which later editions bear too. `below`: how the slug of the district or commune begins that is
    printed without its name.
    """

    doc_type: str
    key: str
    symbol: str
    owner: Owner | None
    home: str
    date: str | None
    codes: tuple[str, ...] = ()
    body: str | None = None
    year: str | None = None
    party: bool = False
    named: bool = False
    recurs: bool = False
    rivals: tuple[Owner, ...] = ()
    below: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether the date is told to the day."""
        return self.date is not None and len(self.date) == len("2021-07-15")


def read_citation(citation: Citation, head: Head) -> Mention:
    """The mention of `citation` in a document with this head; its owner is None unless words or symbol settle it."""
    era = MERGER if (citation.date or head.date or "") >= MERGER else None
    if citation.number is None:
        name = citation.name or citation.text
        return _named(citation.doc_type, name, citation.date, citation.issuer, head.province, era)
    return _numbered(citation.doc_type, citation.number, citation.date, citation.issuer, head.province, era)


def read_head(extraction: Extraction) -> Mention:
    """The document itself. A blank number gives way to the symbol and eight digits of the document's hash."""
    head, mark = extraction.head, own_mark(extraction)
    era = MERGER if (head.date or "") >= MERGER else None
    symbol = head.symbol or ""
    printed = head.number or f"0{'-' if '/' in symbol else '/'}{symbol}"
    mention = _numbered(head.doc_type or "", printed, head.date, head.issuer, head.province, era)
    mention = at_home(mention, None, head.province)
    if head.number is not None:
        return mention
    key = f"{slug(head.symbol)}-{mark}" if head.symbol else mark
    return replace(mention, key=key, symbol=key, year=None, date=head.date)


def own_mark(extraction: Extraction) -> str:
    """What sets a node apart that only this document knows."""
    return slug(extraction.document.sha256[:8])


def at_home(mention: Mention, own: Mention | None, province: str | None) -> Mention:
    """`mention` with the owner that the citing document stands for: its own for its own code, else its province's."""
    if mention.owner is not None or mention.rivals or not mention.codes:
        return mention
    if mention.below is not None:
        same = own is not None and own.owner is not None and own.owner.slug.startswith(mention.below)
        return replace(mention, owner=own.owner, body=own.body) if own is not None and same else mention
    owner, body = home_owner(mention.codes, province), _code_body(mention.codes, province)
    if own is not None and own.codes == mention.codes and own.owner not in (None, owner):
        owner, body = own.owner, own.body
    return replace(mention, owner=owner, body=body) if owner else mention


@lru_cache(maxsize=1 << 16)
def _numbered(
    printed_type: str, number: str, date: str | None, issuer: str | None, province: str | None, era: str | None
) -> Mention:
    parts = parse_number(number)
    owner = named_owner(issuer, parts.codes, province, era) if issuer else code_owner(parts.codes)
    return Mention(
        doc_type=slug(type_of(printed_type, parts)),
        key=parts.key,
        symbol=parts.symbol,
        owner=owner,
        home=jurisdiction(province),
        # A number holds its own year; a date of another year is a slip.
        date=date if parts.year is None or (date or "").startswith(parts.year) else parts.year,
        codes=parts.codes,
        body=_issuer_body(issuer, owner, province, era) if issuer else _code_body(parts.codes, None),
        year=parts.year,
        party=parts.party,
        below=unnamed_below(issuer, province, era) if issuer and owner is None else None,
    )


@lru_cache(maxsize=1 << 16)
def _named(
    printed_type: str, name: str, date: str | None, issuer: str | None, province: str | None, era: str | None
) -> Mention:
    parts = parse_name(printed_type, name)
    known = parts.issuer or issuer
    owner = named_owner(known, (), province, era) if known else None
    return Mention(
        doc_type=slug(printed_type),
        key=parts.key,
        symbol=parts.key,
        owner=owner,
        home=NATION if parts.national else jurisdiction(province),
        date=date or parts.year,
        body=_issuer_body(issuer or known, owner, province, era) if known else None,
        named=True,
        recurs=parts.recurs,
    )


def _issuer_body(issuer: str | None, owner: Owner | None, province: str | None, era: str | None) -> str | None:
    """The id of the printed issuer; a national one stands in no province even where the catalogue lacks it."""
    national = owner is not None and owner.jurisdiction == NATION
    return body_id(issuer, None if national else province, era) if issuer else None


def _code_body(codes: tuple[str, ...], province: str | None) -> str | None:
    """The catalogue's body behind a single code: a central one, or with `province` that province's."""
    row = load.issuers_by_code().get(issuer_code(codes[0])) if len(codes) == 1 else None
    if row is None or row.body_id is None or "|" in row.body_id:
        return None
    if row.body_id.startswith("C-"):
        return row.body_id
    return f"{row.body_id}@{province_slug(province)}" if province else None
