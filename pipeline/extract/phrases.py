"""What the grammar of assignments reads beside bodies: cues, sentence parts, and the words that may stand between.

All patterns work on folded text. Cues come from the table role_cues; the kinds are
lead (chủ trì), coordinate (phối hợp), advise (tham mưu, đề xuất), report (báo cáo, trình, gửi), answer (chịu trách
nhiệm trước), direct (chỉ đạo), order (giao, yêu cầu, đề nghị), watch (hướng dẫn, đôn đốc), notify (thông báo).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipeline.extract.vocabulary import alternation, words_pattern
from pipeline.gazetteers import duties

_PART_END = re.compile(r"\n|;|:(?=\s|$)|[.!?…]+(?=[\s)]|/|$)")
_NO_CUE_AFTER = re.compile(
    r"""(?<!\w)(?:
        quy | chương | tờ | công | lộ | quá | giáo | giải | bàn | chỉ | ý\skiến | sự | theo | nội\sdung | văn\sbản | được | đã | đang | của
      | tình\shình | kết\squả | quy\schế | cơ\schế | mối | cơ\squan | đơn\svị | vai\strò | trách\snhiệm | xét | đáp\sứng | mục\sđích, | khi\scó
      | chưa | hệ | phương\sán | nhằm | thời\sgian | hồ\ssơ | chế\sđộ | cuộc | đoàn | ban | không | từng | số
    )\s$""",
    re.VERBOSE,
)
_NO_CUE_BEFORE = {
    "giao": re.compile(r"\s(?:thông|dịch|lưu|tiếp|khoán|nhận|thừa|động)(?!\w)"),
    "trình": re.compile(r"\s(?:tự|độ|bày|diễn)(?!\w)"),
    "giúp": re.compile(r"\s(?:đỡ|ích|cho)(?!\w)"),
    "chủ trì": re.compile(r"\s(?:hội nghị|cuộc họp|phiên họp|buổi|các cuộc họp|cuộc)(?!\w)"),
}
_ADVERBS = (
    "và|hoặc|để|kịp thời|thường xuyên|trực tiếp|tổng hợp|chặt chẽ|hiệu quả|có hiệu quả|đồng bộ|tốt|ngay|chung|sát sao|"
    "quyết liệt|toàn diện|sâu sát|kết quả|bằng văn bản|tổ chức|nghiên cứu|rà soát|xây dựng|đồng thời|nhanh chóng|"
    "cụ thể|khẩn trương|chủ động|tích cực|tăng cường|tiếp tục|định kỳ|đột xuất|hoàn thiện|cùng|giúp|cho|với|làm|"
    "giải pháp|các nội dung|thực hiện|triển khai|tập trung|thẩm định|trách nhiệm"
).split("|")
_JOINTS = re.compile(rf"(?:[\s,]+(?:{alternation(_ADVERBS)})(?=[\s,]|$))*[\s,]*")
_SLOTS = {
    "coordinate": "với|cùng|cùng với|chặt chẽ|hiệu quả|có hiệu quả|thường xuyên|đồng bộ|kịp thời|tốt|chung|trực tiếp|của",
    "advise": "cho|với|giúp|lên|kịp thời|trực tiếp|để|và",
    "report": "cho|với|về|tới|đến|lên|kịp thời|trực tiếp|kết quả|bằng văn bản|ngay|để|và|gửi|qua|thông qua|kết quả về|kết quả với|xin ý kiến",
    "direct": "đối với|trực tiếp|sâu sát|chặt chẽ|quyết liệt|sát sao|toàn diện|thống nhất|ngay|và|tập trung",
    "order": "cho|đối với|và|trách nhiệm cho|nhiệm vụ cho|cụ thể cho",
    "watch": "cho|đối với|với|và|đến|tới",
    "notify": "cho|đến|tới|để",
}
_FAR = {
    "coordinate": re.compile(r"[^,;.:()\n]{1,60}\s(?:với|cùng)\s"),
    "advise": re.compile(r"[^;.:\n]{1,120}\s(?:với|lên|cho)\s"),
    "report": re.compile(r"[^;.:\n]{0,220}[\s(](?:với|cho|về|tới|đến|lên|qua|thông qua|gửi)\s"),
    "answer": re.compile(r"[^;.:\n]{0,90}(?:^|\s)trước\s"),
    "notify": re.compile(r"[^;.\n]{0,260}\s(?:để|đến|tới|cho)\s"),
}
_OBLIQUE = re.compile(
    r"(?:^|[\s(])(?:của|được|do|bởi|tại|thuộc|giữa|từ|theo|với|cho|và|là|trong|trên|về|bằng|tới|đến|gồm|như|trước|sau|qua|"
    r"vào|để|ngoài|ở|khỏi|hoặc|nhất là|đối với|lấy ý kiến|cùng|bao gồm|mà|khi|nơi|giúp|gửi|trình|lên|thay mặt|tham gia)\s$"
)
_INTRO = re.compile(
    r"""
    (?: \W* (?: đồng\sthời | riêng | trong\sđó | ngoài\sra | đối\svới | trách\snhiệm\scủa | nhiệm\svụ\scủa | về\sphía | giao\strách\snhiệm
        | căn\scứ | trên\scơ\ssở | theo | để | nhằm | trong | trước | sau | từ | đến | khi | nếu | trường\shợp | định\skỳ | hằng | hàng
        | tại | với | chậm\snhất | tùy | cùng\svới | ngay | hiện | do\s(?:đó|vậy) | vì\svậy | bên\scạnh | thực\shiện | tiếp\stục | xét | sau\skhi | qua
        | năm | quý | tháng | ngày | tuy\snhiên | tiếp\stheo | ngược\slại | về | giai\sđoạn | các\snội\sdung | những\svướng
        ) \b .* , \s? (?: thì\s | đồng\sthời\s | yêu\scầu\s )? )
  | \W* (?: đồng\sthời,? | riêng | trong\sđó,? | ngoài\sra,? | đối\svới | trách\snhiệm\scủa | nhiệm\svụ\scủa | về\sphía | của | hiện\snay,?
        | hằng\snăm,? | hàng\snăm,? | định\skỳ[^,]{0,30}? | trường\shợp\scần\sthiết,? | trong\squá\strình\sthực\shiện,? | các\sđồng\schí | và | kết\sluận,? | tuy\snhiên,? ) \s?
  | [\W\d]*
    """,
    re.VERBOSE | re.DOTALL,
)
_HEADING = re.compile(
    r"\s*(?:\([^()\n]{0,160}\)\s*)?(?::|\n|[./]*\s*$|;\s*$|\s-\s*(?:cơ quan|đơn vị)[^\n:;,.]{0,80}(?:[:\n]|$))"
)
_NO_PREDICATE = re.compile(
    r",?\s*(?:đã|chưa|còn|vẫn|đang|luôn|cơ bản|ghi nhận|biểu dương|nhận được|thống nhất|đồng ý|nhất trí|đánh giá cao|nhận thấy|"
    r"của|tại|về việc|nói chung|nói riêng|thì|như|là|bị|và|hoặc|trân trọng|xin|hoan nghênh|ban hành (?:nghị|quyết|quy|chỉ|kế)|chỉ đạo, điều hành như|"
    r"có ý kiến (?:như|chỉ đạo)|cho thấy|ngày càng|với|theo (?:quyết|nghị|kế|báo cáo|đề nghị)|ngày \d|năm \d|\d)\b"
)
_IS_BUT_ACTS = re.compile(
    r"\s*là\b[^.\n]{0,220}(?:có trách nhiệm|có chức năng|thực hiện chức năng|chủ trì|tham mưu, giúp)"
)
_SPEAKS = re.compile(
    r"\s*(?:(?:kính|trân trọng|nghiêm túc)\s)?(?:yêu cầu|đề nghị|giao|thống nhất|đồng ý|nhất trí|ghi nhận|biểu dương|thông báo|kết luận|chỉ thị|"
    r"có ý kiến|nhận được|báo cáo|cho phép|quyết định|ban hành|kính|trân trọng|xin|chỉ đạo như|xây dựng kế hoạch|hướng dẫn)\b"
)
_HEADING_WORDS = 15
_LABEL = re.compile(
    r"[\W\d]*(?:cơ quan|đơn vị|phòng|bộ phận|các đơn vị|các cơ quan)\s(?:được giao\s)?"
    r"(?:(?P<lead>chủ trì|đầu mối)|(?P<coordinate>phối hợp)|(?P<responsible>thực hiện|chịu trách nhiệm))[^:]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue as it stands in the text."""

    start: int
    end: int
    kind: str
    words: str


