"""Citations with a number: the type before the symbol, the date and issuer behind it, lists that share them.

`Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ` · `Nghị quyết 18-NQ/TW` · `Luật Đầu tư công số 58/2024/QH15` ·
`các Nghị định của Chính phủ: số 177/2024/NĐ-CP ngày 31/12/2024; số 178/2024/NĐ-CP` · `Kế hoạch của UBND tỉnh số 23/KH-UBND` ·
`các Kế hoạch số 208-KH/TU, số 209-KH/TU ngày 12 tháng 3 năm 2024 của Ban Thường vụ Tỉnh ủy`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline.extract.dates import iso_date
from pipeline.extract.issuing import IssuerMention, compatible, issuer_at, issuer_of_symbol
from pipeline.extract.symbols import Symbol, find_symbols
from pipeline.gazetteers import load
from pipeline.model import Head
from pipeline.spelling import fold


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered mention: its span, what it says, and `tail`, the offset behind its date and issuer."""

    start: int
    end: int
    tail: int
    symbol: Symbol
    doc_type: str
    date: str | None
    issuer: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class _Opening:
    """What stands before a symbol: where the mention starts, its type, an issuer that a list head names."""

    start: int
    doc_type: str | None
    issuer: str | None = None
    rule: str = "typed"


_NO = re.compile(r"(?P<no>\b(?:số|sô|só|so|s6)\b\s*[:.]?\s*)$")
_LAW = re.compile(r"\b(?P<type>bộ luật|luật|pháp lệnh|nghị quyết|hiến pháp)\b[^;:.()]{1,200}$")
_DATE = re.compile(
    r"\s*[,(]?\s*(?:ban hành\s+)?ngày\s*(?P<date>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s+năm\s+\d{4})\)?"
)
_OF = re.compile(r"\s*,?\s*(?:của\s+|do\s+|(?=hội nghị|ban chấp hành|chính phủ|thủ tướng|bộ chính trị|ban bí thư|ủy ban|ubnd|hđnd|bộ\s))")
_LIST_GAP = re.compile(r"\s*(?:[,;]\s*)?(?:và\s+|hoặc\s+)?$")
_ISSUED = re.compile(r"\b(?:tại|ban hành|phê duyệt|thông qua|ký|quyết định|có|trình)\b")
_AGENCY = re.compile(r"(?<!\w)(?=(?:chủ tịch|ubnd|hđnd|ủy ban|hội đồng|ban|tỉnh ủy|thành ủy|sở|bộ|đảng ủy|văn phòng|giám đốc)\s)")
_REACH = 220


def find_numbered(text: str, folded: str, span: tuple[int, int], head: Head) -> tuple[Numbered, ...]:
    """The numbered citations in `text[span]`, in order; `folded` is the folded form of `text`."""
    found: list[Numbered] = []
    for symbol in find_symbols(text, *span):
        line = max(folded.rfind("\n", span[0], symbol.start) + 1, span[0])
        before = found[-1] if found and found[-1].start >= line else None
        mention = _mention(text, folded, symbol, line, before, head)
        if mention is not None:
            found.append(mention)
    return tuple(_share_tails(folded, found))


def _mention(
    text: str, folded: str, symbol: Symbol, line: int, before: Numbered | None, head: Head
) -> Numbered | None:
    opening = _opening(text, folded, symbol, max(line, before.end if before else line), head)
    listed = before if opening.doc_type is None and before and _joined(folded, before, opening.start) else None
    doc_type = opening.doc_type or _type_of(symbol, listed)
    if doc_type is None:
        return None
    date, issuer, tail = _behind(text, folded, symbol.end, head)
    if issuer is None:
        issuer = opening.issuer or (listed.issuer if listed and listed.rule == "list" else None)
    if issuer is None:
        issuer = _issuer_before(text, folded, (line, opening.start), symbol, head) or issuer_of_symbol(symbol, head)
    rule = "list" if listed else opening.rule
    return Numbered(opening.start, symbol.end, tail, symbol, doc_type, date, issuer, rule)


def _opening(text: str, folded: str, symbol: Symbol, floor: int, head: Head) -> _Opening:
    """Type word and `số` before the symbol, not reaching below `floor`."""
    floor = max(floor, symbol.start - _REACH)
    no = _NO.search(folded, max(floor, symbol.start - 8), symbol.start)
    start = no.start() if no else symbol.start
    if symbol.type_code is None and symbol.issuer_code and "QH" in symbol.issuer_code:
        law = _law_before(folded, floor, start)
        if law is not None:
            return law
    typed = _types_before().search(folded, max(floor, start - 60), start)
    if typed is not None:
        return _Opening(typed.start("type"), _type_names()[typed["type"]])
    return _headed(text, folded, floor, start, head) or _Opening(start, None, rule="bare")


