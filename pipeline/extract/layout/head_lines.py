"""What each line of a document's head is: agency, national motto, number, date, type, title, addressee.

The order of components is that of Decree 30/2020/NĐ-CP, annex I, and Party Guidance 05-HD/VPTW; stamps and stray lines
of a scan may stand between them. A head ends where the first sentence of the body begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pipeline.extract.layout.commander import commander_lines
from pipeline.extract.layout.cues import cues, opens_with
from pipeline.extract.layout.lines import Line
from pipeline.extract.layout.type_lines import SENTENCE, is_capital, is_of_line, type_of_line
from pipeline.markers import NAMED, match_marker
from pipeline.spelling import UPPER, fold, unmarked

HEAD_LINES = 80
"""No head is longer."""
_TITLE_LINE = 200
_DATE_LINE = 100
_SUBJECT_LINES = 3
_LONGEST = 1_000
"""No line of a head is longer."""

MOTTO, NUMBER, DATE, TYPE, TITLE = "motto", "number", "date", "type", "title"
SUBJECT, ADDRESSEE, AGENCY, COMMANDER, STAMP, STRAY = "subject", "addressee", "agency", "commander", "stamp", "stray"
_BEFORE_ADDRESSEE = (NUMBER, MOTTO, DATE, SUBJECT)

_NUMBER = re.compile(
    r"""
    [\W_]{0,4}
    (?: (?: bo \s )? luat \s | phap \s lenh \s | nghi \s quyet \s (?= so \s? : [^,;]{3,30} $ ) )?   # Luật số: 58/...
    [s§] [o0] \s? [:.;]? \s* (?: [^\s/-]{0,20} \s? [/-] | $ )       # Số: 12/..., Số:   /..., Số
    """,
    re.VERBOSE,
)
_DATE = re.compile(r"\b nga[yw]? .{0,20}? thang .{0,20}? \b nam \b | , \s ngay .{0,25} \b (?:19|20)\d\d \b", re.VERBOSE)
_DATE_BEGUN = re.compile(
    r"[^,;:\d]{2,40} , \s? ngay (?: \s \d{1,2} (?: \s thang (?: \s \d{1,2} )? )? )? \W*", re.VERBOSE
)
_DATE_REST = re.compile(r"(?: \d{1,2} \s )? (?: thang \s )? (?: \d{1,2} \s )? nam \s \d{4} \W*", re.VERBOSE)
_MOTTO_BEGUN = re.compile(r"cong (?: \s hoa (?: \s xa )? )?", re.VERBOSE)
_PLACED_DATE = re.compile(r"[^,;:\d]{2,40} , \s? nga[yw]? ", re.VERBOSE)
_SUBJECT = re.compile(r"\W{0,4} (?: v\s?[/.]\s?v \b | trích \s yếu )", re.VERBOSE)
_ABOUT = re.compile(r"\W{0,4} v[ềêẻ] \s \w", re.VERBOSE)
_ADDRESSEE = re.compile(r".{0,6}? \b k[ií]nh \s g[ửuứ]i \b", re.VERBOSE)
_ORDER = re.compile(r"\b (?: điện | k[ií]nh \s g[ửuứ]i ) \s? : \s* $", re.VERBOSE)
_ENDS = re.compile(r"\W{0,4} (?: nơi \s nhận \b | (?: t/?m | k/?t | t/?l | tuq ) [.,] \s? \w )", re.VERBOSE)

_NOISE = re.compile(r"[|^~{}<>#@\\§¡©®¬«»]|^[^\w“\"'(-]")
_TITLE_WORDS = re.compile(r"\b(?:Về việc|V/v|Về)\b")
_TITLE_VERB = re.compile(r"(?:Về|Quy định|Ban hành|Sửa đổi|Bãi bỏ|Phê duyệt|Hướng dẫn|Công bố)\b(?!.*như sau)")
_STOP = re.compile(rf"\.\s(?=[{UPPER}\d])")  # a speck of a scan stands before small letters


class HeadLine(NamedTuple):
    """A line of the head and its role, one of the constants above."""

    role: str
    line: Line


def read_head(lines: Iterable[Line]) -> tuple[HeadLine, ...]:
    """The lines of the head among the first `lines` of a document, each with its role; empty where there is none."""
    found: list[HeadLine] = []
    kept = 0
    for entry in _label(list(islice(lines, HEAD_LINES))):
        found.append(entry)
        if entry.role != STRAY:
            kept = len(found)
    return _with_commander(found[:kept])


def _with_commander(head: list[HeadLine]) -> tuple[HeadLine, ...]:
    """`head`, of which the title's last lines may name who commands, not the matter."""
    titles = [index for index, (role, _) in enumerate(head) if role == TITLE]
    agency = " ".join(line.text for role, line in head if role == AGENCY)
    count = commander_lines([head[index].line.text for index in titles], agency) if titles else 0
    for index in titles[len(titles) - count :]:
        head[index] = HeadLine(COMMANDER, head[index].line)
    return tuple(head)