@cache
def _kinds() -> dict[str, str]:
    return {row.cue: row.kind for row in duties.role_cues()}


@cache
def _cues() -> re.Pattern[str]:
    return words_pattern(_kinds())


@cache
def _verbs() -> re.Pattern[str]:
    return words_pattern(row.verb for row in duties.task_verbs())


@cache
def _slot(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{alternation(_SLOTS[kind].split('|'))})(?=\s))*\s*,?\s*")


def find_cues(folded: str, start: int, end: int) -> list[Cue]:
    """The cues of `folded[start:end]` that are verbs there: not `công trình`, `theo yêu cầu`, `đã giao`, `giao thông`."""
    found = []
    for match in _cues().finditer(folded, start, end):
        before = folded[max(start, match.start() - 12) : match.start()]
        other = _NO_CUE_BEFORE.get(match[0])
        if _NO_CUE_AFTER.search(before) or (other and other.match(folded, match.end())):
            continue
        found.append(Cue(match.start(), match.end(), _kinds()[match[0]], match[0]))
    return found


def part_ends(text: str, folded: str, start: int, end: int) -> list[int]:
    """Where the parts of sentences end: line, semicolon, colon, full stop before a capital."""
    ends = []
    for match in _PART_END.finditer(folded, start, end):
        after = text[match.end() : match.end() + 2].strip()
        if match[0] != "." or not after or not after[0].islower():
            ends.append(match.end())
    return ends


