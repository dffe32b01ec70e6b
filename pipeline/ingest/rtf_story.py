"""What the tokens of an RTF file say, put together: runs of one font, paragraphs, tables, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.ingest.cleaning import raised
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.flow import Cell, table_lines, words_of
from pipeline.ingest.rtf_fonts import RtfFonts


@dataclass(slots=True)
class _Group:
    """What holds within a pair of braces, and in those inside it."""

    optional: bool = False
    skipped: bool = False
    fonts: bool = False
    mark: bool = False
    note: bool = False
    font: int = 0
    fallback: int = 1
    raised: bool = False
    hidden: bool = False


@dataclass(slots=True)
class _Flow:
    """Text under way: the run, the paragraph, the finished lines. A footnote has a flow of its own."""

    run: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    lines: Cell = field(default_factory=list)
    in_table: bool = False
    cell: Cell = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)


class RtfStory:
    """The paragraphs of an RTF file as they grow."""

    def __init__(self, rewriting: Rewriting) -> None:
        self._rewriting = rewriting
        self.group = _Group()
        self._outer: list[_Group] = []
        self.fonts = RtfFonts()
        self._flow = _Flow()
        self._body = self._flow
        self._skip = 0  # characters that stand in for a letter of Unicode
        self._notes, self._marked = 0, False
        self._pending: list[str] = []

    def finished(self) -> list[str]:
        """All paragraphs, when the file has ended."""
        while self._outer:
            self.close_group()
        self.end_paragraph()
        self._end_table()
        return self._flow.lines

    # --- groups

    def open_group(self) -> None:
        """`{`: what is set inside holds inside."""
        self._skip = 0
        self._outer.append(replace(self.group))

    def close_group(self) -> None:
        """`}`: all is as it was before the brace."""
        self._skip = 0
        if not self._outer:
            return
        was, above = self.group, self._outer.pop()
        if (was.font, was.raised, was.note) != (above.font, above.raised, above.note):
            self.end_run()
        self.group = above
        if was.note and not self.group.note:
            self._end_note()

    def begin_fonts(self) -> None:
        """What follows are names of fonts."""
        self.group.fonts = True

    def begin_mark(self) -> None:
        """What follows is the automatic number of a paragraph."""
        self.group.mark = True

    # --- letters

    def write(self, text: str) -> None:
        """Words in Unicode."""
        if self._skip:
            self._skip -= 1
        elif not (self.group.skipped or self.group.hidden or self.group.fonts):
            self._flow.run.append(" " if self.group.mark and text.isspace() else text)

    def write_bytes(self, text: str) -> None:
        """Bytes (as Latin-1) in the code page of their font, or a part of the name of a font."""
        skipped = min(self._skip, len(text))
        self._skip -= skipped
        if self.group.skipped or not text[skipped:]:
            return
        if self.group.fonts:
            self.fonts.describe(self.group.font, name=text[skipped:])
        else:
            self.write(text[skipped:].translate(self.fonts.letters(self.group.font)))

    def write_unicode(self, code: int) -> None:
        """`\\uN`: a code unit of UTF-16; characters for older readers follow."""
        self._skip = 0
        self.write(chr(code % 0x10000))
        self._skip = self.group.fallback

    def set_fallback(self, count: int) -> None:
        """How many characters follow a letter of Unicode for those who cannot read it."""
        self.group.fallback = max(0, count)

    def end_run(self) -> None:
        """Letters of one font are complete."""
        text = "".join(self._flow.run)
        self._flow.run.clear()
        if not text:
            return
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore") if not text.isascii() else text
        text = self._rewriting.run(words_of(text), self.fonts.name(self.group.font))
        self._flow.words.append(raised(text) if self.group.raised and text.strip().isdigit() else text)

    # --- fonts

    def use_font(self, number: int) -> None:
        """Set what follows in a font, or describe the font."""
        self.end_run()
        self.group.font = number

    def set_default_font(self, number: int) -> None:
        """The font of the document."""
        self.fonts.default = self.group.font = number

    def set_charset(self, charset: int) -> None:
        """The character set of the font that is being described."""
        if self.group.fonts:
            self.fonts.describe(self.group.font, charset=charset)

    def set_code_page(self, page: int) -> None:
        """The code page of the document."""
        self.fonts.code_page = page

    def reset_letters(self) -> None:
        """`\\plain`."""
        self.end_run()
        self.group.font, self.group.raised, self.group.hidden = self.fonts.default, False, False

    def set_raised(self, raised: bool) -> None:
        """`\\super`: a number that follows is the mark of a footnote."""
        self.end_run()
        self.group.raised = raised

    def end_raised(self) -> None:
        """`\\nosupersub`."""
        self.set_raised(False)

    def set_hidden(self, hidden: bool) -> None:
        """Words that are not shown, or were deleted."""
        self.group.hidden = hidden

    # --- paragraphs, tables, footnotes

    def reset_paragraph(self) -> None:
        """`\\pard`."""
        self._flow.in_table = False

    def enter_table(self) -> None:
        """The paragraph is part of a cell."""
        self._flow.in_table = True

    def end_paragraph(self) -> None:
        """The words so far are a paragraph, of a cell or of the text; a table that stood above has ended."""
        text = self._paragraph()
        if self._flow.in_table:
            self._flow.cell += text
        else:
            self._end_table()
            self._flow.lines += text

    def end_cell(self) -> None:
        """A cell is complete."""
        self._flow.row.append([*self._flow.cell, *self._paragraph()])
        self._flow.cell = []

    def end_row(self) -> None:
        """A row is complete."""
        self._flow.rows.append(self._flow.row)
        self._flow.row = []

    def _end_table(self) -> None:
        flow = self._flow
        loose = [line for cell in (*flow.row, flow.cell) for line in cell]  # of a row that was never ended
        flow.lines += table_lines(flow.rows) + loose
        flow.rows, flow.row, flow.cell = [], [], []

    def _paragraph(self) -> list[str]:
        """The lines of the paragraph that has ended, and the footnotes met in it."""
        self.end_run()
        text = self._rewriting.line("".join(self._flow.words))
        self._flow.words.clear()
        lines = text.split("\n")
        if self._flow is self._body:
            lines += self._pending
            self._pending = []
        return lines

    def mark_note(self) -> None:
        """The automatic mark of a footnote: in the text, or again before the note, where it says nothing new."""
        if not self.group.note:
            self._notes += 1
            self._marked = True
            self.end_run()
            self._flow.words.append(raised(str(self._notes)))

    def begin_note(self) -> None:
        """A footnote: a text of its own, whose mark stands before it."""
        if not self._marked:
            self.mark_note()
        self.end_run()
        self._marked = False
        self.group.note = True
        self._flow = _Flow()

    def _end_note(self) -> None:
        self.end_paragraph()
        self._end_table()
        note = " ".join(" ".join(self._flow.lines).split())
        self._flow = self._body
        if note:
            self._pending.append(f"{raised(str(self._notes))} {note}")
