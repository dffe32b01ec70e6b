"""The terms of Turtle (W3C RDF 1.1 Turtle) and the writing of one subject after the other.

rdflib's graph and serializer take 130 µs a statement and hold all of them; this takes 2 and holds none. rdflib reads
the result back in the tests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote

Statements = Iterable[tuple[str, str | None]]
"""Predicate and object, both as Turtle terms; an object of None is not said."""

_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@lru_cache(maxsize=1 << 16)
def iri(*steps: str) -> str:
    """`urn:chithi:` and `steps` as an IRI; what an IRI cannot hold is percent-encoded.

    >>> iri("body/", "P-SNV@hung-yen"), iri("x/", "a b>", "é")
    ('<urn:chithi:body/P-SNV@hung-yen>', '<urn:chithi:x/a%20b%3E%C3%A9>')
    """
    return f"<urn:chithi:{quote(''.join(steps).lstrip('/'), safe='/:@#+,;=!$*()~._-')}>"


def literal(text: str | None, language: str = "") -> str | None:
    r"""A string, in a language where one is given; None stays None.

    >>> literal('Sở "A"\n', "vi"), literal(None)
    ('"Sở \\"A\\"\\n"@vi', None)
    """
    if text is None:
        return None
    return json.dumps(text, ensure_ascii=False) + (f"@{language}" if language else "")


def date(text: str | None) -> str | None:
    """An ISO date, a month or a year with its type; any other word as a string.

    >>> date("2021-07-15"), date("2025-02"), date("monthly")
    ('"2021-07-15"^^xsd:date', '"2025-02"^^xsd:gYearMonth', '"monthly"')
    """
    if text is None or not _DATE.fullmatch(text):
        return literal(text)
    return f'"{text}"^^xsd:{_DATE_TYPES[len(text)]}'


def sentences(subject: str, statements: Statements) -> Iterator[str]:
    """What is said of `subject`, each statement once, as one block of Turtle; nothing of nothing."""
    said = [f"{verb} {thing}" for verb, thing in dict.fromkeys(statements) if thing is not None]
    if said:
        yield f"{subject} " + " ;\n    ".join(said) + " .\n"
