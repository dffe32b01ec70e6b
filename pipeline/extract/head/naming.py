"""Names of bodies set in capitals, as they are written in a sentence: SỞ TÀI CHÍNH TỈNH ĐẮK NÔNG → Sở Tài chính ..."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from pipeline.extract.head.provinces import province_in, province_named
from pipeline.gazetteers import load
from pipeline.spelling import bare_letters, fold, unmarked

_PARTY = re.compile(
    r"(?P<body> .*? \b (?: tỉnh | tinh | thành | huyện | quận | thị ) \s [uủ][ỷyỉ]?y? ) \b \s* (?P<place>.*)",
    re.VERBOSE,
)
_PLACED = re.compile(
    r"""
    (?P<body> .+? ) \s+
    (?P<unit> t[ỉiĩíìị]nh | th[àa]nh\ ph[ốôo] | tp\.? | huyện | quận | thị\ xã | xã(?!\ hội) | phường | thị\ trấn
        | đặc\ khu )
    (?: \s+ (?P<place> .+ ) )?
    """,
    re.VERBOSE,
)
_UNITS = {"tinh": "tỉnh", "thanh pho": "thành phố", "tp": "thành phố", "tp.": "thành phố"}
_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "tp": "thành phố",
} | {
    "tncs": "thanh niên cộng sản",
    "bch": "ban chấp hành",
    "btv": "ban thường vụ",
}
_HEADS = (
    *("chi cục", "tổng cục", "văn phòng", "trung tâm", "hội đồng"),
    *("sở", "bộ", "ban", "vụ", "cục", "phòng", "hội", "viện", "trường"),
)
"""Heads of names behind which the function's name takes a capital."""


class BodyName(NamedTuple):
    """A body without its place, what kind of unit it belongs to (`tỉnh`, `huyện`) and the name of that unit."""

    body: str
    unit: str | None = None
    place: str | None = None
    province: str | None = None

    def full(self) -> str:
        """The whole name: `Ủy ban nhân dân huyện Krông Nô`."""
        return " ".join(filter(None, (self.body, self.unit, self.place)))


def read_name(words: str) -> BodyName:
    """The body that `words`, a name in any capitals, stand for.

    >>> read_name("UBND TINH HUNG YÊN").full(), read_name("TỈNH UỶ LÀO CAI").full(), read_name("BỘ NỘI VỤ").full()
    ('Ủy ban nhân dân tỉnh Hưng Yên', 'Tỉnh ủy Lào Cai', 'Bộ Nội vụ')
    """
    words = " ".join(_ABBREVIATIONS.get(word, word) for word in fold(words).strip(" .,;:*-_'\"").split())
    found = _PARTY.fullmatch(words)
    if found:
        place = found["place"].strip(" -")
        province = province_named(place) if place else None
        return BodyName(body_name(found["body"]), None, province or _title(place) or None, province)
    found = _PLACED.fullmatch(words)
    if found is None:
        province = province_in(words)
        return BodyName(_with_capitals(body_name(words), province), province=province)
    unit = _UNITS.get(unmarked(found["unit"]), found["unit"])
    place = found["place"]
    province = province_named(place) if place and unit in ("tỉnh", "thành phố") else None
    return BodyName(branch_of(body_name(found["body"])), unit, province or (_title(place) if place else None), province)


def _with_capitals(body: str, province: str | None) -> str:
    """`body` with the capitals of the province that its name holds."""
    return re.sub(re.escape(province), province, body, flags=re.IGNORECASE) if province else body


def branch_of(body: str) -> str:
    """The name of a mass organisation as its branches in the provinces have it.

    >>> branch_of("Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"), branch_of("Sở Y tế")
    ('Ủy ban Mặt trận Tổ quốc Việt Nam', 'Sở Y tế')
    """
    return body.replace("Trung ương ", "", 1)


def body_name(words: str) -> str:
    """The name of a body in the capitals of the catalogue; an unknown one gets those of the general rule.

    >>> body_name("SỞ KE HOẠCH VÀ ĐẦU TƯ"), body_name("HỘI LÀM VƯỜN"), body_name("ỦY BAN NHÂN DÂN")
    ('Sở Kế hoạch và Đầu tư', 'Hội Làm vườn', 'Ủy ban nhân dân')
    >>> body_name("HỘI ĐỒNG"), body_name("VỤ CÂY XANH")
    ('Hội đồng', 'Vụ Cây xanh')
    """
    known = _catalogue().get(bare_letters(words))
    if known:
        return known
    folded = fold(words).strip()
    for head in _HEADS:
        if folded != "hội đồng" and folded.startswith(head + " "):
            return f"{head[:1].upper()}{head[1:]} {folded[len(head) + 1 :][:1].upper()}{folded[len(head) + 2 :]}"
    return folded[:1].upper() + folded[1:]


def mostly_spelled(name: str, text: str) -> str:
    """`name`, a proper name, with the marks that it has most often in `text`.

    >>> mostly_spelled("Suối Hổ", "UBND huyện Suối Hố; Suối Hố, Suối Hồ")
    'Suối Hố'
    """
    plain = re.compile(rf"\b{re.escape(unmarked(name))}\b")
    spans = (found.span() for found in plain.finditer(unmarked(text)))
    seen = Counter(text[start:end] for start, end in spans)
    return max(seen, key=lambda one: (seen[one], one == name), default=name)


def is_known(words: str) -> bool:
    """Whether the catalogue holds the body that `words` name."""
    return bare_letters(words) in _catalogue()


def is_central(body: str) -> bool:
    """Whether the catalogue knows `body` as one of the centre."""
    return bare_letters(body) in _central()


def _title(words: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))


@cache
def _catalogue() -> dict[str, str]:
    names: dict[str, str] = {}
    for body in load.bodies():
        for name in (body.name, *body.aliases):
            if (" " in name or name == body.name) and not any(map(str.isdigit, name)):  # whose letters are all the key
                names.setdefault(bare_letters(name.removesuffix(" tỉnh")), body.name.removesuffix(" tỉnh"))
                names.setdefault(bare_letters(_without_committee(name)), _without_committee(body.name))
    return names


def _without_committee(name: str) -> str:
    """The name of a Party body without the committee that a head prints in a line of its own."""
    return name.removesuffix(" Tỉnh ủy") if name.startswith(("Ban ", "Ủy ban ")) else name.removesuffix(" tỉnh")


@cache
def _central() -> frozenset[str]:
    return frozenset(bare_letters(body.name) for body in load.bodies() if body.level == "central")
