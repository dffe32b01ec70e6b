"""Small input files, made for the tests: text, PDF and DOCX."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from pipeline.ingest import read
from pipeline.model import Document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CHARACTER = 0.5  # of the height of the type: the width of every character of the made PDF files

Piece = tuple[float, float, float, str]
"""x, y and height in points, and the words."""


def document(folder: Path, content: str | bytes, name: str = "input.txt") -> Document:
    """What `read` makes of a file with that content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path)


def lines(folder: Path, content: str | bytes, name: str = "input.txt") -> list[str]:
    """The lines of the clean text."""
    return document(folder, content, name).text.split("\n")


def docx(body: str, **parts: str) -> bytes:
    """A DOCX whose body holds the XML `body`; `numbering="<w:num…>"` adds word/numbering.xml with that content."""
    members = {"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"}
    members |= {f"word/{name}.xml": f"<w:{name} {W}>{content}</w:{name}>" for name, content in parts.items()}
    return archive(members)


def archive(members: dict[str, str]) -> bytes:
    """A ZIP archive."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*rows: list[list[str]]) -> str:
    """A table of rows of cells of paragraphs."""
    return "<w:tbl>{}</w:tbl>".format(
        "".join(
            "<w:tr>{}</w:tr>".format("".join(f"<w:tc>{''.join(map(paragraph, cell))}</w:tc>" for cell in row))
            for row in rows
        )
    )


def pdf(*pages: list[Piece], trailer: str = "") -> bytes:
    """A PDF with a text layer. The font maps up to 250 letters to Unicode and sets all of them equally wide."""
    letters = sorted({letter for page in pages for piece in page for letter in piece[3]})
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        _font(),
        _stream(_to_unicode(codes)),
    ]
    for number, page in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> "
            f"/Contents {6 + 2 * number} 0 R >>"
        )
        objects.append(_stream("".join(_shown(piece, codes) for piece in page)))
    return _file(objects, trailer)


def _font() -> str:
    return (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 0 /LastChar 255 /ToUnicode 4 0 R "
        f"/Widths [{' '.join(['500'] * 256)}] /Encoding << /Differences [1 {'/n ' * 255}] >> >>"
    )


def _shown(piece: Piece, codes: dict[str, int]) -> str:
    x, y, height, text = piece
    return f"BT /F {height} Tf {x} {y} Td <{''.join(f'{codes[letter]:02x}' for letter in text)}> Tj ET\n"


def _to_unicode(codes: dict[str, int]) -> str:
    pairs = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap end end"
    )


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: list[str], trailer: str) -> bytes:
    content = "%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table_start = len(content)
    rows = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    content += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table_start}\n%%EOF\n"
    return content.encode("latin-1")


def page_pdf(
    page: list[Piece], *objects: str, drawn: str = "", mode: int = 0, more: str = "", annots: str = ""
) -> bytes:
    """A PDF of one page. `drawn` is put below the words; `mode` 3 hides these; `objects` are numbered from 7.

    `more` adds to the page's resources, `annots` names its annotations.
    """
    codes = {letter: code for code, letter in enumerate(sorted({letter for piece in page for letter in piece[3]}), 1)}
    head = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        _font(),
        _stream(_to_unicode(codes)),
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Annots [{annots}] /Contents 6 0 R "
        f"/Resources << /Font << /F 3 0 R >> {more} >> >>",
        _stream(f"{drawn} {mode} Tr " + "".join(_shown(piece, codes) for piece in page)),
    ]
    return _file([*head, *objects], "")


def typed(text: str, left: float = 85, top: float = 780, height: float = 14, pitch: float = 20) -> list[Piece]:
    """Layout text as it stands on a page: runs of spaces set the place of the words."""
    pieces = []
    for number, line in enumerate(text.split("\n")):
        column = len(line) - len(line.lstrip())
        if line.strip():
            pieces.append((left + column * height * CHARACTER, top - number * pitch, height, line.strip()))
    return pieces
