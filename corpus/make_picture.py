"""Draws the graph of a run as SVG, from the positions, colours and sizes in its GEXF file; the README's picture.

    python corpus/make_picture.py build/graph.gexf corpus/graph.svg

Needs lxml, as chithi itself does. Labels go to the documents of the corpus, then to the busiest nodes, where there is
room.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

SPACES = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}
WIDTH, HEIGHT, MARGIN = 1200, 900, 50
LABELS, LONGEST = 46, 44

Point = tuple[float, float]


def main(source: Path, target: Path) -> None:
    """Read the GEXF file `source`, write the SVG file `target`."""
    tree = etree.parse(str(source))
    nodes = tree.findall(".//g:node", SPACES)
    places = _fitted({node.get("id"): _position(node) for node in nodes})
    colours = {node.get("id"): _colour(node) for node in nodes}
    lines = [_line(edge, places, colours[edge.get("source")]) for edge in tree.findall(".//g:edge", SPACES)]
    circles = [_circle(node, places[node.get("id")]) for node in nodes]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    ground = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>'
    target.write_text(
        "\n".join([head, ground, *lines, *circles, *_labels(nodes, places), "</svg>\n"]), encoding="utf-8"
    )


def _position(node: etree._Element) -> Point:
    place = node.find("v:position", SPACES)
    return float(place.get("x")), -float(place.get("y"))


def _fitted(places: dict[str, Point]) -> dict[str, Point]:
    """The positions, scaled to the picture."""
    lefts, tops = zip(*places.values(), strict=True)

    def scaled(value: float, values: tuple[float, ...], size: int) -> float:
        return MARGIN + (value - min(values)) / (max(values) - min(values) or 1) * (size - 2 * MARGIN)

    return {key: (scaled(x, lefts, WIDTH), scaled(y, tops, HEIGHT)) for key, (x, y) in places.items()}


def _colour(element: etree._Element) -> str:
    return "rgb({},{},{})".format(*(element.find("v:color", SPACES).get(part) for part in "rgb"))


def _size(node: etree._Element) -> float:
    return float(node.find("v:size", SPACES).get("value"))


def _is_read(node: etree._Element) -> bool:
    return node.find(".//g:attvalue[@for='type']", SPACES).get("value") == "document"


def _line(edge: etree._Element, places: dict[str, Point], colour: str) -> str:
    (x1, y1), (x2, y2) = places[edge.get("source")], places[edge.get("target")]
    return f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="{colour}" stroke-opacity=".35"/>'


def _circle(node: etree._Element, place: Point) -> str:
    return (
        f'<circle cx="{place[0]:.0f}" cy="{place[1]:.0f}" r="{_size(node) ** 0.5 * 1.7:.1f}" fill="{_colour(node)}"/>'
    )


def _labels(nodes: list[etree._Element], places: dict[str, Point]) -> list[str]:
    """Labels of documents and large nodes, left out where they would run over one another."""
    taken: list[tuple[float, float, float]] = []
    found = []
    for node in sorted(nodes, key=lambda one: (not _is_read(one), -_size(one), one.get("id"))):
        x, y = places[node.get("id")]
        text = node.get("label").split(" (")[0]
        text = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        half = len(text) * 3.3
        if len(found) == LABELS or any(abs(y - top) < 17 and abs(x - left) < half + wide for left, top, wide in taken):
            continue
        taken.append((x, y, half))
        left = min(max(x, half + 2), WIDTH - half - 2)
        found.append(
            f'<text x="{left:.0f}" y="{y - 7:.0f}" font-size="12" text-anchor="middle" fill="#222" stroke="white" '
            f'stroke-width="3" paint-order="stroke">{escape(text)}</text>'
        )
    return found


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
