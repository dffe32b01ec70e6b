"""Who is named behind a label beside the bodies, `Đơn vị phối hợp: Sở Y tế, các nghệ nhân gốm, học sinh.`, or in a
heading of duties, `Trách nhiệm của cơ sở khai thác dịch vụ`.

Whoever stands there is meant, so that no list of words need know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.extract.assignments.predicates import any_of
from pipeline.extract.bodies import Mention
from pipeline.extract.bodies.canonical import respell
from pipeline.extract.bodies.vocabulary import alternation, words_pattern
from pipeline.gazetteers import duties

MOST_WORDS = 9
_ITEM = re.compile(r"(?:và\s+)?(?P<name>[^\W\d_](?:(?!\svà\scác\s)[^,;.:()\n])*)")
_BEARER = (
    r"(?<=của)\s(?P<who>[^.;:\n]{3,160}?)"
    r"(?:\s(?:(?:trong|đối với|khi)\s[^.;:\n]*|(?:tối thiểu )?(?:bao )?gồm))?[.:\s]*$"  # in what, and the end
)
_BRACKET = re.compile(r"\([^()\n]*\)?")


def others_named(text: str, folded: str, start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Who else is named in the list `text[start:end]` beside the bodies at `taken`, in text order.

    >>> text = "Sở Y tế, các nghệ nhân gốm, phối hợp với nhau"
    >>> [mention.body for mention in others_named(text, text.lower(), 0, len(text), [(0, 7)])]
    ['các nghệ nhân gốm']
    """
    taken = [*taken, *(bracket.span() for bracket in _BRACKET.finditer(text, start, end))]
    for item in _ITEM.finditer(text, start, end):
        left, right = item.start("name"), item.start("name") + len(item["name"].rstrip())
        overlaps = any(begin < right and left < stop for begin, stop in taken)
        words = folded[left:right]
        if not overlaps and 2 <= len(words.split()) <= MOST_WORDS and not _no_name().match(words.removeprefix("các ")):
            yield Mention(left, right, " ".join(respell(text[left:right]).split()))


def bearers_of_duties(text: str, folded: str, start: int, end: int) -> tuple[Mention, ...]:
    """Whoever the heading `text[start:end]` says has duties, whatever it is called; nouns share the words behind them.

    >>> text = "Trách nhiệm của cơ quan, tổ chức sử dụng dịch vụ"
    >>> [mention.body for mention in bearers_of_duties(text, text.lower(), 0, len(text))]
    ['các cơ quan sử dụng dịch vụ', 'các tổ chức sử dụng dịch vụ']
    """
    found = any_of("duties of", r"[\W\d]*", _BEARER).match(folded, start, end)
    if found is None or any_of("people").match(found["who"].removeprefix("các ")):
        return ()
    left, right = found.span("who")
    nouns = _nouns().match(folded, left, right)
    if nouns is None:
        return (Mention(left, right, respell(text[left:right])),)
    tail = respell(text[nouns.end() : right])
    words = [word.removeprefix("các ") for word in re.split(", | và ", nouns[0])]
    return tuple(Mention(left, right, f"các {word}{tail}") for word in words)


@cache
def _nouns() -> re.Pattern[str]:
    noun = rf"(?:các )?{alternation(row.noun for row in duties.collective_nouns() if row.related)}(?!\w)"
    return re.compile(rf"{noun}(?:(?:, | và ){noun})*")


@cache
def _no_name() -> re.Pattern[str]:
    """Words that open what is done, not who: verbs, prepositions, conjunctions."""
    verbs = (row.verb for row in duties.task_verbs())
    stops = (row.words for row in duties.name_stops())
    return words_pattern([*verbs, *stops, *duties.sentence_words()["oblique"]])
