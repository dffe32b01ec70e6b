"""Where the last clause of a part ends and its closing words begin.

An unmarked paragraph behind the last mark is the clause's own text while the clause is only a heading or announces
it with a colon; otherwise it closes the document ("Trên đây là ...", "Yêu cầu Thủ trưởng ...").
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extract.clauses.mark import Mark
from pipeline.extract.layout.cues import cues
from pipeline.extract.layout.lines import Line, lines_of

HEADING_LENGTH = 160
_SENTENCE_ENDS = (".", ";", "!", "?", "./.")


def is_heading(words: str) -> bool:
    """Whether `words`, a line behind its mark, is a heading: short, and no sentence or announced by a colon.

    >>> is_heading("Sở Nội vụ"), is_heading("Các sở, ban, ngành:"), is_heading("Rà soát, báo cáo trước ngày 15/12.")
    (True, True, False)
    """
    return 0 < len(words) <= HEADING_LENGTH and not words.endswith((*_SENTENCE_ENDS, ","))


def closing_start(text: str, last: Mark, end: int, footnotes: Iterable[tuple[int, int]] = ()) -> int:
    """The offset in `text` where the closing begins behind the mark `last`; `end` where there is none."""
    notes = {start for start, _ in footnotes}
    paragraphs = [line for line in lines_of(text, (last.line_end, end)) if line.start not in notes]
    words = text[last.text_start : last.line_end].strip()
    own = _own_paragraphs(words, last.kind, paragraphs)
    return paragraphs[own].start if own < len(paragraphs) else end


def _own_paragraphs(words: str, kind: str, paragraphs: list[Line]) -> int:
    """How many of the paragraphs behind the last mark belong to its clause, whose first line is `words`."""
    if not paragraphs:
        return 0
    if words.endswith(":") or not words or (kind != "bullet" and is_heading(words)):
        return 1 + _until_closing(paragraphs[1:])
    own = 0
    while own < len(paragraphs) and _goes_on(paragraphs[own].text):
        own += 1
    return own


def _until_closing(paragraphs: list[Line]) -> int:
    for index, line in enumerate(paragraphs):
        if line.folded.startswith(cues("closing")) or any(cue in line.folded for cue in cues("closing_within")):
            return index
    return len(paragraphs)


def _goes_on(paragraph: str) -> bool:
    """Whether `paragraph` is the rest of a sentence that a page, a narrow column or a bad scan has cut.

    >>> _goes_on("trồng cây."), _goes_on("2014 trước ngày 5/4."), _goes_on("Trên đây là")
    (True, True, False)
    """
    return paragraph[0].islower() or paragraph[0].isdecimal() or paragraph[0] in ",;:)"
