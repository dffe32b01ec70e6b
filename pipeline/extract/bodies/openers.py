"""Where a mention of a body may begin: the one pattern that runs over the whole text, so that the grammar need not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from pipeline.extract.bodies.canonical import catalogue
from pipeline.extract.bodies.ends import forms
from pipeline.extract.bodies.vocabulary import alternation
from pipeline.gazetteers import duties
from pipeline.spelling import fold


@cache
def openers() -> re.Pattern[str]:
    """On folded text: names, forms, titles, `các` before any of them, collectives that are plain without `các`.

    The group `form` matched alone wants a capital: `Phòng Nội vụ`, not "phòng bệnh".

    >>> [found.lastgroup for found in openers().finditer("giám đốc sở nội vụ, các phòng, phòng họp")]
    ['title', 'name', 'plural', 'noun', 'form']
    """
    nouns = _spaced(row.noun for row in duties.collective_nouns())
    bare = _spaced(row.noun for row in duties.collective_nouns() if row.bare)
    modifiers = _spaced(fold(row.words) for row in duties.collective_modifiers())
    titles = _spaced(row.title for row in duties.offices())
    names, form = _spaced(catalogue()), _spaced(forms())
    return re.compile(
        rf"""(?<!\w)(?:
            (?P<plural> (?:tất[ ]cả[ ]|toàn[ ]thể[ ])? (?:các|những|từng|mỗi|mọi)
                        (?= [ ] (?:{nouns}|{form}|{names}|{titles}|đồng[ ]chí) (?!\w)) )
          | (?P<title> {titles} (?=,?[ ]\w) )
          | (?P<name>  {names} (?!\w) )
          | (?P<bare>  {bare} (?!\w) )
          | (?P<noun>  {nouns}
                       (?= ,?[ ] (?:{nouns}|{modifiers}|có[ ]liên|liên[ ]quan|thuộc|trực[ ]thuộc) (?!\w)) )
          | (?P<form>  {form} (?!\w) )
          | (?P<place> (?:tỉnh|thành[ ]phố|huyện|quận|xã|phường|thị[ ]xã|đặc[ ]khu) (?=[ ]\w) )
        )""",
        re.VERBOSE,
    )


def _spaced(words: Iterable[str]) -> str:
    """Any of `words`, with their spaces kept in verbose mode."""
    return alternation(words).replace(" ", "[ ]")