def _label(lines: list[Line]) -> Iterator[HeadLine]:
    """Labels lines until one is plainly text of the body."""
    role, previous, typed = "", None, False
    for index, line in enumerate(lines):
        below = lines[index + 1 : index + 1 + _SUBJECT_LINES]
        new = _fixed_role(line, role, typed)
        if not typed and _is_subject(role, line.text, below, free=new is None):
            new = SUBJECT
        if new is None:
            new = _role_after(role, previous, line, typed)
        if new is None and role in _BEFORE_ADDRESSEE and any(_ADDRESSEE.match(other.folded) for other in below):
            new = STRAY  # whatever it is, the head of a letter goes on to Kính gửi
        if new is None:
            return
        yield HeadLine(new, line)
        typed = typed or new == TYPE
        if new != STRAY or role != ADDRESSEE:
            role = new if new not in (STAMP, STRAY) else role
            previous = line


def _is_subject(role: str, words: str, below: list[Line], free: bool) -> bool:
    """Whether `words` say without V/v what a letter is about, between its number and the lines `below`.

    They begin with Về, or are `free` of any other role between the number and the national motto or the date.
    """
    if role not in (NUMBER, MOTTO, DATE) or len(words) > _TITLE_LINE:
        return False
    if _ABOUT.match(fold(words)):
        return role != DATE or any(_ADDRESSEE.match(line.folded) for line in below)
    plain = words[0].isupper() and words.count(" ") > 2 and not is_capital(words) and not is_noise(words)
    return role == NUMBER and free and plain and any(_is_beside(line) for line in below)


def _is_beside(line: Line) -> bool:
    """Whether `line` is of the right column of a head: the motto, or the place and the date."""
    plain = unmarked(line.folded)
    return (is_capital(line.text) and plain.startswith(cues("motto"))) or _PLACED_DATE.match(plain) is not None


def _fixed_role(line: Line, role: str, typed: bool) -> str | None:
    """The role that a line's own words settle."""
    words = line.folded
    if len(words) > _LONGEST:
        return None
    if _SUBJECT.match(words):
        return SUBJECT
    if _ADDRESSEE.match(words) or _ORDER.search(words):
        return ADDRESSEE
    if len(line.text) > SENTENCE:
        return None
    plain = unmarked(words)
    if any(cue in plain for cue in cues("motto")) and (is_capital(line.text) or plain.startswith(cues("motto"))):
        return MOTTO
    if line.text.isupper() and _MOTTO_BEGUN.fullmatch(plain):
        return MOTTO
    if words.startswith(cues("stamp")) or any(cue in words for cue in cues("stamp_within")):
        return STAMP
    if _NUMBER.match(plain) and not typed:
        return NUMBER
    if not typed and _DATE.search(plain) and _is_date(plain, role) and not _opens_body(line.text):
        return DATE
    if not typed and (_DATE_BEGUN if role != DATE else _DATE_REST).fullmatch(plain):  # set over two lines
        return DATE
    if not typed and type_of_line(line.text):
        return TYPE
    return None


def _is_date(plain: str, role: str) -> bool:
    """Whether a line with a date is that of the head: behind `V/v` and `Kính gửi` only with its place in front."""
    return _PLACED_DATE.match(plain) is not None or (role not in (SUBJECT, ADDRESSEE) and len(plain) <= _DATE_LINE)


