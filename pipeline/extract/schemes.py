"""Schemes, programmes, plans and strategies cited by their proper name, and short numbers (`Đề án 06`).

`Kế hoạch cải cách hành chính năm 2019` · `Quy hoạch tỉnh Lào Cai thời kỳ 2021-2030, tầm nhìn đến năm 2050` ·
`Đề án đổi mới việc thực hiện cơ chế một cửa … đã được Thủ tướng Chính phủ phê duyệt tại Quyết định số …` ·
`Chương trình mục tiêu quốc gia xây dựng nông thôn mới` · `Đề án của UBND tỉnh về đẩy mạnh … giai đoạn 2021-2025`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.extract.issuing import issuer_at
from pipeline.extract.mentions import Named
from pipeline.gazetteers import load
from pipeline.model import Head
from pipeline.spelling import fold

# A name is a proper one when it ends in its time, …
_PERIOD = (
    r"(?:(?:,\s|\()?(?:(?:trong\s)?(?:giai\sđoạn|thời\skỳ|nhiệm\skỳ|các\snăm)\s\d{4}\s?-\s?\d{4}"
    r"|(?:hằng\s|hàng\s)?(?:đến\s)?năm\s\d{4}(?:\s?-\s?\d{4})?|\d{4}\s?-\s?\d{4})\)?)"
)
_OUTLOOK = r"(?:(?:,|\svà)?\s(?:có\s)?(?:tính\sđến|định\shướng|tầm\snhìn)(?:\sđến)?(?:\snăm)?\s\d{4})"
_TIMED = re.compile(rf"\s{_PERIOD}(?:,?\s{_PERIOD})?{_OUTLOOK}*(?!\w)|{_OUTLOOK}+(?!\w)")
# … or is said to have been approved, or belongs to a family known by its first words.
_APPROVED = re.compile(r",?\s(?:đã\s|vừa\s)?được\s[^;.]{0,80}?(?:phê\sduyệt|ban\shành|thông\squa)\b")
# … or is named by the decision that issued it: "ban hành Phương án … tại Quyết định số …".
_ISSUED_AT = re.compile(
    r"\s(?:ban\shành\s)?(?:tại|kèm\stheo|theo)\s(?:quyết\sđịnh|nghị\squyết|kế\shoạch|văn\sbản|công\svăn)\s(?:số\s)?\d"
)
_PLANNED = re.compile(r"\s(?:điều\schỉnh\s|tổng\sthể\s)?(?:tỉnh|thành\sphố|vùng)\s(?=\w)")
_BREAK = re.compile(
    r"[;:()“”\"\n]|\.(?:\s|$)"
    r"|,?\s(?:được|đã|theo|tại|do|để|nhằm|phải|này|trên(?!\sđịa\sbàn|\sphạm\svi)|nêu|sau|cho|đối\svới|gắn|với|là|có|bảo\sđảm|đảm\sbảo|vào|trong\sđó|bằng|như|khi|nếu|kèm|số\s\d|trước)(?=\W)"
)
_FAMILY = re.compile(r"mục\stiêu\squốc\sgia\s(?!năm|giai)|tổng\sthể\s|hành\sđộng\squốc\sgia\s|quốc\sgia\s")
_QUOTED = re.compile(r"\s[“\"](?P<name>[^”\"\n]{5,220})[”\"]")
# A document that is yet to be written is no citation, nor is a plural of unnamed ones.
_YET_TO_COME = re.compile(
    r"\b(?:xây dựng|lập|soạn thảo|dự thảo|ban hành|tham mưu|trình|hoàn thiện|trên đây là|các|những|từng|một số|mọi|hồ sơ|thẩm định|đề xuất)\s(?:và\s\w+\s)?$"
)
# "thực hiện Chương trình xóa nhà tạm": a programme that something is done under, though no year stands in its name.
_UNDER = re.compile(r"\b(?:thực hiện|triển khai|theo|thuộc|tham gia|kết quả|mục tiêu|hiệu quả|tiến độ|từ)\s$")
_PROGRAMMES = ("chương trình", "đề án", "chiến lược")
_GENERIC = re.compile(
    r"\s(?:của|này|trên|nêu|hành động|công tác|phối hợp|mục tiêu quốc gia|kỳ họp|làm việc|số|đã|và)(?!\w)"
)
_NO_NAME = re.compile(rf"\s*(?:{_PERIOD}$|(?:số|và|này)(?!\w)|\d|$)")
_SHORT = re.compile(
    r"(?<!\w)(?P<type>đề án|chương trình|nghị quyết|kết luận|chỉ thị|công điện|nghị định|dự án)\s(?:số\s)?(?P<no>\d{1,3}[a-z]?)(?![\w/]|[-.,]\d|\s?-\s?[a-zđ]|\s?/|%|\s%)"
)
_BY = re.compile(r"\scủa\s|,?\s(?:\([^)]{0,60}\)\s)?(?:đã\s|vừa\s)?(?:được|do)\s")
_LISTED = re.compile(r"(?:,|;|\svà|,\svà)\s$")
_OF = re.compile(r"\scủa\s")
_ABOUT = re.compile(r"\s(?:về|về việc)\s")
_LONGEST = 260


def find_schemes(text: str, folded: str, span: tuple[int, int], head: Head) -> Iterator[Named]:
    """Titled documents without number in `text[span]`; the type word stands with a capital."""
    end = span[0]
    waiting: re.Match[str] | None = None
    for found in _types().finditer(folded, *span):
        if found.start() < end or not text[found.start()].isupper():
            continue
        named = _titled(text, folded, found, span, head)
        if named is None:
            waiting = found
            continue
        if waiting is not None:
            yield from _sharing(text, folded, waiting, named, head)
        end, waiting = named.end, None
        yield named


def _sharing(text: str, folded: str, first: re.Match[str], named: Named, head: Head) -> Iterator[Named]:
    """`Nghị quyết của Ban Chấp hành Đảng bộ tỉnh, Đề án của UBND tỉnh về …`: the first shares the second's title."""
    of = _OF.match(folded, first.end())
    issuer = issuer_at(text, folded, of.end(), head) if of else None
    if issuer is not None and re.fullmatch(r",?\s(?:và\s)?", folded[issuer.end : named.start]):
        yield Named(first.start(), issuer.end, first["type"], named.name, issuer.name, "shared-title")


