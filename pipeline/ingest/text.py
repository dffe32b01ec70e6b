"""Plain text and Markdown → lines."""

from __future__ import annotations

from pipeline.errors import TooLarge
from pipeline.ingest.cleaning import clean
from pipeline.ingest.encodings.detect import decode, mend
from pipeline.ingest.end_rows import end_lines
from pipeline.ingest.lines import Line, Reading, is_rule, plain_line
from pipeline.limits import LIMITS


def read_text(data: bytes) -> Reading:
    """The lines of a text in any encoding that is told apart; form feeds part the pages.

    Raises EncodingInput, TooLarge.
    """
    text, issues = decode(data)
    if len(text) > LIMITS.text_characters:
        raise TooLarge(f"{len(text):,} characters")
    (text,), more = mend([text])
    pages = clean(text).split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    lines = [line for number, page in enumerate(pages, 1) for line in _lines(page, number)]
    return Reading("text", lines, len(pages), issues + more)


def _lines(page: str, number: int) -> list[Line]:
    lines = []
    gap = False
    for raw in page.split("\n"):
        raw = raw.expandtabs(8) if "\t" in raw else raw
        if not raw or raw.isspace() or is_rule(raw.strip()):
            gap = True
        else:
            rows = end_lines(raw) if "|" in raw else []
            lines += [plain_line(row, number, gap) for row in rows or [raw]]
            gap = False
    return lines
