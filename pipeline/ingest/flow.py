"""Forms that keep paragraphs, not pages (Word, OpenDocument, RTF, HTML): what all of them do alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pipeline.errors import CorruptInput, TooLarge
from pipeline.ingest.cleaning import clean_print
from pipeline.ingest.columns import is_head, is_list
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.lines import NOTE_CLOSE, NOTE_OPEN, Line, Reading, is_rule
from pipeline.limits import LIMITS
from pipeline.model import Issue

GAP = "   "
"""What a tab becomes."""

Cell = list[str]
_NO_MARKS = str.maketrans("", "", NOTE_OPEN + NOTE_CLOSE)


def reading(method: str, read: Callable[[Rewriting], Iterable[str]], issues: tuple[Issue, ...] = ()) -> Reading:
    """The lines of a document; `read` gives its paragraphs, each a text, an empty one being white space.

    It is called again where its letters turn out to be no Unicode. Raises CorruptInput, EncodingInput, TooLarge.
    """
    rewriting = Rewriting()
    try:
        texts = list(_within_limits(read(rewriting)))
        while better := rewriting.revised("\n".join(texts)):
            rewriting, texts = better, list(_within_limits(read(better)))
    except RecursionError as error:
        raise CorruptInput("tables or lists within each other without end") from error
    return Reading(method, list(_lines(texts)), issues=issues + rewriting.issues, fullness=None)


def words_of(text: str | None) -> str:
    """Text as it stands in the file, without the characters that the readers set around marks of footnotes."""
    if not text:
        return ""
    return text.translate(_NO_MARKS) if NOTE_OPEN in text or NOTE_CLOSE in text else text


def table_lines(rows: list[list[Cell]]) -> list[str]:
    """Head, end and tables of one row are set in columns: left cell first. Others are rows, one per line."""
    texts = [text for row in rows for cell in row for text in cell]
    if len(rows) == 1 or any(is_head(text) or is_list(text) for text in texts):
        width = max((len(row) for row in rows), default=0)
        return [text for at in range(width) for row in rows for cell in row[at : at + 1] for text in cell]
    return [line for row in rows for line in _row(row)]


def _row(cells: list[Cell]) -> list[str]:
    """A row of a table as one line; a row with a single filled cell is no row but paragraphs."""
    filled = [cell for cell in cells if any(text.strip() for text in cell)]
    if len(filled) < 2:
        return [text for cell in filled for text in cell]
    return [" | ".join(" ".join(" ".join(cell).split()) for cell in filled)]


def _within_limits(texts: Iterable[str]) -> Iterator[str]:
    characters = 0
    for text in texts:
        characters += len(text)
        if characters > LIMITS.text_characters:
            raise TooLarge(f"more than {LIMITS.text_characters:,} characters")
        yield text


def _lines(texts: list[str]) -> Iterator[Line]:
    gap = False
    for text in texts:
        cleaned = clean_print(text).strip()
        if not cleaned or is_rule(cleaned):
            gap = True
            continue
        yield Line(cleaned, 0.0, float(len(cleaned)), gap=gap)
        gap = False
