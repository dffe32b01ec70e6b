from __future__ import annotations

from pathlib import Path

from pipeline.tables.texts import text_files, write_texts
from tests.make import HUNG_YEN, make_document, make_extraction


def test_the_text_is_written_letter_for_letter(tmp_path: Path) -> None:
    text = "Điều 1. Rà soát\r\nhồ sơ 𠀀\x0b"
    (name,) = write_texts([make_extraction(document=make_document(text))], tmp_path).values()
    assert name == "text/akn-vn-hung-yen-doc-chi-thi-ubnd-2021-08-02-09-ct-ubnd.txt"
    assert (tmp_path / name).read_bytes() == text.encode()


def test_names_come_from_ids_and_hashes_only(tmp_path: Path) -> None:
    sources = ["../../etc/x", "a\nb.txt", "/root/'q\".txt", "..", "CON"]
    extractions = [make_extraction(None, document=make_document(f"Văn bản {source}", source)) for source in sources]
    names = write_texts(extractions, tmp_path)
    assert len(set(names.values())) == len(sources)
    assert {path.parent for path in tmp_path.rglob("*.txt")} == {tmp_path / "text"}
    assert not {"etc", "root", "con"} & {part for name in names.values() for part in name.split("/")}


def test_one_text_read_twice_is_one_file_and_another_reading_is_another() -> None:
    same = [make_extraction(document=make_document("Một", source)) for source in ("a.txt", "b.txt")]
    scan = make_extraction(document=make_document("Mot", "c.pdf", sha256="ab" * 32))
    names = text_files([scan, *same])
    assert names["a.txt"] == names["b.txt"]
    assert names["c.pdf"] == names["a.txt"].replace(".txt", "-abababab.txt")


def test_two_ids_of_one_slug_do_not_overwrite_each_other() -> None:
    one = make_extraction("/akn/vn/doc/a-b", document=make_document("Một", "a.txt"))
    other = make_extraction("/akn/vn/doc/a/b", document=make_document("Hai", "b.txt"))
    assert len(set(text_files([one, other]).values())) == 2


def test_a_lone_surrogate_keeps_its_place(tmp_path: Path) -> None:
    (name,) = write_texts([make_extraction(HUNG_YEN, document=make_document("a\ud800b"))], tmp_path).values()
    assert (tmp_path / name).read_text(encoding="utf-8") == "a?b"
