"""Citations with a number: the type before the symbol, the date and issuer behind it, lists that share them.

`Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ` · `Nghị quyết 18-NQ/TW` · `Luật Đầu tư công số 58/2024/QH15` ·
`các Nghị định của Chính phủ: số 177/2024/NĐ-CP ngày 31/12/2024; số 178/2024/NĐ-CP` · `các Công văn: số 1/BNV-CCHC` ·
`các Kế hoạch số 208-KH/TU, số 209-KH/TU ngày 12 tháng 3 năm 2024 của Ban Thường vụ Tỉnh ủy` ·
`Kế hoạch của UBND tỉnh số 23/KH-UBND` · `Chủ tịch UBND tỉnh đã phê duyệt … tại Quyết định số 525/QĐ-UBND`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.extract.citations.coded import compatible, issuer_of_symbol, may_issue
from pipeline.extract.citations.issuing import IssuerMention, issuer_at
from pipeline.extract.citations.openings import opening_of
from pipeline.extract.citations.symbols import Symbol, find_symbols
from pipeline.extract.dates import iso_date
from pipeline.gazetteers import load
from pipeline.gazetteers.citing import any_of
from pipeline.model import Head
from pipeline.patterns import DATE


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered mention: its span, what it says, and `tail`, the offset behind its date and issuer.

    `anchor` is where its phrase begins (the head of its list, where the type stands there), `issuer` what its own
    words name until the symbol or the sentence must settle it, `list_issuer` what the head of its list names.
    """

    start: int
    end: int
    tail: int
    symbol: Symbol
    doc_type: str
    date: str | None
    issuer: str | None
    rule: str
    anchor: int
    list_issuer: str | None = None


# "Mẫu số 05/KH-UBND", "Giấy phép số …" number forms and papers, not documents.
_FORM = re.compile(rf"\b{any_of('form')}:?\s+(?:số\s)?$")
_DATED = re.compile(rf"\s*[,(.]?\s*(?:ban hành\s+)?ngày\s*(?P<date>{DATE})\)?")
# "Ngày 29/6/2026, Bộ trưởng Bộ Xây dựng đã ban hành Quyết định số …"
_DATED_BEFORE = re.compile(rf"\bngày\s(?P<date>{DATE}),?\s[^.;\d]{{2,90}}\s(?:ban hành|ký)\s(?:ban hành\s)?$")
_OF = re.compile(rf"\s*,?\s*(?:của|do)\s+|\s+(?={any_of('issuer-opens')}\b)")
_JOINED = re.compile(r"(?:,|;|\s-|\svà|,\svà)\s(?=[^\W\d])")
_JOINT = ("liên tịch", "liên bộ")
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*)?(?:và\s+|hoặc\s+)?")
_AMENDED_BY = re.compile(r",?\s(?:và\s)?(?:đã\s)?được\ssửa\sđổi(?:,\sbổ\ssung)?\s(?:tại|bởi|theo|bằng)\s")
_GOES_ON = re.compile(r"(?:[,;(]|(?<=\d):|\bvà|\bhoặc)\s*$")
_SENTENCE_END = re.compile(r"\.\s+\w")
_ISSUED = re.compile(rf"\b{any_of('issues')}\b")
_AT = re.compile(r"\stại\s(?:các\s)?$")
_AGENCY = re.compile(rf"\b(?={any_of('names-issuer')}\s)")
_REACH = 220


def find_numbered(text: str, folded: str, span: tuple[int, int], head: Head) -> tuple[Numbered, ...]:
    """The numbered citations in `text[span]`, in order; `folded` is the folded form of `text`."""
    found: list[Numbered] = []
    for symbol in find_symbols(text, *span, bare=True):
        line = _line_start(folded, symbol.start, span[0])
        before = found[-1] if found and found[-1].start >= line else None
        mention = _mention(text, folded, symbol, line, before, head)
        if mention is not None:
            found.append(mention)
    named: dict[str, str] = {}
    return tuple(_settled(text, folded, one, span[0], head, named) for one in _share_tails(folded, found))


def _line_start(folded: str, position: int, floor: int) -> int:
    return max(folded.rfind("\n", floor, position) + 1, floor)


def _settled(text: str, folded: str, one: Numbered, floor: int, head: Head, named: dict[str, str]) -> Numbered:
    """`one` with its date and issuer: as its words have them, else by the sentence, else by the symbol.

    `named` holds the issuers that were named with each number so far.
    """
    line = _line_start(folded, one.start, floor)
    number = one.symbol.number
    issuer = one.issuer or _issuer_before(text, folded, line, one.anchor, one.symbol, head)
    if issuer:
        named.setdefault(number, issuer)
    issuer = issuer or issuer_of_symbol(one.symbol, head, named.get(number))
    dated = _DATED_BEFORE.search(folded, max(line, one.anchor - _REACH), one.anchor) if one.date is None else None
    return replace(one, issuer=issuer, date=iso_date(dated["date"]) if dated else one.date)


def _mention(text: str, folded: str, symbol: Symbol, line: int, before: Numbered | None, head: Head) -> Numbered | None:
    opening = opening_of(text, folded, symbol, before.end if before else line, head)
    listed = before if opening.doc_type is None and before and _goes_on(folded, before, opening.start) else None
    doc_type = opening.doc_type or _type_of(symbol, listed)
    if doc_type is None or _FORM.search(folded, max(line, opening.start - 16), symbol.start):
        return None
    date, issuer, tail = _behind(text, folded, symbol.end, head, joint=doc_type.endswith(_JOINT))
    if symbol.is_bare and not (date and (opening.doc_type or listed) and symbol.tail[:2].isupper()):
        return None
    same = before if before and before.doc_type == doc_type and _goes_on(folded, before, opening.start) else None
    shared = opening.issuer or (same.list_issuer if same else None)
    rule = "list" if listed else opening.rule
    return Numbered(
        opening.start, symbol.end, tail, symbol, doc_type, date, issuer or shared, rule, opening.anchor, shared
    )


