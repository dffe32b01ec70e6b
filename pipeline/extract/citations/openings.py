"""What stands before the symbol of a cited document: its type, the head of the list that it opens, a law's name.

`Nghị quyết số 76/NQ-CP` · `Luật Đầu tư công số 58/2024/QH15` · `các Công văn: số 1/BNV-CCHC` ·
`Kế hoạch của UBND tỉnh số 23/KH-UBND` · `các Kết luận của Bộ Chính trị: Kết luận số 126-KL/TW`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.citations.issuing import issuer_at
from pipeline.extract.citations.symbols import Symbol
from pipeline.gazetteers import load
from pipeline.model import Head
from pipeline.patterns import one_of
from pipeline.spelling import fold


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands before a symbol: where the mention and its phrase start, its type, an issuer a list head names."""

    start: int
    anchor: int
    doc_type: str | None
    issuer: str | None = None
    rule: str = "typed"


_NO = re.compile(r"\b(?:số|sô|só|so|s6)\b\s*[:.]?\s*$")
_LAW = re.compile(r"(?<!pháp )\b(?:bộ luật|luật|pháp lệnh|nghị quyết)\b")
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_OF = re.compile(r"\scủa\s")
_REACH = 220
# "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B, … số …" names many laws before its number.
_LAW_REACH = 600


def opening_of(text: str, folded: str, symbol: Symbol, floor: int, head: Head) -> Opening:
    """Type word and `số` before the symbol, not reaching below `floor`."""
    no = _NO.search(folded, max(floor, symbol.start - 8), symbol.start)
    start = no.start() if no else symbol.start
    if symbol.type_code is None and "QH" in (symbol.issuer_code or ""):
        law = _law_before(folded, max(floor, start - _LAW_REACH), start)
        if law is not None:
            return law
    floor = max(floor, symbol.start - _REACH)
    typed = _type_before().search(folded, max(floor, start - 60), start)
    # "Kết luật số 150-KL/TW": a law has no type in its symbol; an ordinance has.
    if typed is not None and not (symbol.type_code not in (None, "PL") and _types()[typed["type"]] in _LAWS):
        shared = ":" in typed[0]
        mention = start if shared else typed.start()
        kind = _types()[typed["type"]]
        issuer = _issuer_of_list(text, folded, floor, typed.start(), kind, head)
        return Opening(mention, typed.start(), kind, issuer, "list" if shared else "typed")
    return _headed(text, folded, floor, start, head) or Opening(start, start, None, rule="bare")


def _law_before(folded: str, floor: int, start: int) -> Opening | None:
    """`Luật Đầu tư công số …`: the last `luật` before the number, or the first where it amends others."""
    begin = max(floor, *(folded.rfind(stop, floor, start) + 1 for stop in ";."))
    begin = max(begin, folded.rfind("(", begin, start) + 1) if ")" not in folded[begin:start] else begin
    found = list(_LAW.finditer(folded, begin, start))
    amending = [law for law in found if folded.startswith("sửa đổi", law.end() + 1)]
    first = next(iter(amending or found[-1:]), None)
    return Opening(first.start(), first.start(), first[0], rule="law") if first else None


def _issuer_of_list(text: str, folded: str, floor: int, start: int, kind: str, head: Head) -> str | None:
    """`các Kết luận của Bộ Chính trị: Kết luận số …`: the issuer that the head of the list names for its first item."""
    if not folded.endswith(": ", floor, start):
        return None
    headed = _headed(text, folded, floor, start, head)
    return headed.issuer if headed and headed.doc_type == kind else None


def _headed(text: str, folded: str, floor: int, start: int, head: Head) -> Opening | None:
    """`các Nghị định của Chính phủ: số …` (a list head) or `Quyết định của Thủ tướng Chính phủ số …`."""
    for of in reversed(list(_OF.finditer(folded, floor, start))):
        issuer = issuer_at(text, folded, of.end(), head)
        typed = _type_before().search(folded, max(floor, of.start() - 60), of.start() + 1)
        between = folded[issuer.end : start].strip() if issuer else None
        if issuer is None or typed is None or between not in ("", ":"):
            continue
        mention, rule = (start, "list") if between else (typed.start(), "typed")
        return Opening(mention, typed.start(), _types()[typed["type"]], issuer.name, rule)
    return None


@cache
def _types() -> dict[str, str]:
    """Folded form in running text → name of the type."""
    return {fold(form): kind.name for kind in load.document_types() for form in kind.forms}


@cache
def _type_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<type>{one_of(_types())})(?:\s*|:\s)$")
