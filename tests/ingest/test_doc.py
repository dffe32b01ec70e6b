from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipeline.errors import CorruptInput, OfficeMissing, TimedOut
from pipeline.ingest import doc
from pipeline.ingest.doc import read_doc
from pipeline.limits import Limits
from tests.ingest.encodings.make import as_shown
from tests.ingest.make import document, docx, paragraph, table
from tests.ingest.test_docx_fonts import fonts, run
from tests.ingest.test_sniff import ole

SENTENCE = "Sở Nội vụ chủ trì, phối hợp với các cơ quan liên quan thực hiện."


def office(folder: Path, patch: pytest.MonkeyPatch, script: str) -> None:
    """A LibreOffice that does what `script` says, with the folder for its result as $out."""
    command = folder / "soffice"
    command.write_text('#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nout=$2\n' + script)
    command.chmod(0o755)
    patch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DOC that LibreOffice has written."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("doc")
    head = table([["UBND TỈNH"], ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]], [["Số: 1/CT-UBND"], ["Độc lập - Tự do"]])
    old = f"<w:p>{run(as_shown(SENTENCE, 'tcvn3'), fonts('.VnTime'))}</w:p>"
    (folder / "made.docx").write_bytes(_whole(head + paragraph(f"1. {SENTENCE}") + old))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "doc",
        "--outdir",
        str(folder),
        str(folder / "made.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "made.doc"


def _whole(body: str) -> bytes:
    """A DOCX that word processors open too."""
    kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    place = "http://schemas.openxmlformats.org"
    buffer = BytesIO(docx(body))
    with ZipFile(buffer, "a") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{place}/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kinds}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{place}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{place}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
    return buffer.getvalue()


def test_a_word_97_document(tmp_path: Path, made: Path) -> None:
    result = document(tmp_path, made.read_bytes(), "no suffix")
    assert result.text.split("\n") == [
        *("UBND TỈNH", "Số: 1/CT-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do"),
        *(f"1. {SENTENCE}", SENTENCE),
    ]
    assert result.method == "doc"
    assert [issue.code for issue in result.issues] == ["converted-encoding"]


def test_a_broken_document(made: Path) -> None:
    try:
        read_doc(made.read_bytes()[:3000])
    except CorruptInput as error:
        assert error.advice


def test_without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OfficeMissing) as caught:
        document(tmp_path, ole("WordDocument"))
    assert caught.value.code == "dependency"
    assert "apt-get install -y" in caught.value.advice


def test_what_it_writes_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "result.docx").write_bytes(docx(paragraph(SENTENCE)))
    office(tmp_path, monkeypatch, f'cp "{tmp_path}/result.docx" "$out/input.docx"')
    assert read_doc(ole("WordDocument")).lines[0].text == SENTENCE


def test_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(CorruptInput):
        read_doc(ole("WordDocument"))


def test_one_that_begins_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "result.docx").write_bytes(docx(paragraph(SENTENCE)))
    begun = f"[ -e {tmp_path}/begun ] || {{ touch {tmp_path}/begun; exit 81; }}"
    office(tmp_path, monkeypatch, f'{begun}\ncp "{tmp_path}/result.docx" "$out/input.docx"')
    assert read_doc(ole("WordDocument")).lines[0].text == SENTENCE


def test_one_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office(tmp_path, monkeypatch, f"echo $$ > {tmp_path}/process; exec sleep 60")
    monkeypatch.setattr(doc, "LIMITS", Limits(seconds_per_page=0.5))
    with pytest.raises(TimedOut):
        read_doc(ole("WordDocument"))
    assert not Path("/proc", (tmp_path / "process").read_text().strip()).exists()
