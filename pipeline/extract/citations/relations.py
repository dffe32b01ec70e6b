"""How a document relates to one that it cites: by the nearest governing cue before the mention.

`Căn cứ X` based_on, `thực hiện X` implements, `theo quy định tại X` guided_by, `sửa đổi, bổ sung X` amends,
`thay thế X` replaces, `bãi bỏ X` repeals, all else mentions. Items of a list share the relation of its first one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.citations.pinpoints import pinpoint_start
from pipeline.gazetteers import citing
from pipeline.gazetteers.citing import any_of
from pipeline.patterns import one_of
from pipeline.spelling import fold

MENTIONS = "mentions"
# Words that point on to a cue before them: "thực hiện Quy chế ban hành kèm theo Quyết định …".
_TRANSPARENT = "transparent"
# "Luật A; các Nghị định quy định chi tiết Luật A; Nghị quyết B": says what the decrees are, nothing of what follows.
_DETAILING = ("quy định chi tiết", "hướng dẫn thi hành", "biện pháp thi hành")
_CHANGES = ("amends", "replaces", "repeals")
# "sửa đổi" governs what it stands close to: "sửa đổi, bổ sung một số điều của Nghị định …".
_CHANGE_REACH = 60
_ARTICLES = re.compile(r"\s(?:các\s|một số\s)?(?:điểm|khoản|điều|mục|chương|phụ lục|mẫu)\s")
_ARTICLES_REACH = 200
# "thực hiện đúng và đầy đủ các quy định của Luật …"
_OBSERVED = re.compile(
    r"\b(?:thực hiện|chấp hành)(?:,?\s(?:nghiêm túc|nghiêm chỉnh|nghiêm|đúng|đầy đủ|tốt|có hiệu quả|hiệu quả|thống nhất"
    r"|kịp thời|đồng bộ|và|các|những))*\s$"
)
# "Quyết định số … hết hiệu lực kể từ ngày …", said of the document, not of the time until it ends.
_EXPIRES = re.compile(
    r"[^.\n]{0,1000}?(?<!\bkhi)(?<!\bnếu)(?<!\bđã)\shết hiệu lực(?:\sthi hành)?"
    r"(?=\s(?:kể\s)?từ\s(?:ngày|thời điểm)|\s?[.;,:/\n]|$)"
)
# "hướng dẫn thi hành một số quy định của Nghị định …"
_DETAILED = re.compile(rf"\b(?:{'|'.join(_DETAILING)})(?:\s(?:một số|các|điều,?|khoản,?|và))*\s$")
_SENTENCE_REACH = 600
_LEAD_REACH = 90
_EXPIRED = re.compile(r"\bhết hiệu lực\b")
_TASKS = re.compile(r"\b(?:nhiệm vụ|giải pháp|nội dung|công việc|công tác|mục tiêu|biện pháp|chỉ tiêu)\b")
_DIRECTED = re.compile(
    r"(?<!xét )\b(?:chỉ đạo|yêu cầu|kết luận|hướng dẫn|đề nghị|đề xuất) của [^;.]{1,100} tại\s+(?:các\s+)?$"
)
_TITLE = re.compile(rf"\s*,?\s*{any_of('opens-title')}(?!\w)")
_NEW_PHRASE = re.compile(rf",\s(?:và\s)?{any_of('new-phrase')}\b")
_SEPARATOR = re.compile(r"(?:[;,]|(?<=\d{4}):|\s(?:và|cùng|hoặc)|[;,]\s+(?:và|hoặc))\s+(?:các\s+)?$")
# "thực hiện Đề án 06 (Quyết định số …)"
_IN_BRACKETS = re.compile(r"\s\(")
# "Theo đề nghị của A tại Tờ trình …; của B tại Tờ trình …": one cue for both.
_SAME_ASKING = re.compile(
    r"(?:[;,]|\svà|[;,]\svà)(?:\s(?:ý kiến|đề nghị|đề xuất|báo cáo)(?:\s\w+){0,2})?"
    r"\scủa\s[^;.]{1,100}\stại\s+(?:các\s+)?$"
)
_SAME_ACT = re.compile(
    r"\b(?:được|do)\s[^;.]{0,80}?(?:phê duyệt|ban hành|sửa đổi|bổ sung|thông qua|công bố)[^;.]{0,40}?\s?"
    r"(?:tại?|theo|bằng|bởi)\s+(?:các\s+)?$"
)
_ISSUED_WITH = re.compile(r"\bban hành kèm theo\s+$")
_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_])|\n|:\s+[-+]\s")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation and the words that decided it; `nested` when they stand in the title of the citation before."""

    name: str
    cue: str | None
    nested: bool = False


