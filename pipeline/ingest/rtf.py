"""RTF → lines: its tokens, one after the other (Rich Text Format Specification 1.9.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pipeline.gazetteers.markup import markup_names
from pipeline.ingest.encodings.rewriting import Rewriting
from pipeline.ingest.flow import GAP, reading
from pipeline.ingest.lines import Reading
from pipeline.ingest.rtf_story import RtfStory

_TOKEN = re.compile(
    r"""
    \\ (?P<word> [a-zA-Z]{1,32} ) (?P<number> -?\d{1,9} )? [ ]?
  | \\' (?P<code> [0-9a-fA-F]{2} )
  | \\ (?P<symbol> [^a-zA-Z'] )
  | (?P<brace> [{}] )
  | (?P<text> [^\\{}\r\n]+ )
  | [\\\r\n]                                    # line ends say nothing; a lost backslash
    """,
    re.VERBOSE,
)
_CHARACTERS = {
    "tab": GAP,
    "line": "\n",
    "softline": "\n",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_SYMBOLS = {"~": " ", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": GAP}


def read_rtf(data: bytes) -> Reading:
    """The lines of an RTF file. Raises EncodingInput, TooLarge. Pictures and objects are skipped, nothing is run."""
    text = data.decode("latin-1")
    return reading("rtf", lambda rewriting: _read(text, rewriting))


def _read(text: str, rewriting: Rewriting) -> list[str]:
    story = RtfStory(rewriting)
    for token in _tokens(text):
        if token["text"]:
            story.write_bytes(token["text"])
        elif word := token["word"]:
            _obey(story, word, token["number"])
        elif token["code"]:
            story.write_bytes(chr(int(token["code"], 16)))
        elif token["brace"] == "{":
            story.open_group()
        elif token["brace"]:
            story.close_group()
        elif token["symbol"] == "*":
            story.group.optional = True
        elif token["symbol"] in ("\r", "\n"):
            story.end_paragraph()
        elif token["symbol"]:
            story.write(_SYMBOLS.get(token["symbol"], ""))
    return story.finished()


def _tokens(text: str) -> Iterator[re.Match[str]]:
    position = 0
    while token := _TOKEN.match(text, position):
        position = token.end()
        if token["word"] == "bin" and token["number"]:  # so many bytes of a picture follow
            position += max(0, int(token["number"]))
        else:
            yield token


def _obey(story: RtfStory, word: str, number: str | None) -> None:
    group = story.group
    if word in markup_names("rtf skipped") or (group.optional and word not in markup_names("rtf kept")):
        group.skipped = True
    group.optional = False
    if group.skipped:
        return
    if word in _CHARACTERS:
        story.write(_CHARACTERS[word])
    elif word in _SWITCHES:
        _SWITCHES[word](story, number != "0")
    elif word in _WORDS:
        _WORDS[word](story)
    elif number is not None and word in _NUMBERED:
        _NUMBERED[word](story, int(number))


_WORDS: dict[str, Callable[[RtfStory], None]] = {
    **dict.fromkeys(("par", "sect", "page", "nestcell"), RtfStory.end_paragraph),
    "pard": RtfStory.reset_paragraph,
    "plain": RtfStory.reset_letters,
    "nosupersub": RtfStory.end_raised,
    "intbl": RtfStory.enter_table,
    "cell": RtfStory.end_cell,
    "row": RtfStory.end_row,
    "fonttbl": RtfStory.begin_fonts,
    "listtext": RtfStory.begin_mark,
    "pntext": RtfStory.begin_mark,
    "chftn": RtfStory.mark_note,
    "footnote": RtfStory.begin_note,
}
_SWITCHES: dict[str, Callable[[RtfStory, bool], None]] = {
    "super": RtfStory.set_raised,
    "v": RtfStory.set_hidden,
    "deleted": RtfStory.set_hidden,
}
_NUMBERED: dict[str, Callable[[RtfStory, int], None]] = {
    "f": RtfStory.use_font,
    "deff": RtfStory.set_default_font,
    "fcharset": RtfStory.set_charset,
    "ansicpg": RtfStory.set_code_page,
    "u": RtfStory.write_unicode,
    "uc": RtfStory.set_fallback,
}
