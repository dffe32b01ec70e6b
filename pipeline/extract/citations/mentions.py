"""What the finders of citations without number share: where a name may begin, what a finder hands on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.gazetteers import citing, load
from pipeline.patterns import one_of
from pipeline.spelling import fold


@dataclass(frozen=True, slots=True)
class Named:
    """A mention by name: its span, type, the identifying name behind the type word, issuer, printed date."""

    start: int
    end: int
    doc_type: str
    name: str
    issuer: str | None
    rule: str
    date: str | None = None


def name_starts(text: str, folded: str, span: tuple[int, int]) -> tuple[int, ...]:
    """The offsets in `span` of the type words that a name may follow: with a capital, or `luật`.

    One pass for all finders: looking for each grammar by itself would read the text once for every one of them.
    """
    return tuple(
        found.start()
        for found in _type_words().finditer(folded, *span)
        if text[found.start()].isupper() or found[0].endswith("luật")
    )


@cache
def _type_words() -> re.Pattern[str]:
    titled = {fold(kind.name) for kind in load.document_types() if kind.titled}
    fixed = {fold(row.doc_type) for row in citing.named_documents()}
    return re.compile(one_of({*titled, *fixed, *citing.words_of("short-number"), *citing.words_of("law")}))
