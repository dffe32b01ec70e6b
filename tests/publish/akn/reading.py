"""Akoma Ntoso as a reader takes it."""

from __future__ import annotations

from lxml import etree

from pipeline.publish.akn.elements import NAMESPACE

_OUTSIDE = etree.XPath("//text()[not(ancestor::akn:meta)]", namespaces={"akn": NAMESPACE})


def tagged(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def words_of(root: etree._Element) -> str:
    """The text of all elements outside the metadata, without white space."""
    found = _OUTSIDE(root)
    assert isinstance(found, list)
    return "".join("".join(map(str, found)).split())


def marked(root: etree._Element, tag: str, attribute: str) -> list[tuple[str | None, str]]:
    """What an attribute of the elements `tag` says, and the words between them."""
    return [(each.get(attribute), "".join(map(str, each.itertext()))) for each in root.iter(tagged(tag))]
