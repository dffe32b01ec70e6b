"""Where a mention of a body may begin: the one pattern that runs over the whole text, so that the grammar need not."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from pipeline.extract.bodies.canonical import catalogue
from pipeline.extract.bodies.ends import form_at, forms, other_words
from pipeline.extract.bodies.finder import Finder
from pipeline.extract.bodies.levels import UNIT
from pipeline.extract.bodies.offices import titles
from pipeline.extract.bodies.vocabulary import spaced_alternation
from pipeline.gazetteers import duties
from pipeline.spelling import fold

_LEVEL = re.compile(rf" {UNIT}$")
_PLURALS = ("các", "những", "từng", "mỗi", "mọi")
_PLACES = ("tỉnh", "thành phố", "huyện", "quận", "xã", "phường", "thị xã", "đặc khu", "thủ đô")


@cache
def openers() -> Finder:
    """On folded text: names, forms, titles, `các` before any of them, collectives that are plain without `các`.

    The group `form` matched alone wants a capital: `Phòng Nội vụ`, not "phòng bệnh".

    >>> [found.lastgroup for found in openers().finditer("giám đốc, chính phủ, các phòng, phòng họp", 0, 41)]
    ['title', 'name', 'plural', 'noun', 'form']
    """
    words = {
        "noun": [row.noun for row in duties.collective_nouns()],
        "bare": [row.noun for row in duties.collective_nouns() if row.bare],
        # A name behind a form opens as that form does; one in small letters is plain only with its level.
        "name": [name for name in catalogue() if form_at(name, 0) is None or _LEVEL.search(name)],
        "form": list(forms()),
        "place": _PLACES,
    }
    noun, bare, name, form, place = map(spaced_alternation, words.values())
    title = titles().replace(" ", "[ ]")
    other = spaced_alternation(other_words())
    modifier = spaced_alternation(fold(row.words) for row in duties.collective_modifiers())
    behind = "(?:có[ ])?liên[ ]quan|(?:trực[ ])?thuộc|có[ ](?:trách|nghĩa)"
    pattern = re.compile(
        rf"""(?<!\w) (?:
            (?P<plural> (?:tất[ ]cả[ ]|toàn[ ]thể[ ])? (?:{"|".join(_PLURALS)})
                        (?= [ ] (?:{noun}|{form}|{name}|{title}|đồng[ ]chí) (?!\w)) )
          | (?P<title> (?:đồng[ ]chí[ ])? {title} (?=[,:]?[ ]\w) )
          | (?P<name>  {name} (?!\w) )
          | (?P<bare>  {bare} (?!\w) )
          | (?P<noun>  (?> {noun} (?!\w) )
                       (?= ,?[ ] (?:{noun}|{modifier}|{behind}) (?!\w)) )
          | (?P<form>  (?! {other} ) {form} (?!\w) )
          | (?P<place> {place} (?=[ ]\w) )
        )""",
        re.VERBOSE,
    )
    alone = [*chain(*words.values()), *(row.title for row in duties.offices())]
    first = {word.split()[0] for word in [*alone, "đồng chí"]}
    plurals = [f"{plural} {word}" for plural in _PLURALS for word in first]
    return Finder(pattern, ["tất cả", "toàn thể", "đồng chí", *plurals, *alone])
