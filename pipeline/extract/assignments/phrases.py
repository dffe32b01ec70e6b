"""The parts of a sentence around a list of bodies: what makes it a subject, a heading, a speaker or none of these.

All patterns work on folded text; the words come from the tables sentence_words and task_verbs.
"""

from __future__ import annotations

import re

from pipeline.extract.assignments.predicates import ORNAMENTS, acts, any_of, task_verbs

_HEADING = re.compile(
    r"\s*(?:\([^()\n]{0,160}\)\s*)?(?::|\n|[./]*\s*$|;\s*$"
    r"|\s-\s*(?:cơ quan|đơn vị|(?:phó )?(?:tổ )?trưởng|ủy viên)[^\n:;,.]{0,80}(?:[:\n]|$))"
)
_ENACTS = re.compile(r"\W*(?:ban hành kèm theo|[^\W\d_]+ [^\W\d_]+ này (?:có hiệu lực|thay thế|bãi bỏ))\b")
_LINE = re.compile(r"[^\n:;.]{0,200}(?::|\n|$)")
_HEADING_WORDS = 15
_ANNOUNCED = 60  # letters at the end of a line, behind which a list follows
_DEPENDED_ON = ("condition", "case")
_BELOW = r"(?:\s[^\W\d_]+){0,2}?\s(?:sau|dưới)(?: đây)?\s*:$"
_AGENT = re.compile(r"(?:^|[\s(])do $")
_BEHIND_ORNAMENT = r"(?>[\W\d]*(?:các |một số |về )?)(?<!\w)"
_LABEL = re.compile(
    r"""
    [\W\d]* (?: (?:các\s)? (?:cơ\squan|đơn\svị|phòng|bộ\sphận) \s (?:được\sgiao\s)?
        (?: (?P<lead>chủ\strì|đầu\smối) | (?P<coordinate>phối\shợp)
          | (?P<reported_to>nhận\sbáo\scáo)
          | (?P<responsible>thực\shiện|chịu\strách\snhiệm|chỉ\sđạo|tổ\schức) ) [^:]{0,40}
      | (?: (?P<leads>chủ\strì) | (?P<coordinates>phối\shợp) )
        (?: \s (?:thực\shiện|chính|tổ\schức|tham\smưu|giải\squyết|xử\slý|triển\skhai) )? ) $
    """,
    re.VERBOSE,
)
_LABELLED = {"leads": "lead", "coordinates": "coordinate"}


def is_agent(before: str, after: str) -> bool:
    """Whether a list is the "by" of what its part says, and leads it, or does all of a matter.

    >>> is_agent("đề án (do ", " chủ trì)"), is_agent("việc rà soát do ", " thực hiện")
    (True, True)
    >>> is_agent("hồ sơ do ", " lập"), is_agent("việc rà soát các hồ do ", " quản lý")
    (False, False)
    """
    if not names_agent(before) or after.startswith(" chủ trì"):
        return names_agent(before)
    return opens_matter(before) and acts(after) and any_of("attributed by").match(after.lstrip()) is None


def opens_matter(part: str) -> bool:
    """Whether a part of a sentence begins with `việc …`, `kinh phí …`."""
    return any_of("matter", r"^[\W\d]*").match(part) is not None


def names_agent(before: str) -> bool:
    """Whether the words before a list end with the "by" of a passive.

    >>> names_agent("đề án (do "), names_agent("dự án của ")
    (True, False)
    """
    return _AGENT.search(before[-4:]) is not None


def is_intro(before: str) -> bool:
    """Whether what stands before a list in its part leaves the list the subject: nothing, or an adverbial.

    >>> is_intro(" trong thời gian chưa hoàn thành, "), is_intro(" rà soát "), is_intro("nếu có khó khăn ")
    (True, False, True)
    """
    words = before.strip(ORNAMENTS)
    if not words:
        return True
    closed = before.rstrip().endswith((",", "thì", "đồng thời"))
    if closed or any_of("closes condition", after=r"\s$").search(before[-24:]):
        return any_of("adverbial").match(words) is not None
    return any(any_of(group).fullmatch(words) for group in ("before subject", "duties of"))


def is_owner_in_clause(before: str) -> bool:
    """Whether the words before a list open an adverbial clause that ends with `của`.

    >>> is_owner_in_clause("hằng năm, căn cứ đề xuất của "), is_owner_in_clause("rà soát theo đề xuất của ")
    (True, False)
    """
    return before.endswith(" của ") and any_of("adverbial").match(before.strip(ORNAMENTS)) is not None


def is_heading(after: str) -> bool:
    """Whether a list is all that its line says, or a colon follows.

    >>> is_heading(" (cơ quan thường trực): chủ trì"), is_heading(" chủ trì")
    (True, False)
    """
    return _HEADING.match(after) is not None


