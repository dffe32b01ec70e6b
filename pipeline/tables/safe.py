"""What must not reach a reader: characters that XML forbids, cells that a spreadsheet would run as formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

# XML 1.0, production 2 (Char); RE2 knows no surrogates, Python's strings may hold lone ones.
_CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f"
_FORBIDDEN = re.compile(rf"[{_CONTROLS}\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_RE2 = rf"[{_CONTROLS}\x{{fffe}}\x{{ffff}}]"

_MARKUP = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ('"', "&quot;"),
    ("\t", "&#9;"),
    ("\n", "&#10;"),
    ("\r", "&#13;"),
)
_IN_MARKUP = r'[\x00-\x1f"&<>\x{fffe}\x{ffff}]'
_QUOTES = (("\\", r"\\"), ('"', r"\""))
_JSON = (*_QUOTES, *((chr(code), f"\\u{code:04x}") for code in range(32)))
_IN_JSON = r'[\x00-\x1f"\\]'

# OWASP, CSV Injection. A number or a bullet alone is harmless and is what a reader compares.
_FORMULA = r"^[=+\-@\t\r＝＋－＠]"
_PLAIN = r"[-+]?[0-9.,]*"
_IS_FORMULA = re.compile(_FORMULA)
_IS_PLAIN = re.compile(_PLAIN)


def xml_safe(text: str) -> str:
    r"""`text` without the characters that XML 1.0 forbids.

    >>> xml_safe("Điều\x00 1\x0b &\ud800 \ufffe<\t")
    'Điều 1 & <\t'
    """
    return text if text.isprintable() else _FORBIDDEN.sub("", text)  # what can be printed holds none of them


def safe_strings(values: Sequence[str | None]) -> pa.Array:
    """A column of strings, each as `xml_safe` gives it."""
    try:
        column = pa.array(values, pa.string())
    except UnicodeEncodeError:  # lone surrogates
        column = pa.array([value and xml_safe(value) for value in values], pa.string())
    if _any(column, _FORBIDDEN_RE2):
        return pc.replace_substring_regex(column, _FORBIDDEN_RE2, "")
    return column


def xml_escaped(column: pa.Array) -> pa.Array:
    """A column of strings as they stand in an attribute or an element of XML, without what it forbids."""
    if not _any(column, _IN_MARKUP):
        return column
    return _replaced(pc.replace_substring_regex(column, _FORBIDDEN_RE2, ""), _MARKUP)


def json_quoted(column: pa.Array) -> pa.Array:
    """A column of strings as they stand in JSON, with their quotes."""
    escaped = _replaced(column, _JSON) if _any(column, _IN_JSON) else column
    return pc.binary_join_element_wise('"', escaped, '"', "")


def backslashed(column: pa.Array) -> pa.Array:
    """A column of strings as they stand between the quotes of a list in GEXF, all else letter for letter."""
    return _replaced(column, _QUOTES) if _any(column, r'["\\]') else column


def neutral(text: str) -> str:
    """`text` as a spreadsheet's cell: an apostrophe keeps it from being run.

    >>> neutral("=1+1"), neutral("- Sở Nội vụ"), neutral("-1"), neutral("+"), neutral("a=b")
    ("'=1+1", "'- Sở Nội vụ", '-1', '+', 'a=b')
    """
    return f"'{text}" if _IS_FORMULA.match(text) and not _IS_PLAIN.fullmatch(text) else text


def neutral_strings(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of strings, each as `neutral` gives it."""
    suspects = pc.match_substring_regex(column, _FORMULA)
    if not pc.any(suspects).as_py():
        return column
    formulas = pc.and_not(suspects, pc.match_substring_regex(column, f"^{_PLAIN}$"))
    return pc.if_else(formulas, pc.binary_join_element_wise("'", column, ""), column)


def _any(column: pa.Array, pattern: str) -> bool:
    return bool(pc.any(pc.match_substring_regex(column, pattern)).as_py())


def _replaced(column: pa.Array, pairs: Iterable[tuple[str, str]]) -> pa.Array:
    for letters, others in pairs:
        column = pc.replace_substring(column, letters, others)
    return column
