from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from pipeline.errors import BombInput, CorruptInput, EncryptedInput, InputError, UnsafeInput
from tests.ingest.encodings.make import as_shown
from tests.ingest.make import archive, document, lines

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        **{name: name for name in ("office", "text", "table", "style", "manifest")},
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
    }.items()
)
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện"


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    content = (
        f"<office:document-content {NAMES} {XLINK}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    members |= {
        f"{name}.xml": f"<office:document-styles {NAMES}>{text}</office:document-styles>"
        for name, text in parts.items()
    }
    return archive(members)


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def table(*rows: list[list[str]]) -> str:
    return "<table:table>{}</table:table>".format(
        "".join(
            "<table:table-row>{}</table:table-row>".format(
                "".join(f"<table:table-cell>{''.join(map(p, cell))}</table:table-cell>" for cell in row)
            )
            for row in rows
        )
    )


def list_style(name: str, *levels: tuple[str, str, str]) -> str:
    """Levels with their format, what stands behind the number, and other attributes."""
    return f'<text:list-style style:name="{name}">{{}}</text:list-style>'.format(
        "".join(
            f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" '
            f'style:num-suffix="{suffix}" {more}/>'
            for depth, (form, suffix, more) in enumerate(levels, 1)
        )
    )


def items(*texts: str, attributes: str = 'text:style-name="L"') -> str:
    """A list of items that are XML, or plain words."""
    inside = (text if text.startswith("<") else p(text) for text in texts)
    return (
        f"<text:list {attributes}>{''.join(f'<text:list-item>{text}</text:list-item>' for text in inside)}</text:list>"
    )


def test_paragraphs_and_white_space(tmp_path: Path) -> None:
    body = (
        '<text:h text:outline-level="1">Điều 1.\n   Phạm vi</text:h><text:p/>'
        + p('a<text:span>b<text:s text:c="2"/>c</text:span><text:tab/>d<text:line-break/>e')
        + p("<draw:frame><draw:text-box><text:p>trong khung</text:p></draw:text-box></draw:frame>ngoài")
        + "<text:tracked-changes><text:p>đã xóa</text:p></text:tracked-changes>"
        + p("x<office:annotation><text:p>ghi chú</text:p></office:annotation>y")
        + "<text:section><text:table-of-content><text:p>Mục lục</text:p></text:table-of-content>"
        + p("cuối")
        + "</text:section>"
    )
    result = document(tmp_path, odt(body))
    assert result.text.split("\n") == ["Điều 1. Phạm vi", "ab c d", "e", "ngoài", "trong khung", "xy", "cuối"]
    assert (result.method, result.issues) == ("odt", ())


