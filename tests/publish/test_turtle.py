from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import XSD, Graph, Literal, URIRef

from pipeline.publish.turtle import date, iri, literal, sentences

ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))


@given(ANY, ANY)
def test_any_text_and_name_read_back(text: str, name: str) -> None:
    block = "".join(sentences(iri("x/", name), [("<urn:p>", literal(text, "vi")), ("<urn:p>", literal(text))]))
    read = Graph().parse(data=block, format="turtle")
    (subject,) = set(read.subjects())
    assert isinstance(subject, URIRef)
    assert not set(subject) & set('<>"{}|^`\\ \n')
    assert set(read.objects()) == {Literal(text, "vi"), Literal(text)}


def test_two_names_do_not_meet() -> None:
    assert len({iri("body/", name) for name in ("a b", "a%20b", "a-b", "ả b")}) == 4


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("2021-07-15", XSD.date),
        ("2025-02", XSD.gYearMonth),
        ("2021", XSD.gYear),
        ("monthly", None),
        ("12-monthly", None),
    ],
)
def test_dates_have_the_type_of_what_is_known(said: str, kind: URIRef | None) -> None:
    block = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n" + "".join(
        sentences("<urn:s>", [("<urn:p>", date(said))])
    )
    (value,) = Graph().parse(data=block, format="turtle").objects()
    assert value == Literal(said, datatype=kind)


def test_what_is_not_known_is_not_said() -> None:
    assert list(sentences("<urn:s>", [("a", None)])) == []
    assert list(sentences("<urn:s>", [("a", "<urn:t>"), ("a", "<urn:t>"), ("b", None)])) == ["<urn:s> a <urn:t> .\n"]
