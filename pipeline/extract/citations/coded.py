"""What the symbol of a cited document says of its issuer."""

from __future__ import annotations

import re

from pipeline.extract.citations.localities import bare_authority, party_committee, with_province
from pipeline.extract.citations.symbols import Symbol
from pipeline.gazetteers import load
from pipeline.gazetteers.citing import any_of
from pipeline.model import Head
from pipeline.spelling import fold

_MINISTER = re.compile(rf"{any_of('minister')}\s")
_OF_THE_BODY = (None, "TTr", "BC")
"""Types, a letter among them, that the ministry issues and never its minister."""


def issuer_of_symbol(symbol: Symbol, head: Head, named: str | None = None) -> str | None:
    """The issuer that the symbol settles: a code of one body, or a provincial code in a provincial document.

    `named` was the number's issuer before: of another province, it still is.
    """
    issuer = _of_code(symbol, head)
    own = head.province or ""
    return named if named and own in (issuer or "") and own not in named else issuer


def _of_code(symbol: Symbol, head: Head) -> str | None:
    row = load.issuers_by_code().get(symbol.issuer_code or "")
    if row is None or row.code == "TW":  # three bodies share TW
        return None
    if row.unique:
        return re.sub(r"\s+khóa\s+[IVXLC]+$", "", row.name)
    if row.code == "TU":
        return f"{party_committee(head.province, head)} {head.province}" if head.province else None
    if row.code in ("UBND", "UB", "HĐND"):
        return bare_authority("Hội đồng nhân dân" if row.code == "HĐND" else "Ủy ban nhân dân", head)
    provincial = row.level == "province" and head.province
    return with_province(row.name, head.province, head) if provincial and head.province else None


def may_issue(issuer: str, symbol: Symbol) -> bool:
    """Whether `issuer` stands so close to the mention that only a symbol of another body speaks against it."""
    row = load.issuers_by_code().get(symbol.issuer_code or "")
    return row is None or row.code == "TW" or compatible(issuer, symbol)


def compatible(issuer: str, symbol: Symbol) -> bool:
    """Whether `issuer`, named before the mention, can have issued it: `Chủ tịch UBND tỉnh` can `5/QĐ-UBND`."""
    row = load.issuers_by_code().get(symbol.issuer_code or "")
    if row is None or row.code == "TW":
        return False
    if row.code in ("UBND", "UB", "HĐND"):
        body = "Hội đồng nhân dân" if row.code == "HĐND" else "Ủy ban nhân dân"
        return body in issuer and not issuer.startswith("Văn phòng")
    if row.code == "TU":
        return any(name in issuer for name in ("Tỉnh ủy", "Thành ủy", "Đảng bộ"))
    if issuer.startswith(row.name):
        return True
    office = fold(issuer.removesuffix(row.name))  # a letter, a proposal is the ministry's, never the minister's
    return symbol.type_code not in _OF_THE_BODY and _MINISTER.fullmatch(office) is not None
