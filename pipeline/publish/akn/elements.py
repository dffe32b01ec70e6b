"""The elements of Akoma Ntoso that are used here, and the one way to make them."""

from __future__ import annotations

from functools import lru_cache

from cobalt.akn import AKN_NAMESPACES
from lxml import etree

from pipeline.markers import match_marker
from pipeline.tables.safe import xml_safe

NAMESPACE: str = AKN_NAMESPACES["3.0"]
VOCABULARY = "urn:chithi:vocabulary#"
"""Namespace of what the standard has no words for: assignments. The same as in graph.ttl."""

# Kind of marker (pipeline.markers) → element and the prefix of its eId (Akoma Ntoso Naming Convention 1.0).
_ELEMENTS = {
    "part": ("part", "part"),
    "chapter": ("chapter", "chp"),
    "section": ("section", "sec"),
    "article": ("article", "art"),
    "capital": ("division", "dvs"),
    "roman": ("section", "sec"),
    "arabic": ("paragraph", "para"),
    "decimal": ("subparagraph", "subpara"),
    "letter": ("point", "point"),
    "small-roman": ("point", "point"),
    "paren": ("point", "point"),
    "bullet": ("indent", "indent"),
}
_OTHER = ("level", "lvl")


def add(parent: etree._Element, tag: str, **attributes: str | None) -> etree._Element:
    """A new last child of `parent`; attributes without a value are left out."""
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}")
    for name, value in attributes.items():
        if value is not None:
            element.set(name, xml_safe(value))
    return element


@lru_cache(maxsize=1 << 12)
def element_of(marker: str) -> tuple[str, str]:
    """The element for a clause with this marker as printed, and the prefix of its eId.

    >>> element_of("Điều 5."), element_of("II."), element_of("đ)"), element_of("1.2"), element_of("-")
    (('article', 'art'), ('section', 'sec'), ('point', 'point'), ('subparagraph', 'subpara'), ('indent', 'indent'))
    """
    found = match_marker(f"{marker} A")
    return _ELEMENTS.get(found.kind, _OTHER) if found else _OTHER
