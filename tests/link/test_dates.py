from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.link.dates import Dates, Sighting, is_later, terms
from pipeline.link.mentions import Mention
from pipeline.link.series import Owner

TW = Owner("vn", "trung-uong")
SERIES = (TW, "nghi-quyet", "18-nq-tw")
MENTION = Mention("nghi-quyet", "18-nq-tw", "18-nq-tw", TW, "vn", None, party=True)


def known(*dates: str, cited_on: str | None = None, year: str | None = None) -> Dates:
    return Dates(Sighting(SERIES, replace(MENTION, date=date, year=year), cited_on or date) for date in dates)


@pytest.mark.parametrize(
    ("dates", "date", "until", "expected"),
    [
        (["2021-07-15"], "2021", None, ["2021-07-15"]),
        (["2021-07-15", "2021"], "2021", None, ["2021-07-15"]),
        (["2021-07-15", "2021-08-01"], "2021", None, ["2021-07-15", "2021-08-01"]),
        (["2021-07-15", "2021-08-01"], "2021-08", None, ["2021-08-01"]),
        (["2021-07-15"], "2022", None, []),
        (["2012-11-01", "2017-10-25"], None, "2019-01-01", ["2017-10-25"]),
        (["2017-10-25", "2022-06-16"], None, "2019-01-01", ["2017-10-25"]),
        (["2012-11-01", "2013-11-01"], None, "2019-01-01", ["2012-11-01", "2013-11-01"]),
        (["2022-06-16"], None, "2019-01-01", []),
        (["2022-06-16"], None, "2022", ["2022-06-16"]),
        (["2022-06-16"], None, None, ["2022-06-16"]),
    ],
)
def test_fitting(dates: list[str], date: str | None, until: str | None, expected: list[str]) -> None:
    assert list(known(*dates).fitting(SERIES, MENTION, date, until)) == expected


def test_a_unique_number_has_one_date() -> None:
    dates = known("2011-06-16", "2011-06-13", "2011-06-13", "2011", year="2011")
    assert dates.fitting(SERIES, replace(MENTION, year="2011"), "2011-06-16", None) == ("2011-06-13",)


@pytest.mark.parametrize(
    ("place", "date", "expected"),
    [
        ("vn", "2016-01-20", ("XI",)),
        ("vn", "2016", ("XI", "XII")),
        ("vn", "2021-02-02", ("XIII",)),
        ("vn", "2026-03", ("XIV",)),
        ("vn-lai-chau", "2021-05-20", ("2020-2025",)),
        ("vn-lai-chau", "2020-10-10", ("2015-2020", "2020-2025")),
        ("vn", None, ()),
    ],
)
def test_terms(place: str, date: str | None, expected: tuple[str, ...]) -> None:
    assert terms(place, date) == expected


DAYS = st.dates().map(lambda day: day.isoformat()).flatmap(lambda day: st.sampled_from([day, day[:7], day[:4]]))


@given(DAYS, DAYS)
def test_later_is_never_mutual(one: str, other: str) -> None:
    assert not (is_later(one, other) and is_later(other, one))
