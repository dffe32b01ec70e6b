from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import fromstring

from pipeline.errors import CorruptInput, EncodingInput, InputError
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.html_page import HtmlPage
from tests.ingest.encodings.make import DIRECTIVE, as_shown, encoded
from tests.ingest.make import document, lines
from tests.ingest.test_read import assert_contract

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>Tên trang</title></head><body>{body}</body></html>"


def test_blocks_and_breaks(tmp_path: Path) -> None:
    body = "<div>Điều 1.\n  Phạm&nbsp;vi <b>áp</b> dụng<div>trong</div>đuôi</div><p>a<br>b</p><pre>x\ny</pre>"
    result = document(tmp_path, page(body))
    assert result.text.split("\n") == ["Điều 1. Phạm vi áp dụng", "trong", "đuôi", "a", "b", "x", "y"]
    assert (result.method, result.issues) == ("html", ())


def test_what_is_no_text_is_dropped(tmp_path: Path) -> None:
    body = (
        "<header>Cổng thông tin</header><nav>Trang chủ</nav><script>alert('x')</script><style>p {}</style><!-- c -->"
        "<ul><li><a href='/'>Giới thiệu</a></li><li><a href='/2'>Tin tức</a></li><li><a>Liên hệ</a></li></ul>"
        "<p style='display: none'>ẩn</p><div hidden>ẩn</div><div role='navigation'>Menu</div><form><input></form>"
        "<p>Điều 1. Theo <a href='/nd'>Nghị định số 30/2020/NĐ-CP</a></p><footer>Bản quyền</footer>"
    )
    assert lines(tmp_path, page(body)) == ["Điều 1. Theo Nghị định số 30/2020/NĐ-CP"]


def test_a_header_with_the_head_of_the_document_stays(tmp_path: Path) -> None:
    body = "<header>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</header><p>Điều 1. Sở Y tế</p>"
    assert lines(tmp_path, page(body)) == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Điều 1. Sở Y tế"]


def test_tables(tmp_path: Path) -> None:
    head = (
        "<table><tr><td>UBND TỈNH<br>CAO BẰNG<td><p>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>"
        "<tr><td>Số: 1/CT-UBND<td>Cao Bằng, ngày 02 tháng 3 năm 2023</table>"
    )
    facts = "<table><tr><th>STT</th><th>Việc</th></tr><tr><td>1</td><td>Rà<br>soát</td></tr></table>"
    assert lines(tmp_path, page(head + facts)) == [
        *("UBND TỈNH", "CAO BẰNG", "Số: 1/CT-UBND"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cao Bằng, ngày 02 tháng 3 năm 2023"),
        *("STT | Việc", "1 | Rà soát"),
    ]


def test_a_table_that_sets_the_page(tmp_path: Path) -> None:
    paragraphs = [f"{number}. Việc số {number}" for number in range(1, 15)]
    content = "".join(map("<p>{}</p>".format, paragraphs))
    body = f"<table><tr><td>Đầu</td></tr><tr><td>Bên</td><td>{content}</td></tr></table>"
    assert lines(tmp_path, page(body)) == ["Đầu", "Bên", *paragraphs]


def test_lists_show_their_marks(tmp_path: Path) -> None:
    body = (
        "<ol type=a start=2><li>Một việc</li><li><p>Hai việc</p><ul><li>nhỏ</li></ul></li></ol>"
        "<ol><li value=7>bảy</li><li>8. đã có số</li></ol><ul style='list-style: none'><li>trần</li></ul>"
    )
    assert lines(tmp_path, page(body)) == ["b. Một việc", "c. Hai việc", "- nhỏ", "7. bảy", "8. đã có số", "trần"]


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ("<sup>1</sup>", "<sup>1</sup>"),
        ("<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>", "<a href='#_ftnref1' name='_ftn1'>[1]</a>"),
        ("<a name='n1anc' href='#n1sym'><sup>1</sup></a>", "<a name='n1sym' href='#n1anc'>1</a>"),
    ],
)
def test_footnotes(tmp_path: Path, mark: str, note: str) -> None:
    result = document(tmp_path, page(f"<p>Kế hoạch{mark} tỉnh.</p><p>Điều 2. Sở Y tế</p><p>{note} Số 12/KH.</p>"))
    assert result.text == "Kế hoạch tỉnh.\nSố 12/KH.\nĐiều 2. Sở Y tế"
    assert [found.anchor for found in result.footnotes] == [8]


