"""All documents of a run side by side: what each mentions, and under which dates and owners every number is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.link.dates import Dates, Sighting
from pipeline.link.mentions import Mention, Series, at_home, read_citation, read_head
from pipeline.link.owners import Owners, without_owner
from pipeline.link.within import complete_within
from pipeline.model import Extraction


@dataclass(frozen=True, slots=True)
class Draft:
    """One document before its citations are resolved: itself, those it mentions, dates for those it also cites bare."""

    extraction: Extraction
    own: Mention
    cited: tuple[Mention, ...]
    dates: Dates


@dataclass(frozen=True, slots=True)
class Corpus:
    """What all documents together tell. `symbols` holds the fullest form of each number that is also printed short."""

    dates: Dates
    owners: Owners
    symbols: dict[tuple[Series, str], str] = field(default_factory=dict)


def draft(extraction: Extraction) -> Draft:
    """`extraction` with its mentions completed as far as the document itself and its head allow."""
    head, own = extraction.head, read_head(extraction)
    read = [read_citation(citation, head) for citation in extraction.citations]
    cited = tuple(at_home(mention, own, head.province) for mention in complete_within(own, read))
    sightings = list(_sightings(own, cited, head.date))
    incomplete = {sighting.series for sighting in sightings if not sighting.mention.is_dated}
    return Draft(extraction, own, cited, Dates(one for one in sightings if one.series in incomplete))


def assemble(drafts: Sequence[Draft]) -> Corpus:
    """The index over all drafts; their order does not matter."""
    mentions = [mention for one in drafts for mention in (one.own, *one.cited)]
    dates = Dates(sighting for one in drafts for sighting in _sightings(one.own, one.cited, one.extraction.head.date))
    return Corpus(dates, Owners(mentions, without_owner(mentions)), _fullest_symbols(mentions, dates))


def _sightings(own: Mention, cited: Iterable[Mention], cited_on: str | None) -> Iterable[Sighting]:
    if own.owner is not None:
        yield Sighting((own.owner, own.doc_type, own.key), own, cited_on, is_head=True)
    for mention in cited:
        if mention.owner is not None:
            yield Sighting((mention.owner, mention.doc_type, mention.key), mention, cited_on)


def _fullest_symbols(mentions: Iterable[Mention], dates: Dates) -> dict[tuple[Series, str], str]:
    """The longest symbol of each document whose number is printed with its drafting unit somewhere: `301-ubnd-nc`."""
    found: dict[tuple[Series, str], str] = {}
    for mention in mentions:
        if mention.owner is None or mention.symbol == mention.key or mention.date is None:
            continue
        series = (mention.owner, mention.doc_type, mention.key)
        for date in dates.fitting(series, mention, mention.date, None)[:1]:
            found[series, date] = max(found.get((series, date), ""), mention.symbol, key=lambda one: (len(one), one))
    return found
