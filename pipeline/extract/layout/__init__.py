"""The parts of a document: head, body, end (recipients and signature), and the annexes behind it."""

from __future__ import annotations

from itertools import pairwise

from pipeline.extract.layout.annexes import annex_lines, is_annex_heading
from pipeline.extract.layout.ending import find_end
from pipeline.extract.layout.head_lines import read_head
from pipeline.extract.layout.lines import lines_of
from pipeline.model import Document, Layout


def find_layout(document: Document) -> Layout:
    """Head, body, end and annexes as spans that share out `document.text`. Never raises; absent parts are empty.

    The căn cứ lines of a decision and its QUYẾT ĐỊNH: belong to the body. An annex opens with PHỤ LỤC, with the title
    of what the document issues (QUY CHẾ ... Ban hành kèm theo Quyết định ...) or with a second head.
    """
    text = document.text
    lines = list(lines_of(text, (0, len(text))))
    starts = [line.start for line in lines] + [len(text)]
    first = len(read_head(lines))
    limit = next((index for index in range(first, len(lines)) if is_annex_heading(lines[index])), len(lines))
    end = find_end(lines, first, limit)
    behind = limit if end is None else end.line + 1
    annexes = [starts[index] for index in annex_lines(lines, behind, ended=end is not None)]
    main_end = annexes[0] if annexes else len(text)
    body_start = starts[first] if first else 0
    body_end = max(body_start, main_end if end is None else end.offset)
    return Layout(
        head=(0, body_start),
        body=(body_start, body_end),
        end=(body_end, main_end),
        annexes=tuple(pairwise([*annexes, len(text)])) if annexes else (),
    )
