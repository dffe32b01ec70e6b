"""How nodes look when a file opens: colour by what they are, size by how many edges they have.

Viewers draw an edge in the colour of its source.
"""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from pipeline.graph.overlap import radii

Colour = tuple[int, int, int]

GREY: Colour = (160, 160, 160)
NODE_COLOURS: dict[str, Colour] = {
    "document": (43, 108, 176),
    "cited": (160, 174, 192),
    "body": (221, 107, 32),
    "province": (47, 133, 90),
}


def node_colour(kind: str) -> Colour:
    """By the type of the node."""
    return NODE_COLOURS.get(kind, GREY)


def node_sizes(rows: pa.RecordBatch) -> pa.Array:
    """By the number of edges, as the layout makes room for them."""
    degree = np.sum([rows[name].to_numpy(zero_copy_only=False) for name in ("in_degree", "out_degree")], axis=0)
    return pa.array(radii(degree))
