"""Numbers and symbols of documents: `76/NQ-CP`, `18-NQ/TW`, `01/2023/QĐ-UBND`, `58/2024/QH15`, `5529/UBND-KT`.

Number grammar after Decree 30/2020/NĐ-CP, annex I, section III, and Party Guidance 05-HD/VPTW. Spaces, wrong dashes,
a missing hyphen and unaccented letters (`QD-TTg`) are mended in `Symbol.number`; the text keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pipeline.extract.misread import NOUGHTS, ONES, mended_digits, mended_letters
from pipeline.gazetteers.load import issuers, issuers_by_code, read_table, type_codes


@dataclass(frozen=True, slots=True)
class Symbol:
    """`number` is normal (`76/NQ-CP`); `type_code` its type's abbreviation (`NQ`), `issuer_code` its issuer's (`CP`).

    `tail` is what follows the serial number and the year (`NQ-CP`), `year` the year inside the number.
    """

    start: int
    end: int
    number: str
    tail: str
    type_code: str | None
    issuer_code: str | None
    year: str | None

    @property
    def is_bare(self) -> bool:
        """Whether no table holds its one code (`6477/GDTX`): it is a document's only where the words beside say so."""
        single = self.tail == self.issuer_code and not (self.type_code or self.year)
        return single and self.issuer_code not in issuers_by_code()


@dataclass(frozen=True, slots=True)
class _Slip:
    """A code as typists and OCR leave it, and the one that it can only mean."""

    printed: str
    code: str


_CODE = r"(?:[A-ZĐƯ]|7[1T]g\b)[A-Za-zĐđƯưÀ-Ỹ]*\d{0,4}(?:[.&][A-ZĐƯ][A-Za-zĐđƯư]*)*"
_SYMBOL = re.compile(
    rf"""
    (?<![\w/.,&-]) (?<!\d:)                     # QCVN 41:2024/BGTVT is a standard
    (?P<serial> (?: \d | [{ONES}{NOUGHTS}] (?=[\dO]) ) [\d{ONES}O\]]{{0,4}} (?:\.\d{{1,3}})? [a-zđ]? )
    (?:
        \s?[-–—]\s? (?P<party_type> [A-ZĐ][A-Za-zĐđ]{{1,5}} ) \s?/\s? (?P<party> {_CODE} (?:-{_CODE})* (?:/nb)? )
      | \s?[-–—]\s? (?P<dashed_type> [A-ZĐ][A-Za-zĐđ]{{1,5}} ) \s?[-–—]\s? (?P<dashed> {_CODE} )   # 286-TB-VPCP
      | \s?-\s? (?P<old> CP | TTg | HĐBT | CTN )                                     # before 1997: 87-CP
      | (?: \s?[/⁄]\s? (?P<year> (?:19|20)\d\d ) (?: \s?[/⁄]{{1,2}}\s? )? | \s?[/⁄]{{1,2}}\s? )
        (?P<state> {_CODE} (?: \s?[-–—/]\s?[-–—]?(?=[A-ZĐ]{{2}}|TTg|CTr|TTr|7[1T]g) {_CODE} | [-–—/_]{_CODE} )* )
    )
    (?!\w)
    """,
    re.VERBOSE,
)
_NEVER_PARTY = ("TTg", "CP", "UBND", "HĐND")
"""Bodies whose numbers have the stroke behind the type: `38-CT/TTg` is a slip for `38/CT-TTg`."""

_NEXT = re.compile(rf"\s(?P<code>{_CODE})(?!\w)")
_ASCII = str.maketrans("ĐđÐƯưÔôƠơÂâĂăÊê", "DdDUuOoOoAaAaEe")


def find_symbols(text: str, start: int = 0, end: int | None = None, bare: bool = False) -> Iterator[Symbol]:
    """The numbers with symbol in `text[start:end]`, in order; the bare ones too if so asked.

    >>> [symbol.number for symbol in find_symbols("Nghị quyết số 76/NQ -CP, Quyết định 1626/QĐTTg, 18-NQ/TW")]
    ['76/NQ-CP', '1626/QĐ-TTg', '18-NQ/TW']
    >>> list(find_symbols("ngày 15/7/2021, xếp thứ 5/63, giai đoạn 2021-2025, 120 km/h, 24/7"))
    []
    """
    for found in _SYMBOL.finditer(text, start, len(text) if end is None else end):
        form = next(name for name in _FORMS if found[name])
        symbol = _FORMS[form](found)
        if symbol is not None and (bare or not symbol.is_bare):
            yield symbol


def _party(found: re.Match[str]) -> Symbol | None:
    kind, body = _known(found["party_type"]), "-".join(map(_known_party, found["party"].split("-")))
    if body in type_codes() and kind in issuers_by_code():  # before 1997: 07-BYT/TT
        tail = f"{kind}/{body}"
        return Symbol(found.start(), found.end(), f"{_serial(found)}-{tail}", tail, body, kind, None)
    if kind not in type_codes():
        return None
    return _of_state(found, kind, body) if body in _NEVER_PARTY else _of_party(found, kind, body)


