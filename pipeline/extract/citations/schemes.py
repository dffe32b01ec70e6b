"""Schemes, programmes, plans and strategies cited by their proper name.

`Kế hoạch cải cách hành chính năm 2019` · `Quy hoạch tỉnh Lào Cai thời kỳ 2021-2030, tầm nhìn đến năm 2050` ·
`Đề án đổi mới … đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số …` · `Chương trình “Sức khỏe Việt Nam”` ·
`Chương trình mục tiêu quốc gia xây dựng nông thôn mới` and, behind it, `và Chương trình giảm nghèo` ·
`Đề án của UBND tỉnh về đẩy mạnh … giai đoạn 2021-2025`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.extract.citations.issuing import issuer_at
from pipeline.extract.citations.mentions import Named
from pipeline.gazetteers import load
from pipeline.gazetteers.citing import any_of, words_of
from pipeline.markers import match_marker
from pipeline.model import Head
from pipeline.patterns import one_of
from pipeline.spelling import fold

# A name is a proper one when it ends in its time: "giai đoạn 2021-2025, định hướng đến năm 2030", …
_PERIOD = (
    r"(?:(?:,\s|\()?(?:(?:trong\s)?(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|các\snăm)\s\d{4}\s?-\s?\d{4}"
    r"|(?:hằng\s|hàng\s)?(?:đến\s)?năm\s\d{4}(?:\s?-\s?\d{4})?|\d{4}\s?-\s?\d{4})\)?)"
)
_OUTLOOK = r"(?:(?:,|\svà)?\s(?:có\s)?(?:tính\sđến|định\shướng|tầm\snhìn)(?:\sđến)?(?:\snăm)?\s\d{4})"
_TIMED = re.compile(rf"\s{_PERIOD}(?:,?\s{_PERIOD})?{_OUTLOOK}*(?!\w)|{_OUTLOOK}+(?!\w)")
# … or is said to have been approved, or issued by a decision, or belongs to a family known by its first words, …
_APPROVED = re.compile(r",?\s(?:đã\s|vừa\s)?được\s[^;.]{0,80}?(?:phê\sduyệt|ban\shành|thông\squa)\b")
_ISSUED_AT = re.compile(
    r"\s(?:ban\shành\s)?(?:tại|kèm\stheo|theo)\s(?:quyết\sđịnh|nghị\squyết|kế\shoạch|văn\sbản|công\svăn)\s(?:số\s)?\d"
)
_FAMILY = re.compile(
    r"\s(?:(?:mục\stiêu\squốc\sgia|mtqg)\s(?!năm|giai|trên|của|và|đã|được|này|trong|theo)(?=\w)|tổng\sthể\s|hành\sđộng\squốc\sgia\s|quốc\sgia\s)"
)
_PLACED = re.compile(r"\s(?:điều\schỉnh\s|tổng\sthể\s)?(?:tỉnh|thành\sphố|vùng)\s(?=\w)")
_QUOTED = re.compile(r"\s[“\"](?P<name>[^”\"\n]{5,220})[”\"]")
# … or something is done under it: "thực hiện Chương trình xóa nhà tạm".
_UNDER = re.compile(rf"\b{any_of('under')}\s$")
_PROGRAMMES = words_of("programme")
_GENERIC = re.compile(rf"\s{any_of('generic-name')}(?!\w)")
_NO_SCHEME = re.compile(rf"\s[“\"]?{any_of('no-scheme')}(?!\w)")
# A report is known by its month: "Báo cáo Tình hình … tháng 6/2019".
_MONTHLY = re.compile(r"\s(?:tháng\s\d{1,2}|quý\s[ivx\d]{1,3})(?:/|\snăm\s)\d{4}(?!\w)")
# "cập nhật, bổ sung Phương án …": everybody's own.
_OWN = re.compile(r"\bcập\snhật(?:,\s\w+\s\w+)?\s$")
# "Ban hành kèm theo Quyết định này Kế hoạch …", "… này là: Kế hoạch …": the document itself.
_ATTACHED = re.compile(
    rf"\bkèm\stheo\s{one_of(fold(kind.name) for kind in load.document_types())}\snày(?:\slà)?\s?:?\s$"
)
# "Kế hoạch hóa gia đình", "Chương trình du lịch": no document.
_OTHER_SENSE = re.compile(rf"{any_of('other-sense')}(?!\w)")
_OWN_TYPES = ("kế hoạch", "phương án")

_ENDS = re.compile(
    rf"[;:()“”\"\n|]|,\s{any_of('name-ends-at-comma')}\s|\svà\stình\shình\s|\.(?:\s|$)|,?\s{any_of('name-ends')}(?=\W)"
)
_NO_NAME = re.compile(rf"\s*(?:{_PERIOD}$|(?:số|và|này)(?!\w)|\d|$)")
# A document that is yet to be written is no citation, nor is a plural of unnamed ones.
_UNFINISHED = re.compile(
    rf"(?<!công\s)(?<!chương\s)(?<!quá\s)\b{any_of('unfinished')}\s"
    r"(?:và\s(?:\w+|(?:tổ\schức\s)?(?:triển\skhai|thực\shiện)(?:\sthực\shiện)?)\s)?$"
)
_BESIDE = re.compile(r"(?:,|\svà)\s")
_LISTED = re.compile(r"(?:,|;|\svà|,\svà)\s$")
_OF = re.compile(r"\scủa\s")
_BY = re.compile(r"\scủa\s|,?\s(?:\([^)]{0,60}\)\s)?(?:đã\s|vừa\s)?(?:được|do)\s")
_ABOUT = re.compile(r"\s(?:về|về việc)\s")
# Rules that look at the name's form alone.
_BY_FORM = ("timed", "family", "place")
_LONGEST = 260
_LONGEST_MARK = 10
_SHORTEST = 9


def find_schemes(text: str, folded: str, span: tuple[int, int], starts: Iterable[int], head: Head) -> Iterator[Named]:
    """Titled documents without number in `text[span]` at `starts`."""
    end = span[0]
    waiting: re.Match[str] | None = None
    attached: set[tuple[str, str]] = set()
    for found in filter(None, (_types().match(folded, start, span[1]) for start in starts)):
        if found.start() < end:
            continue
        named = _titled(text, folded, found, span, head)
        if named is None and found["type"] in _PROGRAMMES and _BESIDE.fullmatch(folded, end, found.start()):
            named = _beside(text, folded, found, span[1])
        if named is None:
            waiting = found
            continue
        key = named.doc_type, fold(named.name)
        if _ATTACHED.search(folded, max(span[0], found.start() - 45), found.start()):
            attached.add(key)
        if key in attached:
            end, waiting = named.end, None
            continue
        if waiting is not None:
            yield from _sharing(text, folded, waiting, named, head)
        end, waiting = named.end, None
        yield named


def _beside(text: str, folded: str, found: re.Match[str], limit: int) -> Named | None:
    """`Chương trình mục tiêu quốc gia A và Chương trình B`: behind a programme that is known, a name of two words."""
    begin = found.end()
    limit = min(limit, begin + _LONGEST)
    comma = folded.find(",", begin, limit)
    end, rule = _programme_end(text, folded, begin, comma if comma >= 0 else limit, words=2)
    return Named(found.start(), end, found["type"], text[begin:end].strip(), None, rule) if end else None


def _sharing(text: str, folded: str, first: re.Match[str], named: Named, head: Head) -> Iterator[Named]:
    """`Nghị quyết của Ban Chấp hành Đảng bộ tỉnh, Đề án của UBND tỉnh về …`: the first shares the second's title."""
    of = _OF.match(folded, first.end())
    issuer = issuer_at(text, folded, of.end(), head) if of else None
    if issuer is not None and re.fullmatch(r",?\s(?:và\s)?", folded[issuer.end : named.start]):
        yield Named(first.start(), issuer.end, first["type"], named.name, issuer.name, "shared-title")


