from __future__ import annotations

import json

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.tables.safe import json_quoted, neutral, neutral_strings, safe_strings, xml_escaped, xml_safe

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
TRICKY = st.text(st.sampled_from("=+-@\t\r＝1.,a \x00\x0b\ufffe\n"), max_size=6)


@given(ANYTHING)
def test_xml_takes_what_is_left_and_nothing_else_is_lost(text: str) -> None:
    element = etree.Element("a", value=xml_safe(text))
    assert etree.fromstring(etree.tostring(element)).get("value") == xml_safe(text)
    for letter in set(text) - set(xml_safe(text)):
        with pytest.raises((ValueError, UnicodeEncodeError)):
            etree.Element("a", value=letter)


@given(st.lists(st.one_of(st.none(), ANYTHING, TRICKY), max_size=8))
def test_a_column_is_cleaned_as_its_cells_are(values: list[str | None]) -> None:
    assert safe_strings(values).to_pylist() == [value and xml_safe(value) for value in values]


@given(st.lists(st.one_of(st.none(), TRICKY), max_size=8))
def test_a_column_is_neutralised_as_its_cells_are(values: list[str | None]) -> None:
    column = pa.chunked_array([safe_strings(values)])
    assert neutral_strings(column).to_pylist() == [value and neutral(value) for value in column.to_pylist()]


@pytest.mark.parametrize("cell", ["=1+1", "+84 24", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "- Sở Nội vụ", "＝1"])
def test_what_a_spreadsheet_would_run_is_quoted(cell: str) -> None:
    assert neutral(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "-", "+", "-1", "+1", "-1.5", "10.000", "a=1", "Điều 1", "'=1", " -"])
def test_a_plain_cell_stays(cell: str) -> None:
    assert neutral(cell) == cell


@given(st.lists(st.one_of(st.none(), st.text(max_size=20), TRICKY), max_size=8))
def test_json_gives_back_what_was_quoted(values: list[str | None]) -> None:
    quoted = json_quoted(pa.array(values, pa.string())).to_pylist()
    assert [each and json.loads(each) for each in quoted] == values


@given(st.lists(st.one_of(st.none(), ANYTHING, TRICKY), max_size=8))
def test_xml_gives_back_what_was_escaped(values: list[str | None]) -> None:
    column = safe_strings(values)
    found = [each and etree.fromstring(f'<a b="{each}"/>').get("b") for each in xml_escaped(column).to_pylist()]
    assert found == column.to_pylist()