def _goes_on(folded: str, before: Numbered, start: int) -> bool:
    """Whether a bare number at `start` goes on a list: a separator right before it, no sentence end since."""
    gap = folded[before.end : start]
    return _GOES_ON.search(gap) is not None and _SENTENCE_END.search(gap) is None


def _type_of(symbol: Symbol, listed: Numbered | None) -> str | None:
    """The type of a number without a type word: its abbreviation's, else the list's, else that of a letter."""
    by_code = _types_by_code().get(symbol.type_code or "", ())
    if listed is not None and (listed.doc_type in by_code or not by_code):
        return listed.doc_type
    if by_code:
        return by_code[0]
    return "công văn" if symbol.issuer_code and "QH" not in symbol.issuer_code else None


def _behind(text: str, folded: str, end: int, head: Head, joint: bool) -> tuple[str | None, str | None, int]:
    """Date and issuer behind the symbol, in either order, and where they end."""
    date, issuer = None, None
    for _ in range(2):
        dated = _DATED.match(folded, end) if date is None else None
        if dated is not None:
            date, end = iso_date(dated["date"]), dated.end()
        mention = _issuer_behind(text, folded, end, head) if issuer is None else None
        if mention is not None and joint:
            mention = _with_partners(text, folded, mention, head)
        if mention is not None:
            issuer, end = mention.name, mention.end
    return date, issuer, end


def _with_partners(text: str, folded: str, issuer: IssuerMention, head: Head) -> IssuerMention:
    """`Bộ Nội vụ và Bộ Tài chính`, who issue a joint document together: `Bộ Nội vụ, Bộ Tài chính`."""
    names, end = [issuer.name], issuer.end
    while joined := _JOINED.match(folded, end):
        partner = issuer_at(text, folded, joined.end(), head)
        if partner is None:
            break
        names, end = [*names, partner.name], partner.end
    return IssuerMention(", ".join(names), end)


def _issuer_behind(text: str, folded: str, end: int, head: Head) -> IssuerMention | None:
    """The issuer behind a mention; `, của X tại văn bản số …` is that of the next one."""
    of = _OF.match(folded, end)
    found = issuer_at(text, folded, of.end(), head) if of else None
    return None if of and found and "," in of[0] and folded.startswith(" tại ", found.end) else found


def _issuer_before(text: str, folded: str, line: int, start: int, symbol: Symbol, head: Head) -> str | None:
    """`Chủ tịch UBND tỉnh đã phê duyệt … tại Quyết định số …`: the last fitting body that issues something.

    Or the one right before the mention's bracket, or its "tại": `Sở Y tế (Tờ trình số …, Công văn số …)`.
    """
    begin = max(line, folded.rfind(". ", line, start) + 1, start - _REACH)
    beside = _beside(folded, begin, start)
    last, end = None, begin
    for place in _AGENCY.finditer(folded, begin, start):
        issuer = issuer_at(text, folded, place.start(), head) if place.start() >= end else None
        if issuer is None:
            continue
        end = issuer.end
        issued = compatible(issuer.name, symbol) and _ISSUED.search(folded, end, start)
        if issued or (end in beside and may_issue(issuer.name, symbol)):
            last = issuer.name
    return last


def _beside(folded: str, begin: int, start: int) -> tuple[int, ...]:
    """Where a body's name would end that stands right before the mention at `start`."""
    bracket = folded.rfind(" (", begin, start)
    at = _AT.search(folded, begin, start)
    inside = bracket >= 0 and ")" not in folded[bracket:start]
    return *([bracket] if inside else []), *([at.start()] if at else [])


def _share_tails(folded: str, found: list[Numbered]) -> Iterator[Numbered]:
    """`18-NQ/TW, Nghị quyết số 19-NQ/TW ngày … của …`: items of one symbol, side by side, share what the last says."""
    shared: list[Numbered] = []
    for mention in reversed(found):
        after = shared[-1] if shared else None
        if after and _side_by_side(folded, mention, after):
            mention = replace(mention, date=mention.date or after.date, issuer=mention.issuer or after.issuer)
        elif after and (_side_by_side(folded, mention, after, _AMENDED_BY) or _unknown_beside(folded, mention, after)):
            mention = replace(mention, issuer=mention.issuer or after.issuer)
        shared.append(mention)
    return reversed(shared)


def _unknown_beside(folded: str, one: Numbered, after: Numbered) -> bool:
    """`công văn số 77/GDTX và công văn số 8/BGDĐT-GDTrH của Bộ …`: whom a bare code means, the next item tells."""
    alike = one.symbol.is_bare and one.doc_type == after.doc_type
    return alike and _SEPARATOR.fullmatch(folded, one.tail, after.anchor) is not None


def _side_by_side(folded: str, one: Numbered, after: Numbered, between: re.Pattern[str] = _SEPARATOR) -> bool:
    return one.symbol.tail == after.symbol.tail and between.fullmatch(folded, one.tail, after.anchor) is not None


@cache
def _types_by_code() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for kind in load.document_types():
        for code in kind.abbreviations:
            codes[code] = (*codes.get(code, ()), kind.name)
    return codes
