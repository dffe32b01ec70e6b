"""HTML → lines: blocks and tables in reading order; scripts, menus and what is hidden are left out."""

from __future__ import annotations

import codecs
import re

from lxml import etree, html

from pipeline.errors import CorruptInput, EncodingInput
from pipeline.ingest.encodings.decodings import shown
from pipeline.ingest.encodings.detect import decode
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.flow import reading
from pipeline.ingest.html_page import HtmlPage
from pipeline.ingest.lines import Reading
from pipeline.model import Issue

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(?P<name>[\w.:-]{2,30})", re.IGNORECASE)
_CHARSETS = ("utf", "windows-125", "cp125", "iso-8859-", "latin", "us-ascii")
_LATIN = ("iso8859-1", "ascii", "cp1252")
_OLD_FONT = re.compile(rb"[\"':]\s*(?:\.vn|vni[- ])[a-z]", re.IGNORECASE)
_HEAD = 4_096  # bytes within which a page names its encoding


def read_html(data: bytes) -> Reading:
    """The lines of an HTML or XHTML page. Nothing is fetched, no entity of its own expanded.

    Raises EncodingInput, CorruptInput, TooLarge.
    """
    text, issues = _decoded(data)
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise CorruptInput(f"HTML: {error}") from error
    if parser.error_log.filter_from_fatals():
        raise CorruptInput(f"HTML: {parser.error_log.filter_from_fatals()[0].message}")

    def read(rewriting: Rewriting) -> list[str]:
        return HtmlPage(rewriting).read(root)

    return reading("html", read, issues)


def _decoded(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """The text by its content, and where that does not tell, by what the page says of itself.

    Where fonts of TCVN3 or VNI are named, they will tell.
    """
    if _OLD_FONT.search(data) and not _is_unicode(data):
        return shown(data), ()
    try:
        return decode(data)
    except EncodingInput:
        named = _CHARSET.search(data[:_HEAD])
        if named is None or not named["name"].lower().startswith(tuple(map(str.encode, _CHARSETS))):
            raise
        return _as_named(data, named["name"].decode("ascii", "replace")), ()


def _is_unicode(data: bytes) -> bool:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _as_named(data: bytes, charset: str) -> str:
    try:
        codec = codecs.lookup(charset).name
        return shown(data) if codec in _LATIN else data.decode(codec)  # as browsers do
    except (LookupError, UnicodeDecodeError) as error:
        raise EncodingInput(f"the page says {charset}, which it is not") from error
