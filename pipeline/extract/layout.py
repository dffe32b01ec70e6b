"""The parts of a document: head, body, end (recipients and signature), and the annexes behind it."""

from __future__ import annotations

import re
from itertools import pairwise

from pipeline.extract.cues import cues
from pipeline.extract.head_lines import is_capital, read_head, type_of_line
from pipeline.extract.lines import Line, lines_of
from pipeline.extract.signature import is_person, is_signature
from pipeline.model import Document, Layout
from pipeline.spelling import unmarked

_SHORT = 160
"""Lines of the end and headings of annexes are shorter."""
_END_REACH = 12
"""So many lines of signature, stamp and noise may stand before `Nơi nhận`."""
_ANNEX_HEADING = 8
"""An annex says within so many lines what it is attached to."""

_RECIPIENTS = re.compile(r"\W{0,4} n[ơo]i \s? nh[ậâa]n \b", re.VERBOSE)
_RECIPIENT_ITEM = re.compile(r".{0,4}? - \s? (?: nh[ưu] \s (?: tr[êe]n | đi[ềêe]u \s \d ) | l[ưu]u \s? : )", re.VERBOSE)
_ANNEX = re.compile(
    r"phu \s (?: luc | bieu ) (?: \s (?: so \s )? (?: [ivxlc]{1,6} | \d{1,3} | [a-z] ) )? \W*", re.VERBOSE
)
_ATTACHED = re.compile(
    r"\W{0,3} (?: ban \s hanh \s kem | kem \s theo | dinh \s kem | duoc \s ban \s hanh \s kem )", re.VERBOSE
)


def find_layout(document: Document) -> Layout:
    """Head, body, end and annexes as spans that share out `document.text`. Never raises; absent parts are empty.

    The căn cứ lines of a decision and its QUYẾT ĐỊNH: belong to the body. An annex opens with PHỤ LỤC or with the title
    of what the document issues (QUY CHẾ ... Ban hành kèm theo Quyết định ...).
    """
    text = document.text
    lines = list(lines_of(text, (0, len(text))))
    head = read_head(lines)
    first = len(head)
    annexes = _annexes(lines, first)
    limit = annexes[0] if annexes else len(lines)
    end = _end(lines, first, limit)
    if end is None:
        end = limit
    else:
        annexes = [index for index in annexes if index > end]
        limit = annexes[0] if annexes else len(lines)
    starts = [line.start for line in lines] + [len(text)]
    cuts = [*(starts[index] for index in annexes), len(text)]
    return Layout(
        head=(0, starts[first] if first else 0),
        body=(starts[first] if first else 0, starts[end]),
        end=(starts[end], starts[limit]),
        annexes=tuple(pairwise(cuts)),
    )


def _end(lines: list[Line], first: int, limit: int) -> int | None:
    """The line where recipients or signature begin, between `first` and `limit`."""
    signature = None
    for index in range(first, limit):
        line = lines[index]
        if len(line.text) > _SHORT:
            continue
        if _RECIPIENTS.match(line.folded) or _RECIPIENT_ITEM.match(line.folded):
            return _signature_above(lines, first, index)
        if signature is None and is_signature(line.text):
            signature = index
        elif signature is not None and index == signature + _END_REACH:
            break
    return signature


def _signature_above(lines: list[Line], first: int, index: int) -> int:
    """The first line of a signature that stands right above the recipients at `index`, else `index`."""
    top = index
    for above in range(index - 1, max(first, index - _END_REACH) - 1, -1):
        words = lines[above].text
        if is_signature(words):
            top = above
        elif not is_person(words) and (len(words) > 40 or words.endswith((".", ";", ":"))):
            break
    return top


def _annexes(lines: list[Line], first: int) -> list[int]:
    """The lines where an annex begins, after the line `first`."""
    starts: list[int] = []
    for index in range(first, len(lines)):
        words = lines[index].text
        if len(words) > _SHORT * 2 or words[0] not in "Pp(BbKkĐđ":
            continue
        start = index if _is_annex_heading(lines[index]) else _attached_heading(lines, first, index)
        if start is not None and (
            not starts or start > starts[-1] + _ANNEX_HEADING or _new_annex(lines, starts[-1], start)
        ):
            starts.append(start)
    return starts


def _new_annex(lines: list[Line], last: int, start: int) -> bool:
    """Whether the heading at `start` is another annex than the one that begins at `last`, a few lines above."""
    between = [line.text for line in lines[last + 1 : start]]
    return start > last and any(len(words) > _SHORT or words.endswith((".", ";")) for words in between)


def _is_annex_heading(line: Line) -> bool:
    if len(line.text) > _SHORT or line.text[0] != "P":
        return False
    plain = unmarked(line.folded)
    found = _ANNEX.match(plain)
    if found is None:
        return False
    rest = line.text[found.end() :]
    return not rest or is_capital(rest) or _ATTACHED.match(plain, found.end()) is not None


def _attached_heading(lines: list[Line], first: int, index: int) -> int | None:
    """The first line of the heading that ends in `(Ban hành kèm theo ...)` at `index`, or None."""
    if lines[index].text[0] != "(" or not _ATTACHED.match(unmarked(lines[index].folded)):
        return None
    top = None
    for above in range(index - 1, max(first, index - _ANNEX_HEADING) - 1, -1):
        words = lines[above].text
        if type_of_line(words) or lines[above].folded.startswith(cues("annex")) or _is_annex_heading(lines[above]):
            top = above
        elif len(words) > _SHORT * 2 or words.endswith((".", ";")) or is_signature(words):
            break
    return top
