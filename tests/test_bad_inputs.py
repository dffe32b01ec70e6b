"""One corpus full of bad inputs: each gets its entry, none stops the others, all that is written reads back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx as nx
import pytest
from lxml import etree
from openpyxl import load_workbook
from pyarrow import parquet

from pipeline.manifest import Manifest
from pipeline.run import run
from tests.ingest.encodings.make import encoded
from tests.ingest.make import archive
from tests.ingest.test_sniff import ole
from tests.test_run import DIRECTIVE, contents

csv.field_size_limit(1 << 30)

GOOD = DIRECTIVE.format(number=1)
BAD: dict[str, tuple[bytes, str | None]] = {
    "empty.txt": (b"", "empty"),
    "spaces.txt": (b" \n\t\n ", "empty"),
    "only a mark.txt": (b"\xef\xbb\xbf", "empty"),
    "garbage.pdf": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "corrupt"),
    "garbage.docx": (b"PK\x03\x04" + bytes(range(256)), "corrupt"),
    "picture.pdf": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)), "corrupt"),
    "page.txt": (GOOD.encode(), None),
    "wide.txt": (GOOD.replace("1/CT", "2/CT").encode("utf-16"), None),
    "wide without a mark.txt": (GOOD.replace("1/CT", "5/CT").encode("utf-16-le"), None),
    "tcvn3.txt": (encoded(GOOD.replace("1/CT", "6/CT"), "tcvn3"), None),
    "vni.txt": (encoded(GOOD.replace("1/CT", "7/CT"), "vni"), None),
    "cp1258.txt": (encoded(GOOD.replace("1/CT", "8/CT"), "cp1258"), None),
    "latin.txt": ("Le Président de la République a signé le décret présenté".encode("cp1252"), "encoding"),
    "page.pdf": (f"<html><pre>{GOOD.replace('1/CT', '9/CT')}</pre></html>".encode(), None),
    "garbage.html": (b"<html>" + b"<div>" * 9_000, "corrupt"),
    "garbage.rtf": (b"{\\rtf1 " + bytes(range(128)) + b"\\bin999999 x", None),
    "garbage.odt": (archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<"}), "corrupt"),
    "locked.doc": (ole("WordDocument", flags=0x0100), "encrypted"),
    "sheet.xls": (ole("Workbook"), "unsupported"),
    "control.txt": (GOOD.replace("Sở Nội vụ", "Sở\x00 \x01Nội\u200b vụ\u202e\ufffe").encode(), None),
    "formula.txt": (GOOD.replace("1. Sở", '1. =HYPERLINK("x")<&>]]> Sở').encode(), None),
    "one line.txt": (b"s\xe1\xbb\x91 " * 100_000, None),
    "openings.txt": (("Điều 1 khoản 1 (" * 30_000).encode(), None),
    "clauses.txt": ("\n".join(f"{number % 7}. Sở Nội vụ rà soát" for number in range(3_000)).encode(), None),
    "new\nline'\".txt": (GOOD.replace("1/CT", "3/CT").encode(), None),
    "..txt": (GOOD.replace("1/CT", "4/CT").encode(), None),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "corpus").mkdir()
    for name, (content, _) in BAD.items():
        (folder / "corpus" / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def manifest(folder: Path) -> Manifest:
    return run(folder / "corpus", folder / "out")


def test_each_input_gets_its_entry(manifest: Manifest) -> None:
    found = {entry.input.source: entry.row() for entry in manifest.entries}
    assert {name: row.get("code") for name, row in found.items()} == {name: code for name, (_, code) in BAD.items()}
    assert all(row["advice"] and row["message"] for row in found.values() if row["status"] == "failed")


def test_nothing_is_written_outside(folder: Path, manifest: Manifest) -> None:
    assert manifest.exit_code == 3
    assert {path.name for path in folder.iterdir()} == {"corpus", "out"}
    assert {path.name for path in (folder / "corpus").iterdir()} == set(BAD)
    assert all(path.name.isascii() and path.name.isprintable() for path in (folder / "out").rglob("*"))


def test_all_that_is_written_reads_back(folder: Path, manifest: Manifest) -> None:
    out = folder / "out"
    for path in out.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as handle:
            assert len(list(csv.DictReader(handle))) == parquet.read_table(path.with_suffix(".parquet")).num_rows
    for path in (*out.glob("*.gexf"), *out.glob("akn/*.xml")):
        etree.parse(path)
    nx.read_graphml(out / "graph.graphml")
    load_workbook(out / "tasks.xlsx")
    json.loads((out / "manifest.json").read_text(encoding="utf-8"))


def test_no_cell_is_a_formula(folder: Path, manifest: Manifest) -> None:
    for row in load_workbook(folder / "out" / "tasks.xlsx").active.iter_rows():  # type: ignore[union-attr]
        assert all(cell.data_type != "f" for cell in row)
    with (folder / "out" / "clauses.csv").open(encoding="utf-8-sig", newline="") as handle:
        assert not any(row["text"].startswith(("=", "@")) for row in csv.DictReader(handle))
    texts = parquet.read_table(folder / "out" / "clauses.parquet")["text"].to_pylist()
    assert any(text.startswith("=HYPERLINK") for text in texts)


def test_every_span_holds_its_words(folder: Path, manifest: Manifest) -> None:
    out = folder / "out"
    documents = parquet.read_table(out / "documents.parquet").to_pylist()
    texts = {row["source"]: (out / row["text_file"]).read_text(encoding="utf-8") for row in documents}
    for table in ("citations", "assignments"):
        for row in parquet.read_table(out / f"{table}.parquet").to_pylist():
            assert texts[row["source"]][row["start"] : row["end"]] == row["text"]


@pytest.mark.parametrize("place", ["again", "else/where"])
def test_the_same_bytes_again(folder: Path, manifest: Manifest, place: str) -> None:
    """All but the links of tasks.xlsx to the inputs, which lead there from where the results are."""
    run(folder / "corpus", folder / place)
    first, again = contents(folder / "out"), contents(folder / place)
    assert first.pop("manifest.json") and again.pop("manifest.json")
    if place == "else/where":
        assert first.pop("tasks.xlsx") and again.pop("tasks.xlsx")
    assert first == again
