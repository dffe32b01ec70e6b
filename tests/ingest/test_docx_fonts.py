from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ingest.docx_fonts import StyleFonts, may_be_old
from tests.ingest.encodings.make import as_shown
from tests.ingest.make import document, docx, paragraph, table

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện"
OLD = as_shown(SENTENCE, "tcvn3")


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def fonts(name: str, more: str = "") -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"{more}/>'


def style(name: str, properties: str, base: str = "", default: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"{default}>{base}<w:rPr>{properties}</w:rPr></w:style>'


def test_runs_in_old_fonts(tmp_path: Path) -> None:
    motto = run(as_shown("chỉ thị", "tcvn3"), fonts(".VnTimeH"))
    mixed = run("Các sở: ") + run(OLD, fonts(".VnTime")) + run(as_shown(" ở thị xã", "vni"), fonts("VNI-Times"))
    result = document(tmp_path, docx(f"<w:p>{motto}</w:p><w:p>{mixed}</w:p>"))
    assert result.text == f"CHỈ THỊ\nCác sở: {SENTENCE} ở thị xã"
    assert [issue.code for issue in result.issues] == ["converted-encoding"] * 2


@pytest.mark.parametrize(
    "styles",
    [
        style("Normal", fonts(".VnTime"), default=' w:default="1"'),
        style("Body", "", '<w:basedOn w:val="Base"/>') + style("Base", fonts(".VnTime")),
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts('.VnTime')}</w:rPr></w:rPrDefault></w:docDefaults>",
        style("Body", fonts(".VnTime"), '<w:basedOn w:val="Body"/>'),
    ],
)
def test_fonts_of_styles(tmp_path: Path, styles: str) -> None:
    body = paragraph(OLD, '<w:pStyle w:val="Body"/>')
    assert document(tmp_path, docx(body, styles=styles)).text == SENTENCE


def test_an_old_font_of_a_style_that_no_text_has_counts_for_nothing(tmp_path: Path) -> None:
    words = "là các xã và à"  # of letters that TCVN3 has too
    styles = style("Other", fonts(".VnTime"))
    assert document(tmp_path, docx(paragraph(words), styles=styles)).text == words
    notes = '<w:footnote w:id="1">' + paragraph(OLD, '<w:pStyle w:val="Other"/>') + "</w:footnote>"
    body = f"<w:p>{run(words)}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
    assert document(tmp_path, docx(body, styles=styles, footnotes=notes)).text == f"{words}\n{SENTENCE}"


@pytest.mark.parametrize(
    ("xml", "may_be"),
    [
        ('w:ascii=".VnTime"', True),
        ('w:ascii="&quot;.vnTime&quot;"', True),
        ('w:hAnsi="VNI-Times"', True),
        ("thư điện tử: a@example.gov.vn.", False),
        ("VNID", False),
        ('w:val="Body"', True),
        ("w:ascii='Arial'", False),
    ],
)
def test_the_quick_look_for_old_fonts(xml: str, may_be: bool) -> None:
    assert may_be_old([xml.encode()], StyleFonts({"Body": ".VnTime"}, frozenset({"Body"}))) is may_be
    assert may_be_old([f"<a {xml}/>".encode("utf-16")], StyleFonts({}, frozenset()))
    assert may_be_old([xml.encode()], StyleFonts({"": ".VnTime"}, frozenset({""})))


def test_a_run_of_its_own_font_is_left_alone(tmp_path: Path) -> None:
    styles = style("Normal", fonts(".VnTime"), default=' w:default="1"')
    own = run("là các xã", fonts("Arial")) + run(" và à", fonts(".VnTime", ' w:hAnsiTheme="minorHAnsi"'))
    body = f"<w:p>{own}</w:p>" + paragraph(OLD)
    assert document(tmp_path, docx(body, styles=styles)).text == f"là các xã và à\n{SENTENCE}"


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_letters_without_an_old_font(tmp_path: Path, encoding: str) -> None:
    """The head is known as such only after conversion, so its table is read again."""
    head = table(
        [[as_shown("ỦY BAN NHÂN DÂN", encoding)], [as_shown("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", encoding)]],
        [[as_shown("Số: 1/CT-UB", encoding)], [as_shown("Độc lập - Tự do - Hạnh phúc", encoding)]],
    )
    result = document(tmp_path, docx(head + paragraph(as_shown(SENTENCE, encoding))))
    assert result.text.split("\n") == [
        *("ỦY BAN NHÂN DÂN", "Số: 1/CT-UB", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        SENTENCE,
    ]
