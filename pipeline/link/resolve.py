"""Which document a mention means. Nothing is guessed, and a number alone never joins two provinces.

A mention is completed, in this order, from the same document's fuller mention, from the head of the citing document,
from the only candidate in the corpus that is not later than the citing document. The status says how far this led:

* `resolved`: the target is identified: type, number, owner with its province, and date or year; or it is a document
  of the corpus.
* `ambiguous`: several documents fit, or the document of some province whose name nothing tells. The mention gets a
  node of its own; the candidates are named in an issue.
* `external`: a node, but an incomplete one that matches no document of the corpus: a law by its name, a number whose
  date or issuer nobody tells. An undated number is a node of its citing document alone.

Laws are the exception to the third step: their names outlive their editions, so that the only edition which the
corpus happens to date need not be the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.link.corpus import Corpus, Draft
from pipeline.link.dates import SHOWN
from pipeline.link.ids import DocumentId
from pipeline.link.mentions import Mention, own_mark
from pipeline.link.series import NATION, Owner

RESOLVED, AMBIGUOUS, EXTERNAL = "resolved", "ambiguous", "external"


@dataclass(frozen=True, slots=True)
class Target:
    """The node that a mention means, its date, the status, and the candidates between which nothing decides."""

    uri: str
    date: str | None
    status: str
    candidates: tuple[str, ...] = ()


def identify(draft: Draft, corpus: Corpus) -> Target:
    """The document of `draft` itself. Without a date or an owner it is a node that no mention can reach."""
    own = draft.own
    if own.owner is None or own.date is None:
        return _target(own, own.owner, own.date, _mark(draft, own), corpus)
    return _dated(own, own.owner, draft, corpus)


def resolve(mention: Mention, draft: Draft, corpus: Corpus) -> Target:
    """The target of a mention in the document of `draft`."""
    if mention.owner is not None:
        return _dated(mention, mention.owner, draft, corpus)
    near = mention.rivals or corpus.owners.fitting(mention, mention.home)
    options = _options(mention, near, draft, corpus)
    if len(options) == 1 and not mention.rivals:
        (owner, date) = options[0]
        return _target(mention, owner, date, None, corpus)
    if not options and mention.home == NATION and not mention.named:
        options = _options(mention, corpus.owners.fitting(mention), draft, corpus)
    if options:
        return _undecided(mention, None, options, draft, corpus)
    # In one province, number, symbol and date are as good as an issuer; across provinces they are not.
    open_node = mention.home == NATION or mention.date is None
    return _target(mention, None, mention.date, _mark(draft, mention) if open_node else None, corpus)


def _dated(mention: Mention, owner: Owner, draft: Draft, corpus: Corpus) -> Target:
    """The target among the documents of one owner: its date from the same document, else from the corpus."""
    series, date = (owner, mention.doc_type, mention.key), mention.date
    for dates, until in ((draft.dates, None), (corpus.dates, draft.extraction.head.date)):
        if date is None and mention.recurs and dates is corpus.dates:
            break
        found = dates.fitting(series, mention, date, until)
        if len(found) > 1:
            return _undecided(mention, owner, [(owner, one) for one in found], draft, corpus)
        date = found[0] if found else date
    return _target(mention, owner, date, None if date else _mark(draft, mention), corpus)


def _options(mention: Mention, owners: Iterable[Owner], draft: Draft, corpus: Corpus) -> list[tuple[Owner, str]]:
    """The documents of these owners that the mention can mean, a few at most."""
    until = draft.extraction.head.date
    return [
        (owner, date)
        for owner in tuple(owners)[: SHOWN + 1]
        for date in corpus.dates.fitting((owner, mention.doc_type, mention.key), mention, mention.date, until)
    ]


def _undecided(
    mention: Mention, owner: Owner | None, options: list[tuple[Owner, str]], draft: Draft, corpus: Corpus
) -> Target:
    candidates = tuple(sorted({_uri(mention, one, date, None, corpus) for one, date in options}))
    uri = _uri(mention, owner, mention.date, _mark(draft, mention), corpus)
    return Target(uri, mention.date, AMBIGUOUS, candidates)


def _target(mention: Mention, owner: Owner | None, date: str | None, mark: str | None, corpus: Corpus) -> Target:
    complete = owner is not None and date is not None
    return Target(_uri(mention, owner, date, mark, corpus), date, RESOLVED if complete else EXTERNAL)


def _mark(draft: Draft, mention: Mention) -> str | None:
    """What keeps an open number to its citing document. A name is a node without it; so is a blank number, marked."""
    blank = mention is draft.own and draft.extraction.head.number is None
    return None if mention.named or blank else own_mark(draft.extraction)


def _uri(mention: Mention, owner: Owner | None, date: str | None, mark: str | None, corpus: Corpus) -> str:
    number = mention.symbol
    if mark is not None:
        number = f"{mention.key}-{mark}"
    elif owner is not None and date is not None:
        number = corpus.symbols.get(((owner, mention.doc_type, mention.key), date), number)
    place = owner.jurisdiction if owner else mention.home
    return DocumentId(place, mention.doc_type, owner.slug if owner else None, date, number).format()
