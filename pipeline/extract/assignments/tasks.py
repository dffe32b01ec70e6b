"""What a body is told to do, in the words of the document.

    Giao Sở A chủ trì, phối hợp với Sở B rà soát.       chủ trì, phối hợp với Sở B rà soát
    Kiểm tra. Giao Sở A tổng hợp; Sở B báo cáo.         of those above: Kiểm tra; of A: tổng hợp; of B: báo cáo
    Trường hợp vượt thẩm quyền, Sở A báo cáo.           the whole: a condition is part of the task
    Đơn vị chủ trì: Sở A.                               what stands before that line, else the heading above

The task of a body that the clause names as its subject is the stretch from there to the sentence of the next subject,
without the command and the body themselves. The others share the stretch in which they stand; a body from above has
what stands before the first subject of the clause's own, or the whole clause. Where that leaves a few words
only, the heading stands in front: `Số hóa hồ sơ: 50 hồ sơ`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.extract.assignments.cuewords import find_cues
from pipeline.extract.assignments.passage import Duty
from pipeline.extract.assignments.signs import signs_of
from pipeline.model import Clause

FEW_WORDS = 4
_COMMANDS = ("order", "notify")
_CONNECTIVES = ("", "đồng thời", "riêng", "ngoài ra", "và", "trong đó")
_EDGES = " :;,./\n"


@dataclass(frozen=True, slots=True)
class _Group:
    """Subjects in one sentence: the span of their list, where the sentence begins, the rule that took them, and who."""

    start: int
    end: int
    sentence: int
    rule: str
    bodies: frozenset[str]


def tasks_of(
    text: str, folded: str, clause: Clause, own: Sequence[Duty], above: bool, heading: str | None
) -> Callable[[Duty, bool], str]:
    """A function from a duty of the clause, and whether it comes from above, to its task.

    `own`: the duties that the clause itself gives; `above`: whether bodies from above are told as well; `heading`: what
    `heading_above` says.
    """
    whole = _tidy(text[clause.text_start : clause.end])
    groups = list(_groups(text, folded, clause, own))
    begins = [group.sentence for group in groups]
    before = _tidy(text[clause.text_start : begins[0]]) if groups else ""
    preface = "" if groups and text[begins[0] - 1] == ";" else before
    stretches = [
        (before or heading or whole)
        if group.rule == "label"
        else _tidy(text[group.end if _leads(folded, group) else group.sentence : end]) or whole
        for group, end in zip(groups, [*begins[1:], clause.end], strict=False)
    ]

    def words_of(duty: Duty, inherited: bool) -> str:
        index = bisect_right(begins, duty.mention.start) - 1
        if duty.rule == "label" and not groups and not inherited:
            return heading or whole
        if not groups or inherited or (index < 0 and above):
            return preface or whole
        if duty.listed:
            mine = [words for words, group in zip(stretches, groups, strict=True) if duty.mention.body in group.bodies]
            return "\n".join(dict.fromkeys(mine))
        return stretches[max(index, 0)]

    def task(duty: Duty, inherited: bool) -> str:
        words = words_of(duty, inherited)
        few = heading and words != heading and len(words.split(maxsplit=FEW_WORDS)) <= FEW_WORDS
        return f"{heading}: {words}" if few else words

    return task


def heading_above(clause: Clause, parent: Clause | None, duties: Iterable[Duty]) -> str | None:
    """The heading of the clause, else of the one above it, unless it names the very bodies that are told to act."""
    for each in (clause, parent):
        if each and each.heading:
            end = each.text_start + len(each.heading)
            named = any(each.text_start <= duty.mention.start < end for duty in duties)
            return None if named else _tidy(each.heading)
    return None


def _groups(text: str, folded: str, clause: Clause, own: Sequence[Duty]) -> Iterator[_Group]:
    """The subjects in text order, by sentence; the first list of a sentence is the one that counts."""
    ends = [end for end in signs_of(text, folded).ends_within(clause.text_start, clause.end) if text[end - 1] != ":"]
    cuts = [clause.text_start, *ends]
    subjects = sorted((*duty.listed, duty.rule, duty.mention.body) for duty in own if duty.listed)

    def sentence(subject: tuple[int, int, str, str]) -> int:
        return cuts[max(0, bisect_right(cuts, subject[0]) - 1)]

    for begin, same in groupby(subjects, key=sentence):
        first, *others = same
        yield _Group(*first[:2], begin, first[2], frozenset(subject[3] for subject in (first, *others)))


def _leads(folded: str, group: _Group) -> bool:
    """Whether only a command, a connective or the words of a heading stand before the list in its sentence."""
    before = folded[group.sentence : group.start]
    if before.strip(' -+,."“(') in _CONNECTIVES:
        return True
    if "," in before or ":" in before:
        return False
    cues = find_cues(folded, group.sentence, group.start)
    return group.rule == "heading" or (bool(cues) and cues[-1].kind in _COMMANDS)


def _tidy(words: str) -> str:
    return words.strip(_EDGES)