def _titled(text: str, folded: str, found: re.Match[str], span: tuple[int, int], head: Head) -> Named | None:
    if text[found.start() : found.end()].isupper() or _NO_SCHEME.match(folded, found.end()):  # a heading, an event
        return None
    if _OTHER_SENSE.match(folded, found.start()):
        return None
    limit = _limit(text, folded, found.end(), span[1])
    quoted = _QUOTED.match(text, found.end(), limit)
    if quoted is not None:
        return Named(found.start(), quoted.end(), found["type"], quoted["name"].strip(), None, "quoted")
    title, issuer = _title_of(text, folded, found.end(), head)
    if issuer is not None and title == found.end():
        return None
    before = max(span[0], found.start() - 45), found.start()
    end, rule = _end_of_name(text, folded, title, limit, titled=issuer is not None)
    if end is None and found["type"] == "báo cáo" and text[title + 1 : title + 2].isupper():
        end, rule = _monthly_end(folded, title, limit)
    if end is None and found["type"] in _PROGRAMMES and _UNDER.search(folded, *before):
        end, rule = _programme_end(text, folded, title, limit)
    if end is None or _NO_NAME.match(folded, title, end):
        return None
    if rule != "issued-at" and _UNFINISHED.search(folded, *before):
        return None
    if found["type"] == "báo cáo" and issuer is None and rule in _BY_FORM and _opens_clause(text, found.start()):
        return None
    if found["type"] in _OWN_TYPES and _OWN.search(folded, *before):
        return None
    issuer = issuer or _issuer_behind(text, folded, end, head)
    return Named(found.start(), end, found["type"], text[title:end].strip(), issuer, rule)


