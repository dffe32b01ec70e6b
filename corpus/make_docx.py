"""Lay a source out as a Word document: head and end in borderless tables, real footnotes, page numbers from a field."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from sources import MARK, Row, Source
from sources import Paragraph as BodyParagraph

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_BOLD = ("Độc lập", "Nơi nhận")
_EPOCH = (2020, 1, 1, 0, 0, 0)
# python-docx knows no footnotes: the part and the marks are written as XML.
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_FOOTNOTE = (
    '<w:footnote w:id="{mark}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)
_REFERENCE = '<w:r {ns}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{mark}"/></w:r>'


def write_docx(source: Source) -> bytes:
    """The document as the bytes of a .docx file, the same for the same source."""
    document = docx.Document()
    _page(document)
    _two_columns(document, source.head, (Mm(57), Mm(108)))
    document.add_paragraph()
    for line in source.title:
        _line(document.add_paragraph(), line, ALIGN.CENTER, bold=True)
    for line in source.to:
        _line(document.add_paragraph(), line, ALIGN.LEFT).paragraph_format.left_indent = Mm(25)
    for paragraph in source.body:
        _body(document.add_paragraph(), paragraph)
    _two_columns(document, ((source.recipients, source.signature),), (Mm(90), Mm(75)), left=ALIGN.LEFT, bold_right=True)
    document.add_paragraph()
    _line(document.add_paragraph(), source.note, ALIGN.LEFT, italic=True)
    _add_footnotes(document, source)
    buffer = io.BytesIO()
    document.save(buffer)
    return _fixed_times(buffer.getvalue())


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.top_margin = section.bottom_margin = Mm(20)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(13)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    number._p.append(field)
    section.different_first_page_header_footer = True


def _two_columns(
    document: Document,
    rows: tuple[Row, ...],
    widths: tuple[Length, Length],
    left: ALIGN = ALIGN.CENTER,
    bold_right: bool = False,
) -> None:
    table = document.add_table(rows=len(rows), cols=2)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row, cells in zip(rows, table.rows, strict=True):
        for lines, cell, width, align, bold in zip(
            row, cells.cells, widths, (left, ALIGN.CENTER), (False, bold_right), strict=True
        ):
            cell.width = width
            _fill(cell, lines, align, bold)


def _fill(cell: _Cell, lines: tuple[str, ...], align: ALIGN, bold: bool) -> None:
    for number, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.paragraph_format.keep_with_next = True
        _line(paragraph, line or "\n\n", align, bold=bold or line.isupper() or line.startswith(_BOLD), size=12)


def _line(
    paragraph: Paragraph, text: str, align: ALIGN, bold: bool = False, italic: bool = False, size: int = 13
) -> Paragraph:
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size)
    paragraph.alignment = align
    paragraph.paragraph_format.space_after = Pt(2)
    return paragraph


def _body(paragraph: Paragraph, source: BodyParagraph) -> None:
    paragraph.alignment = ALIGN.JUSTIFY
    paragraph.paragraph_format.first_line_indent = Mm(10)
    paragraph.paragraph_format.space_after = Pt(6)
    for index, piece in enumerate(MARK.split(source.text)):
        if index % 2:
            paragraph._p.append(parse_xml(_REFERENCE.format(ns=nsdecls("w"), mark=piece)))
        else:
            paragraph.add_run(piece).bold = source.bold


def _add_footnotes(document: Document, source: Source) -> None:
    notes = [note for paragraph in source.body for note in paragraph.notes]
    if not notes:
        return
    inner = _SEPARATORS + "".join(_FOOTNOTE.format(mark=mark, text=escape(text)) for mark, text in notes)
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{inner}</w:footnotes>'
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _fixed_times(archive: bytes) -> bytes:
    """The archive with one time stamp for all entries: python-docx writes the time of the run."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), old.read(entry), zipfile.ZIP_DEFLATED)
    return target.getvalue()