def regards(before: str) -> bool:
    """Whether only `Đối với` stands before a list, so that what follows is about it."""
    return before.strip(ORNAMENTS + ".") == "đối với"


def heads(before: str, after: str) -> bool:
    """Whether a line is headed by whose duties follow, with more words behind the body.

    >>> heads("2. trách nhiệm của ", " được giao dự án:"), heads("trách nhiệm của ", " được nâng lên.")
    (True, False)
    """
    return any_of("duties of").fullmatch(before.strip(ORNAMENTS)) is not None and _LINE.match(after) is not None


def counts(part: str) -> bool:
    """Whether a part of a sentence ends with a colon behind which bodies are only counted up.

    >>> counts("tổ công tác gồm: "), counts("sở y tế: ")
    (True, False)
    """
    words = part.rstrip()
    return words.endswith(":") and any_of("counts", after=r"\s?:$").search(words[-24:]) is not None


def listing_at(folded: str, start: int, end: int) -> int | None:
    """Where the last sentence of a stretch begins, if it only opens a list of what something consists of.

    >>> words = "sở y tế lập hồ sơ gửi bộ y tế. hồ sơ gồm các tài liệu sau:"
    >>> words[listing_at(words, 0, len(words)) :]
    'hồ sơ gồm các tài liệu sau:'
    """
    if not folded[start:end].rstrip().endswith(":"):
        return None
    found = any_of("listed", after=r"\b[^.:\n]{0,160}\bgồm\b[^.:\n]{0,80}:\s*$").search(folded, start, end)
    if found is None or folded[start : found.start()].rstrip(" ")[-1:] not in (".", ";", "\n", ""):
        return None
    return found.start()


def label_role(part: str) -> str | None:
    """The role that a label gives to the list behind its colon.

    >>> label_role("- cơ quan chủ trì:"), label_role("phối hợp thực hiện:"), label_role("địa điểm:")
    ('lead', 'coordinate', None)
    """
    found = _LABEL.fullmatch(part.rstrip(": ")) if part.rstrip().endswith(":") else None
    return _LABELLED.get(found.lastgroup or "", found.lastgroup) if found else None


def opens(part: str) -> bool:
    """Whether a part is a heading line or ends with a colon, so that it commands nothing by itself.

    >>> opens("iii. tổ chức thực hiện\\n"), opens("tổ chức thực hiện nghiêm chỉ thị này.")
    (True, False)
    """
    words = part.rstrip()
    return words.endswith(":") or (
        part.endswith("\n") and words[-1:].isalnum() and len(words.split(maxsplit=_HEADING_WORDS)) <= _HEADING_WORDS
    )


def is_context(heading: str) -> bool:
    """Whether a heading opens goals, results or definitions, which hand no body down.

    >>> is_context("2. các chỉ tiêu chủ yếu"), is_context("2. nhiệm vụ, giải pháp")
    (True, False)
    """
    return _opens_with("context heading", heading)


def is_definition(folded: str, start: int, end: int) -> bool:
    """Whether a clause tells what a text applies to, or what its words mean.

    >>> is_definition("2. đối tượng áp dụng", 0, 20), is_definition("2. trách nhiệm", 0, 14)
    (True, False)
    """
    return _opens_with("definition heading", folded, start, end)


def listed_below(folded: str, start: int, end: int) -> str | None:
    """What a stretch announces that it depends on: a list of the `condition` or `case` kind, or None.

    >>> listed_below("dự án được cấp vốn khi đủ các điều kiện sau đây:", 0, 48)
    'condition'
    """
    words = folded[max(start, end - _ANNOUNCED) : end].rstrip()
    if not words.endswith(":"):
        return None
    return next((kind for kind in _DEPENDED_ON if any_of(kind, after=_BELOW).search(words)), None)


def enacts(text: str) -> bool:
    """Whether a text only puts another in force.

    >>> enacts("quyết định này có hiệu lực kể từ ngày ký."), enacts("thực hiện quyết định này.")
    (True, False)
    """
    return _ENACTS.match(text) is not None


def praises(part: str) -> bool:
    """Whether a part of a sentence tells what has been done well: whom it was reported to then is told nothing.

    >>> praises("i. ghi nhận sở y tế đã kịp thời báo cáo "), praises("sở y tế báo cáo ")
    (True, False)
    """
    return _opens_with("praise", part.partition(". ")[2] or part)


def begins_task(part: str) -> bool:
    """Whether a part of a sentence opens with a task's verb."""
    return task_verbs().match(part.lstrip(" -+,")) is not None


def _opens_with(kind: str, words: str, *span: int) -> bool:
    """Whether `words`, or what of them is in the span, begin behind their mark with a cue of that kind."""
    return any_of(kind, _BEHIND_ORNAMENT).match(words, *span) is not None
