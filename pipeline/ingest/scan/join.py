"""The pages of a scan, as they were read → what a reader hands over."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import Future

from pipeline.errors import InputError
from pipeline.ingest.lines import Reading
from pipeline.ingest.scan.layout import ReadPage
from pipeline.model import OCR, Issue

FULLNESS = 0.95
"""How near a full line of a scan comes to the measure."""


def join_pages(pages: Iterable[Future[ReadPage]]) -> Reading:
    """The lines of all pages; a page that could not be read becomes an issue."""
    futures = list(pages)
    read = [laid_out(future, number) for number, future in enumerate(futures, 1)]
    lines = [line for page in read for line in page.lines]
    issues = tuple(issue for page in read for issue in page.issues)
    return Reading(OCR, lines, len(read), issues, FULLNESS, confidence_of(read))


def laid_out(future: Future[ReadPage], number: int) -> ReadPage:
    """The page, as soon as it is read."""
    try:
        return future.result()
    except InputError as error:
        return ReadPage([], 0, 0.0, (Issue("page-without-text", f"page {number}: {error}"),))


def confidence_of(pages: Iterable[ReadPage]) -> float | None:
    """The mean confidence of all words; None where no word was read by OCR."""
    weights = [(page.words, page.words * page.confidence) for page in pages]
    words = sum(count for count, _ in weights)
    return round(sum(sure for _, sure in weights) / words, 4) if words else None
