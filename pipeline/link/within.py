"""What a document itself tells of the documents it mentions: owners and symbols completed from a fuller mention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from pipeline.link.dates import SHOWN
from pipeline.link.mentions import Mention
from pipeline.link.owners import Owners, without_owner

_Symbols = dict[tuple[str, str], dict[str, Mention]]


def complete_within(own: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` of one document, each without owner completed from the fuller mentions of the same number.

    Two owners that both fit become the mention's `rivals`. A bare serial number (`Nghị quyết số 18`) first takes the
    symbol of the only fuller number of its type.
    """
    if not without_owner(mentions):
        return list(mentions)
    symbols = _symbols([own, *mentions])
    mended = [mention if mention.owner else _with_symbol(mention, symbols) for mention in mentions]
    owners = Owners([own, *mended], without_owner(mended))
    return [mention if mention.owner else _with_owner(mention, owners) for mention in mended]


def _symbols(mentions: Sequence[Mention]) -> _Symbols:
    """Type and serial number → the full numbers that begin with it, each with a mention."""
    found: _Symbols = defaultdict(dict)
    for mention in mentions:
        if mention.codes:
            found[mention.doc_type, mention.key.partition("-")[0]].setdefault(mention.key, mention)
    return found


def _with_symbol(mention: Mention, symbols: _Symbols) -> Mention:
    fuller = symbols.get((mention.doc_type, mention.key), {})
    if len(fuller) != 1:
        return mention
    (model,) = fuller.values()
    date = mention.date or model.year
    return replace(
        mention, key=model.key, symbol=model.symbol, codes=model.codes, year=model.year, party=model.party, date=date
    )


def _with_owner(mention: Mention, owners: Owners) -> Mention:
    found = owners.fitting(mention)
    if len(found) == 1:
        return replace(mention, owner=found[0])
    return replace(mention, rivals=found[:SHOWN])
