"""The clauses and pages behind an edge in a few words that fit on it."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.publish.cells import Column, lines

_OWN = "/"
"""So begins the id of a document; what it cites or assigns, its own clauses say."""


def edge_labels(rows: pa.RecordBatch) -> Column:
    """What an edge is, and where that stands: `căn cứ: 3/b (tr. 2), 4 (tr. 3)`.

    A clause is named without its document where that is the source of the edge.
    """
    label = rows["label"].cast(pa.string())
    clauses, pages = rows["clauses"], rows["pages"]
    owner = pc.list_parent_indices(clauses)
    reference, page = clauses.flatten(), pages.flatten()
    own = pc.starts_with(rows["source"], _OWN).take(owner)
    place = pc.if_else(own, _last(pc.split_pattern(reference, "#", max_splits=1)), reference)
    words = lines(place, pc.if_else(pc.greater(page, 0), lines(" (tr. ", page.cast(pa.string()), ")"), None))
    offsets = pc.subtract(clauses.offsets, clauses.offsets[0])
    found = pc.binary_join(pa.ListArray.from_arrays(offsets, words), ", ")
    return lines(label, pc.if_else(pc.equal(found, ""), None, lines(": ", found)))


def _last(pieces: pa.ListArray) -> Column:
    """The last item of every list; none is empty."""
    return pieces.flatten().take(pc.subtract(pc.subtract(pieces.offsets[1:], pieces.offsets[0]), 1))
