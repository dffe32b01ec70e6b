"""The catalogue of bodies is whole: every row can be found, dated and followed to what it became."""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain

import pytest

from pipeline.gazetteers import load
from pipeline.gazetteers.load import Body

LEVELS = {"C": "central", "P": "province", "D": "district", "X": "commune"}
BRANCHES = {"state", "party", "mass_organisation", "both", "non_state"}
DISTRICTS_END = "2025-06-30"  # Resolution 203/2025/QH15
_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def rows() -> dict[str, Body]:
    return {body.id: body for body in load.bodies()}


def test_ids_are_unique_and_stand_by_level() -> None:
    ids = [body.id for body in load.bodies()]
    assert [each for each, times in Counter(ids).items() if times > 1] == []
    assert ids == sorted(ids, key=lambda each: "CPDXG".index(each[0]))


def test_the_id_tells_the_level_and_the_kind() -> None:
    for body in load.bodies():
        assert body.branch in BRANCHES, body
        assert body.level == LEVELS.get(body.id[0], body.level), body
        assert (body.kind == "collective") == body.id.startswith(("G-", "C-COL-")), body


def test_a_name_means_one_body_of_its_level() -> None:
    """In one time: `Phòng Kinh tế` is of another body than before, but never of two at once."""
    met = Counter((name, body.level) for body in load.bodies() for name in {body.name, *body.aliases})
    assert [name for name, times in met.items() if times > 1] == []


def test_dates_are_dates_in_order() -> None:
    for body in load.bodies():
        for date in filter(None, (body.valid_from, body.valid_to)):
            assert _DATE.fullmatch(date), body
        assert (body.valid_from or "") <= (body.valid_to or "9"), body


def test_successors_are_known_and_follow_an_end() -> None:
    for body in load.bodies():
        assert set(body.successors) <= rows().keys() - {body.id}, body
        assert body.valid_to or not body.successors, body


def test_successors_form_no_circle() -> None:
    """Along every branch, not only where there is a single one."""

    def depth(each: str, met: tuple[str, ...]) -> None:
        assert each not in met, met
        for following in rows()[each].successors:
            depth(following, (*met, each))

    for each in rows():
        depth(each, ())


def test_no_body_outlives_its_level() -> None:
    for body in load.bodies():
        if body.level == "district" and body.id != "D-HKL":
            assert (body.valid_to or "9") <= DISTRICTS_END, body


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("C-BKHDT", "C-BTC"),
        ("C-TCT", "C-CT"),
        ("C-CN", "C-CNTY"),
        ("P-STNMT", "P-SNNMT"),
        ("P-BTGTU", "P-BTGDVTU"),
        ("D-TAND", "P-TANDKV"),
    ],
)
def test_the_reorganisation_of_2025(old: str, new: str) -> None:
    assert rows()[old].successors == (new,)
    assert "2025" in (rows()[old].valid_to or "")


def test_issuer_codes_name_bodies_of_the_catalogue() -> None:
    named = chain.from_iterable((row.body_id or "").split("|") for row in load.issuers())
    assert set(filter(None, named)) <= rows().keys()