@pytest.mark.parametrize("encoding", ["vni", "cp1258", "tcvn3", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = page(f"<p>{SENTENCE}</p>")
    data = text.encode(encoding) if encoding == "utf-16" else encoded(text, encoding)
    assert document(tmp_path, data).text == SENTENCE


def test_old_fonts(tmp_path: Path) -> None:
    old = as_shown(SENTENCE, "tcvn3")
    motto = "<span style=\"font-family:'.VnTimeH'\">chØ thÞ</span>"
    text = page(f"<p>{motto}</p><p><font face='.VnTime'>{old}</font></p>")
    for data in (text.encode(), text.encode("cp1252")):
        result = document(tmp_path, data)
        assert result.text == f"CHỈ THỊ\n{SENTENCE}"
        assert [issue.code for issue in result.issues] == ["converted-encoding"]


def test_what_the_page_says_of_itself_counts_where_its_content_does_not_tell(tmp_path: Path) -> None:
    text = page(
        "<p>Bé ở xã</p>".replace("ở ", ""), "<meta http-equiv=content-type content='text/html; charset=ISO-8859-1'>"
    )
    assert document(tmp_path, text.encode("latin-1", "xmlcharrefreplace")).text == "Bé xã"
    with pytest.raises(EncodingInput):
        document(tmp_path, page("<p>Bé xã</p>", "<meta charset='rot13'>").encode("latin-1", "xmlcharrefreplace"))
    with pytest.raises(EncodingInput):
        document(tmp_path, page("<p>Bé xã</p>").encode("latin-1", "xmlcharrefreplace"))


@pytest.mark.parametrize(
    ("element", "texts"),
    [
        ("<p style='margin: 0; Display : None'>a</p>", []),
        ("<p style='visibility:hidden'>a</p>", []),
        ("<p style='mso-hide:all'>a</p>", []),
        ("<p style='list-style-type: none'>a</p>", ["a"]),
        ("<ul style='list-style-type: none'><li>a</li></ul>", ["a"]),
        ("<ul style='list-style-type: disc'><li>a</li></ul>", ["- a"]),
        ("<p style='font-family: VNI-Times, serif'>Uyû ban</p>", ["Uỷ ban"]),
        ("<p style='font-family: Arial, VNI-Times'>Uyû ban</p>", ["Uyû ban"]),
    ],
)
def test_styles_of_elements(element: str, texts: list[str]) -> None:
    assert HtmlPage(Rewriting()).read(fromstring(f"<div>{element}</div>")) == texts


def test_nothing_is_fetched_or_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("bí mật")
    entities = f'<!DOCTYPE html [<!ENTITY a SYSTEM "file://{secret}"><!ENTITY b "bbbb">]>'
    result = document(tmp_path, f"{entities}<html><p>Điều 1. &a;&b; <img src='http://127.0.0.1:9/x'></p></html>")
    assert "bí mật" not in result.text
    assert "bbbb" not in result.text.split("Điều 1.")[1]


@pytest.mark.parametrize("piece", ["<div>", "<table><tr><td>", "<b>", "<ul><li>", "<header>"])
def test_elements_without_end(tmp_path: Path, piece: str) -> None:
    with pytest.raises(CorruptInput):
        document(tmp_path, page(piece * 20_000 + "x"))


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<ol>", "<li>", "</ol>", "<br>", "<sup>", "1"),
        *(
            "</sup>",
            "<pre>",
            "<a href='#a' name='b'>",
            "</a>",
            "&nbsp;",
            "&#57344;",
            "Sở Nội vụ",
            "\n",
            "<del>",
            "<!--",
        ),
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=150, deadline=None)
def test_contract(body: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            assert_contract(document(Path(folder), page(body)))
        except InputError:
            return


def test_a_whole_directive(tmp_path: Path) -> None:
    printed = document(tmp_path, DIRECTIVE)
    body = "".join(f"<p>{line}</p>" for line in printed.text.split("\n"))
    assert document(tmp_path, page(body)).text == printed.text