NO_RELATION = Relation(MENTIONS, None)


def relation_at(folded: str, start: int, floor: int, before: tuple[int, Relation] | None) -> Relation:
    """The relation of the citation at `start` of the folded text.

    `floor` is where its line begins; `before` the end of the citation before it on that line with the relation that
    governs the list it stands in, or None.
    """
    begin = sentence_start(folded, start, floor)
    if before is None or before[0] < begin:
        return _nearest_cue(folded, begin, start)
    end, governing = before
    listed = pinpoint_start(folded, start, end)
    if (
        _SEPARATOR.search(folded, max(end, listed - 30), listed)
        or _IN_BRACKETS.fullmatch(folded, end, listed)
        or _SAME_ASKING.search(folded, max(end, start - 130), start)
        or _SAME_ACT.search(folded, end, listed)
    ):
        return governing
    found = _nearest_cue(folded, end, start)
    if found is NO_RELATION and _ISSUED_WITH.search(folded, end, start):
        return governing
    titled = _TITLE.match(folded, end) is not None or (found.cue or "").startswith(_DETAILING)
    nested = titled and _NEW_PHRASE.search(folded, end, start) is None
    return Relation(found.name, found.cue, nested)


def lead_relation(folded: str, begin: int, end: int) -> Relation:
    """The relation that the lead-in `folded[begin:end]` of a list gives to the documents that are its items.

    `Thực hiện các văn bản sau:` · `Căn cứ:` · `Các thông tư sau đây hết hiệu lực:`. A lead-in to tasks
    (`thực hiện các nhiệm vụ sau:`) gives none.
    """
    expired = _EXPIRED.search(folded, begin, end)
    if expired is not None:
        return Relation("repeals", expired[0])
    opening = _cues().match(folded, begin, end)
    if opening is not None and _relations()[opening[0]] in _CHANGES:
        return Relation(_relations()[opening[0]], opening[0])
    found = _nearest_cue(folded, sentence_start(folded, end, begin), end)
    at = folded.rfind(found.cue, begin, end) if found.cue else -1
    return NO_RELATION if at < 0 or end - at > _LEAD_REACH or _TASKS.search(folded, at, end) else found


def expires(folded: str, tail: int) -> bool:
    """Whether the sentence whose first citation ends at `tail` says that the document ceases to have effect."""
    return _EXPIRES.match(folded, tail) is not None


def sentence_start(folded: str, position: int, floor: int) -> int:
    """Where the sentence that holds `position` begins, not before `floor` (nor 600 characters back)."""
    begin = max(floor, position - _SENTENCE_REACH)
    for stop in _SENTENCE.finditer(folded, begin, position):
        begin = stop.end()
    return begin


def _nearest_cue(folded: str, begin: int, end: int) -> Relation:
    directed = _DIRECTED.search(folded, max(begin, end - 130), end)
    if directed is not None:
        return Relation("guided_by", directed[0].strip())
    for found in reversed(list(_cues().finditer(folded, begin, end))):
        relation = _relations()[found[0]]
        if relation == _TRANSPARENT or (relation in _CHANGES and _is_far(folded, found.end(), end)):
            continue
        observed = _OBSERVED.search(folded, max(begin, found.start() - 60), found.start())
        observed = observed or _DETAILED.search(folded, max(begin, found.start() - 60), found.start())
        if observed is not None and found[0].startswith("quy định "):
            return Relation("implements", observed[0].strip())
        return Relation(relation, found[0])
    return NO_RELATION


def _is_far(folded: str, cue: int, start: int) -> bool:
    """Whether a change announced before `cue` is not that of the citation at `start`: of its articles it may be."""
    reach = _ARTICLES_REACH if _ARTICLES.match(folded, cue, start) else _CHANGE_REACH
    return start - cue > reach or " được " in folded[cue:start]


@cache
def _relations() -> dict[str, str]:
    return {fold(row.cue): row.relation for row in citing.relation_cues()}


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_relations())}\b")