def test_tables(tmp_path: Path) -> None:
    head = table(
        [["UBND TỈNH CAO BẰNG"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
        [["Số: 1/CT-UBND"], ["Cao Bằng, ngày 02 tháng 3 năm 2023"]],
    )
    facts = table([["STT"], ["Việc"]], [["1"], ["Rà soát", "hồ sơ"]])
    nested = (
        "<table:table><table:table-row><table:table-cell>"
        + facts
        + "</table:table-cell></table:table-row></table:table>"
    )
    assert lines(tmp_path, odt(head + facts + nested)) == [
        *("UBND TỈNH CAO BẰNG", "Số: 1/CT-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cao Bằng, ngày 02 tháng 3 năm 2023"),
        *("STT | Việc", "1 | Rà soát hồ sơ") * 2,
    ]


def test_numbers_of_lists(tmp_path: Path) -> None:
    style = list_style("L", ("I", ".", ""), ("1", ".", 'text:start-value="3"'), ("1", "", 'text:display-levels="2"'))
    nested = items(items("ba", attributes=""), attributes="")
    body = (
        items("một", p("hai") + p("không số") + items("nhỏ", "nhỏ nữa", attributes=""))
        + p("giữa")
        + items("ba", p("bốn") + nested, attributes='text:style-name="L" text:continue-numbering="true"')
        + items("lại một")
    )
    assert lines(tmp_path, odt(body, style)) == [
        *(
            "I. một",
            "II. hai",
            "không số",
            "3. nhỏ",
            "4. nhỏ nữa",
            "giữa",
            "III. ba",
            "IV. bốn",
            "3.1 ba",
            "I. lại một",
        ),
    ]


def test_lists_that_go_on_by_name_and_bullets(tmp_path: Path) -> None:
    style = list_style("L", ("a", ")", "")) + (
        '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/>'
        "</text:list-style>"
    )
    body = (
        items("một", attributes='text:style-name="L" xml:id="list1"')
        + items("gạch", attributes='text:style-name="B"')
        + items("hai", attributes='text:style-name="L" text:continue-list="list1"')
        + '<text:list text:style-name="L"><text:list-item text:start-value="5"><text:p>năm</text:p></text:list-item>'
        "<text:list-header><text:p>đầu</text:p></text:list-header></text:list>"
    )
    assert lines(tmp_path, odt(body, style)) == ["a) một", "- gạch", "b) hai", "e) năm", "đầu"]


def test_numbered_headings(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="Điều " '
        'style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'.format
    body = heading(1, "Phạm vi") + heading(2, "Không số") + heading(1, "Đối tượng")
    assert lines(tmp_path, odt(body, styles=outline)) == ["Điều 1. Phạm vi", "Không số", "Điều 2. Đối tượng"]


def test_footnotes(tmp_path: Path) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>Số 12/KH.</text:p></text:note-body></text:note>"
    )
    result = document(tmp_path, odt(p(f"Kế hoạch{note} tỉnh.") + p("Điều 2.")))
    assert result.text == "Kế hoạch tỉnh.\nSố 12/KH.\nĐiều 2."
    assert [(found.mark, found.anchor) for found in result.footnotes] == [("1", 8)]


def test_fonts_of_styles_and_hidden_words(tmp_path: Path) -> None:
    def style(name: str, properties: str, more: str = "") -> str:
        return f'<style:style style:name="{name}" {more}><style:text-properties {properties}/></style:style>'

    styles = (
        style("Base", 'style:font-name=".VnTime"')
        + style("Body", "", 'style:parent-style-name="Base"')
        + style("Caps", 'fo:font-family="&apos;.VnTimeH&apos;"')
        + style("New", 'style:font-name="Arial"')
        + style("Hidden", 'text:display="none"')
    )
    old = escape(as_shown(SENTENCE + ".", "tcvn3"))
    body = p(f'<text:span text:style-name="Caps">chØ thÞ</text:span> {old}', "Body") + p(
        '<text:span text:style-name="New">là các xã</text:span><text:span text:style-name="Hidden">ẩn</text:span>',
        "Body",
    )
    result = document(tmp_path, odt(body, styles))
    assert result.text == f"CHỈ THỊ {SENTENCE}.\nlà các xã"
    assert [issue.code for issue in result.issues] == ["converted-encoding"]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), CorruptInput),
        (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a>"}), CorruptInput),
        (odt('<text:section><text:section-source xlink:href="http://x/a.odt"/></text:section>'), UnsafeInput),
        (odt(p("a" * 60_000_000)), BombInput),
    ],
)
def test_bad_files(tmp_path: Path, content: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        document(tmp_path, content)


def test_a_doctype_is_refused(tmp_path: Path) -> None:
    content = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    with pytest.raises(UnsafeInput):
        document(tmp_path, archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}))


def test_a_password(tmp_path: Path) -> None:
    entry = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    manifest = f"<manifest:manifest {NAMES}>{entry}</manifest:manifest>"
    members = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "rubbish",
        "META-INF/manifest.xml": manifest,
    }
    with pytest.raises(EncryptedInput):
        document(tmp_path, archive(members))


def test_lists_within_each_other_without_end(tmp_path: Path) -> None:
    deep = "<text:list><text:list-item>" * 900 + p("a") + "</text:list-item></text:list>" * 900
    with pytest.raises(CorruptInput):
        document(tmp_path, odt(deep))