def _law_before(folded: str, floor: int, start: int) -> _Opening | None:
    """`Luật Đầu tư công số …`: the last `luật` before the number, or the first where it amends others."""
    begin = max(folded.rfind(stop, floor, start) for stop in (";", ".", "(")) + 1
    found = list(re.finditer(r"\b(?:bộ luật|luật|pháp lệnh|nghị quyết)\b", folded[max(begin, floor) : start]))
    if not found:
        return None
    amending = [one for one in found if folded.startswith("sửa đổi", max(begin, floor) + one.end() + 1)]
    first = (amending or found[-1:])[0]
    return _Opening(max(begin, floor) + first.start(), first[0], rule="law")


def _headed(text: str, folded: str, floor: int, start: int, head: Head) -> _Opening | None:
    """`các Nghị định của Chính phủ: số …` (a list head) or `Quyết định của Thủ tướng Chính phủ số …`."""
    for of in reversed(list(re.finditer(r"\scủa\s", folded[floor:start]))):
        issuer = issuer_at(text, folded, floor + of.end(), head)
        typed = _types_before().search(folded, max(floor, floor + of.start() - 60), floor + of.start() + 1)
        if issuer is None or typed is None:
            continue
        between = folded[issuer.end : start].strip()
        if between.endswith(":"):
            return _Opening(start, _type_names()[typed["type"]], issuer.name, rule="list")
        if not between:
            return _Opening(typed.start("type"), _type_names()[typed["type"]], issuer.name)
    return None


def _joined(folded: str, before: Numbered, start: int) -> bool:
    """Whether a bare number at `start` goes on a list: a separator right before it, no sentence end since."""
    gap = folded[before.end : start]
    return re.search(r"(?:[,;(]|\bvà|\bhoặc)\s*$", gap) is not None and re.search(r"\.\s+\w", gap) is None


def _type_of(symbol: Symbol, listed: Numbered | None) -> str | None:
    """The type of a number without a type word: its abbreviation's, else the list's, else a letter's."""
    by_code = _types_by_code().get(symbol.type_code or "", ())
    if listed is not None and (listed.doc_type in by_code or not by_code):
        return listed.doc_type
    if by_code:
        return by_code[0]
    return "công văn" if symbol.issuer_code and "QH" not in symbol.issuer_code else None


def _behind(text: str, folded: str, end: int, head: Head) -> tuple[str | None, str | None, int]:
    """Date and issuer behind the symbol, in either order, and where they end."""
    date, issuer = None, None
    for _ in range(2):
        found = _DATE.match(folded, end) if date is None else None
        if found is not None:
            date, end = iso_date(found["date"]), found.end()
        mention = _issuer_behind(text, folded, end, head) if issuer is None else None
        if mention is not None:
            issuer, end = mention.name, mention.end
    return date, issuer, end


def _issuer_behind(text: str, folded: str, end: int, head: Head) -> IssuerMention | None:
    of = _OF.match(folded, end)
    return issuer_at(text, folded, of.end(), head) if of else None


def _issuer_before(text: str, folded: str, span: tuple[int, int], symbol: Symbol, head: Head) -> str | None:
    """`Chủ tịch UBND tỉnh đã phê duyệt … tại Quyết định số …`: the last fitting body that issues something."""
    begin = max(span[0], folded.rfind(". ", span[0], span[1]) + 1, span[1] - _REACH)
    for place in reversed(list(_AGENCY.finditer(folded, begin, span[1]))):
        issuer = issuer_at(text, folded, place.start(), head)
        if issuer and compatible(issuer.name, symbol) and _ISSUED.search(folded, issuer.end, span[1]):
            return issuer.name
    return None


def _share_tails(folded: str, found: list[Numbered]) -> Iterator[Numbered]:
    """`18-NQ/TW, Nghị quyết số 19-NQ/TW ngày … của …`: items of one symbol, side by side, share what the last prints."""
    shared: list[Numbered] = []
    for mention in reversed(found):
        after = shared[-1] if shared else None
        if after and _same_list(folded, mention, after):
            issuer = after.issuer if mention.tail == mention.end else mention.issuer
            mention = replace(mention, date=after.date, issuer=issuer)
        shared.append(mention)
    return reversed(shared)


def _same_list(folded: str, one: Numbered, after: Numbered) -> bool:
    return (
        one.date is None
        and one.symbol.tail == after.symbol.tail
        and _LIST_GAP.fullmatch(folded, one.tail, after.start) is not None
    )


@cache
def _type_names() -> dict[str, str]:
    return {fold(form): kind.name for kind in load.document_types() for form in kind.forms}


@cache
def _types_before() -> re.Pattern[str]:
    forms = "|".join(map(re.escape, sorted(_type_names(), key=len, reverse=True)))
    return re.compile(rf"\b(?P<type>{forms})\s*$")


@cache
def _types_by_code() -> dict[str, tuple[str, ...]]:
    codes: dict[str, tuple[str, ...]] = {}
    for kind in load.document_types():
        for code in kind.abbreviations:
            codes[code] = (*codes.get(code, ()), kind.name)
    return codes
