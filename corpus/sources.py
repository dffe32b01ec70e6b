"""The markup of the texts in `source/`, and what a text becomes before it is laid out.

A source is plain text in sections; a line `:name` opens one:

    :form        `docx`, `pdf` or `scan` (a PDF of pictures), on the same line
    :head        rows `left | right`; an empty line begins a new row of the head's table
    :title       the type, then the trích yếu, a line each
    :to          "Kính gửi" and its items
    :body        a paragraph per line; `**bold**` for a whole line; `word[^1]` marks a footnote and a line
                 `[^1]: text` below the paragraph holds it
    :recipients  "Nơi nhận" and its items
    :signature   the block on the right, an empty line where the signature stands
    :note        the last line, which says that this is a sample
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

MARK = re.compile(r"\[\^(?P<mark>\d+)\]")
_NOTE = re.compile(r"\[\^(?P<mark>\d+)\]: (?P<text>.+)")


Row = tuple[tuple[str, ...], tuple[str, ...]]
"""A row of two columns: the lines of the left cell, the lines of the right."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; `[^1]` in `text` is the mark of a footnote in `notes`."""

    text: str
    bold: bool
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A document to be laid out."""

    name: str
    form: str
    head: tuple[Row, ...]
    title: tuple[str, ...]
    to: tuple[str, ...]
    body: tuple[Paragraph, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    note: str


def read_source(path: Path) -> Source:
    """Parse one text of `source/`."""
    sections: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(":"):
            name, _, value = line[1:].partition(" ")
            sections[name] = [value] if value else []
        else:
            sections[next(reversed(sections))].append(line)
    lines = {name: tuple(section) for name, section in sections.items()}
    return Source(
        name=path.stem,
        form=lines["form"][0],
        head=_rows(lines["head"]),
        title=lines.get("title", ()),
        to=lines.get("to", ()),
        body=_paragraphs(lines["body"]),
        recipients=lines["recipients"],
        signature=lines["signature"],
        note=lines["note"][0],
    )


def _rows(lines: tuple[str, ...]) -> tuple[Row, ...]:
    rows = []
    for block in "\n".join(lines).split("\n\n"):
        cells = [tuple(cell.strip() for cell in line.split("|")) for line in block.splitlines()]
        left, right = zip(*cells, strict=True)
        rows.append((tuple(filter(None, left)), tuple(filter(None, right))))
    return tuple(rows)


def _paragraphs(lines: tuple[str, ...]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    for line in lines:
        note = _NOTE.fullmatch(line)
        if note:
            above = found[-1]
            found[-1] = Paragraph(above.text, above.bold, (*above.notes, (note["mark"], note["text"])))
        else:
            found.append(Paragraph(line.strip("*"), line.startswith("**")))
    return tuple(found)
