"""How nodes and edges look when a file opens: colour by what they are, size by how much points at them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite, sqrt
from typing import Any

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
}
_SMALLEST = 8.0
_GROWTH = 3.0


def node_colour(attributes: Mapping[str, Any]) -> Colour:
    """By the type of the node."""
    return NODE_COLOURS.get(attributes.get("type", ""), GREY)


def edge_colour(attributes: Mapping[str, Any]) -> Colour:
    """By the family of the edge."""
    return EDGE_COLOURS.get(attributes.get("family", ""), GREY)


def node_size(attributes: Mapping[str, Any]) -> float:
    """The area grows with the edges that point at the node."""
    return round(_SMALLEST + _GROWTH * sqrt(attributes.get("in_degree", 0)), 2)


def position(attributes: Mapping[str, Any]) -> tuple[float, float] | None:
    """Where the layout put the node, if it did."""
    x, y = attributes.get("x"), attributes.get("y")
    if not (isinstance(x, int | float) and isinstance(y, int | float) and isfinite(x) and isfinite(y)):
        return None
    return float(x), float(y)
