"""Lines, joints and footnotes → the clean text with its pages and footnotes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from pipeline.ingest.footnotes import MARK, Note
from pipeline.ingest.lines import NOTE_OPEN, Line
from pipeline.ingest.paragraphs import NEW
from pipeline.model import Footnote, Page
from pipeline.printed import Place, Places


@dataclass(slots=True)
class Composition:
    """The clean text as it grows, with its pages and footnotes. `parts` are those of the page that is not full yet."""

    full: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    length: int = 0
    starts: list[int] = field(default_factory=lambda: [0])
    footnotes: list[Footnote] = field(default_factory=list)
    places: Places = field(default_factory=Places)

    def add(self, text: str) -> None:
        """Put `text` at the end."""
        self.parts.append(text)
        self.length += len(text)

    def turn_to(self, page: int) -> None:
        """Let page `page`, and those skipped before it, begin here."""
        if len(self.starts) < page:
            self.full.append("".join(self.parts))  # half as large as its parts
            self.parts.clear()
        while len(self.starts) < page:
            self.starts.append(self.length)

    def place(self, start: int, line: Line | Note) -> None:
        """Let what was put from `start` on stand where `line` does, if that is known."""
        if line.box and start < self.length:
            self.places.add(Place(start, self.length, line.page, *line.box, confidence=line.sure))

    @property
    def text(self) -> str:
        """The clean text."""
        return "".join(self.full + self.parts)

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages; together they cover the text without gap or overlap."""
        ends = [*self.starts[1:], self.length]
        return tuple(Page(at + 1, start, end) for at, (start, end) in enumerate(zip(self.starts, ends, strict=True)))


def compose(lines: list[Line], joints: list[str], notes: list[Note], pages: int) -> Composition:
    """The text of `lines`, each set off by its joint; notes stand below the paragraph that holds their mark.

    The list is used up, so that a long document is not held twice.
    """
    holders = _holders(lines, notes)
    result = Composition()
    waiting: list[tuple[Note, int | None]] = []
    lines.reverse()
    for index, joint in enumerate(joints):
        line = lines.pop()
        if joint == NEW:
            _set_notes(result, waiting)
            waiting = []
        if result.length:
            result.add(joint)
        result.turn_to(line.page)
        start = result.length
        if NOTE_OPEN in line.text or index in holders:
            _add_line(result, line.text, holders.get(index, {}), waiting)
        else:
            result.add(line.text)
        result.place(start, line)
    _set_notes(result, waiting)
    result.turn_to(pages)
    return result


def _add_line(result: Composition, text: str, notes: dict[int, Note], waiting: list[tuple[Note, int | None]]) -> None:
    """Put a line without its marks; the notes that hang on it wait for the end of the paragraph."""
    position = begun = 0
    for number, mark in enumerate(MARK.finditer(text)):
        begun += _add_piece(result, text[position : mark.start()], begun)
        position = mark.end()
        if number in notes:
            waiting.append((notes[number], result.length))
    _add_piece(result, text[position:], begun)
    if -1 in notes:
        waiting.append((notes[-1], None))


def _add_piece(result: Composition, piece: str, begun: int) -> int:
    """Put a piece of a line, `begun` characters of which stand already; a line begins with no space."""
    piece = piece if begun else piece.lstrip()
    result.add(piece)
    return len(piece)


def _set_notes(result: Composition, waiting: list[tuple[Note, int | None]]) -> None:
    for note, anchor in waiting:
        result.add("\n")
        start = result.length
        result.add(note.text if anchor is not None else f"{note.mark} {note.text}")
        result.place(start, note)
        if anchor is not None:
            result.footnotes.append(Footnote(note.mark, anchor, start, result.length))


def _holders(lines: list[Line], notes: list[Note]) -> dict[int, dict[int, Note]]:
    """For each line the notes whose mark it holds, by the ordinal of the mark; -1 for a note whose mark is lost.

    A note belongs to the last mark of its name before it that has no note yet.
    """
    result: dict[int, dict[int, Note]] = defaultdict(dict)
    free: dict[str, list[tuple[int, int]]] = defaultdict(list)
    index = 0
    for note in notes:
        for at in range(index, note.after):
            for number, mark in enumerate(MARK.finditer(lines[at].text)):
                free[mark["mark"]].append((at, number))
        index = note.after
        at, number = free[note.mark].pop() if free[note.mark] else (max(0, note.after - 1), -1)
        result[at][number] = note
    return result
