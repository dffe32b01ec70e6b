"""Documents with fonts: the letters set in fonts of TCVN3 and VNI, and those that only look like it, → Unicode."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.ingest.encodings.decodings import DECODINGS, Decoding
from pipeline.ingest.encodings.detect import PROPER, Mending, converted, mended, mending
from pipeline.ingest.encodings.evidence import spelling
from pipeline.ingest.encodings.letters import from_tcvn3_capitals
from pipeline.model import Issue

_TCVN3_FONT = re.compile(r"\s*[\"']?\.vn", re.IGNORECASE)
_VNI_FONT = re.compile(r"\s*[\"']?vni[- ]", re.IGNORECASE)
_CAPITALS = re.compile(r"h[\"']?\s*\Z", re.IGNORECASE)


def encoding_of_font(font: str) -> tuple[str, Decoding] | None:
    """The encoding that `font` is made for, and what converts it; None for a font of Unicode.

    >>> [found and found[0] for found in map(encoding_of_font, (".VnTimeH", "VNI-Times", "Times New Roman"))]
    ['TCVN3', 'VNI', None]
    """
    if _TCVN3_FONT.match(font):
        return "TCVN3", from_tcvn3_capitals if _CAPITALS.search(font) else DECODINGS["TCVN3"]
    return ("VNI", DECODINGS["VNI"]) if _VNI_FONT.match(font) else None


def may_be_old(text: str) -> bool:
    """Whether the letters of `text` change with its font: some are beyond ASCII, none is one of Unicode's own."""
    return not text.isascii() and PROPER.search(text) is None


@dataclass(slots=True)
class Rewriting:
    """How the letters of one document are rewritten while it is read.

    `by_font`: fonts are believed; `by_content`: what converts letters in other fonts. Both are settled by `revised`.
    """

    by_font: bool = True
    by_content: Decoding | None = None
    mixed: bool = False
    encodings: set[str] = field(default_factory=set)
    gain: int = 0
    left_over: tuple[Issue, ...] = ()

    def run(self, text: str, font: str | None) -> str:
        """Words set in one font; those with letters of Unicode's own are what they seem in any font."""
        old = encoding_of_font(font) if font and self.by_font and may_be_old(text) else None
        if old is None:
            return text
        name, decoding = old
        rewritten = decoding(text)
        self.encodings.add(name)
        self.gain += spelling(rewritten).surplus - spelling(text).surplus
        return rewritten

    def line(self, text: str) -> str:
        """A paragraph that has been put together from its runs."""
        return mended(text, self.by_content, self.mixed) if self.by_content else text

    def revised(self, text: str) -> Rewriting | None:
        """Another way to read the document whose `text` came of this one, or None where all is well.

        Raises EncodingInput where nothing makes Vietnamese of it.
        """
        if self.by_font and self.encodings and not self.by_content and self.gain <= 0:
            return Rewriting(by_font=False)
        name, decoding, self.left_over = mending(text) if self.by_content is None else Mending()
        if decoding is None:
            return None
        return Rewriting(self.by_font, decoding, PROPER.search(text) is not None, {name})

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was converted; where nothing was, what should have been."""
        return tuple(converted(name) for name in sorted(self.encodings)) or self.left_over