def _role_after(role: str, previous: Line | None, line: Line, typed: bool) -> str | None:
    """The role of a line by the one before it; None where the body begins."""
    if _ENDS.match(line.folded):
        return None
    if previous is not None:
        if role == ADDRESSEE and _is_item(previous.text, line.text):
            return ADDRESSEE
        if role == TYPE and is_of_line(line.text):
            return TYPE
        if role == TITLE and _begins_text(previous.text, line.text):
            return None
        if role in (TYPE, TITLE, SUBJECT) and _is_title(role, line.text, previous.text):
            return role if role == SUBJECT else TITLE
    if _is_name(line.text):
        if not typed:
            return AGENCY
        return COMMANDER if role in (TITLE, SUBJECT, COMMANDER) else STRAY
    return STRAY if _is_stray(line.text) else None


def _is_name(line: str) -> bool:
    """Whether `line` is set in capitals as names of bodies are, and neither a clause nor an order (QUYẾT ĐỊNH:)."""
    if len(line) > SENTENCE or line.endswith((":", ".")):
        return False
    return is_capital(line) and match_marker(line) is None


def _is_item(previous: str, line: str) -> bool:
    """Whether `line` goes on with the list of addressees that ended in `previous`."""
    if line[0] in "-–+*•":
        return True
    if len(line) > SENTENCE or match_marker(line) or _opens_body(line) or _orders(line):
        return False
    opened = previous.rstrip(" _").endswith((":", ";", ","))
    return opened or (line[0].islower() and not previous.endswith("."))


def _is_title(role: str, line: str, previous: str) -> bool:
    """Whether `line` belongs to the title: it is no sentence, and no clause begins in it."""
    marker = match_marker(line)
    if is_noise(line) and not _TITLE_WORDS.search(line):
        return False
    if (marker and marker.kind != "decimal") or (_opens_body(line) and not (role == TYPE and _is_aim(line))):
        return False
    if role != TYPE and (_orders(line) or (is_capital(line) and not is_capital(previous))):
        return False
    ends = line.endswith((".", ";", ":", "./.")) or len(line) > _TITLE_LINE
    if role == TYPE:
        broken = line.endswith((";", ":")) and _TITLE_VERB.match(line) is None
        return not ends or (len(line) < 3 * _TITLE_LINE and not broken and "./." not in line and not _STOP.search(line))
    if line[0].islower():
        return not ends or (len(line) < SENTENCE and line.endswith("."))
    return not ends and len(line) < SENTENCE


def _begins_text(title: str, line: str) -> bool:
    """Whether `line`, the first of a sentence set over narrow lines, is no more of a title in capitals."""
    small = line[0].isupper() and line.count(" ") > 4 and not is_capital(line)
    return small and is_capital(title) and not is_noise(line) and not _TITLE_WORDS.search(line)


def _opens_body(line: str) -> bool:
    return line[0].isupper() and fold(line).startswith(cues("body"))


def _orders(line: str) -> bool:
    """Whether `line`, short as it may be, is a sentence: it tells somebody to act, or the document ends with it."""
    return line[0].isupper() and (line.endswith("./.") or opens_with("order", line))


def _is_aim(line: str) -> bool:
    """Whether a title says what a plan carries out: `Thực hiện Nghị quyết số …`, no sentence."""
    return fold(line).startswith("thực hiện ") and not line.endswith((".", ":", ";", ","))


def _is_stray(line: str) -> bool:
    """Short words that are no sentence: the remains of a stamp or a line of the head that was misread."""
    marker = match_marker(line)
    if marker and (marker.kind in NAMED or (marker.kind not in ("bullet", "letter") and len(line) > marker.end + 3)):
        return False
    if fold(line).startswith(cues("body")) or _orders(line) or len(line) > SENTENCE:
        return False
    return not (len(line) > 40 and line.endswith((".", ";", ":")))


def is_noise(line: str) -> bool:
    """Whether a stamp or a stain left its marks in `line`: signs that no sentence holds, or no letter to begin with."""
    return _NOISE.search(line) is not None