def _dashed(found: re.Match[str]) -> Symbol | None:
    """`286-TB-VPCP`: a stroke where the body's own form has an oblique one."""
    kind, code = _known(found["dashed_type"]), _known(found["dashed"])
    body = issuers_by_code().get(code)
    if kind not in type_codes() or body is None:
        return None
    return _of_state(found, kind, code) if body.branch == "state" else _of_party(found, kind, code)


def _of_state(found: re.Match[str], kind: str, code: str) -> Symbol:
    tail = f"{kind}-{code}"
    return Symbol(found.start(), found.end(), f"{_serial(found)}/{tail}", tail, kind, code, None)


def _of_party(found: re.Match[str], kind: str, body: str) -> Symbol:
    tail = f"{kind}/{body}"
    return Symbol(found.start(), found.end(), f"{_serial(found)}-{tail}", tail, kind, body.removesuffix("/nb"), None)


def _old(found: re.Match[str]) -> Symbol:
    number = f"{_serial(found)}-{found['old']}"
    return Symbol(found.start(), found.end(), number, found["old"], None, found["old"], None)


def _serial(found: re.Match[str]) -> str:
    return mended_digits(found["serial"])


def _without_hyphen(found: re.Match[str], kind: str) -> Symbol | None:
    """`76/NQ CP`: a type and, a space behind it, an issuer."""
    issuer = _NEXT.match(found.string, found.end())
    code = _known(issuer["code"]) if issuer else ""
    if issuer is None or code not in issuers_by_code():
        return None
    serial = "/".join(filter(None, (_serial(found), found["year"])))
    tail = f"{kind}-{code}"
    return Symbol(found.start(), issuer.end(), f"{serial}/{tail}", tail, kind, code, found["year"])


def _state(found: re.Match[str]) -> Symbol | None:
    codes = _codes(found["state"])
    if len(codes) == 1 and codes[0] in type_codes() and (symbol := _without_hyphen(found, codes[0])):
        return symbol
    type_code = codes[0] if codes[0] in type_codes() else None
    own = codes[1:] if type_code and len(codes) > 1 else codes
    issuer = "-".join(own[:2]) if "-".join(own[:2]) in issuers_by_code() else own[0]  # BGD-ĐT
    if len(codes) == 1 and type_code and issuer not in issuers_by_code() and not found["year"]:
        return None
    tail = "/".join("-".join(_codes(part)) for part in re.split(r"\s?/\s?", found["state"]))
    serial = "/".join(filter(None, (_serial(found), found["year"])))
    return Symbol(found.start(), found.end(), f"{serial}/{tail}", tail, type_code, issuer, found["year"])


def _codes(printed: str) -> list[str]:
    """`QĐTTg` → [`QĐ`, `TTg`]; `BNNMT - ĐCKS` → [`BNNMT`, `ĐCKS`]."""
    codes = [_known(code) for code in re.split(r"\s?[-–—/_]\s?[-–—]?", printed)]
    first = codes[0]
    if first not in issuers_by_code():
        for kind in type_codes():
            rest = first.removeprefix(kind).removeprefix(".")  # CT.UBND
            if first.startswith(kind) and rest in issuers_by_code():
                return [kind, rest, *codes[1:]]
    return codes


def _known(code: str) -> str:
    """The code that `code` can only mean: `QD` → `QĐ`, `NĐD` → `NĐ`, `CP9` (a footnote mark) → `CP`; else itself."""
    if code in issuers_by_code() or code in type_codes():
        return code
    code = _slips().get(code) or mended_letters(code)
    if code in issuers_by_code() or code in type_codes():
        return code
    plain = _plain(code)
    unmarked_note = _canonical_codes().get(plain.rstrip("0123456789"))
    if unmarked_note in type_codes():  # PC08 is a police department, no PC with the mark of a footnote
        unmarked_note = None
    return _canonical_codes().get(plain) or unmarked_note or code


def _known_party(code: str) -> str:
    """As `_known`; of a code with a letter too many (VPTYW) the only one that it can be."""
    known = _known(code)
    if known in issuers_by_code() or len(known) < 5:
        return known
    near = {known[:at] + known[at + 1 :] for at in range(len(known))} & issuers_by_code().keys()
    return near.pop() if len(near) == 1 else known


def _plain(code: str) -> str:
    return re.sub(r"D+", "D", code.translate(_ASCII).upper())


@cache
def _canonical_codes() -> dict[str, str]:
    """Plain form → code as it is written.

    Of an ambiguous plain form (`CD`: CĐ) the type's spelling is kept, and of two types (`DA`: DA, ĐA) the one with Đ,
    whose bar is what a reader misses.
    """
    codes = {_plain(code): code for issuer in issuers() for code in (*issuer.variants, issuer.code)}
    return codes | {_plain(code): code for code in sorted(type_codes())}


@cache
def _slips() -> dict[str, str]:
    return {slip.printed: slip.code for slip in read_table("symbol_slips", _Slip)}


_FORMS = {"party": _party, "dashed": _dashed, "old": _old, "state": _state}
"""The group of `_SYMBOL` that shows a form → what reads it."""
