"""A number with its symbol taken apart: `76/NQ-CP`, `08-NQ/TU`, `01/2023/QĐ-UBND`, `39/2019/QH14`, `301/UBND-NC`.

Grammar: Decree 30/2020/NĐ-CP, annex I, part I (number and symbol); Party Guidance 05-HD/VPTW.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.gazetteers import load
from pipeline.link.ids import slug
from pipeline.spelling import fold

LETTER = "công văn"
_ANY_TYPE = ("văn bản", LETTER)  # words that say nothing of the type
_RULES = ("quy định", "quy chế")  # the Party's QĐ stands for them as well as for its quyết định
_NUMBER = re.compile(
    r"""
    \s* (?P<zeros> 0* ) (?P<serial> [0-9]+ (?:\.[0-9]+)? ) (?P<letter> [a-zđ]? )
    (?: \s*/\s* (?P<year> (?:19|20)[0-9]{2} ) (?= \s*/ | \s*$ ) )?
    \s* (?P<mark> [-/]? ) \s* (?P<symbol> .* )
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_BETWEEN_CODES = re.compile(r"[\s/–-]+")
_INTERNAL_COPY = "nb"  # `5053-CV/VPTW/nb`: the same document


@dataclass(frozen=True, slots=True)
class Number:
    """`key` is what makes the number one of its series, `symbol` its full form; both slugs.

    The unit that drafted it (`-NC` of `301/UBND-NC`) is no part of the key, for it is often dropped. `year` is the
    year inside the number, `codes` the issuing bodies (several in a joint document), `party` the Party's shape.
    """

    key: str
    symbol: str
    type_code: str | None
    codes: tuple[str, ...]
    year: str | None
    party: bool


@lru_cache(maxsize=1 << 16)
def parse_number(text: str) -> Number:
    """The parts of a number as printed or as mended by the extraction; of anything else its slug.

    >>> parse_number("8-NQ/TƯ").key, parse_number("301/UBND-NC").key, parse_number("301/UBND-NC").symbol
    ('08-nq-tw', '301-ubnd', '301-ubnd-nc')
    >>> parse_number("01/2023/QĐ-UBND").year, parse_number("12/2014/TTLT-BTP-BNV").codes
    ('2023', ('BTP', 'BNV'))
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return Number(slug(text), slug(text), None, (), None, False)
    codes = _codes(found["symbol"])
    type_code = codes[0] if codes and _names_type(codes) else None
    bodies, units = _bodies_and_units(codes[1:] if type_code else codes, type_code)
    # đ is a letter of its own: 30đ is not 30d.
    serial = found["serial"].zfill(2) + found["letter"].lower().replace("đ", "dd")
    stem = [serial, found["year"], type_code, *bodies]
    return Number(
        key=slug("-".join(filter(None, stem))),
        symbol=slug("-".join(filter(None, [*stem, *units]))),
        type_code=type_code,
        codes=tuple(bodies),
        year=found["year"],
        party=found["mark"] == "-" or _is_of_the_party(bodies),
    )


@lru_cache(maxsize=1 << 16)
def type_of(printed: str | None, number: Number) -> str:
    """The type of the document, as far as its number series goes: by the symbol where that is plain, else as printed.

    `thông báo kết luận` with `TB` counts as `thông báo`, `văn bản` with `TB` too, `bộ luật` with `QH14` as `luật`;
    `quy định` with the Party's `QĐ`, which stands for two types, stays what it is.

    >>> type_of("văn bản", parse_number("301/UBND-NC")), type_of("thông báo kết luận", parse_number("45/TB-VPCP"))
    ('công văn', 'thông báo')
    """
    kind = fold(printed) if printed else _ANY_TYPE[0]
    if number.type_code is None:
        if kind == "bộ luật":
            return "luật"
        return LETTER if kind in _ANY_TYPE and number.codes else kind
    names = _types(number.type_code, "party" if number.party else "state")
    fitting = [name for name in names if kind.startswith(name) or name.startswith(kind)]
    if fitting:
        return fitting[0]
    if kind == LETTER and not number.party and not _is_body(number.codes):
        return LETTER  # 1234/CT-TTHT: CT is the tax office
    decided = len(names) == 1 and not (number.party and kind in _RULES)
    return names[0] if decided else kind


def _codes(symbol: str) -> list[str]:
    """The groups of a symbol, `TƯ` and the like in their normal spelling."""
    codes = [code for code in _BETWEEN_CODES.split(symbol) if code and code != _INTERNAL_COPY]
    parts: list[str] = []
    for code in codes:
        parts += [code] if code in load.issuers_by_code() else filter(None, code.split("."))
    return [_spelled(part) for part in parts]


def _spelled(code: str) -> str:
    """`code` as it is listed: `QD` → `QĐ`, `TTG` → `TTg`; TƯ (trung ương) must not lose its hook and become TU."""
    if code.endswith(("TƯ", "Tư")):
        code = f"{code[:-2]}TW"
    return code if code in load.issuers_by_code() or code in load.type_codes() else _plain_codes().get(slug(code), code)


def _names_type(codes: list[str]) -> bool:
    return codes[0] in load.type_codes() and (len(codes) > 1 or codes[0] not in load.issuers_by_code())


def _bodies_and_units(codes: list[str], type_code: str | None) -> tuple[list[str], list[str]]:
    """Issuing bodies first: one, or all of them in a joint document; what follows them is the drafting unit."""
    last = 1
    while last < len(codes) and type_code is not None and codes[last] in load.issuers_by_code():
        last += 1
    return codes[:last], codes[last:]


def _is_body(codes: tuple[str, ...]) -> bool:
    return bool(codes) and issuer_code(codes[0]) in load.issuers_by_code()


def _is_of_the_party(bodies: list[str]) -> bool:
    """For `48/CT-TW`, a Party number written the State's way."""
    return bool(bodies) and bodies[0] in load.issuers_by_code() and load.issuers_by_code()[bodies[0]].branch == "party"


def issuer_code(code: str) -> str:
    """The listed spelling of `code`, without the term of a council: `HĐND16` → `HĐND`; `QH15` is listed as it is."""
    row = load.issuers_by_code().get(code)
    return row.code if row else code.rstrip("0123456789")


@cache
def _plain_codes() -> dict[str, str]:
    return {slug(code): code for code in sorted({*load.issuers_by_code(), *load.type_codes()})}


@cache
def _types(code: str, side: str) -> tuple[str, ...]:
    """The types of one side that `code` abbreviates, without those that only specify another of them."""
    names = sorted(
        fold(row.name) for row in load.document_types() if code in row.abbreviations and row.side in (side, "both")
    )
    return tuple(name for name in names if not any(name.startswith(f"{other} ") for other in names))
