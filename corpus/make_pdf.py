"""Lay a source out as the page of an official document: two-column head, justified text, footnotes in small type."""

from __future__ import annotations

import io
import subprocess
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph as Block
from sources import MARK, Paragraph, Source

WIDTH = A4[0] - 45 * mm
LEFT, TOP, BOTTOM = 30 * mm, A4[1] - 20 * mm, 20 * mm
_FACES = {"Form": "", "Form-Bold": ":bold", "Form-Italic": ":italic", "Form-BoldItalic": ":bold:italic"}


def write_pdf(source: Source, family: str) -> bytes:
    """The document as the bytes of a PDF; `family` is a font family that fontconfig knows."""
    _register(family)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    canvas.setTitle(source.name)
    page = _Page(canvas)
    for row in source.head:
        page.columns([[_cell(line) for line in side] for side in row], 0.38)
        page.gap(6)
    for number, line in enumerate(source.title):
        page.put(Block(f"<b>{escape(line)}</b>", _style(13, TA_CENTER, before=8 * (not number))))
    page.gap(8)
    for line in source.to:
        page.put(Block(escape(line), _style(13, TA_LEFT, indent=25 * mm)))
    for paragraph in source.body:
        page.paragraph(paragraph)
    page.gap(10)
    recipients = [_cell(line, 11, TA_LEFT, bold=not number) for number, line in enumerate(source.recipients)]
    page.columns([recipients, [_cell(line or "<br/><br/><br/>", 13, bold=True) for line in source.signature]], 0.52)
    page.gap(12)
    page.put(Block(f"<i>{escape(source.note)}</i>", _style(11, TA_LEFT)))
    page.close()
    canvas.save()
    return buffer.getvalue()


def _register(family: str) -> None:
    for face, suffix in _FACES.items():
        found = subprocess.run(
            ["fc-match", "--format=%{file}", family + suffix], capture_output=True, text=True, check=True
        )
        font = TTFont(face, found.stdout)
        if ord("ệ") not in font.face.charToGlyph:
            raise SystemExit(f"{found.stdout} has no Vietnamese letters; name another family with --font")
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily("Form", *_FACES)


def _style(size: float, align: int, before: float = 0, first: float = 0, indent: float = 0) -> ParagraphStyle:
    return ParagraphStyle(
        "form",
        fontName="Form",
        fontSize=size,
        leading=size * 1.4,
        alignment=align,
        spaceBefore=before,
        firstLineIndent=first,
        leftIndent=indent,
    )


def _cell(line: str, size: float = 11.5, align: int = TA_CENTER, bold: bool = False) -> Block:
    text = line if line.startswith("<br/>") else escape(line)
    if bold or line.isupper() or line.startswith("Độc lập"):
        text = f"<b>{text}</b>"
    return Block(text, _style(size, align))


class _Page:
    """The page being filled: the pen's height, and the footnotes kept for its foot."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.height = TOP
        self.number = 1
        self.notes: list[Block] = []

    def gap(self, points: float) -> None:
        self.height -= points

    def put(self, block: Block, after: float = 3) -> None:
        """Set a block below the last one; what does not fit goes to the next page."""
        self.gap(block.style.spaceBefore)
        _, height = block.wrap(WIDTH, A4[1])
        if height > self._room():
            parts = block.split(WIDTH, self._room())
            if len(parts) == 2:
                self._draw(parts[0], LEFT, WIDTH, self.height)
                block = parts[1]
            self._turn()
        self.height -= self._draw(block, LEFT, WIDTH, self.height) + after

    def paragraph(self, source: Paragraph) -> None:
        """Set a paragraph of the body; one with footnotes stays whole, on the page of its notes."""
        text = MARK.sub(r"<super size=9>\g<mark></super>", escape(source.text))
        block = Block(f"<b>{text}</b>" if source.bold else text, _style(13, TA_JUSTIFY, first=10 * mm))
        notes = [_note(mark, note) for mark, note in source.notes]
        if notes and block.wrap(WIDTH, A4[1])[1] + _total(notes) + 12 > self._room():
            self._turn()
        self.notes += notes
        self.put(block, after=6)

    def columns(self, sides: list[list[Block]], share: float) -> None:
        """Set two columns of lines side by side; the left one takes `share` of the width."""
        widths = (WIDTH * share, WIDTH * (1 - share))
        heights = [
            sum(block.wrap(width, A4[1])[1] for block in side) for side, width in zip(sides, widths, strict=True)
        ]
        if max(heights) > self._room():
            self._turn()
        for side, width, left in zip(sides, widths, (LEFT, LEFT + widths[0]), strict=True):
            height = self.height
            for block in side:
                height -= self._draw(block, left, width, height)
        self.height -= max(heights)

    def close(self) -> None:
        """Finish the page: number, footnotes."""
        if self.number > 1:
            self.canvas.setFont("Form", 13)
            self.canvas.drawCentredString(A4[0] / 2, TOP + 5 * mm, str(self.number))
        height = BOTTOM + _total(self.notes)
        if self.notes:
            self.canvas.line(LEFT, height + 4, LEFT + 50 * mm, height + 4)
        for note in self.notes:
            height -= self._draw(note, LEFT, WIDTH, height)
        self.canvas.showPage()

    def _turn(self) -> None:
        self.close()
        self.height, self.notes = TOP, []
        self.number += 1

    def _room(self) -> float:
        return self.height - BOTTOM - (_total(self.notes) + 12 if self.notes else 0)

    def _draw(self, block: Block, left: float, width: float, top: float) -> float:
        _, height = block.wrap(width, A4[1])
        block.drawOn(self.canvas, left, top - height)
        return float(height)


def _note(mark: str, text: str) -> Block:
    return Block(f"<super size=7>{mark}</super> {escape(text)}", _style(10, TA_JUSTIFY))


def _total(notes: list[Block]) -> float:
    return float(sum(note.wrap(WIDTH, A4[1])[1] for note in notes))
