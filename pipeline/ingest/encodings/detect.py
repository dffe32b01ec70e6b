"""Which encoding a text is in, by its content: decode it in every way and see which gives Vietnamese syllables."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.errors import EncodingInput
from pipeline.ingest.encodings.decodings import DECODINGS, Decoding, shown
from pipeline.ingest.encodings.evidence import Spelling, spelling
from pipeline.ingest.rubbish import is_mojibake
from pipeline.model import Issue

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 60_000  # bytes or characters that tell
_NULS = 0.3  # Two of three characters of a Vietnamese text are ASCII: in UTF-16 their high byte is 0.
_ENOUGH_SYLLABLES = 6  # fewer prove nothing
_SURE, _CLEAR = 0.8, 0.25  # share of syllables; how far the next best must lie below
_ENOUGH_SIGNS = 4
# Signs and letters that Vietnamese in Unicode does not have beside a letter. Soft hyphens, «» and ² are left out.
_FOREIGN_LETTERS = "ÄÅÆËÏÑÖØÛÜÞßäåæçëïñöøûüþÿ"
_SIGN = re.compile(rf"[¡-¦¨©¬®´-¶¸¹¼-¿×÷{_FOREIGN_LETTERS}]")
_NO_SIGNS = _SIGN.sub("", bytes(range(256)).decode("latin-1")).encode("latin-1")
_FOREIGN_SIGN = re.compile(rf"[A-Za-z][¡-¦¨©¬®´-¶¸¹¼-¿×÷{_FOREIGN_LETTERS}]|[¡-¦¨©¬®´-¶¸×{_FOREIGN_LETTERS}][A-Za-z]")
PROPER = re.compile(r"[ăĂđĐơƠưƯ\u0300-\u0323\u1ea0-\u1ef9]")
"""Letters that only Unicode has a place for."""


def decode(data: bytes) -> tuple[str, tuple[Issue, ...]]:
    """The text in `data`, and an issue where it had to be converted: UTF-8, UTF-16, cp1258, TCVN3, VNI.

    Raises EncodingInput where no encoding gives Vietnamese beyond doubt.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding), ()
    if wide := _wide(data[:_SAMPLE]):
        return _strictly(data, wide), (converted(f"{wide.upper()} without a mark"),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        name, decoding = best_decoding(shown(data[error.start :][:_SAMPLE]))
        if decoding is None:
            raise EncodingInput(f"not UTF-8 at byte {error.start}, and no other encoding gives Vietnamese") from error
        return decoding(shown(data)), (converted(name),)


def mend(texts: Iterable[str]) -> tuple[list[str], tuple[Issue, ...]]:
    """The texts with codes of TCVN3 or VNI that were taken for Latin letters converted, and an issue if so.

    Lines in Unicode beside them stay as they are. Raises EncodingInput for mojibake that cannot be converted.
    """
    whole = "\n".join(texts := list(texts))
    name, decoding, left_over = mending(whole)
    if decoding is None:
        return texts, left_over
    mixed = PROPER.search(whole) is not None
    return [mended(text, decoding, mixed) for text in texts], (converted(name),)


class Mending(NamedTuple):
    """What parts of a text are in and what converts them, or None where it is well but for what is `left_over`."""

    name: str = ""
    decoding: Decoding | None = None
    left_over: tuple[Issue, ...] = ()


def mending(text: str) -> Mending:
    """What is to be done about `text`. Raises EncodingInput as `mend`."""
    sample = _foreign_lines(text)
    name, decoding = best_decoding(sample) if sample else ("", None)
    if decoding is None and sample and is_mojibake(text) and spelling(text[:_SAMPLE]).share < _SURE:
        raise EncodingInput("letters of an old Vietnamese font, but no known encoding gives Vietnamese")
    return Mending(name, decoding) if decoding else Mending(left_over=_left_over(sample))


def _left_over(sample: str) -> tuple[Issue, ...]:
    """An issue where the foreign lines of a text that is else well are mojibake."""
    if not is_mojibake(sample) or spelling(sample).share >= _SURE:
        return ()
    return (Issue("mojibake", f"not readable in any known encoding: {sample[:80]!r}"),)


def _foreign_lines(text: str) -> str:
    """The lines with signs that Vietnamese does not have; nothing where there are only a few."""
    signs = text.encode("latin-1", "ignore").translate(None, _NO_SIGNS)  # in a third of the time of a search
    if len(signs) < _ENOUGH_SIGNS or len(_FOREIGN_SIGN.findall(text)) < _ENOUGH_SIGNS:
        return ""
    return "\n".join(line for line in text.split("\n") if _FOREIGN_SIGN.search(line))[:_SAMPLE]


def mended(text: str, decoding: Decoding, mixed: bool) -> str:
    """The lines of `text` converted where that makes better Vietnamese of them, or no worse if nothing is `mixed`."""
    return "\n".join(_mended_line(line, decoding, mixed) for line in text.split("\n"))


def _mended_line(line: str, decoding: Decoding, mixed: bool) -> str:
    if line.isascii() and line.isprintable():
        return line
    try:
        result = decoding(line)
    except UnicodeError:
        return line
    return result if spelling(result).surplus - spelling(line).surplus >= mixed else line


def converted(name: str) -> Issue:
    """The note that a document was not in Unicode."""
    return Issue("converted-encoding", f"the text was in {name} and was converted to Unicode")


def best_decoding(sample: str) -> tuple[str, Decoding | None]:
    """The decoding that gives Vietnamese, with its name; none where that is not beyond doubt."""
    judged = {name: _judged(sample, decoding) for name, decoding in DECODINGS.items()}
    name, *others = sorted(judged, key=lambda name: -judged[name].surplus)
    first, next_best = judged[name], max(judged[other].share for other in others)
    sure = first.good >= _ENOUGH_SYLLABLES and first.share >= _SURE and first.share - next_best >= _CLEAR
    return (name, DECODINGS[name]) if sure else ("", None)


def _judged(sample: str, decoding: Decoding) -> Spelling:
    try:
        return spelling(decoding(sample))
    except UnicodeError:
        return Spelling()


def _wide(sample: bytes) -> str:
    """UTF-16 without its mark: every second byte is often 0, the others never."""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if half and not even and odd > _NULS * half:
        return "utf-16-le"
    return "utf-16-be" if half and not odd and even > _NULS * half else ""


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingInput(f"not {encoding.upper()} at byte {error.start}") from error
