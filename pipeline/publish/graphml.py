"""The graph as GraphML. The names x, y, z, r, g, b, size, label and weight mean to Gephi what they mean here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.files import replacing
from pipeline.graph import Attributes, Graph, edges_in_order, nodes_in_order
from pipeline.publish.appearance import node_colour, node_size
from pipeline.publish.attributes import LISTSTRING, STRING, as_text, column_types
from pipeline.tables.safe import xml_safe

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_NAMESPACES: Any = {None: _SPACE}


def write_graphml(graph: Graph, path: Path) -> None:
    """Write `graph` to `path`. GraphML has no lists: they are joined with ` | `."""
    node_types = _types(data for *_, data in _nodes(graph))
    edge_types = _types(data for *_, data in graph.edges(data=True))
    with replacing(path) as unfinished, etree.xmlfile(str(unfinished), encoding="utf-8") as file:
        file.write_declaration()
        with file.element(f"{{{_SPACE}}}graphml", nsmap=_NAMESPACES):
            for owner, types in (("node", node_types), ("edge", edge_types)):
                for name, kind in types.items():
                    names = {"id": _key(owner, name), "for": owner, "attr.name": xml_safe(name), "attr.type": kind}
                    file.write(_element("key", names))
            with file.element(f"{{{_SPACE}}}graph", nsmap=_NAMESPACES, edgedefault="directed"):
                for node, attributes in _nodes(graph):
                    element = _element("node", {"id": xml_safe(node)})
                    file.write(_with_data(element, "node", attributes, node_types))
                for element, attributes in _edges(graph):
                    file.write(_with_data(element, "edge", attributes, edge_types))


def _types(rows: Iterable[Attributes]) -> dict[str, str]:
    return {name: STRING if kind == LISTSTRING else kind for name, kind in column_types(rows, without=("id",)).items()}


def _nodes(graph: Graph) -> Iterator[tuple[str, Attributes]]:
    for node, data in nodes_in_order(graph):
        yield node, {**data, **dict(zip("rgb", node_colour(data), strict=True)), "size": node_size(data)}


def _edges(graph: Graph) -> Iterator[tuple[etree._Element, Attributes]]:
    for number, (source, target, _, data) in enumerate(edges_in_order(graph), 1):
        names = {"id": str(data.get("id", f"e{number}")), "source": source, "target": target}
        yield _element("edge", {name: xml_safe(value) for name, value in names.items()}), data


def _with_data(element: etree._Element, owner: str, data: Attributes, types: Mapping[str, str]) -> etree._Element:
    for name, kind in types.items():
        if (value := data.get(name)) is not None:
            item = etree.SubElement(element, f"{{{_SPACE}}}data", {"key": _key(owner, name)})
            item.text = as_text(value, kind)
    return element


def _key(owner: str, name: str) -> str:
    return xml_safe(f"{owner}-{name}")


def _element(name: str, attributes: Mapping[str, str]) -> etree._Element:
    return etree.Element(f"{{{_SPACE}}}{name}", dict(attributes), nsmap=_NAMESPACES)
