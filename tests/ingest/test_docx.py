from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import BombInput, CorruptInput, EmptyInput, TooLarge, UnsafeInput
from pipeline.ingest import flow
from pipeline.limits import Limits
from tests.ingest.make import W, archive, document, docx, lines, paragraph, table

RELATION = '<Relationship Id="r1" Type="http://x/{kind}" Target="{target}" TargetMode="External"/>'


def run(content: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{content}</w:r>"


def test_paragraphs_breaks_and_tabs(tmp_path: Path) -> None:
    body = (
        paragraph("Điều 1.  Phạm vi\u00a0") + f"<w:p>{run('<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t>')}</w:p>"
    )
    result = document(tmp_path, docx(body + "<w:p/>"))
    assert (result.text, result.method, len(result.pages)) == ("Điều 1. Phạm vi\na\nb c", "docx", 1)


def test_paragraphs_are_joined_only_where_a_page_break_cut_them(tmp_path: Path) -> None:
    cut = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan rà soát toàn bộ hồ sơ lưu trữ của tỉnh"
    texts = [cut, "theo quy định.", "Sở Y tế", "thực hiện."]
    assert lines(tmp_path, docx("".join(map(paragraph, texts)))) == [f"{cut} theo quy định.", "Sở Y tế", "thực hiện."]


def test_head_and_end_in_tables_are_read_column_by_column(tmp_path: Path) -> None:
    head = table(
        [["UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]],
        [["Số: 12/KH-SNV"], ["Cao Bằng, ngày 02 tháng 3 năm 2023"]],
    )
    end = table([["Nơi nhận:", "- Như trên;", "- Lưu: VT, KT."], ["GIÁM ĐỐC", "", "Lê Văn Minh"]])
    assert lines(tmp_path, docx(head + end)) == [
        *("UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ", "Số: 12/KH-SNV"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Cao Bằng, ngày 02 tháng 3 năm 2023"),
        *("Nơi nhận:", "- Như trên;", "- Lưu: VT, KT.", "GIÁM ĐỐC", "Lê Văn Minh"),
    ]


def test_other_tables_are_read_row_by_row(tmp_path: Path) -> None:
    body = table([["STT"], ["Việc"], ["Hạn"]], [["I. Chuẩn bị"], [""], [""]], [["1"], ["Rà soát", "hồ sơ"], ["Quý I"]])
    assert lines(tmp_path, docx(body)) == ["STT | Việc | Hạn", "I. Chuẩn bị", "1 | Rà soát hồ sơ | Quý I"]


def test_footnotes(tmp_path: Path) -> None:
    reference = run('<w:footnoteReference w:id="7"/>')
    holder = f"<w:p>{run('<w:t>Kế hoạch</w:t>')}{reference}{run('<w:t>.</w:t>')}</w:p>"
    notes = '<w:footnote w:id="7">' + paragraph("Số 12/KH-SNV.") + "</w:footnote>"
    result = document(tmp_path, docx(holder + paragraph("Sở Y tế."), footnotes=notes))
    assert result.text == "Kế hoạch.\nSố 12/KH-SNV.\nSở Y tế."
    (note,) = result.footnotes
    assert (note.anchor, result.text[note.start : note.end]) == (8, "Số 12/KH-SNV.")


def test_raised_numbers(tmp_path: Path) -> None:
    raised = run("<w:t>2</w:t>", '<w:vertAlign w:val="superscript"/>')
    assert document(tmp_path, docx(f"<w:p>{run('<w:t>rộng 5 km</w:t>')}{raised}</w:p>")).text == "rộng 5 km2"
    assert document(tmp_path, docx(f"<w:p>{run('<w:t>dự án</w:t>')}{raised}</w:p>")).text == "dự án"


def test_what_is_not_printed_is_not_read(tmp_path: Path) -> None:
    body = f"""<w:p>{run("<w:t>hiện</w:t>")}{run("<w:t>ẩn</w:t>", "<w:vanish/>")}
        <w:del>{run("<w:delText>xóa</w:delText>")}</w:del><w:ins>{run("<w:t> thêm</w:t>")}</w:ins>
        {run("<w:instrText>PAGE</w:instrText>")}</w:p>"""
    assert document(tmp_path, docx(body)).text == "hiện thêm"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ("<w:r><w:t>a</w:t></w:r><w:r w:rsidR='1'><w:t xml:space=\"preserve\"> b</w:t></w:r>", "a b"),
        (run("<w:t>a</w:t>", '<w:b/><w:lang w:val="vi-VN"/>') + run("<w:tab/>") + run("<w:t>b</w:t>", "<w:i/>"), "a b"),
        (run("<w:t>a</w:t>") + run("<w:t>b</w:t>", "<w:vanish/>") + run("<w:t>c</w:t>"), "ac"),
        (run("<w:t>a</w:t>", "<w:b/><w:vanish/><w:i/>") + "<w:r><w:t>b</w:t></w:r>", "b"),
        (run("<w:t>a</w:t>", "<w:vanish w:val='0'/>") + run("<w:t>b</w:t>"), "ab"),
        (
            run("<w:t>dự án</w:t>") + run("<w:t>2</w:t>", "<w:vertAlign w:val='superscript'/>") + run("<w:t> 3</w:t>"),
            "dự án 3",
        ),
        (
            run("<w:t>CO</w:t>") + run("<w:t>2</w:t>", "<w:vertAlign w:val='subscript'/>") + run("<w:t> 3</w:t>"),
            "CO2 3",
        ),
        (
            run("<w:t>a</w:t>", "<w:rPrChange w:id='1'><w:rPr><w:vanish/></w:rPr></w:rPrChange>") + run("<w:t>b</w:t>"),
            "ab",
        ),
    ],
)
def test_runs_that_differ_in_looks_read_as_one_others_do_not(tmp_path: Path, runs: str, text: str) -> None:
    assert document(tmp_path, docx(f"<w:p>{runs}</w:p>")).text == text


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (docx("<w:p/>"), EmptyInput),
        (archive({"word/document.xml": "<w:document>"}), CorruptInput),
        (archive({"word/document.xml": "<document/>"}), CorruptInput),
        (docx(paragraph("a"))[:-40], CorruptInput),
        (
            archive({"word/document.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'}),
            UnsafeInput,
        ),
        (archive({"word/document.xml": "<a/>"} | {str(number): "" for number in range(10_001)}), BombInput),
        (archive({"word/document.xml": " " * 3_000_000}), BombInput),
    ],
)
def test_bad_files(tmp_path: Path, content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        document(tmp_path, content)
    assert [path.name for path in tmp_path.iterdir()] == ["input.txt"]


@pytest.mark.parametrize(
    ("kind", "target", "safe"),
    [
        ("hyperlink", "https://example.vn", True),
        ("attachedTemplate", "file:///C:/Users/a/Normal.dotm", True),
        ("attachedTemplate", "http://evil.example/t.dotm", False),
        ("oleObject", "\\\\evil\\share", False),
    ],
)
def test_parts_elsewhere(tmp_path: Path, kind: str, target: str, safe: bool) -> None:
    members = {
        "word/document.xml": f"<w:document {W}><w:body>{paragraph('a')}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<R>{RELATION.format(kind=kind, target=target)}</R>",
    }
    if safe:
        assert document(tmp_path, archive(members)).text == "a"
    else:
        with pytest.raises(UnsafeInput):
            document(tmp_path, archive(members))


def test_names_that_climb_out_are_never_unpacked(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    content = {"../../x": "x", "/abs": "x", "word/document.xml": "<a/>"}
    with pytest.raises(CorruptInput):
        document(folder, archive(content))
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_too_many_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "LIMITS", Limits(text_characters=50))
    with pytest.raises(TooLarge):
        document(tmp_path, docx(paragraph("Sở Nội vụ chủ trì rà soát. " * 3)))
