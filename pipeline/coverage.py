"""What looks like the number of a document and was not taken: recall measured where there is no gold.

Every string of the shape of a number with symbol (`76/NQ-CP`, `18-NQ/TW`) is either part of a citation or listed
here, with its context and the reason why it was left where one is known.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.corpus import find_inputs
from pipeline.errors import InputError
from pipeline.extract import extract
from pipeline.gazetteers.citing import any_of
from pipeline.ingest import read
from pipeline.jsonlines import is_json_lines, unpacked
from pipeline.model import Extraction
from pipeline.spelling import UPPER, fold

FORM = "a form or a paper, not a document"
OUTSIDE = "outside the clauses: head, recipients, signatures"
ITSELF = "the document itself"
ENGLISH = "in English"
OPEN = "unexplained"

_LIKE = re.compile(
    rf"""
    (?<![\w.,:/-]) \d{{1,5}} [a-zđ]? [ ]? [/-] [ ]? (?: \d{{4}} [ ]?/?[ ]? )?
    (?: [{UPPER}] [\w&.]* (?: [-/] [{UPPER}]\w+ )+ | (?<=\d{{4}}/) [{UPPER}]\w+ | [{UPPER}]{{2,}} (?!\w) )
    """,
    re.VERBOSE,
)
_FORM = re.compile(rf"\b(?:{any_of('form')}|form|forms)\b[^;()]*$")
_STATISTICS = re.compile(r"[\d.]+\s?-\s?[A-Z]/")  # 16-N/STNMT: a form of yearly statistics
_ENGLISH = re.compile(r"\bno\.\s?$")
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Untaken:
    """A string like a number at `start` of the document `source`, with its surroundings and the `reason`."""

    source: str
    start: int
    text: str
    context: str
    reason: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """`taken` strings stand in citations, `typed` of them in one with a known type; the rest is listed."""

    taken: int
    typed: int
    untaken: tuple[Untaken, ...]

    @property
    def open_share(self) -> float:
        """The share of all strings that were left for no known reason."""
        left = sum(each.reason == OPEN for each in self.untaken)
        return left / (self.taken + len(self.untaken) or 1)


def cover(extractions: Iterable[Extraction]) -> Coverage:
    """The coverage of all `extractions` together."""
    taken = typed = 0
    untaken: list[Untaken] = []
    for extraction in extractions:
        spans = sorted((each.start, each.end, each.doc_type) for each in extraction.citations)
        starts = [start for start, *_ in spans]
        for found in _LIKE.finditer(extraction.document.text):
            at = bisect_right(starts, found.end() - 1) - 1
            if at >= 0 and spans[at][1] > found.start():
                taken += 1
                typed += spans[at][2] != "văn bản"
            else:
                untaken.append(_untaken(extraction, found))
    return Coverage(taken, typed, tuple(untaken))


def extractions_of(corpus: Path) -> Iterator[Extraction]:
    """What is found in every readable document of a folder, a file or JSON lines; the others are passed over."""
    with TemporaryDirectory() as folder:
        files = unpacked(corpus, Path(folder)) if is_json_lines(corpus) else _files(corpus)
        for path in files:
            with suppress(InputError):
                yield extract(read(path))


def _files(corpus: Path) -> Iterator[Path]:
    yield from (each.path for each in find_inputs(corpus, corpus / "build") if each.error is None)


def report(coverage: Coverage, examples: int = 40) -> str:
    """The figures, then the commonest shapes of what was left (digits as 9), each with an example in its context."""
    total = coverage.taken + len(coverage.untaken)
    lines = [
        f"{total} strings like a number, {coverage.taken} in citations ({coverage.typed} of a known type)",
        *(f"{count:6}  {reason}" for reason, count in Counter(each.reason for each in coverage.untaken).most_common()),
        f"{coverage.open_share:.2%} left for no known reason",
        "",
        *_shapes(coverage.untaken, examples),
    ]
    return "\n".join(lines)


def _shapes(untaken: tuple[Untaken, ...], most: int) -> Iterator[str]:
    shapes = {each: re.sub(r"\d+", "9", each.text) for each in untaken if each.reason == OPEN}
    example = {shape: each for each, shape in reversed(shapes.items())}
    for shape, count in Counter(shapes.values()).most_common(most):
        yield f"{count:6}  {shape}  |  {example[shape].context}  |  {example[shape].source}"


def _untaken(extraction: Extraction, found: re.Match[str]) -> Untaken:
    text = extraction.document.text
    around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    reason = _reason(extraction, found)
    return Untaken(extraction.document.source, found.start(), found[0], " ".join(around.split()), reason)


def _reason(extraction: Extraction, found: re.Match[str]) -> str:
    before = fold(extraction.document.text[max(0, found.start() - _AROUND) : found.start()])
    if not any(clause.start <= found.start() < clause.end for clause in extraction.clauses):
        return OUTSIDE
    if extraction.head.number and found[0].replace(" ", "") in extraction.head.number:
        return ITSELF
    if _ENGLISH.search(before):
        return ENGLISH
    return FORM if _FORM.search(before) or _STATISTICS.match(found[0]) else OPEN
