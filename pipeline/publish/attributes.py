"""Attributes of nodes and edges as GEXF and GraphML know them: every column of one type, every value a string."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from math import copysign, isinf, isnan
from typing import Any

from pipeline.tables.safe import xml_safe

BOOLEAN, LONG, DOUBLE, STRING, LISTSTRING = "boolean", "long", "double", "string", "liststring"
_OF_PYTHON = {bool: BOOLEAN, int: LONG, float: DOUBLE, str: STRING, list: LISTSTRING, tuple: LISTSTRING}


def column_types(rows: Iterable[Mapping[str, Any]], without: Collection[str]) -> dict[str, str]:
    """Name → type of every attribute that occurs, sorted; mixed values are text, or double if all are numbers.

    >>> column_types([{"a": 1, "b": True, "c": None}, {"a": 2.5, "b": "x", "d": ("y",)}], without=())
    {'a': 'double', 'b': 'string', 'd': 'liststring'}
    """
    seen: dict[str, set[str]] = {}
    for row in rows:
        for name, value in row.items():
            if value is not None and name not in without:
                seen.setdefault(name, set()).add(_OF_PYTHON.get(type(value), STRING))
    return {name: _common(seen[name]) for name in sorted(seen)}


def as_text(value: object, kind: str) -> str:
    r"""A value, not None, as the text of an attribute of that type.

    >>> as_text(True, "boolean"), as_text(3, "double"), as_text(float("-inf"), "double"), as_text(["a", 1], "string")
    ('true', '3.0', '-Infinity', 'a | 1')
    >>> as_text(('Sở "A"', "b|c, d"), "liststring")
    '["Sở \\"A\\"", "b|c, d"]'
    """
    if isinstance(value, str):
        return xml_safe(value)
    if kind == LISTSTRING and isinstance(value, list | tuple):
        return f"[{', '.join(map(_quoted, value))}]"
    if kind == DOUBLE and isinstance(value, int | float):
        return _double(value)
    if isinstance(value, list | tuple):
        return " | ".join(as_text(item, STRING) for item in value)
    return str(value).lower() if isinstance(value, bool) else xml_safe(str(value))


def _common(kinds: set[str]) -> str:
    if len(kinds) == 1:
        return next(iter(kinds))
    return DOUBLE if kinds == {LONG, DOUBLE} else STRING


def _double(value: float) -> str:
    """As Java and JavaScript read it, which know no `inf`."""
    if isinf(value):
        return "Infinity" if copysign(1, value) > 0 else "-Infinity"
    return "NaN" if isnan(value) else repr(float(value))


def _quoted(item: object) -> str:
    escaped = xml_safe(str(item)).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
