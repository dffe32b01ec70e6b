"""What a document says of itself: type, number, issuer, date, title, signature, recipients."""

from __future__ import annotations

import re
from collections import deque

from pipeline.extract.dates import iso_date
from pipeline.extract.head.agency import Agency, find_issuer, is_of_the_centre, read_agency
from pipeline.extract.head.caption import read_caption
from pipeline.extract.head.fields import (
    Number,
    read_addressees,
    read_number,
    read_place_date,
    read_recipients,
    read_title,
    read_type,
)
from pipeline.extract.head.naming import is_central, mostly_spelled
from pipeline.extract.head.persons import mended
from pipeline.extract.head.provinces import province_cited, province_named
from pipeline.extract.head.signature import read_signature
from pipeline.extract.layout.head_lines import TYPE, read_head
from pipeline.extract.layout.lines import lines_of
from pipeline.markers import match_marker
from pipeline.model import Document, Head, Issue, Layout
from pipeline.patterns import DATE

_ORDER_REACH = 8_000
"""The order line stands within so many characters of the body's beginning, or of its end."""
_NAME_REACH = 20_000
"""The body names its province and district in its first characters."""
_MARK_REACH = 200
_CAPTION_REACH = 400
_PASSED_REACH = 800
_PASSED = re.compile(
    rf"^(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết) này (?:đã )?được [^.;]{{10,160}} thông qua ngày (?P<date>{DATE})",
    re.MULTILINE,
)


def find_head(document: Document, layout: Layout) -> Head:
    """The head of `document` (guidelines, sections 1 and 5). Never raises; what is blank or unreadable is None."""
    text = document.text
    head = read_head(lines_of(text, layout.head))
    end = [line.text for line in lines_of(text, layout.end)]
    signature = read_signature(end, worn=document.is_worn)
    number = read_number(head)
    bare = number.symbol is None and not any(line.role == TYPE for line in head)
    caption = next(map(read_caption, lines_of(text, (0, min(len(text), _CAPTION_REACH)))), None) if bare else None
    if caption:
        number = Number(caption.number, caption.symbol)
    place_date = read_place_date(head)
    title = read_title(head)
    body = text[slice(*layout.body)][:_NAME_REACH]
    agency = _respelled(read_agency(head), body)
    order = _order_lines(text, layout.body)
    central = is_of_the_centre(agency)
    province = None if central else agency.province or _province(place_date.place, title and title.text, body)
    issuer = find_issuer(agency, head, signature, order, number.symbol, province)
    province = None if central else province or province_cited(body, of_cited=True)
    if issuer and is_central(issuer.split(",")[0]):
        province = None
    return Head(
        doc_type=caption.doc_type if caption else read_type(head, number.symbol),
        number=number.number,
        symbol=number.symbol,
        issuer=issuer,
        province=province,
        place=place_date.place,
        date=place_date.date or (caption and caption.date) or _passed(text[slice(*layout.body)][-_PASSED_REACH:]),
        title=title.text if title else None,
        title_span=title.span if title else None,
        signer_name=mended(signature.name) if signature.name and document.is_worn else signature.name,
        signer_position=signature.position,
        signing_authority="; ".join(signature.authorities) or None,
        addressees=read_addressees(head),
        recipients=read_recipients(end),
    )


def _passed(ending: str) -> str | None:
    """The day of a law or resolution that prints it not in its head but in its last sentence."""
    found = _PASSED.search(ending)
    return iso_date(found["date"]) if found else None


def _respelled(agency: Agency, text: str) -> Agency:
    """`agency`, its districts and communes spelled as mostly in `text`, the body (KRÔNG NỔ → Krông Nô)."""
    names = (
        name._replace(place=mostly_spelled(name.place, text)) if name.place and not name.province else name
        for name in agency.names
    )
    return agency._replace(names=tuple(names))


def _order_lines(text: str, span: tuple[int, int]) -> str:
    """Where the order line can stand: the paragraphs before the first clause, and the last two."""
    before: list[str] = []
    last: deque[str] = deque(maxlen=2)
    for line in lines_of(text, (span[0], min(span[1], span[0] + _ORDER_REACH))):
        if match_marker(line.text[:_MARK_REACH]):
            break
        before.append(line.text)
    last.extend(line.text for line in lines_of(text, (max(span[0], span[1] - _ORDER_REACH), span[1])))
    return "\n".join([*before, *last])


def _province(place: str | None, title: str | None, body: str) -> str | None:
    """The province by the place, else the first that title or body call one."""
    named = province_named(place) if place else None
    return named or province_cited(title or "") or province_cited(body)


def head_issues(head: Head, layout: Layout) -> tuple[Issue, ...]:
    """What of a head a person should look at: blank number, open date, unknown type, issuer or signer."""
    start, end = layout.head
    found = [
        (head.number is None and head.symbol is not None, "blank-number", f"no number before {head.symbol}"),
        (head.symbol is None, "no-number", "no number or symbol in the head"),
        (head.date is not None and len(head.date) < 10, "open-date", f"the date stops at {head.date}"),
        (head.date is None, "no-date", "no date in the head"),
        (head.doc_type is None, "no-type", "the type of the document is not printed"),
        (head.issuer is None, "no-issuer", "the issuer is not printed"),
        (head.title is None, "no-title", "no title in the head"),
    ]
    issues = [Issue(code, message, start=start, end=end) for holds, code, message in found if holds]
    if head.signer_name is None:
        issues.append(Issue("no-signer", "no name in the signature block", start=layout.end[0], end=layout.end[1]))
    return tuple(issues)
