from __future__ import annotations

import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import InputError
from pipeline.ingest.rtf import read_rtf
from tests.ingest.encodings.make import as_shown, encoded
from tests.ingest.make import document, lines
from tests.ingest.test_read import assert_contract
from tests.timing import is_linear

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện"
FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman{\*\falt Times};}{\f1\fnil\fcharset163 Arial;}"
    r"{\f2\fnil\fcharset0 .VnTime;}{\f3\fnil\fcharset0 .VnTimeH;}{\f4 VNI-Times;}{\f5\fcharset2 Symbol;}}"
)


def rtf(body: str) -> bytes:
    """An RTF file; letters of Unicode are written as Word does it, bytes beyond ASCII as they are."""
    return (rf"{{\rtf1\ansi\ansicpg1252\deff0{FONTS}{{\stylesheet{{\s0 Normal;}}}}" + body + "}").encode("latin-1")


def u(text: str) -> str:
    return "".join(letter if letter.isascii() else rf"\u{ord(letter)}?" for letter in text)


def hexadecimal(data: bytes) -> str:
    return "".join(chr(byte) if byte < 128 else rf"\'{byte:02x}" for byte in data)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (u("Điều 1. Phạm vi") + r"\par " + u("Điều 2."), "Điều 1. Phạm vi\nĐiều 2."),
        (r"{\b ch\u7911\'3f} tr\u236\'ec", "chủ trì"),
        (r"{\uc0 ch\u7911}{\uc2 tr\u236 ??}\u-10179?\u-8704?a", "chủtrì😀a"),
        (r"{\f1 Uy\'f2 ban nh\'e2n d\'e2n}", "Uỵ ban nhân dân"),
        (r"a\line b\tab c\~d\_e\-f\{g\}\\h\emdash\ldblquote i\rdblquote", "a\nb c d-ef{g}\\h—“i”"),
        ("a\\\nb\\\r\nc", "a\nb\nc"),
        (r"{\header Trang 1\par}{\info{\title T}}{\pict\wmetafile8 0102ff}{\*\unknown x}{\v hidden}{\deleted d}a", "a"),
        (r"{\field{\*\fldinst HYPERLINK http://x}{\fldrslt " + u("Nghị định") + "}}", "Nghị định"),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt box\par}}{\shprslt old}}\par end", "box\nend"),
        (
            r"{\listtext\pard\plain 1.\tab}" + u("Một việc") + r"\par{\pntext\f5\'b7\tab}" + u("Hai việc"),
            "1. Một việc\n• Hai việc",
        ),
        (r"{\pict\bin5 }}\\}x}a", "a"),
        (r"\'zz a \b0 b}}} c", "'zz a b c"),
        ("a {\\b b", "a b"),
    ],
)
def test_tokens(tmp_path: Path, body: str, text: str) -> None:
    assert document(tmp_path, rtf(body)).text == text


def test_tables(tmp_path: Path) -> None:
    head = (
        r"\trowd\cellx1\cellx2\pard\intbl " + u("UBND TỈNH") + r"\par " + u("CAO BẰNG") + r"\cell "
        r"" + u("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + r"\cell\row\pard "
    )
    facts = (
        r"\par\trowd\pard\intbl STT\cell " + u("Việc") + r"\cell\row\trowd\intbl 1\cell " + u("Rà soát") + r"\cell\row"
    )
    assert lines(tmp_path, rtf(head + u("Số: 1/CT-UBND") + facts + r"\pard end")) == [
        *("UBND TỈNH", "CAO BẰNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 1/CT-UBND"),
        *("STT | Việc", "1 | Rà soát", "end"),
    ]


@pytest.mark.parametrize("star", ["", r"\*"])
def test_footnotes(tmp_path: Path, star: str) -> None:
    note = rf"{{\super\chftn}}{{{star}\footnote\pard\plain {{\super\chftn}} {u('Số 12/KH.')}\par}}"
    result = document(tmp_path, rtf(u("Kế hoạch") + note + u(" tỉnh.") + r"\par " + u("Điều 2.")))
    assert result.text == "Kế hoạch tỉnh.\nSố 12/KH.\nĐiều 2."
    assert [(found.mark, found.anchor) for found in result.footnotes] == [("1", 8)]


def test_old_fonts(tmp_path: Path) -> None:
    tcvn3 = hexadecimal(encoded(SENTENCE, "tcvn3"))
    vni = "".join(rf"\u{ord(sign)}?" if ord(sign) > 127 else sign for sign in as_shown(SENTENCE, "vni"))
    body = rf"{{\f3 ch\'d8 th\'de}}\par{{\f2 {tcvn3}}}\par\f4 {vni}\plain {u(' và các xã')}"
    result = document(tmp_path, rtf(body))
    assert result.text == f"CHỈ THỊ\n{SENTENCE}\n{SENTENCE} và các xã"
    assert [issue.code for issue in result.issues] == ["converted-encoding"] * 2


def test_a_letter_of_vni_may_be_cut_by_braces(tmp_path: Path) -> None:
    assert document(tmp_path, rtf(r"\f4 {nha}{\'e2n daâ}n tænh Uyû ban")).text == "nhân dân tỉnh Uỷ ban"


def test_code_pages(tmp_path: Path) -> None:
    data = (
        rtf(hexadecimal(encoded(SENTENCE, "cp1258")))
        .replace(b"ansicpg1252", b"ansicpg1258")
        .replace(b"fcharset0", b"fcharset1")
    )
    assert document(tmp_path, data).text == SENTENCE
    assert document(tmp_path, data.replace(b"1258", b"99999").replace(SENTENCE[:1].encode(), b"S")).text


PIECES = st.sampled_from(
    [
        *(
            r"\par ",
            r"\pard ",
            r"\cell ",
            r"\row ",
            r"\intbl ",
            r"\trowd",
            "{",
            "}",
            r"{\super 1}",
            r"\chftn",
            "\\",
            "a",
        ),
        *(
            r"{\footnote a",
            r"\u7911?",
            r"\u57344?",
            r"\'",
            r"\'f2",
            r"\f2 ",
            r"\f9 ",
            r"\plain",
            r"\bin3",
            r"\v ",
            r"\*",
        ),
        *(" ", "©", "\n"),
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_contract(body: str) -> None:
    with TemporaryDirectory() as folder:
        try:
            assert_contract(document(Path(folder), rtf(body)))
        except InputError:
            return


@pytest.mark.parametrize(
    "piece", ["{", "{\\b ", "}", "\\cell", "\\u1", "\\'", "{\\footnote a}", "\\", "\\par a", "\\row"]
)
def test_linear_on_hostile_input(piece: str) -> None:
    def seconds(times: int) -> float:
        started = time.process_time()
        read_rtf(rtf("x" + piece * times))
        return time.process_time() - started

    seconds(100)
    assert is_linear(seconds, 4_000, 16_000, factor=8, slack=0.2)
