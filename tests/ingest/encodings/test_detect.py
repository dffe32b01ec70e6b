from __future__ import annotations

import time
from pathlib import Path

import pytest

from pipeline.errors import EncodingInput
from pipeline.ingest import read
from pipeline.ingest.encodings.decodings import bytes_of, shown
from pipeline.ingest.encodings.detect import decode, mend
from pipeline.ingest.encodings.evidence import spelling
from tests.ingest.encodings.make import DIRECTIVE, ENCODINGS, as_shown, encoded
from tests.ingest.make import document

SAMPLES = sorted((Path(__file__).parents[3] / "corpus" / "sample").glob("*.txt"))
NAMES = {"tcvn3": "TCVN3", "tcvn5712": "TCVN3", "vni": "VNI", "cp1258": "cp1258"}
WIDE = ("utf-16-le", "utf-16-be")


def small_capitals(text: str) -> str:
    """TCVN3 loses which letters with tones are capitals, where no other capital stands beside them."""
    return text.replace("Ủ", "ủ")


@pytest.mark.parametrize("encoding", [*ENCODINGS, *WIDE])
def test_told_apart_and_said_so(encoding: str) -> None:
    data = DIRECTIVE.encode(encoding) if encoding in WIDE else encoded(DIRECTIVE, encoding)
    text, issues = decode(data)
    assert small_capitals(text) == small_capitals(DIRECTIVE)
    assert [issue.code for issue in issues] == ["converted-encoding"]
    assert NAMES.get(encoding, encoding.upper()) in issues[0].message


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_no_issue(encoding: str) -> None:
    assert decode(DIRECTIVE.encode(encoding)) == (DIRECTIVE, ())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_samples_read_back_the_same(path: Path, encoding: str, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    quotes = str.maketrans("“”–…", '""-.')  # TCVN 5712 has none
    text = text.translate(quotes) if encoding == "tcvn5712" else text
    assert small_capitals(document(tmp_path, encoded(text, encoding)).text) == small_capitals(
        document(tmp_path, text.encode()).text
    )
    assert read(path).issues == ()


@pytest.mark.parametrize(
    "data",
    [
        b"Uy\xf2 ban",  # too little to tell
        "ộ".encode("utf-16-be"),
        b"\xff\xfe\x00",
        bytes(range(1, 256)) * 20,
        "Le Président de la République a signé à Paris le décret présenté par le ministère de l'Intérieur".encode(
            "cp1252"
        ),
        "Über die Änderung der Straßenverkehrsordnung für Fußgänger äußerte sich die Behörde".encode("cp1252"),
        DIRECTIVE.encode()[:-20] + b"\xff\xfe" + DIRECTIVE.encode(),
    ],
)
def test_what_is_not_sure_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(EncodingInput) as caught:
        decode(data)
    assert caught.value.advice


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_old_letters_within_unicode(encoding: str) -> None:
    old = as_shown("Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện", encoding)
    new = "Các sở, ban, ngành và Ủy ban nhân dân các huyện"
    texts, issues = mend([new, old, "là các", "No. 12"])
    assert texts == [new, "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện", "là các", "No. 12"]
    assert len(issues) == 1


def test_unicode_taken_for_cp1252() -> None:
    (text,), issues = mend([shown(DIRECTIVE.encode())])
    assert (text, len(issues)) == (DIRECTIVE, 1)


@pytest.mark.parametrize(
    "text",
    [
        DIRECTIVE,
        "Ông Müller, bà Françoise và công ty Citroën dự họp; diện tích 20 km², “vượt” 37°C",
        "Le décret du 3 août a été présenté; à l'École Normale Supérieure où l'on s'est réuni",
        "No Vietnamese at all",
        DIRECTIVE + "Ö\n" * 20,  # ticks
    ],
)
def test_what_is_well_stays(text: str) -> None:
    assert mend([text]) == ([text], ())


def test_a_few_lines_of_mojibake_are_named() -> None:
    rubbish = "¡¢£ t§¨h ©ªng µ¶h ¸¹n »¼ tr½¾ ¿Æt ÇÈng ®t ¡t¢ £h¤ ¥ng¦ §tr¨"
    texts, issues = mend([*DIRECTIVE.split("\n") * 9, rubbish])
    assert (texts[-1], [issue.code for issue in issues]) == (rubbish, ["mojibake"])


def test_mojibake_of_another_kind_is_refused() -> None:
    with pytest.raises(EncodingInput):
        mend(["¡¢£ t§¨h ©ªng µ¶h ¸¹n »¼ tr½¾ ¿Æt ÇÈng ®t ¡t¢ £h¤ ¥ng¦ §tr¨ " * 3])


def test_every_byte_has_a_sign() -> None:
    assert bytes_of(shown(bytes(range(256)))) == bytes(range(256))


@pytest.mark.parametrize(
    ("text", "good", "bad"),
    [("Quyết định số 12/QĐ-UBND ngày 1", 4, 0), ("Phòng GD&ĐT", 1, 0), ("strường “ôm” Đăk", 1, 2), ("plain", 0, 0)],
)
def test_evidence(text: str, good: int, bad: int) -> None:
    assert (spelling(text).good, spelling(text).bad) == (good, bad)


def test_clean_text_is_decoded_fast() -> None:
    data = DIRECTIVE.encode() * 5_000
    started = time.process_time()
    text, _ = decode(data)
    mend([text])
    assert len(data) / (time.process_time() - started) > 20e6
