"""Province and local unit of the citing document, as the names of issuers carry them."""

from __future__ import annotations

import re

from pipeline.gazetteers import load
from pipeline.model import Head

PROVINCIAL = ("tỉnh", "thành phố")
_LOCAL = re.compile(r"(?:nhân dân|ủy) (?P<name>(?P<unit>huyện|quận|thị xã|thị trấn|xã|phường|đặc khu) .+)")


def with_province(name: str, province: str, head: Head) -> str:
    """`Sở Tài chính` → `Sở Tài chính tỉnh Lai Châu`; `Thanh tra tỉnh` → `Thanh tra tỉnh Lai Châu`."""
    if province in name:
        return name
    name = re.sub(r"\s(?:tỉnh|thành phố)$", "", name)
    party = re.search(r"\b(?:Tỉnh|Thành) ủy$", name)
    return f"{name} {province}" if party else f"{name} {province_unit(province, head)} {province}"


def province_unit(province: str, head: Head) -> str:
    """`tỉnh` or `thành phố`: as the citing document calls it, else as it was on that document's day."""
    called = re.search(rf"\b(tỉnh|thành phố) {re.escape(province)}\b", head.issuer or "")
    if called is not None:
        return called[1]
    for row in load.provinces():
        if row.name == province:
            return "thành phố" if row.city_since and (head.date or "") >= row.city_since else row.type
    return "tỉnh"


def local_unit(head: Head) -> re.Match[str] | None:
    """The district or commune that issued the citing document: its `unit` (`huyện`) and `name` (`huyện Bình Sơn`)."""
    return _LOCAL.search(head.issuer or "")


def bare_authority(body: str, head: Head) -> str | None:
    """UBND without a level is that of the document's own issuer, else that of its province."""
    local = local_unit(head)
    if local:
        return f"{body} {local['name']}"
    return f"{body} {province_unit(head.province, head)} {head.province}" if head.province else None


def party_committee(province: str, head: Head) -> str:
    """`Thành ủy` of a city, `Tỉnh ủy` of a province."""
    return "Thành ủy" if province_unit(province, head) == "thành phố" else "Tỉnh ủy"
