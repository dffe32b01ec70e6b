"""Cleaning of raw text: a list of str → str steps, each for one kind of dirt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from pipeline.ingest.lines import NOTE_CLOSE, NOTE_OPEN

# Kept: tab, line feed, form feed. NEL, LS and PS are line ends.
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
# Soft hyphen, joiners, marks of direction, byte order mark, tags: all that shows nothing.
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e0fff"
)
_CONTROL = "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"
_DIRT = re.compile(rf"[{_CONTROL}{_SPACES}{_INVISIBLE}Ðð‑]")
_CURES = {
    **dict.fromkeys(_SPACES, " "),
    "\uf0b7": "•",
    "\uf0a7": "•",
    "\uf0d8": "•",
    "\uf0fc": "•",
    "\uf076": "•",
    "\uf02d": "-",
    "Ð": "Đ",
    "ð": "đ",
    "‑": "-",
    "\x0b": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}

_UNUSUAL = re.compile("[^\t\n -~À-ÏÑ-ïñ-ɏẠ-ỹ–-…]")
"""All but ASCII and the letters and signs of a Vietnamese text: what is none of it is clean as it stands."""

_UNIT = re.compile(r"(?:^|[\s\d.,(/])(?:[kcdhm]?m|Km|M|10)\Z|[×x]\s?10\Z")
_RAISED = re.compile(r"(?:<sup>\s*|\^\{\s*)\[?(?P<mark>\d{1,3})\]?(?:\s*</sup>|\s*\})", re.IGNORECASE)
_MARK = re.compile(rf"{NOTE_OPEN}(?P<mark>\d+){NOTE_CLOSE}")
_MARKDOWN_NOTE = re.compile(r"\[\^(?P<mark>\d{1,3})\]:?")
_SMALL_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SMALL = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")

_TAG = re.compile(r"</?(?:sup|sub|b|i|u|strong|em|center|p|div|span|br)\s*/?>|<!--[^>\n]*-->", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t]{0,3}(?:#{1,6}|>)[ \t]+", re.MULTILINE)
_ITALIC = re.compile(r"(?<![\w*\\])\*(?=[^\s*])(?P<words>[^*\n]*[^\s*])\*(?![\w*])")
_ESCAPE = re.compile(r"\\(?=[-*_.#()\[\]+!|>~`])")
_TABLE_RULE = re.compile(r"^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*(?:\|[ \t:|-]*)?$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|[ \t]*(?P<cells>\S.*\S|\S)[ \t]*\|[ \t]*$", re.MULTILINE)


def composed(text: str) -> str:
    """NFC: a letter and its tone mark are one character."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def without_dirt(text: str) -> str:
    """Spaces of all kinds → space; invisible, control and private-use characters gone; Icelandic Ð → Đ."""
    return _DIRT.sub(lambda match: _CURES.get(match[0], ""), text)


def clean_print(text: str) -> str:
    """The cleaning of text that holds no markup: that of Word and PDF files. Marks of footnotes are kept."""
    if not _UNUSUAL.search(text):
        return text
    if NOTE_OPEN not in text:
        return composed(without_dirt(text))
    parts = re.split(f"([{NOTE_OPEN}{NOTE_CLOSE}])", text)
    kept = "".join(part if part in (NOTE_OPEN, NOTE_CLOSE) else without_dirt(part) for part in parts)
    return composed(without_powers(kept))


def with_line_feeds(text: str) -> str:
    """CR LF and CR → LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def marked_notes(text: str) -> str:
    """`<sup>1</sup>`, `^{1}`, `[^1]`, `¹` → the mark of a footnote; `m^{2}` and `km²` are units and stay."""
    if "<sup>" in text or "<SUP>" in text or "^{" in text:
        text = without_powers(_RAISED.sub(lambda match: raised(match["mark"]), text))
    if "[^" in text:
        text = _MARKDOWN_NOTE.sub(lambda match: raised(match["mark"]), text)
    return _SMALL.sub(_small, text) if _SMALL.search(text) else text


def without_powers(text: str) -> str:
    """Raised numbers behind a unit (`km²`, `10⁶`) are digits, no marks of footnotes."""
    return _MARK.sub(_power, text)


def _power(match: re.Match[str]) -> str:
    return match["mark"] if _behind_unit(match.string, match.start()) else match[0]


def _small(match: re.Match[str]) -> str:
    return match[0] if _behind_unit(match.string, match.start()) else raised(match[0].translate(_SMALL_DIGITS))


def _behind_unit(text: str, end: int) -> bool:
    return _UNIT.search(text, max(0, end - 4), end) is not None


def raised(mark: str) -> str:
    """The mark of a footnote as all readers hand it on."""
    return f"{NOTE_OPEN}{mark.strip()}{NOTE_CLOSE}"


def without_tags(text: str) -> str:
    """The few HTML tags that transcriptions hold; `<br>` becomes a space inside a table cell's row."""
    return _TAG.sub("", _BREAK.sub(" ", text)) if "<" in text else text


def without_markdown(text: str) -> str:
    """`**bold**`, `# heading`, `*italic*`, `\\.` and the frames of tables are marks, no text."""
    if "**" in text or "__" in text:
        text = text.replace("**", "").replace("__", "")
    if "*" in text:
        text = _ITALIC.sub(r"\g<words>", text)
    if "#" in text or ">" in text:
        text = _HEADING.sub("", text)
    if "|" in text:
        text = _TABLE_ROW.sub(r"\g<cells>", _TABLE_RULE.sub("", text))
    return _ESCAPE.sub("", text) if "\\" in text else text


_STEPS: tuple[Callable[[str], str], ...] = (
    with_line_feeds,
    without_dirt,
    composed,
    marked_notes,
    without_tags,
    without_markdown,
)


def clean(text: str) -> str:
    """All steps in their order, for text that comes without markup of its own.

    >>> clean("**Số:** 12/CT\\u00ad-UBND")
    'Số: 12/CT-UBND'
    """
    for step in _STEPS:
        text = step(text)
    return text
