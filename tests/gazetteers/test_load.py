from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.errors import GazetteerError
from pipeline.gazetteers import citing, load


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    aliases: tuple[str, ...]
    current: bool
    note: str | None


GOOD = "name,aliases,current,note\nSở Nội vụ,SNV|Sở NV,yes,\n"
BAD = [
    ("name,aliases,current\nA,,yes\n", "t.csv:1"),
    ("name,aliases,current,note\nA,,maybe,\n", "t.csv:2: current"),
    ("name,aliases,current,note\nA,,yes,\n,,no,\n", "t.csv:3: name: empty"),
    ("name,aliases,current,note\nA ,,yes,\n", "t.csv:2: name"),
    ("name,aliases,current,note\nSo\u031b\u0309,,yes,\n", "NFC"),
    ("name,aliases,current,note\nA,x\n", "too short"),
]


def write(folder: Path, text: str) -> Path:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    return folder


def test_rows_become_records(tmp_path: Path) -> None:
    assert load.read_table("t", Row, write(tmp_path, GOOD)) == (Row("Sở Nội vụ", ("SNV", "Sở NV"), True, None),)


@pytest.mark.parametrize(("text", "place"), BAD)
def test_a_bad_row_names_its_place(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(GazetteerError, match=place):
        load.read_table("t", Row, write(tmp_path, text))


def test_every_province_has_one_of_34_successors() -> None:
    assert len(load.provinces()) == 63
    successors = {row.name_2025 for row in load.provinces()}
    assert len(successors) == 34
    assert successors <= {row.name for row in load.provinces()}


def test_type_codes_are_not_shared_within_a_side() -> None:
    codes: dict[str, list[str]] = {}
    for kind in load.document_types():
        for code in kind.abbreviations:
            codes.setdefault(code, []).append(kind.name)
    assert {code: names for code, names in codes.items() if len(names) > 1} == {"TT": ["thông tư", "thông tri"]}


def test_words_of_an_unknown_role_are_an_error() -> None:
    with pytest.raises(KeyError, match="no-such-role"):
        citing.any_of("no-such-role")
