"""Pairs of mentions (pairs.csv) that mean the same document, different ones, or what nobody can tell from the texts.

The rules: numbering of Decree 30/2020/NĐ-CP and of Party Guidance 05-HD/VPTW. Numbers are real, contexts made up.
A mention is written `type number (date) [printed issuer] @province on date of the citing document`; a name stands in
quotes; without `@` it is cited in Lai Châu, without `on` on 2021-09-01. Each side stands in a document of its own.
"""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from pipeline.link import link
from pipeline.model import Citation, Extraction
from tests.link.make import cite, paper

_MENTION = re.compile(
    r"""
    (?P<doc_type> .+? ) \s (?: (?P<number> \d\S* ) | "(?P<name> [^"]+ )" )
    (?: \s \( (?P<date> [\d-]+ ) \) )?
    (?: \s \[ (?P<issuer> [^]]+ ) \] )?
    (?: \s @ (?P<of> .+? ) )?
    (?: \s on \s (?P<on> [\d-]+ ) )?
    """,
    re.VERBOSE,
)


def one(text: str) -> Extraction:
    """A document that makes the one citation written in `text`."""
    found = _MENTION.fullmatch(text)
    assert found is not None, text
    citation = cite(found["doc_type"], found["number"], found["date"], found["issuer"], found["name"])
    province = None if found["of"] == "trung ương" else found["of"] or "Lai Châu"
    return paper(citation, of=province, on=found["on"] or "2021-09-01", source=text)


def targets(first: str, second: str) -> tuple[Citation, Citation]:
    one_side, other_side = link([one(first), one(second)])
    return one_side.citations[0], other_side.citations[0]


with Path(__file__).with_name("pairs.csv").open(encoding="utf-8", newline="") as handle:
    PAIRS = list(csv.DictReader(handle))


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{pair['verdict']}: {pair['why']}" for pair in PAIRS])
def test_pair(pair: dict[str, str]) -> None:
    first, second = targets(pair["first"], pair["second"])
    if pair["verdict"] == "same":
        assert first.target_id == second.target_id
        assert first.status == second.status != "ambiguous"
    else:
        assert first.target_id != second.target_id
    if pair["verdict"] == "undecided":
        assert second.status != "resolved"


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["why"] for pair in PAIRS])
def test_order_does_not_matter(pair: dict[str, str]) -> None:
    there = link([one(pair["first"]), one(pair["second"])])
    back = link([one(pair["second"]), one(pair["first"])])
    assert there == back[::-1]


def test_there_are_enough_pairs() -> None:
    assert len(PAIRS) >= 60
    assert {pair["verdict"] for pair in PAIRS} == {"same", "different", "undecided"}


def test_all_pairs_together_mix_no_provinces_and_no_years() -> None:
    """One corpus of everything: no node has mentions of two printed years, and a node of a province only its own."""
    linked = link([one(side) for pair in PAIRS for side in (pair["first"], pair["second"])])
    years: dict[str, set[str]] = {}
    for extraction in linked:
        citation = extraction.citations[0]
        assert citation.target_id is not None
        if citation.date is not None and not re.search(r"/(?:19|20)\d\d/", citation.number or ""):
            years.setdefault(citation.target_id, set()).add(citation.date[:4])
    assert all(len(found) == 1 for found in years.values())


def test_terms_of_the_party() -> None:
    """`18-NQ/TW` cited bare: the term decides while only its own is alive, and nothing does once two are."""
    dated = [
        one("nghị quyết 18-NQ/TW (2012-11-01) on 2013-01-01"),
        one("nghị quyết 18-NQ/TW (2017-10-25) on 2018-01-01"),
        one("nghị quyết 18-NQ/TW (2022-06-16) on 2022-12-01"),
    ]
    within = link([one("nghị quyết 18-NQ/TW on 2019-01-01"), *dated])[0].citations[0]
    assert (within.target_id, within.status) == ("/akn/vn/doc/nghi-quyet/trung-uong/2017-10-25/18-nq-tw", "resolved")
    revived = [*dated, one("nghị quyết 18-NQ/TW (2017-10-25) on 2024-12-01")]
    after = link([one("nghị quyết 18-NQ/TW on 2025-01-01"), *revived])[0]
    assert after.citations[0].status == "ambiguous"
    assert "2017-10-25" in after.issues[0].message and "2022-06-16" in after.issues[0].message