def joined(gap: str) -> bool:
    """Whether two cues with `gap` between them share their object: `tham mưu, kịp thời báo cáo`."""
    return len(gap) <= 60 and _JOINTS.fullmatch(gap) is not None


def fills(kind: str, gap: str) -> bool:
    """Whether a list stands in the slot directly behind a cue: `phối hợp chặt chẽ với X`, `báo cáo kết quả về X`."""
    return kind in _SLOTS and len(gap) <= 60 and _slot(kind).fullmatch(gap) is not None


def fills_from_afar(kind: str, gap: str) -> bool:
    """Whether a preposition ties the list to a cue further left: `báo cáo tình hình … về X`."""
    return kind in _FAR and _FAR[kind].fullmatch(gap) is not None


def is_oblique(before: str) -> bool:
    """Whether the words before a list make it an attribute or adverbial: `của X`, `tại X`, `được X`."""
    return _OBLIQUE.search(before[-24:]) is not None


def is_intro(before: str) -> bool:
    """Whether what stands before a list in its part leaves the list the subject: nothing, or an adverbial."""
    return _INTRO.fullmatch(before) is not None


def is_heading(after: str) -> bool:
    """Whether a list is all that its line says, or a colon follows."""
    return _HEADING.match(after) is not None


def predicates(after: str) -> bool:
    """Whether words behind a list can be what it is told to do: no past, no judgement, no attribute."""
    return _NO_PREDICATE.match(after) is None or _IS_BUT_ACTS.match(after) is not None


def acts(after: str) -> bool:
    """Whether a task's verb follows at once."""
    trimmed = after.lstrip(" ,")
    return _verbs().match(trimmed) is not None and predicates(after)


def speaks(after: str) -> bool:
    """Whether the words behind a body make it the one who commands: `UBND tỉnh yêu cầu`, `Bộ trân trọng đề nghị`."""
    return _SPEAKS.match(after) is not None


def label_role(part: str) -> str | None:
    """The role that a label gives to the list behind its colon: `Cơ quan chủ trì:`, `Đơn vị phối hợp:`."""
    found = _LABEL.fullmatch(part.rstrip(": "))
    return found.lastgroup if found else None


def opens(part: str) -> bool:
    """Whether a part is a heading line or ends with a colon, so that it commands nothing by itself.

    >>> opens("iii. tổ chức thực hiện\n"), opens("tổ chức thực hiện nghiêm chỉ thị này.")
    (True, False)
    """
    words = part.rstrip()
    return words.endswith(":") or (part.endswith("\n") and words[-1:].isalnum() and len(words.split()) <= _HEADING_WORDS)


def begins_task(part: str) -> bool:
    """Whether a part of a sentence opens with a task's verb."""
    return _verbs().match(part.lstrip(" -+,")) is not None
