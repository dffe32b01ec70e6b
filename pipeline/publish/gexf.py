"""The graph as GEXF 1.3 that Gephi and graphology read whole: streaming, parallel edges apart, dates, positions.

Format: https://gexf.net/primer.html. The namespaces go with every element that is written: graphology reads nothing
from prefixes that lxml makes up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.files import replacing
from pipeline.graph import Attributes, Graph, edges_in_order, nodes_in_order
from pipeline.publish.appearance import Colour, edge_colour, node_colour, node_size, position
from pipeline.publish.attributes import as_text, column_types
from pipeline.publish.periods import period
from pipeline.tables.safe import xml_safe

_GEXF = "http://gexf.net/1.3"
_VIZ = "http://gexf.net/1.3/viz"
_NAMESPACES: Any = {None: _GEXF, "viz": _VIZ}

_OF_NODES = frozenset({"label", "x", "y", "z", "size", "color", "pid", "start", "end"})
_OF_EDGES = frozenset({"id", "label", "weight", "type", "start", "end"})
"""Names with a meaning of their own in GEXF: written as what they are there, or not at all."""


def write_gexf(graph: Graph, path: Path) -> None:
    """Write `graph` to `path`. Time and memory are linear; nodes and edges come in sorted order."""
    node_types = column_types((data for _, data in graph.nodes(data=True)), _OF_NODES)
    edge_types = column_types((data for *_, data in graph.edges(data=True)), _OF_EDGES)
    with replacing(path) as unfinished, etree.xmlfile(str(unfinished), encoding="utf-8") as file:
        file.write_declaration()
        with (
            file.element(f"{{{_GEXF}}}gexf", nsmap=_NAMESPACES, version="1.3"),
            file.element(f"{{{_GEXF}}}graph", _graph_attributes(), nsmap=_NAMESPACES),
        ):
            file.write(_declaration("node", node_types))
            file.write(_declaration("edge", edge_types))
            with file.element(f"{{{_GEXF}}}nodes", nsmap=_NAMESPACES, count=str(len(graph))):
                for element in _nodes(graph, node_types):
                    file.write(element)
            with file.element(f"{{{_GEXF}}}edges", nsmap=_NAMESPACES, count=str(graph.number_of_edges())):
                for element in _edges(graph, edge_types):
                    file.write(element)


def _graph_attributes() -> dict[str, str]:
    return {"defaultedgetype": "directed", "idtype": "string", "mode": "dynamic", "timeformat": "date"}


def _declaration(owner: str, types: Mapping[str, str]) -> etree._Element:
    declared = _element("attributes", {"class": owner, "mode": "static"})
    for name, kind in types.items():
        _add(declared, "attribute", {"id": xml_safe(name), "title": xml_safe(name), "type": kind})
    return declared


def _nodes(graph: Graph, types: Mapping[str, str]) -> Iterator[etree._Element]:
    for node, data in nodes_in_order(graph):
        element = _element("node", {"id": xml_safe(node), "label": xml_safe(data.get("label", node)), **_span(data)})
        _add_values(element, data, types)
        _add_colour(element, node_colour(data))
        if place := position(data):
            _add(element, "position", {"x": str(place[0]), "y": str(place[1]), "z": "0.0"}, _VIZ)
        _add(element, "size", {"value": str(node_size(data))}, _VIZ)
        yield element


def _edges(graph: Graph, types: Mapping[str, str]) -> Iterator[etree._Element]:
    for number, (source, target, key, data) in enumerate(edges_in_order(graph), 1):
        names = {
            "id": data.get("id", f"e{number}"),
            "source": source,
            "target": target,
            "label": data.get("label", key),
        }
        attributes = {name: xml_safe(str(value)) for name, value in names.items()}
        attributes |= {"kind": xml_safe(str(data.get("kind", key))), "weight": str(data.get("weight", 1))}
        element = _element("edge", attributes | _span(data))
        _add_values(element, data, types)
        _add_colour(element, edge_colour(data))
        yield element


def _add_values(element: etree._Element, data: Attributes, types: Mapping[str, str]) -> None:
    values = _add(element, "attvalues", {})
    for name, kind in types.items():
        if (value := data.get(name)) is not None:
            _add(values, "attvalue", {"for": xml_safe(name), "value": as_text(value, kind)})


def _add_colour(element: etree._Element, colour: Colour) -> None:
    _add(element, "color", dict(zip("rgb", map(str, colour), strict=True)), _VIZ)


def _span(data: Attributes) -> dict[str, str]:
    """`start` and `end`. graphology drops them, so the dates stand among the attributes too."""
    return {name: day for name, day in zip(("start", "end"), period(data), strict=True) if day}


def _element(name: str, attributes: dict[str, str]) -> etree._Element:
    return etree.Element(f"{{{_GEXF}}}{name}", attributes, nsmap=_NAMESPACES)


def _add(parent: etree._Element, name: str, attributes: dict[str, str], space: str = _GEXF) -> etree._Element:
    """A child, which has the namespaces of its parent."""
    return etree.SubElement(parent, f"{{{space}}}{name}", attributes)