def find_short_numbers(text: str, folded: str, span: tuple[int, int]) -> Iterator[Named]:
    """`Đề án 06`, `Nghị quyết 57`: a type with a bare number that readers know it by."""
    for found in _SHORT.finditer(folded, *span):
        if text[found.start()].isupper():
            yield Named(
                found.start(), found.end(), found["type"], text[found.start("no") : found.end("no")], None, "short"
            )


def _titled(text: str, folded: str, found: re.Match[str], span: tuple[int, int], head: Head) -> Named | None:
    if text[found.start() : found.end()].isupper():  # a heading
        return None
    begin, limit = found.end(), _limit(text, folded, found.end(), span[1])
    quoted = _QUOTED.match(text, begin, limit)
    if quoted is not None:
        return Named(found.start(), quoted.end(), found["type"], quoted["name"].strip(), None, "quoted")
    title, issuer = _title_of(text, folded, begin, head)
    if issuer is not None and title == begin:
        return None
    end, rule = _end_of_name(text, folded, title, limit, named_issuer=issuer is not None)
    if end is None:
        end, rule = _programme_end(text, folded, found, span[0], limit)
    if end is None or _NO_NAME.match(folded, title, end):
        return None
    if rule != "issued-at" and _YET_TO_COME.search(folded, max(span[0], found.start() - 24), found.start()):
        return None
    issuer = issuer or _issuer_behind(text, folded, end, head)
    return Named(found.start(), end, found["type"], text[title:end].strip(), issuer, rule)


def _issuer_behind(text: str, folded: str, end: int, head: Head) -> str | None:
    """`Kế hoạch … năm 2019 của Sở`; `… được Thủ tướng Chính phủ phê duyệt`."""
    behind = _BY.match(folded, end)
    issuer = issuer_at(text, folded, behind.end(), head) if behind else None
    return issuer.name if issuer else None


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


def _programme_end(text: str, folded: str, found: re.Match[str], floor: int, limit: int) -> tuple[int | None, str]:
    begin = found.end()
    if found["type"] not in _PROGRAMMES or _GENERIC.match(folded, begin):
        return None, ""
    if not _UNDER.search(folded, max(floor, found.start() - 16), found.start()):
        return None, ""
    stop = _BREAK.search(folded, begin, limit)
    end = stop.start() if stop else limit
    return (end if text.count(" ", begin, end) >= 3 else None), "programme"


def _end_of_name(text: str, folded: str, begin: int, limit: int, named_issuer: bool) -> tuple[int | None, str]:
    """Where the name that begins at `begin` ends, and the rule that makes it a proper name; None when none does."""
    stop = _BREAK.search(folded, begin, limit)
    reach = stop.start() if stop else limit
    timed = _TIMED.search(folded, begin, min(limit, reach + 40))
    if timed is not None and timed.start() <= reach:
        return timed.end(), "timed"
    if reach - begin < 9:
        return None, ""
    rules = {
        "approved": _APPROVED.match(folded, reach) is not None,
        "issued-at": _ISSUED_AT.match(folded, reach) is not None,
        "family": _FAMILY.match(folded, begin + 1) is not None,
        "titled": named_issuer,
        "place": _PLANNED.match(folded, begin) is not None and text[reach - 1].isalpha(),
    }
    rule = next((name for name, holds in rules.items() if holds), None)
    return (reach, rule) if rule else (None, "")


@cache
def _types() -> re.Pattern[str]:
    names = sorted(
        (fold(kind.name) for kind in load.document_types() if kind.titled),
        key=len,
        reverse=True,
    )
    return re.compile(rf"(?<!\w)(?P<type>{'|'.join(names)})(?=\s)")
