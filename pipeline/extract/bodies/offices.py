"""The office of a body's head before its name: `Thủ trưởng`, `Giám đốc`, `Chủ tịch`, `Chánh` Văn phòng, `Bộ trưởng`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from pipeline.extract.bodies.canonical import Setting
from pipeline.extract.bodies.vocabulary import alternation
from pipeline.gazetteers import duties

_NAMES_LEADERS = re.compile(r"(?:cáo|trình|của|và|với|các|chí|nghị|cầu|gửi) $")
_MINISTERS = re.compile(
    r"(?:(?:các )?bộ trưởng(?=, thủ trưởng|,? các thủ trưởng| và thủ trưởng)"
    r"|(?:các |(?<=các đồng chí ))bộ trưởng(?! (?:các )?bộ\b|:|\w))"
)
_MINISTER = re.compile(r"bộ trưởng(?! bộ\b|, thủ trưởng|\w)")


class Title(NamedTuple):
    """A title that ends at `end`; `spread` says how far it governs a list: list, kind or none."""

    end: int
    spread: str


class OwnOffice(NamedTuple):
    """A title that names its body without naming it: `các Bộ trưởng`, `Bộ trưởng` in a document of that ministry."""

    end: int
    body: str


@cache
def _spreads() -> dict[str, str]:
    return {row.title: row.spread for row in duties.offices()}


@cache
def titles() -> str:
    """A pattern that matches any title on folded text, `tổng` only before `thanh tra`."""
    bound = [rf"{row.title}(?= {alternation(row.before)}\b)" for row in duties.offices() if row.before]
    return f"(?:{'|'.join([*bound, alternation(row.title for row in duties.offices() if not row.before)])})"


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"(?:các )?(?P<title>{titles()})(?:(?:,| và|/) (?:các )?(?P<more>{titles()}))*[,:]? (?=\w)")


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(rf"(?:các )?{alternation(['đồng chí', 'tập thể', *_spreads()])}(?!\w)")


def may_name_office(folded: str, position: int) -> bool:
    """Whether what begins at `position` can be an office, or `đồng chí`: nearly all bodies are named without."""
    return _openings().match(folded, position) is not None


def office_at(text: str, folded: str, position: int) -> Title | None:
    """The title that begins at `position`, with the space behind it, or None. `lãnh đạo` is a verb in lower case.

    A colon behind it makes it that of the whole list: `Giám đốc: Sở Y tế, Đài Truyền hình`.

    >>> office_at("Giám đốc Sở", "giám đốc sở", 0)
    Title(end=9, spread='kind')
    """
    found = _titles().match(folded, position)
    if found is None:
        return None
    verb = found["title"] in ("lãnh đạo", "tổng", "trưởng", "chánh") and text[found.start("title")].islower()
    if verb and _NAMES_LEADERS.search(folded, max(0, position - 8), position) is None:
        return None
    spread = "list" if ":" in found[0] else _spreads()[found["more"] or found["title"]]
    return Title(found.end(), spread)


def own_office_at(text: str, folded: str, position: int, setting: Setting) -> OwnOffice | None:
    """`các Bộ trưởng, Thủ trưởng cơ quan ngang bộ` (the first of them), or the issuer's own minister."""
    many = _MINISTERS.match(folded, position)
    if many:
        return OwnOffice(many.end(), "các bộ")
    one = _MINISTER.match(folded, position)
    if one and text[position].isupper() and setting.issuer and setting.issuer.startswith("Bộ "):
        return OwnOffice(one.end(), setting.issuer)
    return None
