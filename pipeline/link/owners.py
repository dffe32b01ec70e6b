"""Who can own a number that is cited without issuer: the owners under whom the same number is cited in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pipeline.link.mentions import Mention
from pipeline.link.series import NATION, Owner

Numbered = tuple[str, str]
_Index = dict[tuple[str, str, str | None], set[Owner]]


class Owners:
    """The owners of the numbers that some mention leaves open, by date; each question is worked out once."""

    def __init__(self, mentions: Iterable[Mention], wanted: set[Numbered]) -> None:
        self._finer: _Index = defaultdict(set)
        self._exact: _Index = defaultdict(set)
        self._answers: dict[tuple[str | None, ...], tuple[Owner, ...]] = {}
        for mention in mentions:
            if mention.owner is not None and (mention.doc_type, mention.key) in wanted:
                self._exact[mention.doc_type, mention.key, mention.date].add(mention.owner)
                for date in (mention.date, *shorter(mention.date)):
                    self._finer[mention.doc_type, mention.key, date].add(mention.owner)

    def fitting(self, mention: Mention, home: str | None = None) -> tuple[Owner, ...]:
        """The owners of its number at its date, in order; with `home` only the nation's and those of that province."""
        question = (mention.doc_type, mention.key, mention.date, mention.below, home)
        if question not in self._answers:
            self._answers[question] = tuple(sorted(self._found(mention, home)))
        return self._answers[question]

    def _found(self, mention: Mention, home: str | None) -> set[Owner]:
        found = set(self._finer.get((mention.doc_type, mention.key, mention.date), ()))
        for date in shorter(mention.date):
            found |= self._exact.get((mention.doc_type, mention.key, date), set())
        return {
            owner
            for owner in found
            if (home is None or owner.jurisdiction in (NATION, home)) and owner.slug.startswith(mention.below or "")
        }


def without_owner(mentions: Iterable[Mention]) -> set[Numbered]:
    """The numbers, with their types, that some mention leaves without owner."""
    return {(mention.doc_type, mention.key) for mention in mentions if mention.owner is None}


def shorter(date: str | None) -> Iterator[str | None]:
    """The beginnings of a date that are dates themselves, and None: `2021-07-15` → `2021-07`, `2021`, None."""
    if date is not None:
        yield from (date[:end] for end in (7, 4) if end < len(date))
        yield None
