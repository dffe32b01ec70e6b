"""Under which dates a number, or a name, is known, and which of them an incomplete mention can mean.

State numbers restart every year, so the year is part of the identity. Party numbers restart with each term of the
committee (Party Guidance 05-HD/VPTW): an undated mention means a document of the term in which it is cited, or an
older one that documents of that term still cite by its date.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pipeline.gazetteers import linking
from pipeline.link.mentions import Mention, Series
from pipeline.link.series import NATION

SHOWN = 6  # candidates that are looked at and named; one more than this number changes nothing
_END = "~"  # sorts behind every date that begins alike
_HEAD_COUNTS = 1 << 40  # a document knows its own date better than any number of others


@dataclass(frozen=True, slots=True)
class Sighting:
    """A mention whose owner is known, in a document dated `cited_on`; `is_head` where it is the document itself."""

    series: Series
    mention: Mention
    cited_on: str | None
    is_head: bool = False


class Dates:
    """The dates of each series member, with every date that a fuller one covers left out."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        dated = [sighting for sighting in sightings if sighting.mention.date is not None]
        counts: dict[Series, dict[str, int]] = defaultdict(dict)
        for sighting in dated:
            dates = counts[sighting.series]
            date = sighting.mention.date or ""
            dates[date] = dates.get(date, 0) + (_HEAD_COUNTS if sighting.is_head else 1)
        unique = {sighting.series for sighting in dated if sighting.mention.year is not None}
        self._known = {
            series: (_most_seen(dates),) if series in unique else _fullest(dates) for series, dates in counts.items()
        }
        self._current = self._by_term(sighting for sighting in dated if sighting.mention.party)

    def fitting(self, series: Series, mention: Mention, date: str | None, until: str | None) -> tuple[str, ...]:
        """The first few dates that `date` covers; for None, those not later than `until` that can be meant."""
        known = self._known.get(series, ())
        if len(known) < 2 and (mention.year is not None or not known):
            return known
        if date is not None:
            return _between(known, date, date)
        return (self._of_the_term(series, until) if mention.party else ()) or _between(known, "", until)

    def _of_the_term(self, series: Series, until: str | None) -> tuple[str, ...]:
        current = [self._current.get((series, term), ()) for term in terms(series[0].jurisdiction, until)]
        return tuple(sorted({date for dates in current for date in _between(dates, "", until)}))

    def _by_term(self, sightings: Iterable[Sighting]) -> dict[tuple[Series, str], tuple[str, ...]]:
        found: dict[tuple[Series, str], set[str]] = defaultdict(set)
        for sighting in sightings:
            series = sighting.series
            if len(self._known[series]) < 2:
                continue
            meant = _between(self._known[series], sighting.mention.date or "", sighting.mention.date)
            if len(meant) == 1:
                where = series[0].jurisdiction
                for term in {*terms(where, meant[0]), *terms(where, sighting.cited_on)}:
                    found[series, term].add(meant[0])
        return {key: tuple(sorted(dates)) for key, dates in found.items()}


@lru_cache(maxsize=1 << 16)
def terms(jurisdiction: str, date: str | None) -> tuple[str, ...]:
    """The terms of the committee in which `date` can lie; two where it may stand on either side of a congress.

    >>> terms("vn", "2017-10-25"), terms("vn-lai-chau", "2020"), terms("vn", None)
    (('XII',), ('2015-2020', '2020-2025'), ())
    """
    level = "central" if jurisdiction == NATION else "province"
    rows = [row for row in linking.party_terms() if row.level == level] if date else []
    return tuple(row.name for row in rows if not is_later(row.start, date) and not is_later(date, row.end))


def is_later(date: str | None, other: str | None) -> bool:
    """Whether `date` is certainly later than `other`; what one of them leaves open decides nothing.

    >>> is_later("2021-07-15", "2021"), is_later("2022", "2021-07-15"), is_later(None, "2021")
    (False, True, False)
    """
    if date is None or other is None:
        return False
    common = min(len(date), len(other))
    return date[:common] > other[:common]


def _most_seen(dates: dict[str, int]) -> str:
    """The one date of a number that is unique: its own document's, else the most frequent, a full one, the earliest."""
    return min(dates, key=lambda date: (len(date) < 10, -dates[date], date))


def _fullest(dates: Iterable[str]) -> tuple[str, ...]:
    ordered = sorted(dates)
    following = [*ordered[1:], ""]
    return tuple(date for date, after in zip(ordered, following, strict=True) if not after.startswith(f"{date}-"))


def _between(dates: tuple[str, ...], first: str, last: str | None) -> tuple[str, ...]:
    low = bisect_left(dates, first)
    high = len(dates) if last is None else bisect_right(dates, last + _END)
    return dates[low : min(high, low + SHOWN + 1)]
