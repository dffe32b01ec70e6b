"""How nodes and edges look when a file opens: colour by what they are, size by how many edges they have."""

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
EDGE_COLOURS: dict[str, Colour] = {
    "cites": (144, 166, 196),
    "assigns": (236, 178, 136),
    "coordinates_with": (190, 150, 205),
    "issued_by": (170, 170, 170),
    "belongs_to": (150, 196, 170),
    "succeeds": (120, 120, 120),
}


def node_colour(kind: str) -> Colour:
    """By the type of the node."""
    return NODE_COLOURS.get(kind, GREY)


def edge_colour(family: str) -> Colour:
    """By the family of the edge."""
    return EDGE_COLOURS.get(family, GREY)


def node_sizes(rows: pa.RecordBatch) -> pa.Array:
    """By the number of edges, as the layout makes room for them."""
    degree = np.sum([rows[name].to_numpy(zero_copy_only=False) for name in ("in_degree", "out_degree")], axis=0)
    return pa.array(radii(degree))
