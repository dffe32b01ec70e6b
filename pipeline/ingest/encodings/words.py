"""The words of a printed page, in fonts of TCVN3 or VNI, → Unicode, word by word, so that each keeps its place."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import EncodingInput
from pipeline.ingest.encodings.detect import PROPER, mended, mending


def rewritten_words(words: Sequence[str]) -> tuple[list[str], str]:
    """The words in Unicode, and the encoding they were in; no words where none gives Vietnamese, or none is needed."""
    text = " ".join(words)
    try:
        encoding, decoding, _ = mending(text)
    except EncodingInput:
        return [], ""
    if decoding is None:
        return [], ""
    result = mended(text, decoding, mixed=PROPER.search(text) is not None).split(" ")
    return (result, encoding) if len(result) == len(words) else ([], "")
