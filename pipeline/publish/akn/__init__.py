"""Akoma Ntoso 3.0 (OASIS LegalDocML): one XML file per document, its whole text once, marked up with what was found.

`doc` is the element for all of them: it takes clauses of any depth beside plain paragraphs, as directives, plans and
letters have them, and is the `doc` of the work URI. The head becomes the preface, what stands above the first clause
the preamble, the clauses the main body, recipients and signature the conclusions, each annex an attachment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from lxml import etree

from pipeline.files import replacing
from pipeline.model import Extraction
from pipeline.publish.akn.body import Body
from pipeline.publish.akn.elements import NAMESPACE, VOCABULARY, add
from pipeline.publish.akn.meta import identification, metadata
from pipeline.publish.akn.parts import parts_of

FOLDER = "akn"
_NAMESPACES: Any = {None: NAMESPACE, "chithi": VOCABULARY}  # Any: the stubs know no default namespace


def write_akn(extractions: Sequence[Extraction], out: Path, text_files: Mapping[str, str]) -> None:
    """`akn/NAME.xml` below `out` for every document; NAME is that of its text in `text_files` (source → file)."""
    for extraction in extractions:
        name = PurePosixPath(text_files[extraction.document.source]).stem
        with replacing(out / FOLDER / f"{name}.xml") as unfinished:
            unfinished.write_bytes(akn(extraction))


def akn(extraction: Extraction) -> bytes:
    """A linked document as Akoma Ntoso XML in UTF-8, valid against the strict schema of the standard.

    The text of all elements outside the metadata is the clean text but for white space. Raises ValueError for a
    `doc_id` that is no URI of `link.ids`.
    """
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap=_NAMESPACES)
    main, *annexes = parts_of(extraction)
    body = Body(extraction)
    doc = add(root, "doc", name=main.title)
    meta = add(doc, "meta")
    body.fill(doc, main)
    if annexes:
        attachments = add(doc, "attachments")
        for annex in annexes:
            attachment = add(attachments, "attachment", eId=annex.prefix)
            inner = add(attachment, "doc", name=annex.title)
            identification(add(inner, "meta"), extraction, annex.name)
            body.fill(inner, annex)
    metadata(meta, extraction, body.ids)  # last, for it names the clauses by the ids they were given
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)
