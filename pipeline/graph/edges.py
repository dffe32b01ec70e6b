"""The edges: claims of the same source, target and kind are one edge, with the clauses and pages behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipeline.graph.arrays import ABSENT, Codes, Mask, codes_in, mapped, ranked, taken
from pipeline.graph.claims import CITES
from pipeline.graph.labels import kind_label
from pipeline.graph.nodes import year

Numbers: TypeAlias = npt.NDArray[np.int64]

MOST_CLAUSES = 100
"""So many clauses are listed on an edge, with their pages; `n_clauses` counts them all."""


def weigh(claims: pa.Table, nodes: pa.Table) -> pa.Table:
    """Claims summed per source, target and kind, sorted by them; a node's claim on itself is dropped.

    `weight` counts claims; `first_date` and `last_date` are those of the documents that make them; `pages` go with
    `clauses`, one by one; `forward` is true where a document cites one that is later than itself.
    """
    ids = nodes["id"].combine_chunks()
    source, target = (codes_in(claims[end], ids) for end in ("source", "target"))
    kind, kinds = ranked(claims["kind"])
    date, dates = ranked(claims["date"])
    document, documents = ranked(claims["document"])
    place, places = ranked(claims["place"])
    clause = np.where(document == ABSENT, ABSENT, document * np.int64(len(places)) + place)
    page = claims["page"].fill_null(0).to_numpy()
    key = (source * np.int64(len(ids)) + target) * len(kinds) + kind
    order = np.lexsort((page, clause, key))
    order = order[source[order] != target[order]]
    starts = np.flatnonzero(_changes(key[order]))
    evidence = order[starts]
    first, last = _span(date[order], starts, len(dates))
    edges = {
        "id": np.arange(1, len(starts) + 1, dtype=np.int32),
        "source": source[evidence],
        "target": target[evidence],
        "kind": pa.DictionaryArray.from_arrays(kind[evidence], kinds),
        "family": pa.DictionaryArray.from_arrays(kind[evidence], mapped(kinds, family)),
        "label": pa.DictionaryArray.from_arrays(kind[evidence], mapped(kinds, kind_label)),
        "weight": _counts(starts, np.ones(len(order), bool)),
        "forward": _forward(nodes["date"], source[evidence], target[evidence]) & _are(kinds, CITES)[kind[evidence]],
        "first_date": pa.DictionaryArray.from_arrays(pa.array(first, mask=first == ABSENT), dates),
        "last_date": pa.DictionaryArray.from_arrays(pa.array(last, mask=last == ABSENT), dates),
    }
    years = mapped(dates, year, pa.int32())
    edges |= {"first_year": taken(years, first), "last_year": taken(years, last)}
    names = partial(_references, documents, places)
    return pa.table(edges | _clauses(clause[order], names, page[order], starts))


def family(kind: str) -> str:
    """What kinds have in common that differ by relation or role only.

    >>> family("cites:amends"), family("issued_by")
    ('cites', 'issued_by')
    """
    return kind.partition(":")[0]


def _span(date: Codes, starts: npt.NDArray[np.intp], latest: int) -> tuple[Codes, Codes]:
    """The first and the last date behind every edge; `ABSENT` where there is none."""
    if not len(starts):
        return date, date
    first = np.minimum.reduceat(np.where(date == ABSENT, latest, date), starts)
    last = np.maximum.reduceat(date, starts)
    return np.where(first == latest, ABSENT, first).astype(np.int32), last


def _clauses(
    clause: Numbers, names: Callable[[Numbers], pa.Array], page: Codes, starts: npt.NDArray[np.intp]
) -> dict[str, pa.Array]:
    """`n_clauses` and the lists of the first clauses and of their pages; claims are in the order of their edges."""
    fresh = _changes(clause)
    fresh[starts] = True
    fresh &= clause != ABSENT
    n_clauses = _counts(starts, fresh)
    before = np.repeat(np.cumsum(n_clauses) - n_clauses, _counts(starts, np.ones(len(fresh), bool)))
    number: Numbers = np.cumsum(fresh) - before
    kept = fresh & (number <= MOST_CLAUSES)
    offsets = np.append(0, np.cumsum(_counts(starts, kept))).astype(np.int32)
    return {
        "n_clauses": n_clauses,
        "clauses": pa.ListArray.from_arrays(offsets, names(clause[kept])),
        "pages": pa.ListArray.from_arrays(offsets, pa.array(page[kept])),
    }


def _references(documents: pa.Array, places: pa.Array, clause: Numbers) -> pa.Array:
    """Clauses with their documents, `/akn/vn/...#3/b`, from numbers that stand for both."""
    document, place = np.divmod(clause, max(len(places), 1))
    return pc.binary_join_element_wise(documents.take(document), places.take(place), "#")


def _counts(starts: npt.NDArray[np.intp], chosen: Mask) -> Numbers:
    """How many rows of each edge are chosen."""
    before: Numbers = np.append(0, np.cumsum(chosen))[np.append(starts, len(chosen))]
    return np.diff(before)


def _changes(values: npt.NDArray[np.integer]) -> Mask:
    """Where a value differs from the one before it."""
    found: Mask = np.append(np.ones(min(len(values), 1), bool), values[1:] != values[:-1])
    return found


def _forward(date: pa.ChunkedArray, source: Codes, target: Codes) -> Mask:
    """Whether the target is surely later than the source; dates may stop at the year or the month."""
    earliest = mapped(date, lambda day: _as_number(day, "00"), pa.int64()).fill_null(0).to_numpy(zero_copy_only=False)
    latest = mapped(date, lambda day: _as_number(day, "99"), pa.int64())
    latest = latest.fill_null(99_999_999).to_numpy(zero_copy_only=False)
    found: Mask = earliest[target] > latest[source]
    return found


def _as_number(date: str, unknown: str) -> int:
    return int("".join([*date.split("-"), unknown, unknown][:3]))


def _are(kinds: pa.Array, family: str) -> Mask:
    found: Mask = np.array([kind.startswith(family) for kind in kinds.to_pylist()], bool)
    return found