def _opens_clause(text: str, start: int) -> bool:
    """Whether nothing but a mark stands before `start` on its line: `- Báo cáo kết quả …`, where it is the verb."""
    line = text.rfind("\n", 0, start) + 1
    if start - line >= _LONGEST_MARK:
        return False
    mark = match_marker(text[line : start + 1])
    return not text[line:start].strip() or (mark is not None and line + mark.end == start)


def _limit(text: str, folded: str, begin: int, end: int) -> int:
    """Where a name beginning at `begin` must end: at the next item of a list of titled documents, at the latest."""
    end = min(end, begin + _LONGEST)
    for other in _types().finditer(folded, begin, end):
        listed = _LISTED.search(folded, max(begin, other.start() - 5), other.start())
        if text[other.start()].isupper() and listed is not None:
            return listed.start()
    return end


def _title_of(text: str, folded: str, begin: int, head: Head) -> tuple[int, str | None]:
    """Where the title begins: behind `của UBND tỉnh về`, with that issuer, or right at `begin`."""
    of = _OF.match(folded, begin)
    issuer = issuer_at(text, folded, of.end(), head) if of else None
    if issuer is None:
        return begin, None
    about = _ABOUT.match(folded, issuer.end)
    return (about.end() if about else begin), issuer.name


def _end_of_name(text: str, folded: str, begin: int, limit: int, titled: bool) -> tuple[int | None, str]:
    """Where the name that begins at `begin` ends, and the rule that makes it a proper name; None when none does."""
    stop = _ENDS.search(folded, begin, limit)
    reach = stop.start() if stop else limit
    timed = _TIMED.search(folded, begin, min(limit, reach + 40))
    if timed is not None and timed.start() <= reach:
        return timed.end(), "timed"
    if reach - begin < _SHORTEST:
        return None, ""
    rules = {
        "approved": _APPROVED.match(folded, reach) is not None and not _is_bare(text, folded, begin, reach),
        "issued-at": _ISSUED_AT.match(folded, reach) is not None,
        "family": _FAMILY.match(folded, begin) is not None,
        "titled": titled,
        "place": _PLACED.match(folded, begin) is not None and text[reach - 1].isalpha(),
    }
    rule = next((name for name, holds in rules.items() if holds), None)
    return (reach, rule) if rule else (None, "")


def _is_bare(text: str, folded: str, begin: int, end: int) -> bool:
    """Whether a name says no more than what everybody's programme says: `Chương trình công tác năm`."""
    return _GENERIC.match(folded, begin) is not None and text.count(" ", begin, end) < 4


def _monthly_end(folded: str, begin: int, limit: int) -> tuple[int | None, str]:
    stop = _ENDS.search(folded, begin, limit)
    month = _MONTHLY.search(folded, begin, stop.start() if stop else limit)
    return (month.end(), "monthly") if month else (None, "")


def _programme_end(text: str, folded: str, begin: int, limit: int, words: int = 3) -> tuple[int | None, str]:
    """The name of a programme that no year closes: of so many words, up to where the sentence goes on."""
    if _GENERIC.match(folded, begin):
        return None, ""
    stop = _ENDS.search(folded, begin, limit)
    end = stop.start() if stop else limit
    place = folded.find(" trên địa bàn ", begin, end)
    end = place if place >= 0 else end
    return (end if text.count(" ", begin, end) >= words else None), "programme"


def _issuer_behind(text: str, folded: str, end: int, head: Head) -> str | None:
    """`Kế hoạch … năm 2019 của Sở`; `… được Thủ tướng Chính phủ phê duyệt`."""
    behind = _BY.match(folded, end)
    issuer = issuer_at(text, folded, behind.end(), head) if behind else None
    return issuer.name if issuer else None


@cache
def _types() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<type>{one_of(fold(kind.name) for kind in load.document_types() if kind.titled)})(?=\s)")
