"""Where a mention of a body may begin: the one pattern that runs over the whole text, so that the grammar need not."""

from __future__ import annotations

import re
from functools import cache

from pipeline.extract.canonical import catalogue
from pipeline.extract.nameends import forms
from pipeline.extract.vocabulary import alternation
from pipeline.gazetteers import duties
from pipeline.spelling import fold


@cache
def openers() -> re.Pattern[str]:
    """On folded text: names, forms, titles, `các` before any of them, collectives that are plain without `các`.

    The group `form` matched alone wants a capital: `Phòng Nội vụ`, not "phòng bệnh".
    """
    nouns = alternation(row.noun for row in duties.collective_nouns())
    bare = alternation(row.noun for row in duties.collective_nouns() if row.bare)
    modifiers = alternation(fold(row.words) for row in duties.collective_modifiers())
    titles = alternation(row.title for row in duties.offices())
    names, form = alternation(catalogue()), alternation(forms())
    return re.compile(
        rf"""(?<!\w)(?:
            (?P<plural> (?:tất[ ]cả[ ]|toàn[ ]thể[ ])? (?:các|những|từng|mỗi|mọi) (?=[ ](?:{_plain(nouns)}|{_plain(form)}|{_plain(names)}|{_plain(titles)}|đồng[ ]chí)(?!\w)) )
          | (?P<title> {_plain(titles)} (?=,?[ ]\w) )
          | (?P<name> {_plain(names)} (?!\w) )
          | (?P<bare> {_plain(bare)} (?!\w) )
          | (?P<noun> {_plain(nouns)} (?=,?[ ](?:{_plain(nouns)}|{_plain(modifiers)}|có[ ]liên|liên[ ]quan|thuộc|trực[ ]thuộc)(?!\w)) )
          | (?P<form> {_plain(form)} (?!\w) )
          | (?P<place> (?:tỉnh|thành[ ]phố|huyện|quận|xã|phường|thị[ ]xã|đặc[ ]khu) (?=[ ]\w) )
        )""",
        re.VERBOSE,
    )


def _plain(pattern: str) -> str:
    """A pattern with its spaces kept in verbose mode."""
    return pattern.replace(" ", "[ ]")
